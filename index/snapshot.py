"""The built index on disk: numbers in .npz, words in .json, nothing that runs code when read.

A snapshot's folder is named after a hash of everything it was built from, so a snapshot that exists
is the right one, and one whose inputs changed is simply not found. It appears by one rename, so
it is whole or not there. Each library and each choice of settings keeps the newest only; vectors
lie beside the snapshots, by text, and survive from one to the next.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

import numpy as np

from index.lexical import BM25
from index.passages import Passage
from index.saving import locked, saving_in

FORMAT = 1
_ARRAYS = ("idf", "frequencies", "pointers", "columns", "values")

Inputs: TypeAlias = Mapping[str, str | int]


@dataclass(frozen=True)
class Saved:
    """What a snapshot holds: jieba's added words and the BM25s."""

    dictionary: Mapping[str, int]
    lexical: Mapping[str, BM25]


def inputs_of(passages: Sequence[Passage], settings: str) -> Inputs:
    """Everything that the saved numbers depend on, by name; goes into the manifest as it is."""
    data = files("index") / "data"
    text = "\n".join(repr(asdict(p)) for p in passages)
    return {
        "format": FORMAT,
        "passages": _hash(text),
        "count": len(passages),
        "settings": settings,
        "stopwords.txt": _hash((data / "stopwords.txt").read_text("utf-8")),
        "thesaurus.toml": _hash((data / "thesaurus.toml").read_text("utf-8")),
    }


class SnapshotFolder:
    """Where one library's snapshots lie; the folder is made when missing.

    Raises SnapshotError when it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with saving_in(folder):
            folder.mkdir(parents=True, exist_ok=True)

    def load_or_build(self, inputs: Inputs, build: Callable[[], Saved]) -> Saved:
        """The snapshot of these inputs; built and saved when there is none.

        Of several processes that want one at once, one builds and the others wait for it. Raises
        SnapshotError when it cannot be saved.
        """
        saved = self._load(inputs)
        if saved is None:
            with locked(self.folder / "lock"):
                saved = self._load(inputs)
                if saved is None:
                    saved = build()
                    self._save(inputs, saved)
        return saved

    def manifest(self, inputs: Inputs) -> Mapping[str, str | int]:
        """What a saved snapshot says of itself; empty when there is none."""
        file = self._path(inputs) / "manifest.json"
        manifest: Mapping[str, str | int] = json.loads(file.read_text()) if file.exists() else {}
        return manifest

    def _path(self, inputs: Inputs) -> Path:
        kind = _hash(str(inputs["settings"]))[:8]
        return self.folder / f"{kind}-{_hash(json.dumps(inputs, sort_keys=True))[:16]}"

    def _load(self, inputs: Inputs) -> Saved | None:
        path = self._path(inputs)
        try:
            vocabulary = json.loads((path / "words.json").read_text("utf-8"))
            lexical_file = path / "lexical.npz"
            with lexical_file.open("rb") as file, np.load(file, allow_pickle=False) as data:
                lexical = {
                    name: BM25(
                        {word: row for row, word in enumerate(words)},
                        size=int(data[f"{name}.size"]),
                        **{array: data[f"{name}.{array}"] for array in _ARRAYS},
                    )
                    for name, words in vocabulary["lexical"].items()
                }
            return Saved(vocabulary["dictionary"], lexical)
        except (OSError, KeyError, TypeError, ValueError, EOFError, zipfile.BadZipFile):
            return None  # missing, or damaged by someone else: built anew

    def _save(self, inputs: Inputs, saved: Saved) -> None:
        path = self._path(inputs)
        numbers = {
            f"{name}.{array}": getattr(field, array)
            for name, field in saved.lexical.items()
            for array in (*_ARRAYS, "size")
        }
        vocabulary = {
            "dictionary": saved.dictionary,
            "lexical": {name: list(field.rows) for name, field in saved.lexical.items()},
        }
        with saving_in(self.folder):
            temporary = Path(tempfile.mkdtemp(dir=self.folder, prefix="unfinished-"))
            np.savez(temporary / "lexical.npz", **numbers)
            (temporary / "words.json").write_text(
                json.dumps(vocabulary, ensure_ascii=False), "utf-8"
            )
            (temporary / "manifest.json").write_text(json.dumps(inputs, indent=1), "utf-8")
            shutil.rmtree(path, ignore_errors=True)
            temporary.rename(path)
        kind = path.name.split("-")[0]
        for other in self.folder.iterdir():
            if other != path and other.name.startswith((f"{kind}-", "unfinished-")):
                shutil.rmtree(other, ignore_errors=True)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
