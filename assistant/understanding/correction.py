"""Homophones and near misses read as words of the papers: 人民条解, 司法坚定, 法律缓助."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from assistant.answer import Correction
from assistant.understanding.sounds import sound, sounds

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LONGEST = 10
# 司法部的 is no slip for 司法部长, nor 总的思路 for 总体思路.
_FUNCTION_WORDS = frozenset(
    "的了是在和与由等吗呢吧啊就都也要会有没不把被给让能可想去来谁哪怎几咋个着过到咗那这里上下又再还"
)
# Words that begin with such a character and stand whole all the same.
_WHOLE = frozenset(
    {"可以", "所以", "可能", "能够", "应该", "会议", "要求", "要点", "等级", "就业", "就近"}
)
# Below this length a near miss in one character may be any word at all.
_SHORTEST_NEAR_MISS = 4
_ROUNDS = 2
# 被|人打了 names who does it, and is no slip for 人大.
_BY_SOMEBODY = frozenset("被让给叫遭")
_COUNTS, _OFFICES = frozenset("个家哪"), frozenset("局处厅委部")
# 哪位|大教授 is no slip for 伟大
_POINTS, _MEASURES = frozenset("哪几一两这那每各"), frozenset("位个家种")
_OF_A_PLACE = ("省", "市", "州")
# Characters; of a shorter stretch it may be chance that the papers write it.
_STANDS_WHOLE = 5


class Corrector:
    """Reads what nobody writes as what the papers write, and says so.

    ``vocabulary`` maps the corpus's words to their document frequency, ``asking`` those of asking
    to how common they are (部们 is 部门, 负则 is 负责); ``is_word`` tells whether a
    string is a word of the papers, of people or of the language, ``written`` whether the papers
    have it letter by letter. Either must stay as it is. ``departments`` are names of bodies.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, int],
        asking: Mapping[str, int],
        is_word: Callable[[str], bool],
        written: Callable[[str], bool],
        departments: Collection[str] = (),
    ) -> None:
        self._vocabulary = vocabulary
        self._asking = asking
        self._is_word = is_word
        self._written = written
        self._departments = frozenset(departments)

    def correct(self, question: str) -> tuple[str, tuple[Correction, ...]]:
        """Return the question with its slips mended, and what was read as what."""
        corrections: list[Correction] = []
        # A slip beside another (形政|工做) lies between words only when that one is mended.
        for _ in range(_ROUNDS):
            found = [c for run in _HAN.findall(question) for c in self._from_characters(run)]
            for correction in found:
                question = question.replace(correction.written, correction.read_as, 1)
            corrections += found
            if not found:
                break
        return question, tuple(corrections)

    def _from_characters(self, run: str) -> list[Correction]:
        for length in range(min(_LONGEST, len(run)), 1, -1):
            for start in range(len(run) - length + 1):
                word = self._meant(run, start, start + length)
                if word:
                    end = start + length
                    rest = (run[:start], run[end:])
                    others = [each for part in rest for each in self._from_characters(part)]
                    return [Correction(written=run[start:end], read_as=word), *others]
        return []

    def _cuts_words(self, run: str, start: int, end: int) -> bool:
        """Whether a known word reaches from outside into the window: 改革|由, not a slip 革由."""
        return any(
            self._is_word(run[left:right])
            for left in range(max(0, start - 3), end)
            for right in range(max(left + 2, start + 1), min(len(run), end + 3) + 1)
            if (left < start or right > end)
            and left < end
            and right > start
            # 那条|列 is no word that 条列 would cut, but 可以|代理 is.
            and (run[left] not in _FUNCTION_WORDS or run[left:right] in _WHOLE)
        )

    def _fits(self, run: str, start: int, end: int, word: str) -> bool:
        """Whether the papers write the word beside its neighbour, or it lies between words."""
        before, after = run[max(0, start - 2) : start], run[end : end + 2]
        if (len(before) == 2 and self._written(before + word)) or (
            len(after) == 2 and self._written(word + after)
        ):
            return True
        if before[-1:] in _COUNTS and run[start] in _OFFICES:
            return False  # 哪个局|办 is no slip for 举办
        by_somebody = before[-1:] in _BY_SOMEBODY and run[start] == "人"
        if by_somebody or not _staying(run[start:end], word):
            return False
        if word in self._asking and after[:1] in _OF_A_PLACE:
            return True  # 上嗨市
        starts = len(before) < 2 or before[-1] in _FUNCTION_WORDS or self._is_word(before)
        ends = len(after) < 2 or after[0] in _FUNCTION_WORDS or self._is_word(after)
        return (starts or ends) if word in self._asking else (starts and ends)

    def _meant(self, run: str, start: int, end: int) -> str | None:
        """The most frequent word that sounds the same, or of a long one differs in a character.

        Looking a sound up is cheap, asking whether a word is known is not, so that comes last.
        """
        window = run[start:end]
        of_a_place = run[end : end + 1] in _OF_A_PLACE  # 上嗨市
        counted = run[start - 1 : start] in _POINTS and window[0] in _MEASURES
        if counted or (not of_a_place and {window[0], window[-1]} & _FUNCTION_WORDS):
            return None
        alike = set(self._by_sound.get(sound(window), ()))
        long_enough = len(window) >= _SHORTEST_NEAR_MISS
        near: set[str] = set()
        # 司法部|定的 is not 司法鉴定.
        if not alike and long_enough and not self._is_word(window[:-1]):
            near = {
                word
                for hole, changed in enumerate(window)
                if changed not in _FUNCTION_WORDS
                for word in self._by_hole.get((hole, window[:hole] + window[hole + 1 :]), ())
            }
        if not (alike or near) or self._is_word(window) or self._written(window):
            return None
        if near and (self._written_inside(window[1:]) or self._written_inside(window[:-1])):
            return None
        candidates = [w for w in alike or near if not self._only_adds(window, w)]
        if not candidates:
            return None
        # 司法坚定 is two words that stand by themselves, but the four sound like a term. A short
        # or inexact likeness must lie between words: 养老|金怎|么 sounds like many things.
        word = max(candidates, key=lambda each: (*self._likeness(window, each), each))
        known = word in self._vocabulary or word in self._departments
        exact = bool(alike) and long_enough and known
        if not exact and (self._cuts_words(run, start, end) or self._joins_words(window)):
            return None
        return word if len(window) > 2 or self._fits(run, start, end, word) else None

    def _likeness(self, window: str, word: str) -> tuple[int, int]:
        """How many characters stay, and how common the word is: 登计 is 登记 before 等级."""
        common = self._vocabulary.get(word, 0) + self._asking.get(word, 0)
        return _staying(window, word), common

    def _only_adds(self, window: str, word: str) -> bool:
        """Whether a word stands whole in both and the rest is one character: 律师|发什么证."""
        if window[1:] == word[1:] and window[1:] in self._departments:
            return True  # 不带|人社厅 is no slip for 省人社厅
        if len(window) == 2 or word in self._departments:
            return False  # 国安听, 公安亭 name a body, whatever 国安 is
        if len(window) >= _STANDS_WHOLE and sound(window) == sound(word):
            return False  # 人民监督圆: so much does not sound alike by chance
        return (window[:-1] == word[:-1] and self._is_word(window[:-1])) or (
            window[1:] == word[1:] and self._is_word(window[1:])
        )

    def _written_inside(self, rest: str) -> bool:
        """搁|九台强戒所: what the papers write stands whole beside a character of its own."""
        return len(rest) >= _STANDS_WHOLE and self._written(rest)

    def _joins_words(self, window: str) -> bool:
        """Whether the window merely joins words that stand by themselves."""
        return any(
            self._is_word(window[:cut]) and self._is_word(window[cut:])
            for cut in range(2, len(window) - 1)
        )

    @cached_property
    def _words(self) -> Collection[str]:
        return _in_characters(self._vocabulary)

    @cached_property
    def _by_sound(self) -> Mapping[str, list[str]]:
        spoken: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys((*self._words, *_in_characters(self._asking))):
            for said in sounds(word)[: 1 if len(word) == 2 else None]:
                spoken[said].append(word)
        return spoken

    @cached_property
    def _by_hole(self) -> Mapping[tuple[int, str], list[str]]:
        holes: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= _SHORTEST_NEAR_MISS:
                for hole in range(len(word)):
                    holes[hole, word[:hole] + word[hole + 1 :]].append(word)
        return holes


def _in_characters(words: Iterable[str]) -> list[str]:
    """The words of Chinese characters alone that are long enough to sound like something."""
    return [w for w in words if 2 <= len(w) <= _LONGEST and _HAN.fullmatch(w)]


def _staying(written: str, word: str) -> int:
    """How many characters are the same in both, place by place."""
    return sum(one == other for one, other in zip(written, word, strict=True))
