"""Two evaluations of the same questions, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.errors import EvalError
from eval.results import LOWER_IS_BETTER, Result, Row
from eval.significance import Difference, difference


@dataclass(frozen=True, slots=True)
class Change:
    """One measure under both runs, over the questions that bear on it in both."""

    measure: str
    before: float
    after: float
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from A to B; `won` and `lost` pair the rows that differ on `measure`."""

    changes: tuple[Change, ...]
    measure: str
    won: tuple[tuple[Row, Row], ...]
    lost: tuple[tuple[Row, Row], ...]
    left_out: int  # questions that only one of the runs has
    sealed: bool  # a test split: counts only


def compare(first: Result, second: Result, measure: str | None = None) -> Comparison:
    """Pair two results by question id.

    Questions count as won or lost on `measure`, the first's main one by default. Raises EvalError
    where the runs share no question or no measure, and where an id means another question.
    """
    before, after = _rows(first), _rows(second)
    shared = [name for name in before if name in after]
    for name in shared:
        if before[name].question != after[name].question:
            raise EvalError(f"question {name} differs between the runs; run both on one set")
    changes = tuple(
        change
        for name in first.measures
        if (change := _change(name, [(before[row], after[row]) for row in shared]))
    )
    if not changes:
        raise EvalError("the runs have no question with a measure in common")
    measure = measure or first.main_measure
    if measure not in {change.measure for change in changes}:
        raise EvalError(f"no measure {measure!r} in both runs; there is {first.measures}")
    sign = -1.0 if measure in LOWER_IS_BETTER else 1.0
    gains = [
        (sign * (after[name].values[measure] - before[name].values[measure]), name)
        for name in shared
        if measure in before[name].values and measure in after[name].values
    ]
    return Comparison(
        changes=changes,
        measure=measure,
        won=tuple((before[name], after[name]) for gain, name in gains if gain > 0),
        lost=tuple((before[name], after[name]) for gain, name in gains if gain < 0),
        left_out=len(before) + len(after) - 2 * len(shared),
        sealed=first.sealed or second.sealed,
    )


def _rows(result: Result) -> Mapping[str, Row]:
    return {row.id: row for row in result.rows}


def _change(measure: str, pairs: list[tuple[Row, Row]]) -> Change | None:
    values = [
        (a.values[measure], b.values[measure])
        for a, b in pairs
        if measure in a.values and measure in b.values
    ]
    if not values:
        return None
    before, after = zip(*values, strict=True)
    return Change(
        measure, sum(before) / len(before), sum(after) / len(after), difference(before, after)
    )
