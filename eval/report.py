"""One HTML file that holds everything: no script, no request, readable in ten years."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, get_args

from assistant import Status
from eval.results import Group, Result, Row, by_group
from eval.wording import chinese

SHOWN: tuple[Group, ...] = ("kind", "voice", "document")
STATUSES: tuple[str, ...] = get_args(Status)


class _StatusLine(NamedTuple):
    wanted: str
    counts: dict[str, int]


def render(result: Result) -> str:
    """The report as one HTML page in Chinese.

    Misses are listed in full, except those of a test split, which nobody should tune on.
    """
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string(
        Path(__file__).with_name("report.html").read_text(encoding="utf-8")
    )
    return template.render(
        title=f"{chinese(result.what)} · {result.name} · {result.data}",
        result=result,
        wording=chinese,
        plots=_plots(result),
        breakdowns={
            chinese(group): groups for group in SHOWN if (groups := by_group(result, group))
        },
        statuses=_statuses(result.rows),
        misses=() if result.sealed else result.misses,
        provenance=_provenance(result),
    )


def write_report(path: Path, result: Result) -> None:
    """Write the report of a result as one HTML page that needs nothing beside it."""
    path.write_text(render(result), encoding="utf-8")


def _plots(result: Result) -> list[str]:
    from eval import plots  # matplotlib takes half a second, which other commands need not wait

    in_chinese = plots.chinese_font() is not None

    def say(chinese_words: str, english_words: str) -> str:
        return chinese_words if in_chinese else english_words

    main = result.main_measure
    title = chinese(main) if in_chinese else main
    drawn = []
    for group in SHOWN:
        words = say(chinese(f"by {group}"), f"by {group}")
        means = {
            say(chinese(name), name): figures[main]
            for name, figures in by_group(result, group).items()
            if main in figures
        }
        if means:
            drawn.append(plots.bars(f"{title} · {words}", means, group))
    rank_title = say("首个应引条款的名次", "Rank of the first expected clause")
    drawn.append(plots.ranks(result.rows, rank_title, say("更后", "beyond"), "ranks"))
    if any(row.confidence is not None for row in result.rows):
        if result.what == "retrieval":
            drawn.append(
                plots.calibration(
                    result.rows,
                    say("首条命中的把握与实际", "Calibration of the best hit"),
                    (say("把握", "confidence"), say("正确比例", "share right")),
                    "calibration",
                )
            )
        labels = (say("可答", "answerable"), say("应拒", "to be refused"))
        words = say("把握的分布：可答与应拒", "Confidence, answerable or to be refused")
        drawn.append(plots.separation(result.rows, words, labels, "separation"))
    drawn.append(
        plots.latencies(result.timing.each, say("每问毫秒", "Milliseconds a question"), "latency")
    )
    return drawn


def _statuses(rows: tuple[Row, ...]) -> list[_StatusLine]:
    if not any(row.found_status for row in rows):
        return []
    counts = {wanted: dict.fromkeys(STATUSES, 0) for wanted in STATUSES}
    for row in rows:
        counts[row.status][row.found_status] += 1
    return [_StatusLine(wanted, counts[wanted]) for wanted in STATUSES]


def _provenance(result: Result) -> list[tuple[str, str]]:
    held = result.provenance
    return [
        ("语料指纹", held.corpus),
        ("问题集指纹", held.questions),
        ("向量模型", held.model),
        ("权重与数据", _listed(held.learned)),
        ("设置", _listed(held.settings)),
        ("机器", f"{held.machine}，{held.cpus} 核，Python {held.python}"),
        ("版本", _listed(held.versions)),
    ]


def _listed(pairs: dict[str, str]) -> str:
    return "，".join(f"{name} {value}" for name, value in pairs.items())
