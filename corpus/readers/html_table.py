"""The grid of an HTML table, merged cells written out (HTML standard, 4.9.12)."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from corpus.readers.html_page import children
from corpus.readers.limits import MAX_CELLS
from corpus.readers.writing import Cell

_MAX_SPAN = 200
_BLOCKS_OF_A_LAYOUT = 12
"""A cell with more paragraphs than this lays out a page and holds no datum."""


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of each row of this table, not of tables inside it."""
    return [[cell for cell in children(row) if cell.tag in ("td", "th")] for row in _rows(table)]


def holds_data(rows: list[list[LexborNode]]) -> bool:
    """Whether a table is one of data, or only lays out the page."""
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    return not any(
        cell.css_first("table, h1") is not None or len(cell.css("p, div")) > _BLOCKS_OF_A_LAYOUT
        for row in rows
        for cell in row
    )


def grid_of(rows: list[list[LexborNode]]) -> list[list[tuple[Cell, LexborNode]]]:
    """Each place of the grid with its cell, a merged one repeated; [] beyond `MAX_CELLS`."""
    grid: list[list[tuple[Cell, LexborNode]]] = []
    hanging: dict[int, tuple[int, Cell, LexborNode]] = {}
    size = 0
    for row in rows:
        line: list[tuple[Cell, LexborNode]] = []
        cells = iter(row)
        while True:
            column = len(line)
            if column in hanging:
                left, cell, node = hanging.pop(column)
                if left > 1:
                    hanging[column] = (left - 1, cell, node)
                line.append((cell, node))
                continue
            found = next(cells, None)
            if found is None:
                break
            cell = Cell()
            down, across = _span(found, "rowspan"), _span(found, "colspan")
            for place in range(column, column + across):
                line.append((cell, found))
                if down > 1:
                    hanging[place] = (down - 1, cell, found)
        size += len(line)
        if size > MAX_CELLS:
            return []
        grid.append(line)
    return grid


def _rows(parent: LexborNode) -> Iterator[LexborNode]:
    for child in children(parent):
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _span(cell: LexborNode, name: str) -> int:
    text = cell.attributes.get(name) or ""
    return min(max(int(text), 1), _MAX_SPAN) if text.isdecimal() and len(text) < 6 else 1
