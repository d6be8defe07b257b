"""Learns data/adapter.npz.

    python -m index.training.adapter --stard DIR

DIR is STARD in BEIR form; its `train` questions teach, its `test` questions are not read. Prints
what the adapter does for the phrasings of the packaged papers, from which it learns nothing.
Encoding STARD's articles takes some ten minutes the first time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors, open_encoder
from index.passage_index import vectors_file
from index.settings import Settings
from index.training.contrastive import Examples, fit
from index.training.questions import Pairs, beir_pairs, phrasing_pairs
from index.vectors import VectorStore


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
        """All questions, or those where `chosen` is true."""
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
    learned.write(Path(str(files("index") / "data" / "adapter.npz")))


if __name__ == "__main__":
    main()
