"""How words sound, without tones, by pypinyin."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice, product

# Of characters with many readings the usual ones come first.
_MOST_READINGS = 2
_MOST_SOUNDS = 8
# Sounds that many speakers and input methods do not tell apart.
_SOUNDS_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
_SYLLABLE = 6  # letters of the longest syllable
_VOWELS = frozenset("aeiouv")


def sound(word: str) -> str:
    """The usual way to say a word, syllables parted by blanks.

    >>> sound("条解"), sound("司法坚定")
    ('tiao jie', 'si fa jian din')
    """
    return " ".join(_readings(character, _fuzzy(word))[0] for character in word)


def sounds(word: str) -> list[str]:
    """Every way to say a word, as :func:`sound` writes them.

    >>> sounds("调解")
    ['diao jie', 'diao xie', 'tiao jie', 'tiao xie']
    """
    return _all_sounds(word, _fuzzy(word))


def spellings(word: str) -> list[str]:
    """The letters in which a word may be typed.

    A short word that takes an apostrophe (吉安, ji'an) is left out: its letters are a syllable.

    >>> spellings("律师")
    ['lvshi']
    """
    return [
        spelled.replace(" ", "")
        for spelled in _all_sounds(word, alike=False)
        if len(spelled) > _SYLLABLE or all(each[0] not in "aeo" for each in spelled.split()[1:])
    ]


def _fuzzy(word: str) -> bool:
    """Two characters sound like much, so that only what sounds exactly alike counts."""
    return len(word) > 2


def _all_sounds(word: str, alike: bool) -> list[str]:
    readings = (_readings(character, alike) for character in word)
    return [" ".join(syllables) for syllables in islice(product(*readings), _MOST_SOUNDS)]


@cache
def _readings(character: str, alike: bool) -> tuple[str, ...]:
    # Readings are asked for by the character; pypinyin's phrases would take four times as long.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    readings = pinyin(character, heteronym=True, style=Style.NORMAL)[0]
    voiced = [each for each in readings if _VOWELS & set(each)] or readings
    if alike:
        for one, other in _SOUNDS_ALIKE:
            voiced = [each.replace(one, other) for each in voiced]
    return tuple(dict.fromkeys(voiced))[:_MOST_READINGS]
