"""Writing down what a reader finds, piece by piece: text, bold stretches, pages, tables, notes."""

import re
from collections.abc import Sequence

from corpus.model import Span
from corpus.source import SourceCell, SourceRow, SourceTable, SourceText

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BREAK = re.compile("[\n\t]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BOLD_MARKS_NOTHING = 0.9
"""A paper that is nearly all bold does not mark anything by it."""


def unify_line_ends(text: str) -> str:
    """Text whose lines all end with a single newline, and which UTF-8 can hold."""
    return _LONE_SURROGATE.sub("\ufffd", _LINE_END.sub("\n", text))


class Cell:
    """A table cell: its text in runs, each bold or not. Merged cells repeat and count as one."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, bool]] = []

    @property
    def text(self) -> str:
        """The cell's text in one line."""
        return " ".join("".join(text for text, _ in self.runs).split())


class SourceWriter:
    """Collects a `SourceText`; all offsets are those of the text so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._last = "\n"
        self.offset = 0
        self._bold: list[Span] = []
        self._pages: list[tuple[int, int]] = []
        self._metadata: list[tuple[str, str]] = []
        self._tables: list[SourceTable] = []
        self.footnotes: list[tuple[int, str]] = []
        self._warnings: list[str] = []

    def write(self, text: str, bold: bool = False) -> None:
        """Append text, which may hold newlines."""
        text = unify_line_ends(text)
        if not text:
            return
        start, self.offset = self.offset, self.offset + len(text)
        self._pieces.append(text)
        self._last = text[-1]
        if bold and text.strip():
            if self._bold and self._bold[-1].end == start:
                start = self._bold.pop().start
            self._bold.append(Span(start, self.offset))

    def end_line(self) -> None:
        """End the line, unless it is empty."""
        if self._last != "\n":
            self.write("\n")

    def table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Append a table, each row a line with its cells parted by tabs.

        A cell that covers several places of the grid is given at each of them as the same object,
        and written once, at the first.
        """
        self.end_line()
        top = self.offset
        written: dict[Cell, SourceCell] = {}
        lines: list[SourceRow] = []
        for row in rows:
            left = self.offset
            fresh = [cell for cell in dict.fromkeys(row) if cell not in written]
            for place, cell in enumerate(fresh):
                self.write("\t" if place else "")
                start = self.offset
                for text, bold in cell.runs:
                    self.write(_BREAK.sub(" ", unify_line_ends(text)), bold)
                written[cell] = SourceCell(Span(start, self.offset))
            self.end_line()
            lines.append(SourceRow(Span(left, self.offset), tuple(written[cell] for cell in row)))
        if lines:
            self._tables.append(SourceTable(Span(top, self.offset), tuple(lines)))

    def page(self, number: int) -> None:
        """Note that a printed page begins here."""
        self._pages.append((self.offset, number))

    def footnote(self, text: str) -> None:
        """Keep a note whose mark stands here."""
        self.footnotes.append((self.offset, unify_line_ends(text).strip()))

    def metadata(self, label: str, value: str) -> None:
        """Keep a portal's label and its value."""
        self._metadata.append((label, value))

    def warn(self, sentence: str) -> None:
        """Tell the maintainer something, once."""
        if sentence not in self._warnings:
            self._warnings.append(sentence)

    def finish(self) -> SourceText:
        """The whole, with bold type dropped where it marks nothing."""
        bold = tuple(self._bold)
        if sum(end - start for start, end in bold) > _BOLD_MARKS_NOTHING * self.offset:
            bold = ()
        return SourceText(
            text="".join(self._pieces),
            bold=bold,
            pages=tuple(self._pages),
            metadata=tuple(self._metadata),
            tables=tuple(self._tables),
            footnotes=tuple(self.footnotes),
            warnings=tuple(self._warnings),
        )
