"""Questions to ranked passages: reading the question, scoring, ranking."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from index.adapter import Adapter
from index.encoders import Encoder, Vectors
from index.features import FEATURES, Matrix, Rows, Scorer
from index.fields import Fields
from index.passages import Passage
from index.questions import ParsedQuery, QueryVectors, Reader
from index.ranking import Profile, Ranking
from index.settings import Settings
from index.thesaurus import Thesaurus
from index.tokens import Tokenizer

# Up to this many passages all are scored; beyond, the best of each single way of searching.
ALL = 5000
CANDIDATES = 300
# Characters; a question that tells so much tells enough.
LONG = 30


@dataclass(frozen=True)
class Ranked:
    """Passages for one question, best first.

    ``rows`` are those of the passages, ``scores`` the probability of each, ``features`` (rows,
    features) with the columns of ``FEATURES``.
    """

    rows: Rows
    scores: NDArray[np.float64]
    features: Matrix

    def named(self, place: int) -> dict[str, float]:
        """Features of the passage at a place, those that are not 0."""
        values = zip(FEATURES, self.features[place].tolist(), strict=True)
        return {name: value for name, value in values if value}


class Retriever:
    """Searches the passages that ``fields`` was built from. Safe for several threads."""

    def __init__(
        self,
        passages: Sequence[Passage],
        fields: Fields,
        tokenizer: Tokenizer,
        *,
        encoder: Encoder | None,
        settings: Settings,
        profile: Profile,
        documents: Collection[Document] = (),
    ) -> None:
        self.passages = passages
        self.fields = fields
        self._encoder = encoder
        self._settings = settings
        adapter = None
        if settings.adapter and encoder is not None:
            packaged = Adapter.packaged()
            adapter = packaged if packaged.encoder == encoder.name else None
        self.adapter = adapter
        self.scorer = Scorer(passages, fields, adapter)
        thesaurus = Thesaurus.packaged() if settings.thesaurus else None
        self.reader = Reader(tokenizer, fields, thesaurus, documents)
        self.ranking = Ranking.packaged(profile) if settings.learned_ranking else Ranking.plain()
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def question(self, text: str, behind: str = "") -> ParsedQuery:
        """Read a question and embed it; the latest questions' vectors are remembered.

        With ``behind``, the topic of before, its words are read too, and the vector lies midway
        between both: what a joined text would have, without embedding it.
        """
        joined = f"{behind} {text}" if behind else text
        if self._encoder is None:
            return self.reader.read(joined)
        raw = self._vector(self.reader.simplify(text), self._encoder)
        if behind:
            midway = raw + self._vector(self.reader.simplify(behind), self._encoder)
            raw = midway / np.linalg.norm(midway)
        return self.reader.read(joined, QueryVectors.of(raw, self.adapter))

    def rank(self, question: ParsedQuery, scope: Rows | None = None) -> Ranked:
        """All passages of the scope (of a large corpus, the likely ones), best first."""
        rows = self._rows(question, scope)
        if not len(rows):
            return Ranked(rows, np.empty(0), np.empty((0, len(FEATURES))))
        features = self.scorer.features(question, rows)
        order = self.ranking.order(features)
        place = np.lexsort((rows, -order))
        best = features[place[0]]
        signals = {
            **question_signals(question, self.scorer.familiar(question)),
            "written": self.scorer.written(question, int(rows[place[0]])),
        }
        scores = self.ranking.probabilities(order, best, signals)
        return Ranked(rows[place], scores[place], features[place])

    def _rows(self, question: ParsedQuery, scope: Rows | None) -> Rows:
        everything = len(self.passages) if scope is None else len(scope)
        if everything > ALL:
            return self.scorer.candidates(question, CANDIDATES, scope)
        return np.arange(len(self.passages)) if scope is None else scope

    def _vector(self, text: str, encoder: Encoder) -> Vectors:
        if text in self.fields.headings:
            return self.fields.headings[text]
        with self._lock:
            if text in self._vectors:
                self._vectors.move_to_end(text)
                return self._vectors[text]
        vector: Vectors = encoder.encode_queries([text])[0]
        with self._lock:
            self._vectors[text] = vector
            while len(self._vectors) > self._settings.encoder.query_cache:
                self._vectors.popitem(last=False)
        return vector


def question_signals(question: ParsedQuery, familiar: float) -> Mapping[str, float]:
    """The first three of ``ranking.QUESTION_SIGNALS``, which no passage is needed for."""
    total = sum(term.idf for term in question.terms)
    held = sum(term.idf for term in question.terms if term.known or term.expansions)
    length = len("".join(question.text.split()))
    return {
        "known": held / total if total else 0.0,
        "familiar": familiar,
        "told": min(length, LONG) / LONG,
    }
