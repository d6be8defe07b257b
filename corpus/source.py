"""What a reader hands over: a file's decoded characters and what the format knew of them."""

from dataclasses import dataclass

from corpus.model import Span


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell of a table; ``span`` is its place in `SourceText.text`. A merged cell may be
    repeated by several rows and then has the same span in each."""

    span: Span


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table, written in the text as one line, its cells parted by a tab."""

    span: Span
    cells: tuple[SourceCell, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table of the file. The first row is its header when it names the columns."""

    span: Span
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as decoded, before any noise is taken out.

    text:      all characters, lines ended by ``\\n``; numbers that Word only draws are written in
    bold:      spans of `text` that are set in bold
    pages:     (offset in `text`, page number), ascending; empty when the format has no pages
    tables:    tables of the file, in order
    metadata:  (name, value) pairs that stand outside the text: properties of a Word file, the
               metadata block of a portal page; names as printed: ("发文字号", "国发〔2019〕3号")
    footnotes: (offset of the mark in `text`, text of the note), kept apart from the text
    warnings:  what the reader left out or repaired, one Chinese sentence each
    """

    text: str
    bold: tuple[Span, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    tables: tuple[SourceTable, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    footnotes: tuple[tuple[int, str], ...] = ()
    warnings: tuple[str, ...] = ()
