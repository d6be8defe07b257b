"""People's ways of asking, read from the data files that hold sections of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pydantic import RootModel

from assistant.data_files import DataForm, read_data
from assistant.understanding.reading import plain

_FILES = ("question_words.toml", "list_words.toml", "paper_words.toml", "laws.toml")


class Section(DataForm):
    """The ways to ask for one thing: plain phrases, and patterns tried before or behind them."""

    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


class _File(RootModel[dict[str, Section]]):
    pass


@cache
def sections(name: str) -> Mapping[str, Section]:
    """The sections of one of the files, by name."""
    return read_data(name, _File).root


@cache
def phrases() -> dict[str, re.Pattern[str]]:
    """One pattern per section of the files; longer phrases are tried before shorter ones."""
    return {
        name: re.compile("|".join(f"(?:{each})" for each in _alternatives(section)))
        for file in _FILES
        for name, section in sections(file).items()
    }


def _alternatives(section: Section) -> Iterable[str]:
    literal = sorted({plain(each) for each in section.phrases}, key=len, reverse=True)
    return (*section.patterns, *map(re.escape, literal), *section.otherwise)
