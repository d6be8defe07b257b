"""Text to tokens: jieba's words with the corpus's own dictionary, and characters with bigrams.

Words carry meaning, characters and bigrams carry what jieba does not know (new terms, dialect,
half a name); each goes into a BM25 of its own.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from index.saving import locked

# Full-width ASCII and the ideographic space, folded for matching only: the text stays as printed.
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# A run of Chinese characters (with the rare ones of extension A) or of letters and digits.
_RUN = re.compile(r"[㐀-鿿〇]+|[a-z0-9]+(?:\.[0-9]+)*")
LONGEST = 12  # characters of a word worth having; longer titles are better found by their parts
_HAN = re.compile(r"[㐀-鿿〇]")


def fold(text: str) -> str:
    """Half-width and lower case, one character for one, so offsets stay.

    >>> fold("（2018年）ＡＢ")
    '(2018年)ab'
    """
    folded = text.translate(_WIDTH)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else folded


@cache
def stopwords() -> frozenset[str]:
    """The words of data/stopwords.txt."""
    lines = (files("index") / "data" / "stopwords.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def grams(text: str) -> list[str]:
    """Characters and bigrams of the Chinese runs; letters and digits stay whole.

    >>> grams("法律援助12348")
    ['法', '法律', '律', '律援', '援', '援助', '助', '12348']
    """
    tokens: list[str] = []
    for run in _RUN.findall(fold(text)):
        if not _HAN.match(run):
            tokens.append(run)
            continue
        for at, character in enumerate(run):
            tokens.append(character)
            if at + 1 < len(run):
                tokens.append(run[at : at + 2])
    return tokens


class Tokenizer:
    """jieba with words added to its dictionary; nothing is loaded before the first cut.

    ``dictionary`` has the words that must be known, with a frequency (0: as high as it takes for
    the word not to be split); ``cache`` is the folder in which jieba keeps its compiled dictionary.
    """

    def __init__(self, dictionary: Mapping[str, int], cache: Path) -> None:
        self.dictionary = dict(dictionary)
        self._cache = cache

    @cached_property
    def _jieba(self) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # old setuptools: pkg_resources is deprecated
            import jieba

        jieba.default_logger.setLevel("WARNING")  # or each start prints four lines to stderr
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = str(self._cache)
        if (self._cache / "jieba.cache").exists():
            tokenizer.initialize()
        else:
            with locked(self._cache / "jieba.lock"):
                tokenizer.initialize()
        for word, frequency in self.dictionary.items():
            tokenizer.add_word(word, frequency or None)
        return tokenizer

    def cut(self, text: str) -> list[str]:
        """The text cut into words, stop words and signs among them; joined they give fold(text)."""
        return list(self._jieba.cut(fold(text)))

    def words(self, text: str) -> list[str]:
        """Words for indexing and asking: no stop words, no signs; long words and those within them.

        >>> import tempfile
        >>> tokenizer = Tokenizer({"公共法律服务": 0}, Path(tempfile.gettempdir()))
        >>> tokenizer.words("什么是公共法律服务？")
        ['公共法律服务', '公共', '法律', '服务']
        """
        stop = stopwords()
        return [
            part
            for word in self._jieba.cut(fold(text))
            if _RUN.match(word)
            for part in (word, *self._within(word))
            if part not in stop
        ]

    def _within(self, word: str) -> list[str]:
        """The dictionary's words inside a word, two characters or more."""
        if len(word) < 3 or not _HAN.match(word):
            return []
        known = self._jieba.FREQ
        return [
            word[start:end]
            for start in range(len(word) - 1)
            for end in range(start + 2, min(start + LONGEST, len(word)) + 1)
            if end - start < len(word) and known.get(word[start:end])
        ]

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word itself, the language's own words among them."""
        return bool(self._jieba.FREQ.get(fold(word)))

    def content(self, text: str) -> list[str]:
        """The topic words of a question in their order, each once, long words whole."""
        stop = stopwords()
        return list(dict.fromkeys(w for w in self.cut(text) if w not in stop and _RUN.match(w)))


def frequent_terms(
    texts: Iterable[str], tokenizer: Tokenizer, least: int = 4, longest: int = 5
) -> dict[str, int]:
    """Pairs of words that the texts use as one term (公共 + 法律服务), with their counts.

    A pair counts as a term when it comes ``least`` times and at least half of the occurrences of
    its rarer part are inside the pair; long ones (社区矫正 + 信息化) are phrases, not terms.
    """
    singles: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    stop = stopwords()
    for text in texts:
        before = ""
        for word in tokenizer.cut(text):
            usable = len(word) > 1 and word not in stop and bool(_HAN.match(word))
            if usable:
                singles[word] = singles.get(word, 0) + 1
                if before:
                    pairs[before, word] = pairs.get((before, word), 0) + 1
            before = word if usable else ""
    return {
        first + second: count
        for (first, second), count in pairs.items()
        if count >= least
        and 2 * count >= min(singles[first], singles[second])
        and len(first + second) <= longest
    }
