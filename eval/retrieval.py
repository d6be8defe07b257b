"""Evaluate a search: run the questions, score the rankings, keep what was found."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter

from .provenance import Provenance
from .ranking import SHORT, ranking_values
from .results import Place, Result, Row, Timing, figures
from .trec import write_qrels, write_run

Search = Callable[[str, int], Sequence[Place]]
"""Query and depth to the places found, best first, with scores."""


def evaluate_search(
    name: str,
    data: str,
    rows: Iterable[Row],
    search: Search,
    provenance: Provenance,
    *,
    measures: Sequence[str] = SHORT,
    depth: int = 50,
) -> Result:
    """Ask every row's question and measure the ranking against the clauses it expects.

    Rows that expect nothing (questions to be refused) are asked as well, for the confidence of
    their best hit, and bear on no measure.
    """
    asked, milliseconds = [], []
    for row in rows:
        began = perf_counter()
        found = tuple(search(row.question, depth))
        milliseconds.append(1000 * (perf_counter() - began))
        asked.append(row.model_copy(update={"found": found}))
    values = ranking_values(_qrels(asked), _run(asked), measures)
    scored = tuple(row.model_copy(update={"values": values.get(row.id, {})}) for row in asked)
    return Result(
        what="retrieval",
        name=name,
        data=data,
        measures=tuple(measures),
        figures=figures(scored, measures),
        rows=scored,
        timing=Timing.over(milliseconds),
        provenance=provenance,
    )


def write_trec(folder: Path, result: Result) -> tuple[Path, Path]:
    """Write `run.trec` and `qrels.trec` for other tools; returns their paths."""
    run, qrels = folder / "run.trec", folder / "qrels.trec"
    write_run(run, _run(result.rows), "yiju-" + "-".join(result.name.split()))
    write_qrels(qrels, _qrels(result.rows))
    return run, qrels


def _qrels(rows: Iterable[Row]) -> dict[str, dict[str, int]]:
    return {row.id: {place.clause: 1 for place in row.expected} for row in rows if row.expected}


def _run(rows: Iterable[Row]) -> dict[str, list[tuple[str, float]]]:
    return {row.id: [(place.clause, place.score or 0.0) for place in row.found] for row in rows}
