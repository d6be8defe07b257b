"""Learns data/adapter.npz.

    python -m index.training.adapter --stard DIR

DIR is STARD in BEIR form; its ``train`` questions teach how questions and passages belong together,
its ``test`` questions are not read. The phrasings of the packaged papers and the strangers teach
which questions belong together. Prints what either does for phrasings from which it has learned
nothing. Encoding STARD's articles takes some ten minutes the first time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import numpy as np

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors, open_encoder
from index.passage_index import PACKAGED, PassageIndex, vectors_file
from index.settings import Settings
from index.strangers import read_strangers
from index.training.contrastive import Examples, fit
from index.training.likeness import Questions, fit_likeness
from index.training.questions import Pairs, beir_pairs, phrasing_pairs
from index.vectors import VectorStore

FOLDS = 3


@dataclass(frozen=True)
class Teacher:
    """A set of pairs with their vectors."""

    pairs: Pairs
    questions: Vectors
    passages: Vectors

    @classmethod
    def of(cls, pairs: Pairs, name: str, encoder: Encoder) -> Teacher:
        """Vectors from the index's own store of that name; what is missing is encoded."""
        file = vectors_file(Settings().cache_folder(), name, encoder)
        store = VectorStore(file, encoder)
        texts = [p.embedded for p in pairs.passages]
        with store.locked():
            store.encode(store.missing(pairs.questions, "query"), "query")
            store.encode(store.missing(texts, "passage"), "passage")
            store.keep(texts, pairs.questions)
        return cls(pairs, store.vectors(pairs.questions, "query"), store.vectors(texts, "passage"))

    def examples(self, chosen: np.ndarray | None = None) -> Examples:
        """All questions, or those where ``chosen`` is true."""
        places = range(len(self.questions)) if chosen is None else np.flatnonzero(chosen).tolist()
        gold = [self.pairs.gold[place] for place in places]
        return Examples(self.questions[list(places)], self.passages, gold)


def carried_over(adapter: Adapter, examples: Examples) -> Iterator[tuple[str, float]]:
    """Share of questions whose passage is nearest, for each way of using the adapter."""
    questions, passages = examples.questions, examples.passages
    yield "no adapter", _first(questions, passages, examples.gold)
    half = adapter.turn(questions, 0.5)
    yield "half of it, questions only", _first(half, passages, examples.gold)
    whole, turned = adapter.turn(questions), adapter.turn_passages(passages)
    yield "the whole, both sides", _first(whole, turned, examples.gold)


def questions_of(pairs: Pairs) -> Questions:
    """The phrasings and the strangers, to be held against each other."""
    index = PassageIndex.open(
        PACKAGED, pairs.passages, Settings(adapter=False), strangers=read_strangers()
    )
    return Questions.of(index.retriever.fields, [p.id for p in pairs.passages])


def nearest_alike(questions: Questions, folds: np.ndarray) -> Iterator[tuple[str, float]]:
    """Of the phrasings in fold 0, whose nearest one among the others is of the same clause."""
    taught = questions.only(folds != 0, np.ones(len(questions.strangers), bool))
    held, owners = questions.vectors[folds == 0], questions.owners[folds == 0]
    size = held.shape[1]
    for name, turn in (("plain", np.zeros((size, size))), ("turned", fit_likeness(taught))):
        ours, others = (x + x @ turn.T for x in (held, taught.vectors))
        others /= np.linalg.norm(others, axis=1, keepdims=True)
        nearest = taught.owners[(ours @ others.T).argmax(1)]
        yield name, float(np.mean(questions.alike[nearest, owners]))


def _first(questions: Vectors, passages: Vectors, gold: Sequence[frozenset[int]]) -> float:
    best = (questions @ passages.T).argmax(1).tolist()
    return float(np.mean([row in rows for row, rows in zip(best, gold, strict=True)]))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m index.training.adapter")
    parser.add_argument("--stard", type=Path, required=True, help="folder of STARD in BEIR form")
    arguments = parser.parse_args()
    encoder = open_encoder(Settings().encoder)
    assert encoder is not None  # the bundled one is the default
    stard = Teacher.of(beir_pairs(arguments.stard, "train"), "stard", encoder)
    phrasings = Teacher.of(phrasing_pairs(Library.packaged()), "phrasings", encoder)
    learned = fit([stard.examples()], encoder.name)
    for name, share in carried_over(learned, phrasings.examples()):
        print(f"phrasings, right clause nearest, {name}: {share:.3f}")
    questions = questions_of(phrasings.pairs)
    for name, share in nearest_alike(questions, phrasings.pairs.folds(FOLDS, by="question")):
        print(f"phrasings of a fold held out, nearest other one of the clause, {name}: {share:.3f}")
    learned = replace(learned, likeness=fit_likeness(questions))
    learned.write(Path(str(files("index") / "data" / "adapter.npz")))


if __name__ == "__main__":
    main()
