"""Questions with the passages that answer them, from the places where such pairs are kept."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus import Library
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


def dev_pairs(library: Library, file: Path) -> tuple[Pairs, list[str]]:
    """Questions of the set's dev half with their gold clauses, and those that have no answer.

    The half is told by the first byte of sha256(id); lines of the other half are not even parsed
    further than their id.
    """
    passages = phrasing_pairs(library).passages
    row_of = {p.id: row for row, p in enumerate(passages)}
    questions, golds, unanswerable = [], [], []
    for line in file.read_text("utf-8").splitlines():
        entry = json.loads(line) if line.strip() else {}
        if not entry or hashlib.sha256(entry["id"].encode()).digest()[0] % 2:
            continue
        ids = ("/".join((g["document"], *g["path"])) for g in entry.get("gold", ()))
        gold = frozenset(row_of[name] for name in ids if name in row_of)
        if gold:
            questions.append(entry["question"])
            golds.append(gold)
        elif entry["status"] == "not_found":
            unanswerable.append(entry["question"])
    return Pairs(passages, questions, golds), unanswerable


def beir_pairs(folder: Path, split: str) -> Pairs:
    """A public set in BEIR form: corpus.jsonl, queries.jsonl, qrels/SPLIT.tsv."""
    passages: list[Passage] = []
    row_of: dict[str, int] = {}
    for entry in _lines(folder / "corpus.jsonl"):
        row_of[entry["_id"]] = len(passages)
        passages.append(Passage(entry["_id"], entry["text"], entry.get("title", "")))
    texts = {entry["_id"]: entry["text"] for entry in _lines(folder / "queries.jsonl")}
    gold: dict[str, set[int]] = {}
    with (folder / "qrels" / f"{split}.tsv").open(encoding="utf-8", newline="") as file:
        for query, passage, grade in list(csv.reader(file, delimiter="\t"))[1:]:
            if int(grade) > 0:
                gold.setdefault(query, set()).add(row_of[passage])
    return Pairs(passages, [texts[q] for q in gold], [frozenset(rows) for rows in gold.values()])


def _lines(file: Path) -> list[Mapping[str, str]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
