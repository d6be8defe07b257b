"""Questions with the passages that answer them, from the places where such pairs are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus import Library
from index.beir import read_beir_split
from index.passages import Passage, passage_of
from index.phrasings import read_phrasings


@dataclass(frozen=True)
class Pairs:
    """Questions and the rows of their passages.

    Attributes:
        passages: everything that can be found.
        questions: texts.
        gold: for each question, rows of the passages that answer it.
    """

    passages: Sequence[Passage]
    questions: Sequence[str]
    gold: Sequence[frozenset[int]]

    def only(self, places: Sequence[int]) -> Pairs:
        """The questions at some places, over the same passages."""
        return Pairs(
            self.passages, [self.questions[p] for p in places], [self.gold[p] for p in places]
        )

    def folds(
        self, count: int, by: Literal["question", "passage"] = "passage"
    ) -> NDArray[np.int64]:
        """A fold for each question, the same in every run.

        By passage, all questions of a passage share a fold, so a fold is about passages whose
        questions were never seen; by question, each goes where its text's hash says.
        """
        keys = self.questions
        if by == "passage":
            keys = [self.passages[min(gold)].id for gold in self.gold]
        return np.array([hashlib.sha256(key.encode()).digest()[0] % count for key in keys])


def phrasing_pairs(library: Library) -> Pairs:
    """Every phrasing with its clause."""
    passages: list[Passage] = []
    for document in library.documents():
        asks = read_phrasings(document.id)
        passages += [passage_of(c, asks.get(c.path, ())) for c in document.clauses]
    pairs = [(ask, frozenset({row})) for row, p in enumerate(passages) for ask in p.asks]
    return Pairs(passages, [ask for ask, _ in pairs], [gold for _, gold in pairs])


def beir_pairs(folder: Path, split: str) -> Pairs:
    """A split of a public set in BEIR form; raises `BeirError` where it does not fit."""
    held = read_beir_split(folder, split)
    row_of = {passage.id: row for row, passage in enumerate(held.passages)}
    return Pairs(
        held.passages,
        [held.queries[query] for query in held.qrels],
        [frozenset(row_of[found] for found in grades) for grades in held.qrels.values()],
    )
