"""People's words and the papers' words for them: data/thesaurus.toml.

    [[entry]]
    says = ["请不起律师", "没钱打官司"]     # what people say
    means = ["法律援助", "经济困难"]        # what the papers write
    doubt = true                            # optional: loose, or has other meanings too
    note = "…"                              # optional, for the reviewer

A question's words stay; the papers' words are added and weigh less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import Field

from corpus import DataForm, read_toml
from index.errors import DataFileError
from index.tokens import fold

# A word of the thesaurus counts this much of a word of the asker's own, and a doubtful one half
# of that. Changing them means training the ranking again.
WEIGHT = 0.6
DOUBT = 0.5


class _Entry(DataForm):
    says: tuple[str, ...] = Field(min_length=1)
    means: tuple[str, ...] = Field(min_length=1)
    doubt: bool = False
    note: str = ""


class _File(DataForm):
    entry: tuple[_Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Expansion:
    """A stretch of a question that the thesaurus knows, offsets into the question."""

    start: int
    end: int
    says: str
    means: tuple[str, ...]
    weight: float


class Thesaurus:
    """Finds people's words in a question, the longest first, none inside another.

    >>> found = Thesaurus.packaged().expand("请不起律师怎么办")
    >>> found[0].says, found[0].means[0]
    ('请不起律师', '法律援助')
    """

    def __init__(self, entries: Mapping[str, tuple[tuple[str, ...], float]]) -> None:
        self._entries = dict(entries)

    @classmethod
    def packaged(cls) -> Thesaurus:
        """The thesaurus of data/thesaurus.toml."""
        return cls.read(files("index") / "data" / "thesaurus.toml")

    @classmethod
    def read(cls, file: Traversable) -> Thesaurus:
        """Read a file of the form above.

        Raises DataFileError when it has another form, or gives one word twice.
        """
        entries = read_toml(file, _File, DataFileError, "index/thesaurus.py").entry
        known: dict[str, tuple[tuple[str, ...], float]] = {}
        for entry in entries:
            weight = WEIGHT * (DOUBT if entry.doubt else 1)
            for says in entry.says:
                if known.setdefault(fold(says), (entry.means, weight))[0] != entry.means:
                    raise DataFileError(f"{file.name}: {says} stands in two entries; keep one")
        return cls(known)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._entries), default=0)

    def means(self) -> frozenset[str]:
        """Every word of the papers that an entry leads to."""
        return frozenset(word for means, _ in self._entries.values() for word in means)

    def __contains__(self, says: str) -> bool:
        """Whether an entry gives the people's word, as it stands."""
        return len(says) > 1 and fold(says) in self._entries

    def expand(self, question: str) -> tuple[Expansion, ...]:
        """The known stretches of a question, from left to right."""
        text = fold(question)
        found: list[Expansion] = []
        at = 0
        while at < len(text):
            for size in range(min(self._longest, len(text) - at), 1, -1):
                entry = self._entries.get(text[at : at + size])
                if entry:
                    means, weight = entry
                    found.append(Expansion(at, at + size, text[at : at + size], means, weight))
                    at += size
                    break
            else:
                at += 1
        return tuple(found)
