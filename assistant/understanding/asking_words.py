"""The words in which people ask, for reading questions that are typed in pinyin."""

from __future__ import annotations

from functools import cache

from assistant.understanding.phrases import sections, word_groups
from assistant.understanding.places import places

# In pinyin the words of asking come before words of the papers that are spelled alike.
_COMMON = 1_000_000
# Words that groups are made of are words of the papers as often: 管理, 落实.
_SELDOM = 1
# The section of what is common in typed questions, single characters too.
_TYPED = "typed"


@cache
def asking_words() -> dict[str, int]:
    """Phrases of asking, the words they are made of and names of places, each very common."""
    asked = sections("question_words.toml")
    phrases = {p for name in asked if name != _TYPED for p in asked[name].phrases if len(p) > 1}
    grouped = {word for words in word_groups().values() for word in words if len(word) > 1}
    names = {name for name in places().region if len(name) > 1}
    common = dict.fromkeys((*phrases, *names, *asked[_TYPED].phrases), _COMMON)
    return dict.fromkeys(grouped, _SELDOM) | common
