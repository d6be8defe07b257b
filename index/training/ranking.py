"""Learns data/ranking.json.

    yiju eval asked --out ASKED.jsonl
    python -m index.training.ranking --stard DIR [--asked ASKED.jsonl]

For policy papers ("clauses") the teachers are the phrasings, each asked of its paper as if it were
not in the index, and what the assistant looks up for the dev half of the question set and for the
strangers, each as if it were not in the index; for plain texts ("passages") STARD's train
questions. For these, adapters are trained anew without the questions whose features they give, so
that no weight is learned from what an adapter knows by heart; so are the turns under which
phrasings are held against phrasings. STARD's train questions also teach what a question looks like
that the papers do not answer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors, open_encoder
from index.features import FEATURES, Rows, Scorer
from index.passage_index import PACKAGED, PassageIndex
from index.passages import Passage
from index.questions import QuestionVectors
from index.ranking import ABSOLUTE, ASKED, Ranking
from index.retriever import ALL, CANDIDATES, Retriever, asked_of
from index.settings import Settings
from index.strangers import read_strangers
from index.training.adapter import FOLDS, Teacher
from index.training.contrastive import fit
from index.training.likeness import Questions, fit_likeness
from index.training.linear import Array, Sample, fit_distance, fit_order, fit_probability
from index.training.questions import Pairs, beir_pairs, phrasing_pairs
from index.training_queries import TrainingQuery, read_training_queries

KEPT = 100  # candidates of a question that teach
TEN = 10
SHOWN = 5  # of these, how many teach the probability
# How much questions count: of the set, of another field, phrasings, STARD's.
DEV_WEIGHT, STRANGER_WEIGHT, PHRASING_WEIGHT, STARD_WEIGHT = 8.0, 2.0, 0.25, 0.5
RIDGE = 1e-4


class Classroom:
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
        vectors = QuestionVectors.of(raw, self._adapter)
        question = self._retriever.reader.read(text, vectors)
        rows = np.arange(len(self._retriever.passages)) if scope is None else scope
        if len(rows) > ALL:
            found = self._scorer.candidates(question, CANDIDATES)
            rows = np.union1d(found, np.array(sorted(gold), np.int64))
        features = self._scorer.features(question, rows, hidden)
        right = np.isin(rows, list(gold))
        likely = np.argsort(-Ranking.plain().order(features))[:KEPT]
        kept = np.union1d(likely, np.flatnonzero(right))
        asked = asked_of(question, self._scorer.familiar(question, hidden, strange))
        written = np.array([self._scorer.written(question, int(rows[row])) for row in kept])
        return Sample(features[kept], right[kept], asked, written, weight)


def learn(samples: Sequence[Sample], judged: Sequence[Sample] = ()) -> Ranking:
    """Weights of the order from `samples`, then of the probability.

    Where there are `judged` questions, some with an answer and some without, the best passage's
    probability is that there is an answer; without them, that the best passage is one.
    """
    weights = fit_order(samples)
    evidence, right, weight = [], [], []
    behind: list[tuple[Array, NDArray[np.bool_], float]] = []
    for sample in judged or samples:
        order = sample.features @ weights
        places = np.argsort(-order)[:SHOWN]
        best = sample.features[places[0]]
        evidence.append([best[FEATURES.index(name)] for name in ABSOLUTE])
        said = sample.of_best(int(places[0]))
        evidence[-1] += [said[name] for name in ASKED]
        right.append(bool(sample.gold.any() if judged else sample.gold[places[0]]))
        weight.append(sample.weight)
        behind.append((order[places] - order[places[0]], sample.gold[places], sample.weight))
    fitted = fit_probability(np.array(evidence), np.array(right), np.array(weight), RIDGE)
    *evidence_weights, bias = fitted.tolist()
    return Ranking(
        weights=_named(FEATURES, weights.tolist()),
        behind=fit_distance(np.array(evidence) @ fitted[:-1] + bias, behind),
        evidence=_named((*ABSOLUTE, *ASKED), evidence_weights),
        bias=bias,
    )


def _named(names: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    """Weights by name, those that were learned to be nothing left out."""
    rounded = ((name, float(f"{value:.4g}")) for name, value in zip(names, values, strict=True))
    return {name: value for name, value in rounded if value > 1e-6}


def checked(
    asked: Sequence[Sequence[Sample]], always: Sequence[Sample], *, judged: bool = False
) -> str:
    """Figures of questions whose weights were learned without them, and always with others.

    Of a question that is there in several ways the first is measured. `judged` tells that they
    teach whether there is an answer.
    """
    ranks, chances = [], []
    for fold in range(FOLDS):
        seen = [s for at, ways in enumerate(asked) if at % FOLDS != fold for s in ways]
        ranking = learn([*seen, *always], seen if judged else ())
        for sample in (ways[0] for ways in asked[fold::FOLDS]):
            order = ranking.order(sample.features)
            place = np.argsort(-order)
            best = sample.features[place[0]]
            said = sample.of_best(int(place[0]))
            chance = ranking.probabilities(order, best, said).max()
            chances.append((float(chance), bool(sample.gold.any())))
            if sample.gold.any():
                ranks.append(int(np.flatnonzero(sample.gold[place])[0]))
    first = np.mean([rank == 0 for rank in ranks])
    reciprocal = np.mean([1 / (rank + 1) if rank < TEN else 0 for rank in ranks])
    return (
        f"right first {first:.3f}, MRR@10 {reciprocal:.3f} of {len(ranks)}; "
        f"answerable above unanswerable {_auc(chances):.3f}"
    )


def _auc(chances: Sequence[tuple[float, bool]]) -> float:
    """Share of pairs (answerable, unanswerable) in the right order; nan without a pair."""
    yes = np.array([chance for chance, answerable in chances if answerable])
    no = np.array([chance for chance, answerable in chances if not answerable])
    if not len(yes) or not len(no):
        return float("nan")
    return float((yes[:, None] > no[None]).mean())


class Papers:
    """The policy papers as a classroom: questions asked of all of them, or of some."""

    def __init__(self, pairs: Pairs, encoder: Encoder) -> None:
        self.pairs = pairs
        self.encoder = encoder
        index = PassageIndex.open(
            PACKAGED, pairs.passages, profile="clauses", strangers=read_strangers()
        )
        self.retriever = index.retriever
        adapter = Adapter.packaged()
        self.room = Classroom(self.retriever, adapter)
        self.rooms, self.folds = self._held_out(adapter)
        self.row_of = {p.id: row for row, p in enumerate(pairs.passages)}
        self.paper_of = np.array([p.id.split("/")[0] for p in pairs.passages])

    def _held_out(self, adapter: Adapter) -> tuple[list[Classroom], NDArray[np.int64]]:
        """For each fold a classroom whose likeness has not seen it, and the fold of each phrasing.

        A stranger's fold is its place modulo `FOLDS`.
        """
        questions = Questions.of(self.retriever.fields, [p.id for p in self.pairs.passages])
        asks = self.pairs.folds(FOLDS, by="question")
        strangers = np.arange(len(questions.strangers)) % FOLDS
        rooms = []
        for fold in range(FOLDS):
            likeness = fit_likeness(questions.only(asks != fold, strangers != fold))
            rooms.append(Classroom(self.retriever, replace(adapter, likeness=likeness)))
        return rooms, asks

    def phrasings(self) -> Iterator[Sample]:
        """Each phrasing, as if it were not indexed, asked of its own paper.

        Of all papers it would be a riddle: a clause's twin in another paper still has its own
        phrasings, so the ranking would learn to distrust these.
        """
        vectors = Teacher.of(self.pairs, "phrasings", self.encoder).questions
        for at, (text, gold) in enumerate(zip(self.pairs.questions, self.pairs.gold, strict=True)):
            own = self._papers(gold)
            yield self.rooms[self.folds[at]].sample(
                text, vectors[at], gold, hidden=[at], scope=own, weight=PHRASING_WEIGHT
            )

    def asked(self, asked: TrainingQuery) -> Sample:
        """What was looked up for a question, in its scope; a stranger does not meet itself."""
        raw = self.encoder.encode_queries([self.retriever.reader.simplify(asked.query)])[0]
        rows = np.flatnonzero(np.isin(self.paper_of, asked.documents))
        gold = frozenset(row for name in asked.gold if (row := self.row_of.get(name)) is not None)
        foreign = asked.stranger is not None
        room = self.room if asked.stranger is None else self.rooms[asked.stranger % FOLDS]
        return room.sample(
            asked.query,
            raw,
            gold,
            strange=[asked.stranger] if asked.stranger is not None else (),
            scope=rows if asked.documents else None,
            weight=STRANGER_WEIGHT if foreign else DEV_WEIGHT,
        )

    def _papers(self, rows: Collection[int]) -> Rows:
        return np.flatnonzero(np.isin(self.paper_of, self.paper_of[list(rows)]))


def learn_clauses(stard: Teacher, encoder: Encoder, asked: Path | None) -> Ranking:
    """Weights for policy papers."""
    library = Library.packaged()
    papers = Papers(phrasing_pairs(library), encoder)
    phrasings = list(papers.phrasings())
    print("phrasings, each hidden, within its paper:", checked([[s] for s in phrasings], []))
    foreign = zip(stard.pairs.questions[::2], stard.questions[::2], strict=True)
    always = [papers.room.sample(text, raw, weight=STARD_WEIGHT) for text, raw in foreign]
    always += phrasings
    queries = read_training_queries(asked) if asked else []
    real = [(each, papers.asked(each)) for each in queries]
    own = [[sample] for each, sample in real if each.stranger is None]
    strangers = [[sample] for each, sample in real if each.stranger is not None]
    if own:
        print("dev questions and strangers:", checked([*own, *strangers], always, judged=True))
    taught = [sample for _, sample in real]
    return learn([*always, *taught], taught)


def learn_passages(stard: Teacher, encoder: Encoder) -> Ranking:
    """Weights for plain texts, without phrasings and with: the train questions of other folds."""
    pairs = stard.pairs
    passages, place_of = with_asks(pairs)
    retriever = PassageIndex.open("stard", passages).retriever
    folds = pairs.folds(FOLDS, by="question")
    likeness = Adapter.packaged().likeness
    everything = range(len(retriever.fields.owners))
    samples: list[list[Sample]] = []
    for fold in range(FOLDS):
        adapter = fit([stard.examples(folds != fold)], encoder.name)
        room = Classroom(retriever, replace(adapter, likeness=likeness))
        held = np.flatnonzero(folds == fold).tolist()
        hidden = [place for at in held for place in place_of[at]]
        for at in held:
            asked = pairs.questions[at], stard.questions[at], pairs.gold[at]
            samples.append(
                [
                    room.sample(*asked, hidden=way, weight=STARD_WEIGHT)
                    for way in (everything, hidden)
                ]
            )
    print("STARD train, without phrasings:", checked(samples, []))
    print("STARD train, with:", checked([ways[::-1] for ways in samples], []))
    return learn([sample for ways in samples for sample in ways])


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


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m index.training.ranking")
    parser.add_argument("--stard", type=Path, required=True, help="folder of STARD in BEIR form")
    parser.add_argument("--asked", type=Path, help="what `yiju eval asked` has written")
    arguments = parser.parse_args()
    encoder = open_encoder(Settings().encoder)
    assert encoder is not None  # the bundled one is the default
    stard = Teacher.of(beir_pairs(arguments.stard, "train"), "stard", encoder)
    profiles = {
        "clauses": learn_clauses(stard, encoder, arguments.asked),
        "passages": learn_passages(stard, encoder),
    }
    text = json.dumps({name: each.model_dump() for name, each in profiles.items()}, indent=1)
    Path(str(files("index") / "data" / "ranking.json")).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
