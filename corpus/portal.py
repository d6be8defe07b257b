"""What a government portal prints around a paper: the metadata block above it and page furniture.

The words stand in data/portal.toml. A block, as it comes in text files and web pages alike:

    索 引 号：
    000014349/2019-00003
    发文机关：国务院　　成文日期：2019年01月12日
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import Field

from corpus.data_files import DataForm, read_data

_FEWEST_LABELS = 2
"""Fewer labels in a row than this may be a sentence of the paper (来源：…)."""
_GAP = r"\s{0,4}"
"""Blanks within a label (索 引 号); bounded, as a line may be a megabyte of them."""
_LOOK_AT = 60
"""A block stands above the paper, within so many lines from the top."""


Meaning: TypeAlias = Literal["title", "number", "issuer", "date", "published", "status", "other"]
# No word at all would make a pattern that fits everything.
_Words: TypeAlias = Annotated[tuple[str, ...], Field(min_length=1)]


class _Furniture(DataForm):
    words: _Words
    starts: _Words


class _Elements(DataForm):
    names: _Words


class _File(DataForm):
    labels: dict[Meaning, _Words]
    furniture: _Furniture
    elements: _Elements


@dataclass(frozen=True, slots=True)
class Portal:
    """The words of data/portal.toml. `meanings` maps a label to what it tells."""

    meanings: dict[str, Meaning]
    label: re.Pattern[str]
    furniture: re.Pattern[str]
    element: re.Pattern[str]


class Block(NamedTuple):
    """A metadata block: the lines `first` to `last` (excluded) and its pairs, labels folded."""

    first: int
    last: int
    pairs: tuple[tuple[str, str], ...]


@cache
def portal() -> Portal:
    """The words, read once."""
    file = read_data("portal.toml", _File)
    meanings = {label: meaning for meaning, labels in file.labels.items() for label in labels}
    longest_first = sorted(meanings, key=len, reverse=True)
    labels = "|".join(_GAP.join(map(re.escape, label)) for label in longest_first)
    words = "|".join(map(re.escape, sorted(file.furniture.words, key=len, reverse=True)))
    starts = "|".join(map(re.escape, file.furniture.starts))
    names = "|".join(map(re.escape, file.elements.names))
    return Portal(
        meanings,
        label=re.compile(
            rf"[\[【]?{_GAP}({labels}){_GAP}[\]】]?{_GAP}(?:[:：]|$|(?<=[\]】])|(?=\t))\s*"
        ),
        furniture=re.compile(
            rf"[\s【\[（(]*(?:(?:{starts}).*|(?:(?:{words})[\s|｜:：/【】\[\]（）()]*)+)$"
        ),
        element=re.compile(rf"(?:^|[\s_-])(?:{names})(?:[\s_-]|\d|$)", re.IGNORECASE),
    )


def fold(text: str) -> str:
    """Text without blanks, by which labels and titles are compared."""
    return "".join(text.split())


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the paper (打印 | 关闭窗口)."""
    return portal().furniture.fullmatch(line.strip()) is not None


def find_block(lines: Sequence[str]) -> Block | None:
    """The metadata block among the first lines, or None.

    A value stands behind its label or alone in the next line; a lone line that begins the title is
    the paper's own, not the value of a last, empty label (主 题 词：).
    """
    for first in range(min(len(lines), _LOOK_AT)):
        if _pairs_in(lines[first]):
            block = _block_at(lines, first)
            if len(block.pairs) >= _FEWEST_LABELS:
                return block
    return None


def pairs_of(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """All pairs of lines that are known to be none of the paper's."""
    pairs: list[tuple[str, str]] = []
    place = 0
    while place < len(lines):
        if _pairs_in(lines[place]):
            block = _block_at(lines, place)
            pairs += block.pairs
            place = block.last
        else:
            place += 1
    return tuple(pair for pair in pairs if pair[1])


def _block_at(lines: Sequence[str], first: int) -> Block:
    pairs: list[tuple[str, str]] = []
    last = first
    for place in range(first, len(lines)):
        line = lines[place]
        found = _pairs_in(line)
        if found:
            pairs += found
        elif not line.strip():
            continue
        elif pairs[-1][1] or _begins_title(pairs, line):
            break
        else:
            pairs[-1] = (pairs[-1][0], line.strip())
        last = place + 1
    return Block(first, last, tuple(pairs))


def _pairs_in(line: str) -> list[tuple[str, str]]:
    """The pairs of a line that begins with a label; the last value may still be to come."""
    line = line.strip()
    label = portal().label
    if label.match(line) is None:
        return []
    found = [match for match in label.finditer(line) if _at_a_start(line, match.start())]
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        (fold(match[1]), line[match.end() : end].strip())
        for match, end in zip(found, ends, strict=True)
    ]


def _at_a_start(line: str, place: int) -> bool:
    return place == 0 or line[place].isspace() or line[place - 1].isspace() or line[place] in "[【"


def _begins_title(pairs: Sequence[tuple[str, str]], line: str) -> bool:
    title = next((value for label, value in pairs if portal().meanings[label] == "title"), "")
    return bool(title) and fold(title).startswith(fold(line))
