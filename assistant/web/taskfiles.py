"""The table of tasks as files that open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from assistant.web.citing import BASES
from corpus import TaskRow

COLUMNS = ("文件", "条款", "任务", "牵头单位", "配合单位", "角色依据", "完成时限", "备注")
_WIDTHS = (34, 24, 60, 24, 30, 12, 18, 16)


def tasks_as_csv(rows: Iterable[TaskRow]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads Chinese as GBK."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(tuple(_harmless(cell) for cell in _cells(row)) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def tasks_as_xlsx(rows: Iterable[TaskRow]) -> bytes:
    """A workbook with one sheet, its header fixed and filterable."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = "任务分工表"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append(_cells(row))
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell, width in zip(sheet[1], _WIDTHS, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: TaskRow) -> tuple[str, ...]:
    return (
        row.document_title,
        row.label,
        row.task,
        "、".join(row.lead),
        "、".join(row.support),
        BASES.get(row.basis, ""),
        "、".join(deadline.text for deadline in row.deadlines),
        "单位出自上级条款" if row.inherited else "",
    )


def _harmless(cell: str) -> str:
    """A cell that begins like a formula would be run by a spreadsheet."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
