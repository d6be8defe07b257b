"""Small learned turns that bring together the vectors of what belongs together.

Laypeople's questions and official text lie apart in the bundled model's space. The adapter maps a
question's vector q to the unit vector along q + a·(Wq + b), and a passage's p to that along p + Vp.
Whole (a = 1, both sides) it serves texts like those it was learned from; half of it (a = 0.5, the
questions' side only) carries over to other fields. Both are used, as two features.

Two questions about one clause may share no word. When a question is held against other questions,
phrasings and strangers, each x becomes the unit vector along x + Ux.

The weights are learned by ``python -m index.training.adapter`` and belong to one encoder only. They
are applied to vectors already computed: nothing has to be encoded again when they change.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from index.encoders import Vectors
from index.errors import DataFileError

_ARRAYS = ("query", "bias", "passage", "likeness")


@dataclass(frozen=True)
class Adapter:
    """Weights of the adapter of one encoder, learned on the one whose name is ``encoder``.

    ``query`` is W, ``passage`` V and ``likeness`` U, each (dimension, dimension); ``bias`` is b,
    (dimension,).
    """

    encoder: str
    query: Vectors
    bias: Vectors
    passage: Vectors
    likeness: Vectors

    @classmethod
    def packaged(cls) -> Adapter:
        """The adapter of the bundled encoder, data/adapter.npz."""
        with as_file(files("index") / "data" / "adapter.npz") as path:
            return cls.read(path)

    @classmethod
    def read(cls, path: Path) -> Adapter:
        """Read an .npz of encoder and the four arrays.

        Raises DataFileError when the file is missing or holds something else.
        """
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
                arrays = (data[name].astype(np.float32) for name in _ARRAYS)
                return cls(str(data["encoder"]), *arrays)
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise DataFileError(
                f"{path} is no adapter ({error}); make it with: python -m index.training.adapter"
            ) from error

    def write(self, path: Path) -> None:
        """Write the .npz in half precision, which moves a cosine by less than 1e-3."""
        half = {name: getattr(self, name).astype(np.float16) for name in _ARRAYS}
        np.savez_compressed(path, encoder=np.array(self.encoder), **half)

    def turn(self, queries: Vectors, strength: float = 1.0) -> Vectors:
        """Adapted unit vectors of questions, one a row; ``strength`` is the formula's a."""
        return _unit(queries + strength * (_product(queries, self.query) + self.bias))

    def turn_passages(self, passages: Vectors) -> Vectors:
        """Adapted unit vectors of passages, one a row."""
        return _unit(passages + _product(passages, self.passage))

    def turn_alike(self, questions: Vectors) -> Vectors:
        """Unit vectors of questions to be held against each other, one a row."""
        return _unit(questions + _product(questions, self.likeness))


def _product(vectors: Vectors, matrix: Vectors) -> Vectors:
    """vectors @ matrix.T, for one vector without BLAS, which would wake all its threads for it."""
    if len(vectors) == 1:
        return np.einsum("nd,ed->ne", vectors, matrix)  # type: ignore[no-any-return]
    product: Vectors = vectors @ matrix.T
    return product


def _unit(vectors: Vectors) -> Vectors:
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit
