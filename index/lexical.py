"""BM25 with rank-bm25's statistics, computed once into a sparse matrix.

rank-bm25 (``BM25Okapi``) walks over every document for every word of every question. A score is a
sum over the question's words of a number that does not depend on the question, so these numbers
can be stored: a row a word, a column a document, in CSR form.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class BM25:
    """Scores of all documents for a bag of words, equal to ``rank_bm25.BM25Okapi`` to 1e-6.

    ``rows`` leads from a word to its row of the matrix. A row each: ``idf``, the inverse document
    frequency (natural logarithm, with rank-bm25's floor), and ``frequencies``, the number of
    documents that hold the word. ``pointers``, ``columns`` and ``values`` are the matrix words x
    documents in CSR form, idf multiplied in; ``size`` is the number of documents.
    """

    rows: Mapping[str, int]
    idf: NDArray[np.float64]
    frequencies: NDArray[np.int64]
    pointers: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: NDArray[np.float64]
    size: int

    @classmethod
    def of(
        cls,
        documents: Iterable[Sequence[str]],
        k1: float = 1.5,
        b: float = 0.75,
        epsilon: float = 0.25,
    ) -> BM25:
        """Statistics of tokenised documents.

        idf is log((N - n + 0.5) / (n + 0.5)); where that is negative, ``epsilon`` times the mean
        idf (Trotman et al. 2014, "Improvements to BM25 and Language Models Examined", the ATIRE
        variant as rank-bm25 writes it).
        """
        from scipy.sparse import csr_matrix

        rows: dict[str, int] = {}
        words: list[int] = []
        columns: list[int] = []
        counts: list[int] = []
        lengths: list[int] = []
        for column, tokens in enumerate(documents):
            lengths.append(len(tokens))
            for word, count in Counter(tokens).items():
                words.append(rows.setdefault(word, len(rows)))
                columns.append(column)
                counts.append(count)
        total = len(lengths)
        frequencies = np.bincount(np.array(words, np.int64), minlength=len(rows))
        idf = _idf(frequencies, total, epsilon)
        row, column_of = np.array(words, np.int64), np.array(columns, np.int64)
        count_of = np.array(counts, np.float64)
        length = np.array(lengths, np.float64)
        mean = length.mean() if length.sum() else 1.0
        weight = count_of * (k1 + 1) / (count_of + k1 * (1 - b + b * length[column_of] / mean))
        matrix = csr_matrix((idf[row] * weight, (row, column_of)), shape=(len(rows), total))
        return cls(rows, idf, frequencies, matrix.indptr, matrix.indices, matrix.data, total)

    def scores(self, tokens: Iterable[str]) -> NDArray[np.float64]:
        """One score a document; a word asked twice counts twice, an unknown word nothing."""
        return self.weighted(Counter(tokens))

    def weighted(self, tokens: Mapping[str, float]) -> NDArray[np.float64]:
        """One score a document for words with weights (a thesaurus's words count less)."""
        result = np.zeros(self.size)
        for word, weight in tokens.items():
            row = self.rows.get(word)
            if row is not None:
                stretch = slice(self.pointers[row], self.pointers[row + 1])
                result[self.columns[stretch]] += weight * self.values[stretch]
        return result

    def holds(self, word: str) -> NDArray[np.int32]:
        """Columns of the documents that hold the word, ascending."""
        row = self.rows.get(word)
        if row is None:
            return self.columns[:0]
        return self.columns[self.pointers[row] : self.pointers[row + 1]]

    def idf_of(self, word: str) -> float:
        """The word's idf; of a word in no document, that of one in none: log((N + .5) / .5)."""
        row = self.rows.get(word)
        return math.log(2 * self.size + 1) if row is None else float(self.idf[row])


def _idf(frequencies: NDArray[np.int64], total: int, epsilon: float) -> NDArray[np.float64]:
    idf: NDArray[np.float64] = np.log(total - frequencies + 0.5) - np.log(frequencies + 0.5)
    if len(idf):
        idf[idf < 0] = epsilon * idf.mean()
    return idf
