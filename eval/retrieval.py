"""Evaluate a search: run the questions, score the rankings, keep what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from time import perf_counter

from assistant import Assistant
from corpus import Library
from eval.provenance import Provenance, provenance_of
from eval.question_sets import QuestionSet, as_row, read_set
from eval.ranking import SHORT, ranking_values
from eval.results import Place, Result, Row, Timing, figures
from eval.trec import read_run, write_qrels, write_run
from index import Hit, Progress

SEARCHED = frozenset({"responsibility", "measures", "fact", "comparison", "none"})
"""Kinds whose clause is searched for. The others are looked up: clause numbers, a department's
whole list, a document's number and date."""

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
    progress: Progress | None = None,
) -> Result:
    """Ask every row's question and measure the ranking against the clauses it expects.

    Rows that expect nothing (questions to be refused) are asked as well, for the confidence of
    their best hit, and bear on no measure.
    """
    searched, milliseconds, rows = [], [], list(rows)
    for done, row in enumerate(rows, start=1):
        began = perf_counter()
        found = tuple(search(row.question, depth))
        milliseconds.append(1000 * (perf_counter() - began))
        confidence = found[0].score if found else 0.0
        searched.append(row.model_copy(update={"found": found, "confidence": confidence}))
        if progress:
            progress(name, done, len(rows))
    scored = _scored(searched, measures)
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


def evaluate_run(path: Path, question_set: QuestionSet, library: Library) -> Result:
    """Score a TREC run file that any search made for the set's questions, clause ids as found."""
    run = read_run(path)
    rows = [
        row.model_copy(
            update={"found": tuple(Place(clause=one, score=at) for one, at in run.get(row.id, ()))}
        )
        for row in searched_rows(library, question_set)
    ]
    scored = _scored(rows, SHORT)
    return Result(
        what="retrieval",
        name=path.stem,
        data=question_set.name,
        measures=SHORT,
        figures=figures(scored, SHORT),
        rows=scored,
        timing=Timing.over(()),
        provenance=provenance_of(library.fingerprint, question_set.files, None),
    )


def _scored(rows: Sequence[Row], measures: Sequence[str]) -> tuple[Row, ...]:
    values = ranking_values(_qrels(rows), _run(rows), measures)
    return tuple(row.model_copy(update={"values": values.get(row.id, {})}) for row in rows)


def evaluate_retrieval(
    assistant: Assistant,
    question_set: QuestionSet | None = None,
    name: str = "default",
    *,
    as_typed: bool = False,
    progress: Progress | None = None,
) -> Result:
    """Search as the assistant does when it is asked (`Assistant.look_up`).

    With `as_typed`, the question itself is searched for in all documents, which measures the
    index alone. Only questions whose clause is searched for are asked (see SEARCHED).
    """
    question_set = question_set or read_set()
    return evaluate_search(
        name,
        question_set.name,
        searched_rows(assistant.library, question_set),
        search_as_typed(assistant) if as_typed else search_as_looked_up(assistant),
        index_provenance(assistant, question_set),
        progress=progress,
    )


def search_as_looked_up(assistant: Assistant) -> Search:
    """What the assistant makes its answer from."""
    return lambda question, k: places(assistant.look_up(question)[:k])


def search_as_typed(assistant: Assistant) -> Search:
    """For the question itself, in all documents."""
    return lambda question, k: places(assistant.search(question, k))


def searched_rows(library: Library, question_set: QuestionSet) -> list[Row]:
    """A row for each question of the set whose clause is searched for."""
    return [
        as_row(question.id, question, library)
        for question in question_set.questions
        if question.kind in SEARCHED
    ]


def index_provenance(assistant: Assistant, question_set: QuestionSet) -> Provenance:
    """What figures on a question set rest on."""
    return provenance_of(
        assistant.library.fingerprint, question_set.files, assistant.index.settings
    )


def places(hits: Collection[Hit]) -> list[Place]:
    """Hits as a result keeps them."""
    return [
        Place(
            clause=hit.clause.id,
            label=f"《{hit.clause.document.title}》{hit.clause.label}",
            score=hit.score,
        )
        for hit in hits
    ]


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
