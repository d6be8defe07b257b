"""What a reader made of an original, kept beside it: a PDF takes seconds to read, this does not."""

import json
from pathlib import Path
from typing import Any

from corpus.catalog import write_whole
from corpus.model import Span
from corpus.readers import read_file
from corpus.source import SourceCell, SourceRow, SourceTable, SourceText

VERSION = 1
"""To be raised when a reader reads otherwise, so that originals are read anew."""


def read_kept(original: Path, kept: Path) -> SourceText:
    """What was read of an original, read anew if nothing (or another version's reading) is kept.

    Raises:
        UnreadableFile: the original can't be read.
    """
    try:
        row = json.loads(kept.read_text("utf-8"))
        if row.pop("version") == VERSION:
            return _from_row(row)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        pass
    return read_file(original)


def keep(source: SourceText, kept: Path) -> None:
    """Write down what was read."""
    row = {
        "version": VERSION,
        "text": source.text,
        "bold": source.bold,
        "pages": source.pages,
        "tables": [
            {
                "span": table.span,
                "rows": [[row.span, *(c.span for c in row.cells)] for row in table.rows],
            }
            for table in source.tables
        ],
        "metadata": source.metadata,
        "footnotes": source.footnotes,
        "warnings": source.warnings,
    }
    write_whole(kept, json.dumps(row, ensure_ascii=False).encode())


def _from_row(row: dict[str, Any]) -> SourceText:
    tables = tuple(
        SourceTable(
            Span(*table["span"]),
            tuple(
                SourceRow(Span(*own), tuple(SourceCell(Span(*cell)) for cell in cells))
                for own, *cells in table["rows"]
            ),
        )
        for table in row["tables"]
    )
    return SourceText(
        text=row["text"],
        bold=tuple(Span(*span) for span in row["bold"]),
        pages=tuple((offset, page) for offset, page in row["pages"]),
        tables=tables,
        metadata=tuple((label, value) for label, value in row["metadata"]),
        footnotes=tuple((offset, text) for offset, text in row["footnotes"]),
        warnings=tuple(row["warnings"]),
    )
