"""People's ways of asking, read from the data files that hold sections of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pydantic import RootModel

from assistant.data_files import DataForm, read_data
from assistant.understanding.reading import plain
from assistant.understanding.role_words import helping, leading

_FILES = ("question_words.toml", "list_words.toml", "paper_words.toml", "laws.toml")
# {who} in a pattern; {1,12} is a repetition.
_GROUP = re.compile(r"\{([a-z_]+)\}")


class Section(DataForm):
    """The ways to ask for one thing: plain phrases, and patterns tried before or behind them."""

    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


class _File(RootModel[dict[str, Section]]):
    pass


class _Groups(DataForm):
    words: dict[str, tuple[str, ...]]
    made_of: dict[str, str]


@cache
def sections(name: str) -> Mapping[str, Section]:
    """The sections of one of the files, by name."""
    return read_data(name, _File).root


@cache
def _group_file() -> _Groups:
    return read_data("word_groups.toml", _Groups)


def word_groups() -> Mapping[str, tuple[str, ...]]:
    """The groups of plain words that patterns are made of, by name."""
    return _group_file().words


@cache
def _groups() -> Mapping[str, str]:
    """What stands for each ``{name}`` in a pattern, as a regular expression."""
    groups = {
        "leading": f"(?:{leading().said})",
        "helping": f"(?:{helping().said})",
        **{
            name: f"(?:{'|'.join(map(re.escape, _longest_first(words)))})"
            for name, words in word_groups().items()
        },
    }
    for name, made_of in _group_file().made_of.items():
        groups[name] = f"(?:{_GROUP.sub(lambda group: groups[group[1]], made_of)})"
    return groups


def filled_in(pattern: str) -> str:
    """A pattern of the data files with its groups put in.

    >>> filled_in("{who}负责") == "{who}负责", "{1,12}好" == filled_in("{1,12}好")
    (False, True)
    """
    return _GROUP.sub(lambda group: _groups()[group[1]], pattern)


@cache
def group_pattern(name: str) -> re.Pattern[str]:
    """What people say for one group of word_groups.toml: the_one_before, other_places."""
    return re.compile(_groups()[name])


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


@cache
def phrases() -> dict[str, re.Pattern[str]]:
    """One pattern per section of the files; longer phrases are tried before shorter ones."""
    return {
        name: re.compile("|".join(f"(?:{each})" for each in _alternatives(section)))
        for file in _FILES
        for name, section in sections(file).items()
    }


def without(text: str, *names: str) -> str:
    """The text without the words of some sections, taken out one section after the other."""
    for name in names:
        text = phrases()[name].sub("", text)
    return text


def _alternatives(section: Section) -> Iterable[str]:
    literal = _longest_first({plain(each) for each in section.phrases})
    return (
        *map(filled_in, section.patterns),
        *map(re.escape, literal),
        *map(filled_in, section.otherwise),
    )
