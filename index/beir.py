"""Public sets in BEIR form: corpus.jsonl, queries.jsonl, qrels/SPLIT.tsv."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import BeirError
from index.passages import Passage

Qrels = dict[str, dict[str, int]]
"""Query id to the ids of the passages that answer it, with their grades above 0."""


@dataclass(frozen=True, slots=True)
class BeirSplit:
    """A set's passages and what one of its files in qrels/ judges, as published.

    Attributes:
        passages: everything that can be found.
        queries: text of each judged query, by id.
        qrels: in the order of the file; each names a query and passages that are there.
    """

    passages: tuple[Passage, ...]
    queries: dict[str, str]
    qrels: Qrels


def read_beir_split(folder: Path, split: str) -> BeirSplit:
    """A split of the set in a folder.

    Raises:
        BeirError: it names the file, and the line or id, that does not fit.
    """
    corpus, queries = folder / "corpus.jsonl", folder / "queries.jsonl"
    judgements = folder / "qrels" / f"{split}.tsv"
    passages = tuple(
        Passage(str(entry["_id"]), str(entry["text"]), title=str(entry.get("title") or ""))
        for entry in _entries(corpus)
    )
    qrels = read_qrels(judgements)
    held = {passage.id for passage in passages}
    if lost := sorted({found for grades in qrels.values() for found in grades} - held):
        raise BeirError(f"{judgements} judges {lost[0]}, which {corpus} lacks")
    texts = {str(entry["_id"]): str(entry["text"]) for entry in _entries(queries)}
    if missing := sorted(set(qrels) - set(texts)):
        raise BeirError(f"{queries} lacks the judged query {missing[0]}")
    return BeirSplit(passages, {query: texts[query] for query in qrels}, qrels)


def read_qrels(file: Path) -> Qrels:
    """The judgements of a TSV file with a header; those of grade 0 are left out.

    Raises:
        BeirError: it names what is not as BEIR writes it.
    """
    qrels: Qrels = {}
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            for query, passage, grade in list(csv.reader(lines, delimiter="\t"))[1:]:
                if int(grade) > 0:
                    qrels.setdefault(query, {})[passage] = int(grade)
    except (OSError, ValueError) as error:
        raise BeirError(
            f"cannot read {file}: a header, then query, passage, grade by tabs ({error})"
        ) from error
    return qrels


def _entries(file: Path) -> Iterator[dict[str, Any]]:
    try:
        # not splitlines(): a text may hold U+2028 and other line ends of its own
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    entry = json.loads(line)
                    if not isinstance(entry, dict) or not {"_id", "text"} <= entry.keys():
                        raise BeirError(f"{file}, line {number}: _id and text are wanted")
                    yield entry
    except (OSError, ValueError) as error:
        raise BeirError(f"cannot read {file} as BEIR writes it: {error}") from error
