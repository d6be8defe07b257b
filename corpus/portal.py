"""What a government portal prints around a paper: the metadata block above it and page furniture.

The words stand in data/portal.toml. A block, as it comes in text files and web pages alike:

    索 引 号：
    000014349/2019-00003
    发文机关：国务院　　成文日期：2019年01月12日
"""

import re
from collections.abc import Iterator, Sequence
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
_LONGEST_VALUE = 90
_OFTEN_EMPTY = frozenset({"主题词", "关键词", "来源"})
"""The line after such a label is mostly the paper's title, unless a label follows it."""


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


class Pair(NamedTuple):
    """A label, its blanks taken out, and its value; `line` and `column` are where that begins."""

    label: str
    value: str
    line: int
    column: int


class Block(NamedTuple):
    """A metadata block: the lines `first` to `last` (excluded) and its pairs."""

    first: int
    last: int
    pairs: tuple[Pair, ...]

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Label and value of the pairs that have one."""
        return tuple((pair.label, pair.value) for pair in self.pairs if pair.value)


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


def blocks(lines: Sequence[str], top: int | None = None) -> Iterator[Block]:
    """The runs of lines with labels, each with its pairs; a lone label is one too.

    A value stands behind its label or alone in the next line, unless that is the paper's own.
    top: only the blocks that begin within so many lines.
    """
    end = len(lines[:top])
    place = 0
    while place < end:
        if _pairs_in(lines, place):
            block = _block_at(lines, place)
            yield block
            place = block.last
        else:
            place += 1


def find_block(lines: Sequence[str]) -> Block | None:
    """The metadata block among the first lines, or None."""
    found = (block for block in blocks(lines, _LOOK_AT) if len(block.pairs) >= _FEWEST_LABELS)
    return next(found, None)


def _block_at(lines: Sequence[str], first: int) -> Block:
    pairs: list[Pair] = []
    last = first
    for place in range(first, len(lines)):
        found = _pairs_in(lines, place)
        if found:
            pairs += found
        elif not lines[place].strip():
            continue
        elif pairs[-1].value or not _is_value(lines, place, pairs):
            break
        else:
            value = lines[place].strip()
            pairs[-1] = Pair(pairs[-1].label, value, place, lines[place].index(value))
        last = place + 1
    return Block(first, last, tuple(pairs))


def _pairs_in(lines: Sequence[str], place: int) -> list[Pair]:
    """The pairs of a line that begins with a label; the last value may still be to come."""
    line = lines[place].rstrip()
    start = len(line) - len(line.lstrip())
    label = portal().label
    if label.match(line, start) is None:
        return []
    found = [m for m in label.finditer(line, start) if _at_a_start(line, m.start(), start)]
    ends = [match.start() for match in found[1:]] + [len(line)]
    return [
        Pair(fold(match[1]), line[match.end() : end].strip(), place, match.end())
        for match, end in zip(found, ends, strict=True)
    ]


def _at_a_start(line: str, place: int, start: int) -> bool:
    before = line[place - 1] if place > start else " "
    return before.isspace() or line[place].isspace() or line[place] in "[【"


def _is_value(lines: Sequence[str], place: int, pairs: Sequence[Pair]) -> bool:
    """Whether a lone line is the value of the label before it, and not of the paper itself."""
    line = lines[place].strip()
    if len(line) > _LONGEST_VALUE or line[-1] in "。；" or _begins_title(pairs, line):
        return False
    following = next((i for i in range(place + 1, len(lines)) if lines[i].strip()), None)
    return pairs[-1].label not in _OFTEN_EMPTY or (
        following is not None and bool(_pairs_in(lines, following))
    )


def _begins_title(pairs: Sequence[Pair], line: str) -> bool:
    title = next((p.value for p in pairs if portal().meanings[p.label] == "title"), "")
    return bool(title) and fold(title).startswith(fold(line))
