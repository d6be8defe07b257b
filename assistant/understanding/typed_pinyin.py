"""Whole questions typed in pinyin: sichuan lvshi tiaojie shidian shui fuze."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cached_property

from assistant.answer import Correction
from assistant.understanding.sounds import spellings

# jilin-2019 is a document's id.
_LATIN = re.compile(r"[a-z]+(?:[ ']+[a-z]+)*(?![a-z]*[-_])")
_SEPARATORS = re.compile(r"[ ']+")
# Shorter runs are names such as app, gps, 5g.
_SHORTEST = 4
# A word's weight grows with its length, so that 法律援助 beats 法律 and 援助.
_LENGTH_WEIGHT = 2.0
# A millionfold word adds less than a character does.
_COMMON_WEIGHT = 0.02
# A single character is read only where it is as common as 的 or 谁.
_FUNCTION_WORD = 1_000


class PinyinReader:
    """Turns runs of Latin letters into the words that they spell.

    ``words`` maps each word that may be meant to how common it is: those of the papers, of places
    and of ways to ask.
    """

    def __init__(self, words: Callable[[], Mapping[str, int]]) -> None:
        self._words = words

    def read(self, question: str) -> tuple[str, tuple[Correction, ...]]:
        """Return the question with its pinyin read, and what was read as what."""
        corrections = []
        for match in _LATIN.finditer(question):
            run = match.group()
            if len(run) >= _SHORTEST and (meant := self._meant(run)):
                corrections.append(Correction(written=run, read_as=meant))
        for correction in corrections:
            question = question.replace(correction.written, correction.read_as, 1)
        return question, tuple(corrections)

    def _meant(self, run: str) -> str | None:
        """The best way to cut the letters into spellings of words; None if a rest stays over.

        A word may reach over the blanks between syllables but must end where a blank stands or
        a syllable ends, which every spelling does.
        """
        letters = _SEPARATORS.sub("", run)
        best: list[tuple[float, str] | None] = [(0.0, ""), *([None] * len(letters))]
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - self._longest), end):
                before = best[start]
                word = self._spelled.get(letters[start:end])
                if before is None or word is None:
                    continue
                score = before[0] + len(word) ** _LENGTH_WEIGHT + self._commonness(word)
                current = best[end]
                if current is None or score > current[0]:
                    best[end] = (score, before[1] + word)
        found = best[-1]
        return found[1] if found else None

    def _commonness(self, word: str) -> float:
        """Between 0 and 1: of two ways to cut that are alike the one with common words."""
        return math.log1p(self._how_common[word]) * _COMMON_WEIGHT

    @cached_property
    def _how_common(self) -> Mapping[str, int]:
        return self._words()

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """Spelling -> the most common word spelled so."""
        words = self._how_common
        spelled: dict[str, str] = {}
        for word in sorted(words, key=lambda each: (words[each], -len(each))):
            if len(word) == 1 and words[word] < _FUNCTION_WORD:
                continue
            for letters in spellings(word):
                spelled[letters] = word
        return spelled

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._spelled), default=0)
