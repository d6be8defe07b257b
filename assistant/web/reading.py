"""A document laid out for reading: clauses with their lines, the quote marked where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus import Clause, Document, Span

HEAD_ANCHOR = "文首"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters set alike."""

    text: str
    quoted: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """An unbroken stretch of one clause's own text, as lines of pieces.

    ``opens`` is true for the stretch with which the clause begins: it carries the anchor.
    """

    clause: Clause
    lines: tuple[tuple[Piece, ...], ...]
    opens: bool

    @property
    def anchor(self) -> str:
        """二/（六）/24/（1）: what the address of the clause ends in."""
        return "/".join(self.clause.path) or HEAD_ANCHOR

    @property
    def depth(self) -> int:
        """How far the clause lies below the document, 0 for its head."""
        return len(self.clause.path)


def lay_out(document: Document, quote: Span | None = None) -> tuple[Passage, ...]:
    """The whole text of a document in reading order, ``quote`` marked."""
    stretches: list[tuple[Span, Clause, bool]] = []
    for clause in (document.head, *document.clauses):
        stretches.extend((span, clause, place == 0) for place, span in enumerate(clause.spans))
    if document.back_matter.end > document.back_matter.start:
        stretches.append((document.back_matter, document.head, False))
    stretches.sort(key=lambda stretch: stretch[0].start)
    return tuple(
        Passage(clause, tuple(_lines(document.text, span, clause.heading_span, quote)), opens)
        for span, clause, opens in stretches
    )


def _lines(
    text: str, span: Span, heading: Span | None, quote: Span | None
) -> Iterator[tuple[Piece, ...]]:
    start = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        if line.strip():
            yield tuple(_pieces(text, Span(start, end), heading, quote))
        start += len(line)


def _pieces(text: str, line: Span, heading: Span | None, quote: Span | None) -> Iterator[Piece]:
    cuts = {line.start, line.end}
    for span in (heading, quote):
        if span is not None:
            cuts.update(cut for cut in span if line.start < cut < line.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        yield Piece(
            text[start:end], quoted=_within(start, end, quote), heading=_within(start, end, heading)
        )


def _within(start: int, end: int, span: Span | None) -> bool:
    return span is not None and span.start <= start and end <= span.end
