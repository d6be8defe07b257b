"""People's ways of asking, read from ``assistant/data/question_words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def phrases() -> dict[str, re.Pattern[str]]:
    """One pattern per section of the file; longer phrases are tried before shorter ones."""
    from assistant.understanding.reading import plain

    table = tomllib.loads(
        files("assistant").joinpath("data/question_words.toml").read_text(encoding="utf-8")
    )
    compiled: dict[str, re.Pattern[str]] = {}
    for name, section in table.items():
        literal = sorted(
            {re.escape(plain(phrase)) for phrase in section.get("phrases", [])},
            key=len,
            reverse=True,
        )
        alternatives = [*section.get("patterns", []), *literal]
        compiled[name] = re.compile("|".join(f"(?:{each})" for each in alternatives) or r"(?!)")
    return compiled
