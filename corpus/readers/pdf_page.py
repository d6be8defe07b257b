"""What stands on one PDF page: its lines and tables, from top to bottom."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, TypeAlias

from corpus.radicals import replace_radicals
from corpus.readers.writing import Cell

Char: TypeAlias = dict[str, Any]
"""A character as pdfplumber gives it: text, x0, x1, top, bottom, size, fontname, upright."""

_BOLD_FACE = re.compile(r"bold|heavy|black|simhei|heiti|黑体|方正黑|(?<![a-z])hei(?![a-z])", re.I)
_WORD_GAP = 0.3
"""Part of a character's size from which a gap beside a Latin letter is a blank."""
_COLUMN_GAP = 1.0
"""The same between Chinese characters, which justified setting moves apart."""
_SAME_PLACE = 0.15
_MOST_STROKES = 5_000
_SAME_EDGE = 3.0
"""Points within which two borders of table cells are one."""
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line in runs (bold or not), with its place in points from the left and the top."""

    runs: tuple[tuple[str, bool], ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with the full grid of its cells."""

    grid: list[list[Cell]]
    top: float


@dataclass(frozen=True, slots=True)
class PageContent:
    """The lines and tables of a page in reading order, and whether it shows pictures."""

    number: int
    height: float
    items: tuple[Line | Table, ...]
    pictures: bool


def content_of(page: Any) -> PageContent:
    """Take in a pdfplumber page. Slanted text is a watermark and left out."""
    page = page.filter(lambda thing: thing.get("upright", True))
    tables: list[Line | Table] = []
    boxes = []
    for found in page.find_tables() if _is_drawn_simply(page) else ():
        grid = _grid(found.cells, page.chars)
        if len(grid) > 1 and len(grid[0]) > 1:
            tables.append(Table(grid, found.bbox[1]))
            boxes.append(found.bbox)
    outside = page.filter(lambda thing: not any(_inside(thing, box) for box in boxes))
    lines = [
        _line(found["chars"])
        for found in outside.extract_text_lines(return_chars=True, x_tolerance_ratio=_WORD_GAP)
    ]
    items: list[Line | Table] = [line for line in lines if line.text.strip()]
    items = sorted(items + tables, key=lambda item: item.top)
    return PageContent(page.page_number, float(page.height), tuple(items), bool(page.images))


def _is_drawn_simply(page: Any) -> bool:
    """Whether a page may hold a table; one with a drawing on it would take minutes to search."""
    return len(page.rects) + len(page.lines) + len(page.curves) <= _MOST_STROKES


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a blank between Latin words, else nothing."""
    return " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() else ""


def _line(chars: Sequence[Char]) -> Line:
    runs: list[tuple[str, bool]] = []
    previous: Char | None = None
    for char in chars:
        bold = _is_bold(char)
        if previous is not None:
            gap = char["x0"] - previous["x1"]
            if char["text"] == previous["text"] and (
                abs(char["x0"] - previous["x0"]) < _SAME_PLACE * char["size"]
            ):
                # Drawn twice with a slight shift: how printers without a bold face make one.
                runs[-1] = (runs[-1][0], True)
                continue
            latin = not (_HAN.match(char["text"]) and _HAN.match(previous["text"]))
            if gap > (_WORD_GAP if latin else _COLUMN_GAP) * char["size"]:
                runs.append((" ", False))
        runs.append((replace_radicals(char["text"]), bold))
        previous = char
    return Line(
        runs=_merged(runs),
        x0=min(char["x0"] for char in chars),
        x1=max(char["x1"] for char in chars),
        top=min(char["top"] for char in chars),
        bottom=max(char["bottom"] for char in chars),
        size=median(char["size"] for char in chars),
    )


def _merged(runs: Iterable[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    merged: list[tuple[str, bool]] = []
    for text, bold in runs:
        if merged and merged[-1][1] == bold:
            merged[-1] = (merged[-1][0] + text, bold)
        else:
            merged.append((text, bold))
    return tuple(merged)


def _is_bold(char: Char) -> bool:
    name = str(char["fontname"])
    with suppress(UnicodeError):
        # Chinese font names often come as GBK bytes taken for Latin-1: ºÚÌå is 黑体.
        name = name.encode("latin-1").decode("gbk")
    return _BOLD_FACE.search(name) is not None


def _inside(thing: Char, box: tuple[float, float, float, float]) -> bool:
    x = (thing["x0"] + thing["x1"]) / 2
    y = (thing["top"] + thing["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _grid(
    boxes: Sequence[tuple[float, float, float, float]], chars: Sequence[Char]
) -> list[list[Cell]]:
    """The full grid of a table; a box over several places stands at each of them."""
    columns = _edges([edge for box in boxes for edge in (box[0], box[2])])
    rows = _edges([edge for box in boxes for edge in (box[1], box[3])])
    cells = {box: _cell(box, chars) for box in boxes}
    grid = []
    for top, bottom in pairwise(rows):
        line = []
        for left, right in pairwise(columns):
            centre = {"x0": left, "x1": right, "top": top, "bottom": bottom}
            line.append(next((cells[box] for box in boxes if _inside(centre, box)), Cell()))
        grid.append(line)
    return grid


def _cell(box: tuple[float, float, float, float], chars: Sequence[Char]) -> Cell:
    cell = Cell()
    rows: list[list[Char]] = []
    for char in sorted((c for c in chars if _inside(c, box)), key=lambda c: (c["top"], c["x0"])):
        if rows and char["top"] - rows[-1][0]["top"] < char["size"] / 2:
            rows[-1].append(char)
        else:
            rows.append([char])
    for place, row in enumerate(rows):
        line = _line(sorted(row, key=lambda c: float(c["x0"])))
        if place:
            # A line that stops short of the border was ended on purpose: another department.
            wrapped = rows[place - 1][-1]["x1"] > box[2] - 2 * line.size
            before = cell.runs[-1][0]
            cell.runs.append((joint(before, line.text) if wrapped else " ", False))
        cell.runs += line.runs
    return cell


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges
