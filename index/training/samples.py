"""Questions as the ranking learns from them: each with its candidates' features.

A feature must tell of a question what it will tell of one never seen, so nothing that a question
has taught may speak for it: a phrasing is hidden from the index, a stranger does not meet itself,
and likeness is learned anew without the fold that they are in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors
from index.features import Rows, Scorer
from index.passage_index import PACKAGED, PassageIndex
from index.passages import Passage
from index.questions import QueryVectors
from index.ranking import Ranking
from index.retriever import ALL, CANDIDATES, Retriever, question_signals
from index.strangers import read_strangers
from index.training.adapter import FOLDS, Teacher
from index.training.likeness import Questions, fit_likeness
from index.training.linear import Sample
from index.training.questions import Pairs
from index.training_queries import TrainingQuery

KEPT = 100  # candidates of a question that teach
# How much questions count: of the set, of another field, phrasings, STARD's.
DEV_WEIGHT, STRANGER_WEIGHT, PHRASING_WEIGHT, STARD_WEIGHT = 8.0, 2.0, 0.25, 0.5


class Sampler:
    """One corpus's retriever, with an adapter of its own to compute features with."""

    def __init__(self, retriever: Retriever, adapter: Adapter) -> None:
        self._retriever = retriever
        self._adapter = adapter
        self._scorer = Scorer(retriever.passages, retriever.fields, adapter)

    def sample(
        self,
        text: str,
        raw: Vectors,
        gold: Collection[int] = (),
        *,
        hidden: Collection[int] = (),
        strange: Collection[int] = (),
        scope: Rows | None = None,
        weight: float = 1.0,
    ) -> Sample:
        """The likeliest candidates in scope and the gold ones, with their features.

        Phrasings in ``hidden`` and strangers in ``strange`` do not exist for this question.
        """
        vectors = QueryVectors.of(raw, self._adapter)
        question = self._retriever.reader.read(text, vectors)
        rows = np.arange(len(self._retriever.passages)) if scope is None else scope
        if len(rows) > ALL:
            found = self._scorer.candidates(question, CANDIDATES, scope)
            rows = np.union1d(found, np.array(sorted(gold), np.int64))
        features = self._scorer.features(question, rows, hidden)
        right = np.isin(rows, list(gold))
        likely = np.argsort(-Ranking.plain().order(features))[:KEPT]
        kept = np.union1d(likely, np.flatnonzero(right))
        signals = question_signals(question, self._scorer.familiar(question, hidden, strange))
        written = np.array([self._scorer.written(question, int(rows[row])) for row in kept])
        return Sample(features[kept], right[kept], signals, written, weight)


class PaperSampler:
    """Samples of the policy papers: questions asked of all of them, or of some."""

    def __init__(self, pairs: Pairs, encoder: Encoder) -> None:
        self.pairs = pairs
        self.encoder = encoder
        index = PassageIndex.open(
            PACKAGED,
            pairs.passages,
            profile="clauses",
            strangers=read_strangers(),
            documents=Library.packaged().documents(),
        )
        self.retriever = index.retriever
        adapter = Adapter.packaged()
        self.taught = Sampler(self.retriever, adapter)
        self.untaught, self.folds = self._by_fold(adapter)
        self.row_of = {p.id: row for row, p in enumerate(pairs.passages)}
        self.paper_of = np.array([p.id.split("/")[0] for p in pairs.passages])

    def _by_fold(self, adapter: Adapter) -> tuple[list[Sampler], NDArray[np.int64]]:
        """For each fold a sampler whose likeness has not seen it, and the fold of each phrasing.

        A stranger's fold is its place modulo ``FOLDS``.
        """
        questions = Questions.of(self.retriever.fields, [p.id for p in self.pairs.passages])
        asks = self.pairs.folds(FOLDS, by="question")
        strangers = np.arange(len(questions.strangers)) % FOLDS
        samplers = []
        for fold in range(FOLDS):
            likeness = fit_likeness(questions.only(asks != fold, strangers != fold))
            samplers.append(Sampler(self.retriever, replace(adapter, likeness=likeness)))
        return samplers, asks

    def phrasings(self) -> Iterator[Sample]:
        """Each phrasing, as if it were not indexed, asked of its own paper.

        Of all papers it would be a riddle: a clause's twin in another paper still has its own
        phrasings, so the ranking would learn to distrust these.
        """
        vectors = Teacher.of(self.pairs, "phrasings", self.encoder).questions
        for at, (text, gold) in enumerate(zip(self.pairs.questions, self.pairs.gold, strict=True)):
            own = self._papers(gold)
            yield self.untaught[self.folds[at]].sample(
                text, vectors[at], gold, hidden=[at], scope=own, weight=PHRASING_WEIGHT
            )

    def asked(self, asked: TrainingQuery) -> Sample:
        """What was looked up for a question, in its scope; a stranger does not meet itself."""
        raw = self.encoder.encode_queries([self.retriever.reader.simplify(asked.query)])[0]
        rows = np.flatnonzero(np.isin(self.paper_of, asked.documents))
        gold = frozenset(row for name in asked.gold if (row := self.row_of.get(name)) is not None)
        foreign = asked.stranger is not None
        sampler = self.taught if asked.stranger is None else self.untaught[asked.stranger % FOLDS]
        return sampler.sample(
            asked.query,
            raw,
            gold,
            strange=[asked.stranger] if asked.stranger is not None else (),
            scope=rows if asked.documents else None,
            weight=STRANGER_WEIGHT if foreign else DEV_WEIGHT,
        )

    def _papers(self, rows: Collection[int]) -> Rows:
        return np.flatnonzero(np.isin(self.paper_of, self.paper_of[list(rows)]))


def with_asks(pairs: Pairs) -> tuple[list[Passage], list[list[int]]]:
    """Passages with the questions they answer as phrasings, and each question's places in these."""
    asks: dict[int, list[int]] = {}
    for at, gold in enumerate(pairs.gold):
        for row in gold:
            asks.setdefault(row, []).append(at)
    passages = [
        replace(p, asks=tuple(pairs.questions[at] for at in asks.get(row, ())))
        for row, p in enumerate(pairs.passages)
    ]
    places: list[list[int]] = [[] for _ in pairs.questions]
    for place, at in enumerate(at for row in sorted(asks) for at in asks[row]):
        places[at].append(place)
    return passages, places
