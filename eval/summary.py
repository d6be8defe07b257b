"""The tables of eval/README.md, made from fresh runs."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from assistant import Assistant
from eval.ablating import ablation_table, run_ablations
from eval.answers import evaluate_answers
from eval.gates import Bar
from eval.question_sets import read_set
from eval.readme import markdown_table
from eval.results import LOWER_IS_BETTER, Figure, Result, figures
from index import Progress

README = Path(__file__).with_name("README.md")
PAGE_FIGURES = Path(str(files("assistant") / "data" / "figures.json"))
BARS = Path(__file__).with_name("bars.toml")


@dataclass(frozen=True, slots=True)
class Summary:
    """What fresh runs give: tables by the name between their markers, figures for the page."""

    tables: dict[str, str]
    figures: str


def summarise(assistant: Assistant, progress: Progress | None = None) -> Summary:
    """Run both splits and the ablations, and put what needs no public data into tables."""
    dev, test = read_set(part="dev"), read_set(part="test")
    answered = [evaluate_answers(assistant, part, progress=progress) for part in (dev, test)]
    made = {
        "answers": answers_table(*answered),
        "misses": misses_table(answered[0]),
        "ablations": ablation_table(run_ablations(assistant, test, progress)),
    }
    return Summary(made, page_figures(answered[1]))


def page_figures(test: Result) -> str:
    """The figures of the sealed split in readers' words, as the page's tab 关于 shows them."""
    bars = tomllib.loads(BARS.read_text(encoding="utf-8"))["bar"]
    shown = []
    for bar in bars:
        figure = figures(test.rows, [bar["measure"]]).get(bar["measure"])
        if "page" in bar and "voices" not in bar and figure is not None:
            shown.append({"name": bar["page"], "value": f"{figure.mean:.1%}（{figure.n} 题）"})
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def answers_table(dev: Result, test: Result) -> str:
    """Each measure with its bar, and on both splits its mean, interval and number of questions."""
    bars = tomllib.loads(BARS.read_text(encoding="utf-8"))["bar"]
    lines = []
    for bar in bars:
        measure = bar["measure"]
        most = measure in LOWER_IS_BETTER
        held = Bar(measure, bar["bound"], most) if "bound" in bar else None
        shown = f"{'≤' if most else '≥'} {held.bound:g}" if held else ""
        cells = [_cell(result, measure, bar.get("voices"), held) for result in (dev, test)]
        lines.append([bar["says"], shown, *cells])
    return markdown_table(["answers", "bar", "dev", "test"], lines)


def misses_table(dev: Result) -> str:
    """The dev questions whose answer is not right in everything; those of test stay sealed."""
    lines = [
        [
            row.id,
            row.question.replace("|", "｜").replace("\n", " ")[:60],
            "、".join(place.clause for place in row.expected[:2]) or row.status,
            row.found[0].clause if row.found else row.found_status,
        ]
        for row in dev.misses
    ]
    return markdown_table(["id", "question", "expected", "found"], lines, numbers=False)


def _cell(result: Result, measure: str, voices: list[str] | None, bar: Bar | None) -> str:
    rows = [row for row in result.rows if voices is None or row.voice in voices]
    figure: Figure | None = figures(rows, [measure]).get(measure)
    if figure is None:
        return ""
    short = ", not reached" if bar and not bar.holds(figure) else ""
    return f"{figure.mean:.3f} ({figure.low:.2f}–{figure.high:.2f}, n={figure.n}){short}"
