"""Public sets in BEIR form: corpus.jsonl, queries.jsonl, qrels/SPLIT.tsv."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index import Passage

from .errors import EvalError
from .provenance import file_hash


@dataclass(frozen=True, slots=True)
class BeirSet:
    """A public set with one split's judged queries.

    Where a passage repeats another's text (duplicates.json: id to the id it repeats), the two are
    one: only the first is held and judged. `merged` counts those left out.
    """

    name: str
    split: str
    passages: tuple[Passage, ...]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]
    merged: int
    unseen: frozenset[str]  # queries none of whose passages is judged right in qrels/train.tsv
    fingerprint: str  # of the corpus file
    files: tuple[Path, ...]  # queries and judgements


def read_beir(folder: Path, split: str = "test") -> BeirSet:
    """Read a folder in BEIR form; raises EvalError naming the file and line that does not fit."""
    repeats = _duplicates(folder / "duplicates.json")
    corpus = folder / "corpus.jsonl"
    passages = tuple(
        Passage(str(entry["_id"]), str(entry["text"]), title=str(entry.get("title") or ""))
        for entry in _entries(corpus)
        if str(entry["_id"]) not in repeats
    )
    queries, judgements = folder / "queries.jsonl", folder / "qrels" / f"{split}.tsv"
    qrels = _qrels(judgements, repeats)
    held = {passage.id for passage in passages}
    if lost := sorted({found for grades in qrels.values() for found in grades} - held):
        raise EvalError(f"{judgements} judges {lost[0]}, which {corpus} lacks")
    train = folder / "qrels" / "train.tsv"
    taught = _qrels(train, repeats) if train.exists() else {}
    seen = {found for grades in taught.values() for found in grades}
    texts = {str(entry["_id"]): str(entry["text"]) for entry in _entries(queries)}
    if missing := sorted(set(qrels) - set(texts)):
        raise EvalError(f"{queries} lacks the judged query {missing[0]}")
    return BeirSet(
        name=folder.resolve().name,
        split=split,
        passages=passages,
        queries={query: texts[query] for query in qrels},
        qrels=qrels,
        merged=len(repeats),
        unseen=frozenset(query for query, grades in qrels.items() if seen.isdisjoint(grades)),
        fingerprint=file_hash([corpus]),
        files=(queries, judgements),
    )


def _duplicates(path: Path) -> dict[str, str]:
    """Each repeated passage's id to the id that is kept, chains followed to their end."""
    if not path.exists():
        return {}
    repeats: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    kept = {}
    for name in repeats:
        end = name
        seen = {name}
        while end in repeats:
            end = repeats[end]
            if end in seen:
                raise EvalError(f"{path}: {name} repeats itself; one of a circle must be kept")
            seen.add(end)
        kept[name] = end
    return kept


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    entry = json.loads(line)
                    if not isinstance(entry, dict) or not {"_id", "text"} <= entry.keys():
                        raise EvalError(f"{path}, line {number}: _id and text are wanted")
                    yield entry
    except (OSError, ValueError) as error:
        raise EvalError(f"cannot read {path} as BEIR writes it: {error}") from error


def _qrels(path: Path, repeats: dict[str, str]) -> dict[str, dict[str, int]]:
    """Judged queries with the passages that are right, repeats as the passage they repeat."""
    qrels: dict[str, dict[str, int]] = {}
    for query, found, grade in _judgements(path):
        if grade > 0:
            grades = qrels.setdefault(query, {})
            kept = repeats.get(found, found)
            grades[kept] = max(grade, grades.get(kept, 0))
    return qrels


def _judgements(path: Path) -> list[tuple[str, str, int]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t"))[1:]
        return [(query, found, int(grade)) for query, found, grade in lines]
    except (OSError, ValueError) as error:
        raise EvalError(
            f"cannot read {path}: a header, then query, passage, grade by tabs ({error})"
        ) from error
