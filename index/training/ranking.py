"""Learns data/ranking.json.

    python -m index.training.ranking --stard DIR [--dev eval/datasets/yiju/questions.jsonl]

For policy papers ("clauses") the teachers are the phrasings, each asked as if it were not in the
index, and the dev half of the question set; for plain texts ("passages") STARD's train questions.
For these, adapters are trained anew without the questions whose features they give, so that no
weight is learned from what an adapter knows by heart. STARD's train questions also teach what a
question looks like that the papers do not answer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors, open_encoder
from index.features import FEATURES, Scorer
from index.passage_index import PassageIndex
from index.passages import Passage
from index.questions import QuestionVectors
from index.ranking import ABSOLUTE, Ranking
from index.retriever import ALL, CANDIDATES, Retriever, known_share
from index.settings import Settings
from index.training.adapter import Teacher
from index.training.contrastive import fit
from index.training.linear import Sample, fit_order, fit_probability
from index.training.questions import Pairs, beir_pairs, dev_pairs, phrasing_pairs

FOLDS = 3
KEPT = 100  # candidates of a question that teach
SHOWN = 5  # of these, how many teach the probability
DEV_WEIGHT = 8.0  # a real question counts this much of a phrasing
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
        hidden: Collection[int] = (),
        weight: float = 1.0,
    ) -> Sample:
        """The likeliest candidates and the gold ones, with their features."""
        vectors = QuestionVectors.of(raw, self._adapter)
        question = self._retriever.reader.read(text, vectors)
        rows = np.arange(len(self._retriever.passages))
        if len(rows) > ALL:
            found = self._scorer.candidates(question, CANDIDATES)
            rows = np.union1d(found, np.array(sorted(gold), np.int64))
        features = self._scorer.features(question, rows, hidden)
        right = np.isin(rows, list(gold))
        likely = np.argsort(-Ranking.plain().order(features))[:KEPT]
        kept = np.union1d(likely, np.flatnonzero(right))
        return Sample(features[kept], right[kept], known_share(question), weight)


def learn(samples: Sequence[Sample]) -> Ranking:
    """Weights of the order, then of the probability, from the same samples."""
    weights = fit_order(samples)
    rows, right, weight = [], [], []
    for sample in samples:
        order = sample.features @ weights
        places = np.argsort(-order)[:SHOWN]
        best = sample.features[places[0]]
        evidence = [best[FEATURES.index(name)] for name in ABSOLUTE] + [sample.known]
        for place in places:
            rows.append([order[place] - order[places[0]], *evidence])
            right.append(sample.gold[place])
            weight.append(sample.weight)
    fitted = fit_probability(np.array(rows), np.array(right), np.array(weight), RIDGE)
    behind, *evidence_weights, bias = fitted.tolist()
    return Ranking(
        weights=_named(FEATURES, weights.tolist()),
        behind=behind,
        evidence=_named((*ABSOLUTE, "known"), evidence_weights),
        bias=bias,
    )


def _named(names: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    """Weights by name, those that were learned to be nothing left out."""
    rounded = ((name, float(f"{value:.4g}")) for name, value in zip(names, values, strict=True))
    return {name: value for name, value in rounded if value > 1e-6}


def checked(samples: Sequence[Sample], always: Sequence[Sample]) -> str:
    """Figures of questions whose weights were learned without them (and always with others)."""
    first, reciprocal, asked, refusals = 0.0, 0.0, 0, []
    for fold in range(FOLDS):
        seen = [s for at, s in enumerate(samples) if at % FOLDS != fold]
        ranking = learn([*seen, *always])
        for s in samples[fold::FOLDS]:
            order = ranking.order(s.features)
            place = np.argsort(-order)
            chance = ranking.probabilities(order, s.features[place[0]], s.known)[place[0]]
            refusals.append((float(chance), bool(s.gold.any())))
            if s.gold.any():
                rank = int(np.flatnonzero(s.gold[place])[0])
                first += rank == 0
                reciprocal += 1 / (rank + 1) if rank < 10 else 0
                asked += 1
    return (
        f"right first {first / asked:.3f}, MRR@10 {reciprocal / asked:.3f} of {asked}; "
        f"answerable above unanswerable {_auc(refusals):.3f}"
    )


def _auc(chances: Sequence[tuple[float, bool]]) -> float:
    """Share of pairs (answerable, unanswerable) in the right order; nan without a pair."""
    yes = np.array([chance for chance, answerable in chances if answerable])
    no = np.array([chance for chance, answerable in chances if not answerable])
    if not len(yes) or not len(no):
        return float("nan")
    return float((yes[:, None] > no[None]).mean())


def clause_samples(room: Classroom, pairs: Pairs, vectors: Vectors) -> Iterator[Sample]:
    """Phrasings asked as if they were not indexed, and as if their clause had none."""
    owners = np.array([min(gold) for gold in pairs.gold])
    for at, (text, gold) in enumerate(zip(pairs.questions, pairs.gold, strict=True)):
        yield room.sample(text, vectors[at], gold, [at], weight=0.5)
        siblings = np.flatnonzero(owners == owners[at]).tolist()
        yield room.sample(text, vectors[at], gold, siblings, weight=0.5)


def learn_clauses(stard: Teacher, encoder: Encoder, dev: Path | None) -> Ranking:
    """Weights for policy papers."""
    library = Library.packaged()
    pairs = phrasing_pairs(library)
    retriever = PassageIndex.open("packaged", pairs.passages, profile="clauses").retriever
    teacher = Teacher.of(pairs, "phrasings", encoder)
    room = Classroom(retriever, Adapter.packaged())
    phrasings = list(clause_samples(room, pairs, teacher.questions))
    print("phrasings, their own hidden:", checked(phrasings[::2], []))
    print("phrasings, their clause's all hidden:", checked(phrasings[1::2], []))

    foreign = stard.pairs.questions[::2]
    strangers = [
        room.sample(text, raw, weight=0.5)
        for text, raw in zip(foreign, stard.questions[::2], strict=True)
    ]
    real: list[Sample] = []
    if dev is not None:
        asked, unanswerable = dev_pairs(library, dev)
        for text, gold in zip(asked.questions, asked.gold, strict=True):
            raw = encoder.encode_queries([retriever.reader.simplify(text)])[0]
            real.append(room.sample(text, raw, gold, weight=DEV_WEIGHT))
        for text in unanswerable:
            raw = encoder.encode_queries([retriever.reader.simplify(text)])[0]
            real.append(room.sample(text, raw, weight=DEV_WEIGHT))
        print("dev questions:", checked(real, [*phrasings, *strangers]))
    return learn([*phrasings, *strangers, *real])


def learn_passages(stard: Teacher, encoder: Encoder) -> Ranking:
    """Weights for plain texts; train questions of other folds are the passages' phrasings."""
    pairs = stard.pairs
    passages, place_of = with_asks(pairs)
    retriever = PassageIndex.open("stard", passages).retriever
    folds = pairs.folds(FOLDS, by="question")
    samples: list[Sample] = []
    for fold in range(FOLDS):
        room = Classroom(retriever, fit([stard.examples(folds != fold)], encoder.name))
        held = np.flatnonzero(folds == fold).tolist()
        hidden = [place for at in held for place in place_of[at]]
        samples += [
            room.sample(pairs.questions[at], stard.questions[at], pairs.gold[at], hidden)
            for at in held
        ]
    print("STARD train, cross-validated:", checked(samples, []))
    return learn(samples)


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
    parser.add_argument("--dev", type=Path, help="questions.jsonl; its dev half teaches")
    arguments = parser.parse_args()
    encoder = open_encoder(Settings().encoder)
    assert encoder is not None  # the bundled one is the default
    stard = Teacher.of(beir_pairs(arguments.stard, "train"), "stard", encoder)
    profiles = {
        "clauses": learn_clauses(stard, encoder, arguments.dev),
        "passages": learn_passages(stard, encoder),
    }
    text = json.dumps({name: each.model_dump() for name, each in profiles.items()}, indent=1)
    Path(str(files("index") / "data" / "ranking.json")).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
