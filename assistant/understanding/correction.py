"""Homophones and near misses read as words of the papers: 人民条解, 司法坚定, 法律缓助, falv yuanzhu."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache, cached_property
from itertools import islice, product

from assistant.answer import Correction

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z]{2,}(?:[ '][a-z]+)*")
_LONGEST = 8
# Below this length a near miss in one character may be any word at all.
_SHORTEST_NEAR_MISS = 4
# Of characters with many readings the usual ones come first.
_MOST_READINGS = 3
_MOST_SOUNDS = 24
# Sounds that many speakers and input methods do not tell apart.
_SOUNDS_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class Corrector:
    """Reads what nobody writes as what the papers write, and says so.

    ``vocabulary`` maps the corpus's words to their document frequency; ``known`` tells whether a
    string is a word already (of the papers, of people, or of the language) and must stay;
    ``written`` whether the papers have it letter by letter.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        known: Callable[[str], bool],
        written: Callable[[str], bool],
    ) -> None:
        self._vocabulary = vocabulary
        self._known = known
        self._written = written

    def correct(self, topic: str) -> tuple[str, tuple[Correction, ...]]:
        """Return the topic with its slips mended, and what was read as what."""
        corrections: list[Correction] = []
        for pattern, mend in ((_LATIN, self._from_pinyin), (_HAN, self._from_characters)):
            for run in pattern.findall(topic):
                for correction in mend(run):
                    corrections.append(correction)
                    topic = topic.replace(correction.written, correction.read_as, 1)
        return topic, tuple(corrections)

    def _from_pinyin(self, run: str) -> list[Correction]:
        """falv yuanzhu: the words of the papers as they are typed without an input method."""
        letters = re.sub(r"[ ']", "", run)
        found, start = "", 0
        while start < len(letters):
            end = next(
                (e for e in range(len(letters), start + 3, -1) if letters[start:e] in self._typed),
                None,
            )
            if end is None:
                return []
            found += self._typed[letters[start:end]]
            start = end
        return [Correction(written=run, read_as=found)]

    def _from_characters(self, run: str) -> list[Correction]:
        for length in range(min(_LONGEST, len(run)), 1, -1):
            for start in range(len(run) - length + 1):
                end = start + length
                window = run[start:end]
                if self._known(window) or (length < _SHORTEST_NEAR_MISS and self._inside_words(run, start, end)):
                    continue
                word = self._meant(window)
                if word and (length > 2 or self._fits(run, start, end, word)):
                    others = [
                        each for part in (run[:start], run[end:]) for each in self._from_characters(part)
                    ]
                    return [Correction(written=window, read_as=word), *others]
        return []

    def _inside_words(self, run: str, start: int, end: int) -> bool:
        """Whether a known word reaches from outside into the window: 改革|由, not a slip 革由."""
        return any(
            self._known(run[left:right])
            for left in range(max(0, start - 3), end)
            for right in range(max(left + 2, start + 1), min(len(run), end + 3) + 1)
            if (left < start or right > end) and left < end and right > start
        )

    def _fits(self, run: str, start: int, end: int, word: str) -> bool:
        """Whether the papers write the word beside its neighbour, or it stands alone."""
        before, after = run[max(0, start - 2) : start], run[end : end + 2]
        if not before and not after:
            return True
        return (len(before) == 2 and self._written(before + word)) or (
            len(after) == 2 and self._written(word + after)
        )

    def _meant(self, window: str) -> str | None:
        """The most frequent word that sounds the same, or differs in one character."""
        long_enough = len(window) >= _SHORTEST_NEAR_MISS
        # 司法坚定 is two words that stand by themselves, but the four sound like a term. Two
        # characters across a border of words (养老|金怎|么) sound like many things.
        if not long_enough and self._joins_words(window):
            return None
        alike = {w for sound in _sounds(window) for w in self._by_sound.get(sound, ())}
        if not alike and long_enough and not self._joins_words(window):
            alike = {
                word
                for hole in range(len(window))
                for word in self._by_hole.get((hole, window[:hole] + window[hole + 1 :]), ())
            }
        return max(alike, key=lambda word: (self._vocabulary[word], word), default=None)

    def _joins_words(self, window: str) -> bool:
        """Whether the window merely joins words that stand by themselves."""
        return any(
            self._known(window[:cut]) and self._known(window[cut:])
            for cut in range(2, len(window) - 1)
        )

    @cached_property
    def _words(self) -> Collection[str]:
        return [w for w in self._vocabulary if 2 <= len(w) <= _LONGEST and _HAN.fullmatch(w)]

    @cached_property
    def _by_sound(self) -> Mapping[str, list[str]]:
        sounds: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for sound in _sounds(word):
                sounds[sound].append(word)
        return sounds

    @cached_property
    def _by_hole(self) -> Mapping[tuple[int, str], list[str]]:
        holes: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= _SHORTEST_NEAR_MISS:
                for hole in range(len(word)):
                    holes[hole, word[:hole] + word[hole + 1 :]].append(word)
        return holes

    @cached_property
    def _typed(self) -> Mapping[str, str]:
        typed: dict[str, str] = {}
        for word in sorted(self._words, key=lambda each: self._vocabulary[each]):
            for sound in _sounds(word, alike=False):
                typed[sound.replace(" ", "")] = word
        return typed


@cache
def _readings(character: str, alike: bool) -> tuple[str, ...]:
    """The toneless syllables of a character, none told apart that many people do not tell apart."""
    from pypinyin import Style, pinyin

    readings = pinyin(character, heteronym=True, style=Style.NORMAL, v_to_u=False)[0]
    if alike:
        for sound, other in _SOUNDS_ALIKE:
            readings = [each.replace(sound, other) for each in readings]
    return tuple(dict.fromkeys(readings))[:_MOST_READINGS]


def _sounds(word: str, *, alike: bool | None = None) -> list[str]:
    """Every way to say a word; two characters sound like much, so they count as usually said."""
    short = len(word) == 2
    fuzzy = not short if alike is None else alike
    readings = (_readings(character, fuzzy)[: 1 if short else None] for character in word)
    return [" ".join(syllables) for syllables in islice(product(*readings), _MOST_SOUNDS)]
