"""Runs and judgements, in memory and as the text files every TREC tool reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from eval.errors import EvalError

Ranking = Sequence[tuple[str, float]]
"""One query's found ids with their scores, best first."""
Run = Mapping[str, Ranking]
"""Query id to ranking."""
Qrels = Mapping[str, Mapping[str, int]]
"""Query id to judged id to grade; 0 is judged and not relevant."""


def falling(ranking: Ranking) -> list[tuple[str, float]]:
    """The ranking with scores that fall strictly, so that no tool breaks ties its own way.

    trec_eval keeps scores in single precision and orders ties by id; a tied or rounded score is
    therefore lowered to the next single-precision number.
    """
    strict: list[tuple[str, float]] = []
    ceiling = np.float32(np.inf)
    for found, score in ranking:
        ceiling = min(np.float32(score), np.nextafter(ceiling, np.float32(-np.inf)))
        strict.append((found, float(ceiling)))
    return strict


def write_run(path: Path, run: Run, name: str) -> None:
    """Write `query Q0 id rank score name` lines; ids must hold no blanks."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for query, ranking in run.items():
            for rank, (found, score) in enumerate(falling(ranking), start=1):
                file.write(f"{query} Q0 {found} {rank} {score!r} {name}\n")


def read_run(path: Path) -> dict[str, list[tuple[str, float]]]:
    """Read a run file; a query's lines are ordered by score, as trec_eval does, not by rank."""
    run: dict[str, list[tuple[str, float]]] = {}
    for number, fields in _lines(path):
        try:
            run.setdefault(fields[0], []).append((fields[2], float(fields[4])))
        except ValueError as error:
            raise EvalError(f"{path}, line {number}: the score {fields[4]} is no number") from error
    for ranking in run.values():
        ranking.sort(key=lambda pair: -pair[1])
    return run


def write_qrels(path: Path, qrels: Qrels) -> None:
    """Write `query 0 id grade` lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for query, judged in qrels.items():
            for found, grade in judged.items():
                file.write(f"{query} 0 {found} {grade}\n")


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The fields of each line that is not blank, with its number."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"cannot read {path}: {error}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        fields = line.split()
        if len(fields) != 6:
            raise EvalError(f"{path}, line {number}: 6 columns wanted, {len(fields)} found")
        yield number, fields
