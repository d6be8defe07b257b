"""Nearest vectors with FAISS, and the cosine of any row."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoders import Vectors


class DenseIndex:
    """Vectors, (n, dimension), fp32, rows of unit length, under a flat inner-product index.

    The search is exact and runs on one thread.
    """

    def __init__(self, vectors: Vectors) -> None:
        self.vectors = np.ascontiguousarray(vectors, np.float32)

    def __len__(self) -> int:
        return len(self.vectors)

    @cached_property
    def _flat(self) -> Any:
        faiss = import_module("faiss")
        faiss.omp_set_num_threads(1)  # a second thread makes a flat search of one vector slower
        flat = faiss.IndexFlatIP(self.vectors.shape[1])
        flat.add(self.vectors)
        return flat

    def nearest(
        self, vector: Vectors, k: int, among: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Rows and cosines of the k nearest to one vector, best first; of all, or among some."""
        k = min(k, len(self) if among is None else len(among))
        if not k:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        chosen = None
        if among is not None:
            faiss = import_module("faiss")
            chosen = faiss.SearchParameters(sel=faiss.IDSelectorBatch(among))
        cosines, rows = self._flat.search(vector.reshape(1, -1), k, params=chosen)
        return rows[0], cosines[0]

    def cosines(self, vector: Vectors, rows: NDArray[np.int64] | None = None) -> Vectors:
        """Cosines of one vector with the given rows, or with all."""
        faiss = import_module("faiss")
        chosen = self.vectors if rows is None else self.vectors[rows]
        vector = np.ascontiguousarray(vector, np.float32)
        found = np.empty(len(chosen), np.float32)
        # Not chosen @ vector: BLAS wakes all its threads for it, which takes twenty times as long
        # on a busy machine.
        faiss.fvec_inner_products_ny(
            *(faiss.swig_ptr(array) for array in (found, vector, chosen)), *reversed(chosen.shape)
        )
        return found
