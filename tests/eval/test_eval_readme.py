"""The README's commands run as they are written, one after the other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import Answer, Assistant
from eval.provenance import provenance_of
from eval.readme import alike, is_current, markdown_table, put
from eval.results import Result, Row, Timing, figures
from eval.summary import PAGE_FIGURES, README, answers_table, summarise


def blocks(language: str) -> list[str]:
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.slow
def test_every_block_runs(tmp_path: Path) -> None:
    from assistant.web.feedback import FeedbackStore

    answer = Answer(question="谁牵头", status="not_found", text="没有。")
    FeedbackStore(tmp_path / "feedback.sqlite").add(answer, "wrong", None, "v1")
    here = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}"}
    for script in blocks("sh"):
        subprocess.run(
            ["bash", "-e", "-c", script], cwd=tmp_path, env=environment, check=True, timeout=600
        )
    for script in blocks("python"):
        subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, timeout=600)
    assert (tmp_path / "reports" / "before" / "report.html").exists()


@pytest.mark.slow
def test_the_tables_are_current(assistant: Assistant) -> None:
    summary = summarise(assistant)
    made = summary.tables
    stale = [name for name, table in made.items() if not is_current(README, name, table)]
    assert stale == [], "run `yiju eval table --write`"
    assert alike(PAGE_FIGURES.read_text(encoding="utf-8"), summary.figures)


def answered(data: str, **values: float) -> Result:
    """A result of one question."""
    rows = (Row(id="q", question="谁牵头", values=values),)
    return Result(
        what="answers",
        name="default",
        data=data,
        measures=tuple(values),
        figures=figures(rows, values),
        rows=rows,
        timing=Timing.over([1.0]),
        provenance=provenance_of("corpus", (), None),
    )


def test_a_bar_that_is_not_reached_is_said_beside_it() -> None:
    table = answers_table(
        answered("yiju dev", right=0.5, first_citation=0.94, false_refusal=0.0),
        answered("yiju test", right=0.5, first_citation=0.96, false_refusal=0.04),
    )
    lines = {line.split(" | ")[0].strip("| "): line for line in table.splitlines()}
    assert lines["right clause cited first"].endswith(
        "| ≥ 0.95 | 0.940 (0.94–0.94, n=1), not reached | 0.960 (0.96–0.96, n=1) |"
    )
    assert lines["refused, of those that can be answered"].endswith(
        "| ≤ 0.03 | 0.000 (0.00–0.00, n=1) | 0.040 (0.04–0.04, n=1), not reached |"
    )
    assert "not reached" not in lines["everything right"]  # shown without a bar


def test_tables_of_two_processors_are_alike_and_others_not() -> None:
    rows = [["all", "0.944", "0.383"], ["none", "0.501", "< .001"], ["some", "0.7", ""]]
    held = markdown_table(["run", "R@10", "p"], rows)
    turned = [["all", "0.947", "0.700"], ["none", "0.499", "< .001"], ["some", "0.7", ""]]
    assert alike(held, markdown_table(["run", "R@10", "p"], turned))
    worse = [["all", "0.844", "0.383"], ["none", "0.401", "< .001"], ["some", "0.6", ""]]
    assert not alike(held, markdown_table(["run", "R@10", "p"], worse))
    assert not alike(held, markdown_table(["run", "R@100", "p"], rows[:1]))


def test_a_table_is_put_between_its_markers_and_nothing_else_changes(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("a\n<!-- table: t -->\nold\n<!-- end of table: t -->\nb\n", encoding="utf-8")
    table = markdown_table(["x", "y"], [["1", "2"]])
    assert not is_current(readme, "t", table)
    put(readme, "t", table)
    assert is_current(readme, "t", table)
    assert readme.read_text(encoding="utf-8") == (
        f"a\n<!-- table: t -->\n{table}\n<!-- end of table: t -->\nb\n"
    )
