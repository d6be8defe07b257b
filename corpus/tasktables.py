"""Tables of tasks (序号 | 任务 | 牵头单位 | 配合单位 | 完成时限): each row becomes a clause."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.assigning import NamedDepartment, read_list
from corpus.lines import Line
from corpus.markers import read_marker
from corpus.numbering import Family, Marker, han_value
from corpus.source import SourceTable
from corpus.values import Role, Span

Column = Literal["number", "task", "lead", "support", "duty", "deadline"]

_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("number", re.compile(r"序号|编号|项号|序")),
    ("lead", re.compile(r"总?牵头.*|主办.*|主责.*")),
    ("support", re.compile(r"配合.*|协办.*|协同.*|参与.*|参加.*|协助.*")),
    ("duty", re.compile(r"(?:责任|落实|负责|承办|实施|承担)(?:单位|部门|处室|主体|分工).*")),
    ("deadline", re.compile(r".*(?:时限|期限|完成时间|时间节点|时间安排|进度安排).*|时间")),
    ("task", re.compile(r".*(?:任务|事项|措施|举措|内容|项目|目标|要求)(?:名称|内容)?")),
)  # fmt: skip
_RULE = re.compile(r"[\s|:+=-]+")
_FEWEST_CELLS = 3


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A row of a table of tasks, in places of the text."""

    marker: Marker
    task: Span | None
    departments: tuple[NamedDepartment, ...]
    deadline: Span | None


@dataclass(frozen=True, slots=True)
class TaskTables:
    """rows: the rows by line · lines: all lines of tables, headers among them."""

    rows: Mapping[int, TaskLine]
    lines: frozenset[int]


def read_task_tables(
    text: str,
    lines: Sequence[Line],
    tables: Sequence[SourceTable],
    to_text: Callable[[int, int], Span],
) -> TaskTables:
    """The tables of tasks a reader found, and those that plain text draws with tabs or bars."""
    starts = [line.start for line in lines]
    grids = [
        [[to_text(*cell.span) for cell in row.cells] for row in table.rows] for table in tables
    ]
    places = [
        [bisect_right(starts, to_text(*row.span).start) - 1 for row in table.rows]
        for table in tables
    ]
    found: dict[int, TaskLine] = {}
    inside = {i for rows in places for i in rows}
    for grid, where in [*zip(grids, places, strict=True), *_drawn(lines, inside)]:
        header = _header(text, grid[0]) if grid else None
        if header is None:
            continue
        inside |= set(where)
        for cells, i in zip(grid[1:], where[1:], strict=True):
            if i not in found and any(cell.end > cell.start for cell in cells):
                found[i] = _task_line(text, cells, header, lines[i])
    return TaskTables(found, frozenset(inside))


def _drawn(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[list[list[Span]], list[int]]]:
    """Runs of lines that are parted into as many cells by tabs or bars."""
    grid: list[list[Span]] = []
    where: list[int] = []
    for i, line in enumerate(lines):
        cells = [] if i in taken else _cells(line)
        if grid and cells and _RULE.fullmatch(line.text):
            continue  # |---|---|
        if grid and len(cells) != len(grid[0]):
            yield grid, where
            grid, where = [], []
        if len(cells) >= _FEWEST_CELLS:
            grid.append(cells)
            where.append(i)
    if grid:
        yield grid, where


def _cells(line: Line) -> list[Span]:
    sign = "\t" if "\t" in line.text else "|" if line.text.count("|") > 1 else None
    if sign is None or len(line.text) > 2000:
        return []
    cells: list[Span] = []
    place = 0
    parts = line.text.split(sign)
    for n, part in enumerate(parts):
        inner = part.strip()
        outside = sign == "|" and n in {0, len(parts) - 1} and not inner
        if not outside:
            start = line.start + place + (part.find(inner) if inner else 0)
            cells.append(Span(start, start + len(inner)))
        place += len(part) + 1
    return cells


def _header(text: str, cells: Sequence[Span]) -> tuple[Column | None, ...] | None:
    """What each column holds, if the row heads a table of tasks."""
    columns: list[Column | None] = []
    for start, end in cells:
        name = re.sub(r"\s", "", text[start:end])
        fitting = (c for c, pattern in _COLUMNS if len(name) < 16 and pattern.fullmatch(name))
        columns.append(next((c for c in fitting if c not in columns or c == "task"), None))
    who = {"lead", "duty"} & set(columns)
    return tuple(columns) if "task" in columns and who else None


def _task_line(
    text: str,
    cells: Sequence[Span],
    header: Sequence[Column | None],
    line: Line,
) -> TaskLine:
    marker = Marker(Family.ROW, "", 0, 0)
    tasks: list[Span] = []
    departments: list[NamedDepartment] = []
    deadline: Span | None = None
    for column, cell in zip(header, cells, strict=False):
        words = text[cell.start : cell.end]
        if not words.strip():
            continue
        if column == "number" and cell.start >= line.start:
            marker = _row_marker(words, cell.end - line.start)
        elif column == "task":
            tasks.append(cell)
        elif column == "deadline":
            deadline = cell
        elif column in {"lead", "support", "duty"}:
            role: Role | None = "support" if column == "support" else None
            if column == "lead" or (column == "duty" and "support" in header):
                role = "lead"
            departments += _department_cell(words, cell.start, role)
    return TaskLine(marker, tasks[-1] if tasks else None, tuple(departments), deadline)


def _row_marker(words: str, end: int) -> Marker:
    number = words.strip(" 　.、．")
    value = han_value(number) or getattr(read_marker(words), "value", 0)
    return Marker(Family.ROW, number if value else "", value, end)


def _department_cell(words: str, start: int, role: Role | None) -> list[NamedDepartment]:
    label = "责任单位："  # in such a column whatever stands is a name
    named = read_list(label + words, start - len(label)).departments
    return [replace(d, role=d.role or role) for d in named]
