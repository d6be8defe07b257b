"""Learns data/adapter.npz.

    python -m index.training.adapter --stard DIR

DIR is STARD in BEIR form; its `train` questions teach, its `test` questions are not read. The
phrasings of the packaged papers teach as well. Prints what each source gains on clauses whose own
phrasings were held out, then learns from everything and writes the file. Encoding STARD's articles
takes some ten minutes the first time.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from filelock import FileLock

from corpus import Library
from index.adapter import Adapter
from index.encoders import Encoder, Vectors, open_encoder
from index.passage_index import vectors_file
from index.settings import Settings
from index.training.contrastive import Examples, fit
from index.training.questions import Pairs, beir_pairs, phrasing_pairs
from index.vectors import VectorStore

FOLDS = 2


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
        with FileLock(file.with_suffix(".lock")):
            store = VectorStore(file, encoder)
            texts = [p.embedded for p in pairs.passages]
            found = cls(
                pairs, store.vectors(pairs.questions, "query"), store.vectors(texts, "passage")
            )
            store.keep(texts, pairs.questions)
        return found

    def examples(self, chosen: np.ndarray | None = None) -> Examples:
        """All questions, or those where `chosen` is true."""
        places = range(len(self.questions)) if chosen is None else np.flatnonzero(chosen).tolist()
        gold = [self.pairs.gold[place] for place in places]
        return Examples(self.questions[list(places)], self.passages, gold)


def held_out(stard: Teacher, phrasings: Teacher, encoder: str) -> Iterator[tuple[str, float]]:
    """Share of phrasings whose clause is nearest, none of its phrasings seen in training."""
    folds = phrasings.pairs.folds(FOLDS)
    runs: dict[str, list[float]] = {}
    taught_by_stard = fit([stard.examples()], encoder)
    for fold in range(FOLDS):
        seen, asked = phrasings.examples(folds != fold), phrasings.examples(folds == fold)
        adapters = {
            "no adapter": None,
            "STARD": taught_by_stard,
            "phrasings": fit([seen], encoder),
            "STARD and phrasings": fit([stard.examples(), seen], encoder),
        }
        for name, adapter in adapters.items():
            runs.setdefault(name, []).extend(_first(adapter, asked))
    for name, right in runs.items():
        yield name, float(np.mean(right))


def _first(adapter: Adapter | None, examples: Examples) -> list[float]:
    questions, passages = examples.questions, examples.passages
    if adapter is not None:
        questions, passages = adapter.turn(questions), adapter.turn_passages(passages)
    best = (questions @ passages.T).argmax(1).tolist()
    return [float(row in gold) for row, gold in zip(best, examples.gold, strict=True)]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m index.training.adapter")
    parser.add_argument("--stard", type=Path, required=True, help="folder of STARD in BEIR form")
    parser.add_argument("--skip-check", action="store_true", help="learn without measuring first")
    arguments = parser.parse_args()
    encoder = open_encoder(Settings().encoder)
    assert encoder is not None  # the bundled one is the default
    stard = Teacher.of(beir_pairs(arguments.stard, "train"), "stard", encoder)
    phrasings = Teacher.of(phrasing_pairs(Library.packaged()), "phrasings", encoder)
    if not arguments.skip_check:
        for name, share in held_out(stard, phrasings, encoder.name):
            print(f"{name}: {share:.3f} right clause nearest, phrasings held out")
    learned = fit([stard.examples(), phrasings.examples()], encoder.name)
    learned.write(Path(str(files("index") / "data" / "adapter.npz")))


if __name__ == "__main__":
    main()
