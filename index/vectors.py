"""Vectors by the text they belong to, so that only texts never seen before are encoded."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np

from index.encoders import Advance, Encoder, Vectors
from index.saving import locked, saving_in

Side: TypeAlias = Literal["passage", "query"]
KEY = 16


def text_key(text: str, side: Side) -> bytes:
    """Sixteen bytes that stand for a text as a question or as a passage."""
    return hashlib.sha256(f"{side}: {text}".encode("utf-8", "surrogatepass")).digest()[:KEY]


class VectorStore:
    """Vectors of one encoder in one file, of the texts in use only: none outlives its text.

    Questions and passages are embedded differently and have different keys.

    ``file`` is an .npz of keys (n, 16 bytes) and vectors (n, dimension), made when missing; vectors
    are read from ``sources`` too.
    """

    def __init__(self, file: Path, encoder: Encoder, sources: Sequence[Path] = ()) -> None:
        self._file = file
        self._encoder = encoder
        self._sources = tuple(dict.fromkeys((*sources, file)))
        self._known: dict[bytes, Vectors] = {}
        self._read()

    @property
    def saved(self) -> bool:
        """Whether its own file is there."""
        return self._file.exists()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """While held, no other process encodes; what one has just saved is read first.

        Raises SnapshotError when the file cannot be locked.
        """
        with locked(self._file.with_suffix(".lock")):
            self._read()
            yield

    def missing(self, texts: Sequence[str], side: Side) -> list[str]:
        """The texts without a vector, each once."""
        known = self._known
        return list(dict.fromkeys(text for text in texts if text_key(text, side) not in known))

    def encode(self, texts: Sequence[str], side: Side, advance: Advance | None = None) -> None:
        """Encode texts; ``keep`` saves them."""
        if texts:
            encoder = self._encoder
            encode = encoder.encode_queries if side == "query" else encoder.encode_passages
            rows = encode(texts, advance)
            self._known.update((text_key(t, side), row) for t, row in zip(texts, rows, strict=True))

    def vectors(self, texts: Sequence[str], side: Side) -> Vectors:
        """One row a text, in their order; all must be known."""
        found = np.empty((len(texts), self._encoder.dimension), np.float32)
        for row, text in enumerate(texts):
            found[row] = self._known[text_key(text, side)]
        return found

    def keep(self, passages: Sequence[str], queries: Sequence[str]) -> None:
        """Forget all but these texts, and save. Atomic: a reader sees the old file or the new.

        Raises SnapshotError when the file cannot be written.
        """
        wanted = {text_key(text, "passage") for text in passages}
        wanted |= {text_key(text, "query") for text in queries}
        self._known = {key: row for key, row in self._known.items() if key in wanted}
        keys = np.frombuffer(b"".join(self._known), np.uint8).reshape(-1, KEY)
        rows = np.array(list(self._known.values()), np.float32)
        rows = rows.reshape(-1, self._encoder.dimension)
        with saving_in(self._file.parent):
            descriptor, unfinished = tempfile.mkstemp(dir=self._file.parent)
            try:
                with open(descriptor, "wb") as temporary:
                    np.savez(temporary, keys=keys, vectors=rows)
                os.replace(unfinished, self._file)
            finally:
                Path(unfinished).unlink(missing_ok=True)

    def _read(self) -> None:
        for source in self._sources:
            try:
                with source.open("rb") as file, np.load(file, allow_pickle=False) as data:
                    keys, vectors = data["keys"], data["vectors"]
            except (OSError, KeyError, ValueError, zipfile.BadZipFile, EOFError):
                continue  # missing or cut short: the texts are encoded again
            if vectors.ndim == 2 and vectors.shape[1] == self._encoder.dimension:
                self._known.update(zip(map(bytes, keys), vectors, strict=True))
