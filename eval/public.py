"""Evaluate the passage index on a public set in BEIR form."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from eval.beir import BeirSet
from eval.provenance import provenance_of
from eval.ranking import LONG
from eval.readme import markdown_table
from eval.rescoring import Candidate, Score, by_feature, by_rrf, rescored
from eval.results import Place, Result, Row, figures
from eval.retrieval import Search, evaluate_search
from index import PassageIndex, Progress, Settings

PUBLISHED = Path(__file__).with_name("published.toml")
WHOLE = "all"
PARTS: dict[str, Score] = {
    "BM25, words": by_feature("words"),
    "BM25, characters and bigrams": by_feature("grams"),
    "embeddings": by_feature("dense"),
    "BM25 and embeddings, RRF": by_rrf("words", "dense"),
    "embeddings, question adapted": by_feature("adapted"),
    "embeddings, both sides adapted": by_feature("adapted_both"),
}
"""Single ways of searching, reordering the best few hundred of each."""


def evaluate_beir(
    beir: BeirSet,
    settings: Settings | None = None,
    parts: bool = False,
    progress: Progress | None = None,
) -> list[Result]:
    """Search a public set 100 passages deep; with `parts`, first by each single way of searching.

    The last result is the whole search. Building the index encodes every passage once, some 20 ms
    each on two cores; it is kept for the next run.
    """
    settings = settings or Settings()
    index = PassageIndex.open(beir.name, beir.passages, settings, progress)
    searches = {name: _by(index, score) for name, score in PARTS.items()} if parts else {}
    searches[WHOLE] = lambda question, k: [
        Place(clause=hit.id, score=hit.score) for hit in index.search(question, k)
    ]
    known = provenance_of(beir.fingerprint, beir.files, settings)
    data = f"{beir.name} {beir.split}"
    return [
        evaluate_search(
            name, data, _rows(beir), search, known, measures=LONG, depth=100, progress=progress
        )
        for name, search in searches.items()
    ]


def beir_table(beir: BeirSet, results: Sequence[Result]) -> str:
    """The results with the figures published on that set, and what was merged."""
    published = tomllib.loads(PUBLISHED.read_text(encoding="utf-8")).get(beir.name, [])
    lines = [
        [result.name, *(f"{result.figures[measure].mean:.3f}" for measure in LONG)]
        for result in results
    ]
    lines += [
        [f"{one['run']}", *(f"{one[m]:.3f}" if m in one else "" for m in LONG)] for one in published
    ]
    whole = results[-1]
    span = whole.figures["R@10"]
    unseen = figures([row for row in whole.rows if row.id in beir.unseen], ["R@10"])
    note = (
        f"{len(beir.queries)} questions, {len(beir.passages)} passages; {beir.merged} that repeat "
        "another's text are merged with it. R@10 of the whole search: 95 % interval "
        f"{span.low:.3f} to {span.high:.3f}"
    )
    if held := unseen.get("R@10"):
        note += (
            f"; {held.mean:.3f} on the {held.n} questions whose passages answer no question of the "
            "train split"
        )
    return f"{markdown_table([f'{beir.name} {beir.split}', *LONG], lines)}\n\n{note}."


def _rows(beir: BeirSet) -> list[Row]:
    return [
        Row(
            id=query,
            question=text,
            values={},
            expected=tuple(Place(clause=found) for found in beir.qrels[query]),
        )
        for query, text in beir.queries.items()
    ]


def _by(index: PassageIndex, score: Score) -> Search:
    passages = index.retriever.passages

    def search(question: str, k: int) -> list[Place]:
        ranked = index.rank(index.retriever.question(question))
        candidates = [
            Candidate(passages[row].id, ranked.named(place))
            for place, row in enumerate(ranked.rows.tolist())
        ]
        return [Place(clause=name, score=value) for name, value in rescored(candidates, score, k)]

    return search
