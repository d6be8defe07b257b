"""Everything that is computed from the passages once and kept: BM25 statistics and vectors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.dense import DenseIndex
from index.encoders import Vectors
from index.lexical import BM25
from index.passages import Passage, titles_in
from index.settings import FieldWeights
from index.tokens import LONGEST, Tokenizer, frequent_terms, grams
from index.vectors import VectorStore

# A corpus beyond this size brings no terms of its own: cutting it twice takes long.
SMALL = 20_000

Progress: TypeAlias = Callable[[str, int, int], None]

# The BM25s: all fields by words; all fields by characters and bigrams; own text by words; headings
# and title by characters and bigrams; what stands below by words; each phrasing by characters and
# bigrams (its documents are phrasings, not passages).
LEXICAL = ("words", "grams", "own", "headings", "below", "asks")


@dataclass(frozen=True)
class Fields:
    """The searchable form of n passages.

    ``lexical`` has the BM25s named in ``LEXICAL``; ``owners`` the row of the passage that each
    phrasing belongs to, ascending. The others are vectors, None or empty without an encoder:
    ``dense`` of the passages, ``asks_dense`` of the phrasings as questions, ``strange`` of
    questions that the passages do not answer, ``headings`` of the passages' own headings, each as a
    question.
    """

    lexical: Mapping[str, BM25]
    dense: DenseIndex | None
    asks_dense: DenseIndex | None
    owners: NDArray[np.int64]
    strange: DenseIndex | None = None
    headings: Mapping[str, Vectors] = field(default_factory=dict)


def grow_dictionary(
    passages: Sequence[Passage], terms: Collection[str], base: Tokenizer
) -> dict[str, int]:
    """Words jieba must know: departments, titles in 《》, the thesaurus's terms, frequent pairs."""
    names = {name for p in passages for pair in p.departments for name in pair}
    titles = {title for p in passages for title in titles_in(p.text)}
    wanted = dict.fromkeys(sorted(names | titles | set(terms)), 0)
    texts = {text for p in passages for text in (p.text, *p.headings)}
    known = frequent_terms(sorted(texts), base) if len(passages) < SMALL else {}
    return {word: count for word, count in {**known, **wanted}.items() if 2 <= len(word) <= LONGEST}


def build_lexical(
    passages: Sequence[Passage],
    tokenizer: Tokenizer,
    weights: FieldWeights,
    say: Progress,
) -> dict[str, BM25]:
    """The BM25s named in ``LEXICAL``."""
    say("lexical", 0, len(LEXICAL))
    own = [tokenizer.words(p.text) for p in passages]
    documents: dict[str, list[list[str]]] = {
        "words": _weighed(passages, own, cache(tokenizer.words), weights),
        "grams": _weighed(passages, [grams(p.text) for p in passages], cache(grams), weights),
        "own": own,
        "headings": [grams("\n".join((p.title, *p.headings))) for p in passages],
        "below": [tokenizer.words(p.below) for p in passages],
        "asks": [grams(ask) for p in passages for ask in p.asks],
    }
    lexical = {}
    for done, (name, tokens) in enumerate(documents.items(), start=1):
        lexical[name] = BM25.of(tokens)
        say("lexical", done, len(LEXICAL))
    return lexical


class FieldVectors(NamedTuple):
    """What of ``Fields`` an encoder gives."""

    dense: DenseIndex | None = None
    asks_dense: DenseIndex | None = None
    strange: DenseIndex | None = None
    headings: Mapping[str, Vectors] = {}


def build_vectors(
    passages: Sequence[Passage], strangers: Sequence[str], store: VectorStore, say: Progress
) -> FieldVectors:
    """Vectors of passages, phrasings, strangers and headings, which are what is asked about most.

    What ``store`` lacks is encoded and kept.
    """
    texts = [p.embedded for p in passages]
    asks = [ask for p in passages for ask in p.asks]
    headings = list(dict.fromkeys(p.headings[-1] for p in passages if p.headings))
    questions = [*asks, *strangers, *headings]
    if store.missing(texts, "passage") or store.missing(questions, "query") or not store.saved:
        with store.locked():
            new_texts, new_asks = store.missing(texts, "passage"), store.missing(questions, "query")
            store.encode(new_asks, "query", _count(say, "phrasings", len(new_asks)))
            store.encode(new_texts, "passage", _count(say, "vectors", len(new_texts)))
            store.keep(texts, questions)
    return FieldVectors(
        DenseIndex(store.vectors(texts, "passage")),
        DenseIndex(store.vectors(asks, "query")),
        DenseIndex(store.vectors(strangers, "query")),
        dict(zip(headings, store.vectors(headings, "query"), strict=True)),
    )


def _weighed(
    passages: Sequence[Passage],
    own: Sequence[list[str]],
    cut: Callable[[str], list[str]],
    weights: FieldWeights,
) -> list[list[str]]:
    """Tokens of all fields, each as often as its field weighs."""
    return [
        weights.text * tokens + weights.headings * cut(p.above) + weights.title * cut(p.title)
        for p, tokens in zip(passages, own, strict=True)
    ]


def _count(say: Progress, stage: str, total: int) -> Callable[[int], None]:
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        say(stage, done, total)

    return advance
