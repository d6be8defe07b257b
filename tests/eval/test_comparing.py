from __future__ import annotations

from pathlib import Path

import pytest

from eval.comparing import compare
from eval.errors import EvalError
from eval.gates import Bar, broken
from eval.provenance import Provenance
from eval.results import Place, Result, Row, Timing, by_group, figures

PROVENANCE = Provenance(
    python="3.11",
    versions={},
    corpus="c",
    questions="q",
    model="bundled",
    learned={},
    settings={},
    machine="Linux",
    cpus=2,
)


def result(values: dict[str, float], measure: str = "first_citation") -> Result:
    """A run with one question for each name, expecting clause a."""
    rows = tuple(
        Row(
            id=name,
            question=f"{name}？",
            kind="fact" if name < "c" else "measures",
            values={measure: value},
            expected=(Place(clause="a"),),
            found=(Place(clause="a" if value else "x"),),
        )
        for name, value in values.items()
    )
    return Result(
        what="answers",
        name="run",
        data="set dev",
        measures=(measure,),
        figures=figures(rows, [measure]),
        rows=rows,
        timing=Timing.over([1.0] * len(rows)),
        provenance=PROVENANCE,
    )


def test_two_won_one_lost_of_four() -> None:
    """Gains +1 +1 -1 0, mean 1/4; every signing of three ones sums to ±1 or ±3, so p is 1."""
    before = result({"a": 0, "b": 0, "c": 1, "d": 1})
    after = result({"a": 1, "b": 1, "c": 0, "d": 1})
    found = compare(before, after)
    assert [row.id for row, _ in found.won] == ["a", "b"]
    assert [row.id for row, _ in found.lost] == ["c"]
    (change,) = found.changes
    assert (change.before, change.after, change.difference.interval.mean) == (0.5, 0.75, 0.25)
    assert change.difference.p == pytest.approx(1.0)


def test_fewer_false_refusals_are_a_win() -> None:
    before, after = ({"a": 1.0, "b": 0.0}, {"a": 0.0, "b": 0.0})
    found = compare(result(before, "false_refusal"), result(after, "false_refusal"))
    assert [row.id for row, _ in found.won] == ["a"]


def test_questions_of_one_run_only_are_left_out_and_counted() -> None:
    assert compare(result({"a": 0, "b": 1}), result({"b": 1, "c": 1, "d": 1})).left_out == 3


def test_runs_that_share_nothing_cannot_be_compared() -> None:
    with pytest.raises(EvalError, match="in common"):
        compare(result({"a": 0}), result({"b": 1}))


def test_a_result_comes_back_from_its_file(tmp_path: Path) -> None:
    saved = result({"a": 0, "b": 1})
    saved.save(tmp_path / "result.json")
    assert Result.load(tmp_path / "result.json") == saved


def test_another_json_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EvalError, match="yiju eval"):
        Result.load(tmp_path / "other.json")


def test_figures_by_kind() -> None:
    groups = by_group(result({"a": 1, "b": 0, "c": 1}), "kind")
    found = {name: got["first_citation"] for name, got in groups.items()}
    means = {name: (figure.mean, figure.n) for name, figure in found.items()}
    assert means == {"fact": (0.5, 2), "measures": (1.0, 1)}


def test_bars_hold_or_say_what_was_wanted() -> None:
    half = result({"a": 0, "b": 1})
    assert broken(half, [Bar.parse("first_citation=0.5")]) == []
    (sentence,) = broken(half, [Bar.parse("FIRST_CITATION=0.9")])
    assert sentence == "first_citation is 0.5000 (n = 2), wanted at least 0.9"
    (sentence,) = broken(half, [Bar.parse("first_citation=0.1", most=True)])
    assert sentence.endswith("wanted at most 0.1")


@pytest.mark.parametrize("text", ["first_citation", "first_citation=high", "lead=0.9"])
def test_a_bar_that_means_nothing_never_passes(text: str) -> None:
    with pytest.raises(EvalError):
        broken(result({"a": 1}), [Bar.parse(text)])
