"""The evidence for each passage that it answers a question: a row a passage, a column a feature.

Every feature is 0 where there is no evidence and grows with it, so that a linear ranking over them
can be read. BM25 scores are divided by the best one in scope; cosines stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter
from index.dense import DenseIndex
from index.fields import Fields
from index.passages import Passage
from index.questions import ParsedQuery, QueryVectors
from index.tokens import fold

FEATURES = (
    "words",  # BM25 over words, all fields
    "grams",  # BM25 over characters and bigrams, all fields
    "own",  # BM25 over words of the own text
    "headings",  # BM25 over characters and bigrams of headings and title
    "below",  # BM25 over words of the headings below
    "papers_words",  # BM25 over words that the thesaurus adds
    "papers_grams",  # the same over characters and bigrams
    "asks",  # best phrasing by BM25 over characters and bigrams
    "dense",  # cosine
    "adapted",  # cosine, the question turned by half the adapter
    "adapted_both",  # cosine, question and passage turned by the whole adapter
    "asks_alike",  # best phrasing by cosine, both turned by likeness, above the mean phrasing
    "coverage",  # share of the question's topic words held by any field, weighted by idf
    "coverage_own",  # the same, by the own text
    "coverage_papers",  # the same, a word also covered by what the thesaurus says for it
    "title",  # share of the titles in 《》 that the text names
    "department",  # share of the question's departments named for the passage
    "number",  # share of the question's figures in the text
    "short",  # 1 for the shortest text, towards 0 for long ones
)

_LETTERS = re.compile(r"[\w]+")
_REMEMBERED = 4  # questions
_PIECE = 3  # characters; shorter pieces stand in many passages by chance

Matrix = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Scorer:
    """Computes the features of passages for questions."""

    passages: Sequence[Passage]
    fields: Fields
    adapter: Adapter | None

    @cached_property
    def adapted(self) -> DenseIndex | None:
        """The passages' vectors after the adapter."""
        dense = self.fields.dense
        if dense is None or self.adapter is None:
            return dense
        return DenseIndex(self.adapter.turn_passages(dense.vectors))

    @cached_property
    def _asks_alike(self) -> DenseIndex | None:
        return self._turned(self.fields.asks_dense)

    @cached_property
    def _strange_alike(self) -> DenseIndex | None:
        return self._turned(self.fields.strange)

    def _turned(self, questions: DenseIndex | None) -> DenseIndex | None:
        if questions is None or self.adapter is None:
            return questions
        return DenseIndex(self.adapter.turn_alike(questions.vectors))

    @cached_property
    def _short(self) -> NDArray[np.float64]:
        return 30 / np.maximum([len(p.text) for p in self.passages], 30)

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(p.text) for p in self.passages]

    @cached_property
    def _departments(self) -> list[frozenset[str]]:
        return [frozenset(canonical for _, canonical in p.departments) for p in self.passages]

    def candidates(self, question: ParsedQuery, count: int, scope: Rows | None = None) -> Rows:
        """Rows worth scoring in a large corpus: the best ``count`` of each way of searching.

        With ``scope``, the best among its rows, of which there must be one.
        """
        found = []
        for name, tokens in (("words", question.words), ("grams", question.grams)):
            scores = self.fields.lexical[name].scores(tokens)
            if scope is not None:
                scores = scores[scope]
            best = np.argpartition(-scores, min(count, len(scores) - 1))[:count]
            found.append(best if scope is None else scope[best])
        if self.adapted is not None and question.vectors is not None:
            found.append(self.adapted.nearest(question.vectors.whole, count, scope)[0])
        if self._asks_alike is not None and question.vectors is not None:
            owners = self.fields.owners
            among = None if scope is None else np.flatnonzero(np.isin(owners, scope))
            nearest, _ = self._asks_alike.nearest(question.vectors.alike, count, among)
            found.append(owners[nearest])
        return np.unique(np.concatenate(found))

    def features(self, question: ParsedQuery, rows: Rows, hidden: Collection[int] = ()) -> Matrix:
        """Features of the given rows, (rows, features) with the columns of ``FEATURES``.

        Phrasings in ``hidden`` do not exist for this question: in training, the one that is asked.
        """
        lexical = self.fields.lexical
        columns: dict[str, Matrix] = {
            "words": _of_best(lexical["words"].scores(question.words)[rows]),
            "grams": _of_best(lexical["grams"].scores(question.grams)[rows]),
            "own": _of_best(lexical["own"].scores(question.words)[rows]),
            "headings": _of_best(lexical["headings"].scores(question.grams)[rows]),
            "below": _of_best(lexical["below"].scores(question.words)[rows]),
            "papers_words": _of_best(lexical["words"].weighted(question.papers_words)[rows]),
            "papers_grams": _of_best(lexical["grams"].weighted(question.papers_grams)[rows]),
            "short": self._short[rows],
        }
        columns |= self._cosines(question, rows)
        columns |= self._phrasings(question, rows, hidden)
        columns |= self._coverage(question, rows)
        columns |= self._names(question, rows)
        empty = np.zeros(len(rows))
        return np.stack([columns.get(name, empty) for name in FEATURES], axis=1)

    def familiar(
        self, question: ParsedQuery, hidden: Collection[int] = (), strange: Collection[int] = ()
    ) -> float:
        """How much nearer the question is to its best phrasing than to its best stranger, cosines.

        0 where nothing stands on one of the sides, for then nothing can be told.

        Phrasings in ``hidden`` and strangers in ``strange`` do not exist for this question.
        """
        strangers = self._strange_alike
        if not self._asks_alike or not strangers or question.vectors is None:
            return 0.0
        ours = np.delete(self._to_asks(question.vectors), list(hidden))
        theirs = np.delete(strangers.cosines(question.vectors.alike), list(strange))
        return float(ours.max() - theirs.max())

    def written(self, question: ParsedQuery, row: int) -> float:
        """Share of the question that stands in a passage or its headings as one piece, 0 to 1."""
        asked = "".join(_LETTERS.findall(question.text))
        around = (*self.passages[row].headings, self.passages[row].text)
        passage = "".join(_LETTERS.findall(fold("\n".join(around))))
        longest, start = 0, 0
        while start + longest < len(asked):
            if asked[start : start + longest + 1] in passage:
                longest += 1
            else:
                start += 1
        return longest / len(asked) if longest >= min(_PIECE, len(asked)) > 0 else 0.0

    def _cosines(self, question: ParsedQuery, rows: Rows) -> dict[str, Matrix]:
        dense, vectors = self.fields.dense, question.vectors
        if dense is None or self.adapted is None or vectors is None:
            return {}
        return {
            "dense": dense.cosines(vectors.raw, rows).astype(float),
            "adapted": dense.cosines(vectors.half, rows).astype(float),
            "adapted_both": self.adapted.cosines(vectors.whole, rows).astype(float),
        }

    def _phrasings(
        self, question: ParsedQuery, rows: Rows, hidden: Collection[int]
    ) -> dict[str, Matrix]:
        if not len(self.fields.owners):
            return {}
        best = self.fields.lexical["asks"].scores(question.grams)
        columns = {"asks": _of_best(self._per_passage(best, hidden)[rows])}
        if question.vectors is not None and self._asks_alike:
            cosines = self._to_asks(question.vectors)
            columns["asks_alike"] = self._per_passage(cosines - cosines.mean(), hidden)[rows]
        return columns

    @cached_property
    def _to_asks(self) -> Callable[[QueryVectors], Matrix]:
        """Cosines with all phrasings; wanted twice for a question."""
        return lru_cache(_REMEMBERED)(self._with_asks)

    def _with_asks(self, vectors: QueryVectors) -> Matrix:
        assert self._asks_alike is not None
        return self._asks_alike.cosines(vectors.alike).astype(float)

    def _per_passage(self, scores: Matrix, hidden: Collection[int]) -> Matrix:
        """The best phrasing's score for every passage, at least 0."""
        if hidden:
            scores[list(hidden)] = 0
        best = np.zeros(len(self.passages))
        np.maximum.at(best, self.fields.owners, scores)
        return best

    def _coverage(self, question: ParsedQuery, rows: Rows) -> dict[str, Matrix]:
        total = sum(term.idf for term in question.terms if term.known or term.expansions)
        any_field, own = self.fields.lexical["words"], self.fields.lexical["own"]
        sums = np.zeros((3, len(self.passages)))
        for term in question.terms:
            sums[0, any_field.holds(term.text)] += term.idf
            sums[1, own.holds(term.text)] += term.idf
            best = np.zeros(len(self.passages))
            for word, weight in term.expansions.items():
                best[any_field.holds(fold(word))] = weight
            best[any_field.holds(term.text)] = 1
            sums[2] += term.idf * best
        shares = sums[:, rows] / max(total, 1e-9)
        return dict(zip(("coverage", "coverage_own", "coverage_papers"), shares, strict=True))

    def _names(self, question: ParsedQuery, rows: Rows) -> dict[str, Matrix]:
        columns: dict[str, Matrix] = {}
        for name, wanted in (("title", question.titles), ("number", question.numbers)):
            if wanted:
                columns[name] = np.array(
                    [sum(w in self._folded[row] for w in wanted) / len(wanted) for row in rows]
                )
        if question.departments:
            count = len(question.departments)
            columns["department"] = np.array(
                [len(question.departments & self._departments[row]) / count for row in rows]
            )
        return columns


def _of_best(scores: Matrix) -> Matrix:
    best = scores.max(initial=0)
    return np.maximum(scores, 0) / best if best > 0 else np.zeros(len(scores))
