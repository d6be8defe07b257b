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
from pydantic import BaseModel, ConfigDict

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


class Asked(BaseModel):
    """A query as it reaches the index: a line of what `yiju eval asked` writes.

    Attributes:
        query: the topic that is looked up.
        documents: ids of the documents in scope; none means all.
        gold: ids of the clauses that answer; none where no clause does.
        stranger: the place in `index/data/strangers.toml` that the query comes from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: str
    documents: tuple[str, ...] = ()
    gold: tuple[str, ...] = ()
    stranger: int | None = None


def asked_queries(file: Path) -> list[Asked]:
    """The lines of a file that `yiju eval asked` has written."""
    lines = file.read_text("utf-8").split("\n")
    return [Asked.model_validate_json(line) for line in lines if line.strip()]


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
