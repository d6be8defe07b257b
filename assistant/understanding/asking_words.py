"""The words in which people ask, for reading questions that are typed in pinyin."""

from __future__ import annotations

from functools import cache

from assistant.understanding.phrases import sections, word_groups
from assistant.understanding.places import places

# In pinyin the words of asking come before words of the papers that are spelled alike.
_COMMON = 1_000_000
# The section of what is common in typed questions, single characters too.
_TYPED = "typed"


@cache
def asking_words() -> dict[str, int]:
    """Phrases of asking, the words they are made of and names of places, each very common."""
    asked = sections("question_words.toml")
    told = (asked[name].phrases for name in asked if name != _TYPED)
    phrases = {p for words in (*told, *word_groups().values()) for p in words if len(p) > 1}
    names = {name for name in places().region if len(name) > 1}
    return dict.fromkeys((*phrases, *names, *asked[_TYPED].phrases), _COMMON)
