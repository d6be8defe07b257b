"""Public sets in BEIR form, with repeated passages made one, ready to be evaluated."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.errors import EvalError
from eval.provenance import file_hash
from eval.trec import Qrels
from index import BeirError, Passage, read_beir_split, read_qrels


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
    train = folder / "qrels" / "train.tsv"
    try:
        held = read_beir_split(folder, split)
        taught = read_qrels(train) if train.exists() else {}
    except BeirError as error:
        raise EvalError(str(error)) from error
    repeats = _duplicates(folder / "duplicates.json", {passage.id for passage in held.passages})
    qrels = _merged(held.qrels, repeats)
    seen = {found for grades in _merged(taught, repeats).values() for found in grades}
    return BeirSet(
        name=folder.resolve().name,
        split=split,
        passages=tuple(passage for passage in held.passages if passage.id not in repeats),
        queries=held.queries,
        qrels=qrels,
        merged=len(repeats),
        unseen=frozenset(query for query, grades in qrels.items() if seen.isdisjoint(grades)),
        fingerprint=file_hash([folder / "corpus.jsonl"]),
        files=(folder / "queries.jsonl", folder / "qrels" / f"{split}.tsv"),
    )


def _duplicates(path: Path, passages: Collection[str]) -> dict[str, str]:
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
        if end not in passages:
            raise EvalError(f"{path}: {name} repeats {end}, which the corpus lacks")
        kept[name] = end
    return kept


def _merged(qrels: Qrels, repeats: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """The judgements with repeats as the passage they repeat, which has the best of the grades."""
    merged: dict[str, dict[str, int]] = {}
    for query, grades in qrels.items():
        ours = merged.setdefault(query, {})
        for found, grade in grades.items():
            kept = repeats.get(found, found)
            ours[kept] = max(grade, ours.get(kept, 0))
    return merged
