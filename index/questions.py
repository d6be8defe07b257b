"""A question, taken apart once for everything that scores it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus import Document, find_departments, simplified
from index.adapter import Adapter
from index.encoders import Vectors
from index.fields import Fields
from index.passages import titles_in
from index.thesaurus import Expansion, Thesaurus
from index.tokens import Tokenizer, fold, grams

# Figures with what they count: 12348, 2018, 3.0; Chinese figures mostly belong to words.
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# In a library of a few clauses every word is in most of them, and BM25's idf falls below nothing.
_LEAST_IDF = 0.01
# Questions are short. Of a pasted page the beginning is searched for.
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Term:
    """A topic word of a question.

    ``text`` is half-width and lower case; ``idf`` how rare it is in the corpus (natural logarithm;
    of an unknown word, as if in none); ``known`` whether it occurs there. ``expansions`` are the
    papers' words for it, by the thesaurus, each with its weight; the asker's own word would have 1.
    """

    text: str
    idf: float
    known: bool
    expansions: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class QueryVectors:
    """A question's vector as the encoder gives it, and as the adapter turns it.

    ``half`` and ``whole`` are to be held against passages, ``alike`` against other questions.
    """

    raw: Vectors
    half: Vectors
    whole: Vectors
    alike: Vectors

    @classmethod
    def of(cls, raw: Vectors, adapter: Adapter | None) -> QueryVectors:
        """Without an adapter all are the same."""
        if adapter is None:
            return cls(raw, raw, raw, raw)
        half, whole = adapter.turn(raw[None], 0.5)[0], adapter.turn(raw[None])[0]
        return cls(raw, half, whole, adapter.turn_alike(raw[None])[0])


@dataclass(frozen=True)
class ParsedQuery:
    """A question taken apart: what the scoring reads of it.

    ``text`` is the question, Simplified, half-width and lower case; ``words`` and ``grams`` are its
    tokens for BM25 over words and over characters and bigrams; ``papers_words`` and
    ``papers_grams`` those of the words that the thesaurus adds, with weights. ``terms`` are its
    topic words in order, ``titles`` what stands in 《》, ``departments`` canonical names,
    ``numbers`` figures as written. ``vectors`` are None without an encoder.
    """

    text: str
    words: tuple[str, ...]
    grams: tuple[str, ...]
    papers_words: Mapping[str, float]
    papers_grams: Mapping[str, float]
    terms: tuple[Term, ...]
    titles: tuple[str, ...]
    departments: frozenset[str]
    numbers: tuple[str, ...]
    vectors: QueryVectors | None = None


class Reader:
    """Takes questions apart, with the words of one corpus.

    ``tokenizer`` is the corpus's, ``fields`` give word statistics, ``thesaurus`` is None to do
    without; a question may name the departments of ``documents``, beside those that corpus lists.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        fields: Fields,
        thesaurus: Thesaurus | None,
        documents: Collection[Document],
    ) -> None:
        self._tokenizer = tokenizer
        self._words = fields.lexical["words"]
        self._characters = fields.lexical["grams"].rows
        self._thesaurus = thesaurus
        self._documents = documents

    def simplify(self, text: str) -> str:
        """Simplified characters, when the text has some that the corpus never uses.

        Lone surrogates, which have no UTF-8, become question marks.
        """
        text = text[:LONGEST].encode("utf-8", "replace").decode("utf-8")
        if all(character in self._characters or character < "㐀" for character in text):
            return text
        return simplified(text)

    def expand(self, text: str) -> tuple[str, ...]:
        """The people's words in a text that the thesaurus knows."""
        expansions = self._thesaurus.expand(fold(text)) if self._thesaurus else ()
        return tuple(expansion.says for expansion in expansions)

    def is_word(self, text: str) -> bool:
        """Whether the language, the corpus or the thesaurus has the word as it stands."""
        if self._tokenizer.knows(text) or fold(text) in self._words.rows:
            return True
        return self._thesaurus is not None and text in self._thesaurus

    def read(self, text: str, vectors: QueryVectors | None = None) -> ParsedQuery:
        """Take a question apart; any text will do."""
        text = fold(self.simplify(text))
        expansions = self._thesaurus.expand(text) if self._thesaurus else ()
        return ParsedQuery(
            text=text,
            words=tuple(self._tokenizer.words(text)),
            grams=tuple(grams(text)),
            papers_words=_strongest(expansions, self._tokenizer.words),
            papers_grams=_strongest(expansions, grams),
            terms=tuple(self._terms(text, expansions)),
            titles=titles_in(text),
            departments=frozenset(name for name, *_ in find_departments(text, self._documents)),
            numbers=tuple(_NUMBER.findall(text)),
            vectors=vectors,
        )

    def _terms(self, text: str, expansions: Iterable[Expansion]) -> Iterable[Term]:
        """Topic words, with what the thesaurus says of the stretch they stand in."""
        means: dict[str, dict[str, float]] = {}
        for each in expansions:
            for word in self._topic_words(each.says) or [each.says]:
                weights = means.setdefault(word, {})
                for meant in each.means:
                    weights[meant] = max(weights.get(meant, 0.0), each.weight)
        for word in dict.fromkeys((*self._topic_words(text), *means)):
            idf = max(self._words.idf_of(word), _LEAST_IDF)
            yield Term(word, idf, word in self._words.rows, means.get(word, {}))

    def _topic_words(self, text: str) -> list[str]:
        """Words as jieba cuts them; one that the corpus lacks is cut into those it has."""
        return [part for word in self._tokenizer.content(text) for part in self._known_parts(word)]

    def _known_parts(self, word: str) -> Iterable[str]:
        parts, left = [], word
        while left and word not in self._words.rows:
            for size in range(len(left), 1, -1):
                if left[:size] in self._words.rows:
                    parts.append(left[:size])
                    left = left[size:]
                    break
            else:
                return [word]
        return parts or [word]


def _strongest(expansions: Iterable[Expansion], cut: Any) -> dict[str, float]:
    weights: dict[str, float] = {}
    for each in expansions:
        for word in each.means:
            for token in cut(word):
                weights[token] = max(weights.get(token, 0.0), each.weight)
    return weights
