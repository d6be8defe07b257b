"""The words in which people ask, for reading questions that are typed in pinyin."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from assistant.understanding.places import places

# In pinyin the words of asking come before words of the papers that are spelled alike.
_COMMON = 1_000_000


@cache
def asking_words() -> dict[str, int]:
    """Phrases of question_words.toml and names of places, each counted as very common."""
    table = tomllib.loads(
        files("assistant").joinpath("data/question_words.toml").read_text("utf-8")
    )
    typed = table.pop("typed")["phrases"]
    phrases = {p for section in table.values() for p in section.get("phrases", []) if len(p) > 1}
    names = {name for name in places().region if len(name) > 1}
    return dict.fromkeys((*phrases, *names, *typed), _COMMON)
