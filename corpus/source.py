"""What a reader makes of a file: the decoded text and what its layout said about it.

All spans are offsets in `SourceText.text`. Lines end with a single newline.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` included and `end` not."""

    start: int
    end: int


class PageStart(NamedTuple):
    """The place in the text where a printed page begins; pages count from 1."""

    offset: int
    page: int


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of data. In the text each row is a line and its cells are parted by tabs.

    `rows` is a full grid: a merged cell stands at every place it covers, with the same span.
    """

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note kept apart from the text; `offset` is where its mark stood."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as decoded.

    `bold` are the stretches set in bold or in 黑体, sorted and apart from each other; `metadata` are
    pairs of a portal's label (发文字号, 成文日期, …) and its value that stand outside the text; `warnings`
    are sentences for the maintainer about what was left out or could not be read.
    """

    text: str
    bold: tuple[Span, ...] = ()
    pages: tuple[PageStart, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    tables: tuple[SourceTable, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    warnings: tuple[str, ...] = ()
