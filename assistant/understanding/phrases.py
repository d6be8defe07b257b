"""People's ways of asking, read from the data files ``question_words`` and ``laws``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from assistant.understanding.reading import plain

_FILES = ("question_words.toml", "laws.toml")


@cache
def phrases() -> dict[str, re.Pattern[str]]:
    """One pattern per section of the files; longer phrases are tried before shorter ones."""
    compiled: dict[str, re.Pattern[str]] = {}
    for name in _FILES:
        table = tomllib.loads(files("assistant").joinpath("data", name).read_text("utf-8"))
        for section, entry in table.items():
            literal = sorted({plain(each) for each in entry.get("phrases", [])}, key=len)
            written = map(re.escape, reversed(literal))
            alternatives = [*entry.get("patterns", []), *written, *entry.get("otherwise", [])]
            compiled[section] = re.compile("|".join(f"(?:{each})" for each in alternatives))
    return compiled
