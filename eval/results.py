"""What an evaluation leaves behind: one row a question, the figures over them, and what was run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.errors import EvalError
from eval.provenance import Provenance
from eval.significance import Interval, interval

Group = Literal["kind", "voice", "document", "status"]
GROUPS: tuple[Group, ...] = ("kind", "voice", "document", "status")
LOWER_IS_BETTER = frozenset({"false_refusal"})
DECISIVE = ("Success@1", "right", "follow_up")
"""A row short of any of these that it bears on is a miss."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Frozen):
    """A clause that was expected or found: its id, its title and label, a line of its words."""

    clause: str
    label: str = ""
    quote: str = ""
    score: float | None = None


class Row(_Frozen):
    """One question: what was expected, what came, and its value for each measure it bears on."""

    id: str
    question: str
    kind: str = ""
    voice: str = ""
    document: str = ""
    status: str = ""
    values: dict[str, float]
    expected: tuple[Place, ...] = ()
    found: tuple[Place, ...] = ()
    found_status: str = ""
    text: str = ""
    confidence: float | None = None  # score of the best hit, 0..1
    faults: tuple[str, ...] = ()

    @property
    def shortfalls(self) -> dict[str, float]:
        """The values that are not the best possible."""
        best = {name: 0.0 if name in LOWER_IS_BETTER else 1.0 for name in self.values}
        return {name: value for name, value in self.values.items() if value != best[name]}

    @property
    def rank(self) -> int | None:
        """Rank of the first expected clause among those found, from 1."""
        wanted = {place.clause for place in self.expected}
        ranks = (r for r, place in enumerate(self.found, start=1) if place.clause in wanted)
        return next(ranks, None)


class Figure(_Frozen):
    """A measure's mean over the `n` rows that bear on it, with its 95 % interval."""

    mean: float
    low: float
    high: float
    n: int

    @classmethod
    def over(cls, values: Iterable[float]) -> Figure:
        got: Interval = interval(list(values))
        return cls(mean=got.mean, low=got.low, high=got.high, n=got.n)


class Timing(_Frozen):
    """Milliseconds a question; kept apart from the figures, which are the same on every run."""

    p50: float
    p95: float
    each: tuple[float, ...]

    @classmethod
    def over(cls, milliseconds: Iterable[float]) -> Timing:
        import numpy as np

        each = tuple(round(value, 3) for value in milliseconds)
        p50, p95 = np.percentile(each, (50, 95)) if each else (0.0, 0.0)
        return cls(p50=float(p50), p95=float(p95), each=each)


class Result(_Frozen):
    """An evaluation as saved to JSON."""

    what: Literal["retrieval", "answers"]
    name: str
    data: str  # which questions: "yiju dev", "stard test"
    measures: tuple[str, ...]
    figures: dict[str, Figure]
    rows: tuple[Row, ...]
    timing: Timing
    provenance: Provenance

    @property
    def main_measure(self) -> str:
        """The one that ranks settings and sorts questions into right and wrong."""
        return self.measures[0]

    @property
    def sealed(self) -> bool:
        """Whether this is a test split, whose questions are reported on and never looked at."""
        return self.data.split()[-1:] == ["test"]

    @property
    def misses(self) -> tuple[Row, ...]:
        """Rows that were not got right, and answers with faults."""
        return tuple(
            row
            for row in self.rows
            if row.faults or any(row.values.get(name, 1.0) < 1.0 for name in DECISIVE)
        )

    def save(self, path: Path) -> None:
        path.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Result:
        try:
            return cls.model_validate_json(path.read_bytes())
        except OSError as error:
            raise EvalError(f"cannot read {path}: {error.strerror}") from error
        except ValidationError as error:
            raise EvalError(
                f"{path} is no saved evaluation; make one with `yiju eval retrieval --out FOLDER`"
            ) from error


def figures(rows: Iterable[Row], measures: Iterable[str]) -> dict[str, Figure]:
    """Mean and interval of each measure over the rows that have it; none of them, no figure."""
    rows = tuple(rows)
    columns = {name: [row.values[name] for row in rows if name in row.values] for name in measures}
    return {name: Figure.over(column) for name, column in columns.items() if column}


def by_group(result: Result, group: Group) -> dict[str, dict[str, Figure]]:
    """The figures of each kind, voice, document or status, in alphabetical order."""
    members: dict[str, list[Row]] = {}
    for row in result.rows:
        if name := getattr(row, group):
            members.setdefault(name, []).append(row)
    grouped = {name: figures(members[name], result.measures) for name in sorted(members)}
    return {name: held for name, held in grouped.items() if held}
