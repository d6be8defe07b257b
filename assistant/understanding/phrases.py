"""People's ways of asking, and what is no question to the papers, read from data files."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def phrases() -> dict[str, re.Pattern[str]]:
    """One pattern per section of the two files; longer phrases are tried before shorter ones."""
    from assistant.understanding.reading import plain

    table: dict[str, dict[str, list[str]]] = {}
    for name in ("question_words.toml", "other_fields.toml"):
        table |= tomllib.loads(
            files("assistant").joinpath("data", name).read_text(encoding="utf-8")
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
