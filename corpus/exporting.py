"""The table of tasks as a file for spreadsheets."""

import csv
import io
import re
from collections.abc import Iterable

from corpus.tasks import TaskRow

HEADER = ("文件", "条款", "任务", "牵头单位", "配合单位", "分工依据", "完成时限", "条款编号")
BASIS = {
    "stated": "原文写明",
    "bold": "原文黑体",
    "sole": "唯一单位",
    "listed_first": "列首位",
    "": "",
}
_WIDTHS = (30, 24, 60, 24, 30, 12, 16, 28)
_LONGEST_CELL = 32_767
# A cell that begins so is run as a formula: a paper's text must not become one.
_FORMULA = re.compile(r"^[\s'\"]*[=+\-@＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def table_of(rows: Iterable[TaskRow]) -> list[tuple[str, ...]]:
    """The table without its header: one tuple of `HEADER`'s columns for each row."""
    return [
        (
            row.document_title,
            row.label,
            row.task,
            "、".join(row.lead),
            "、".join(row.support),
            BASIS[row.basis] + ("（上级条款的分工）" if row.inherited else ""),
            "、".join(deadline.text for deadline in row.deadlines),
            row.clause.id,
        )
        for row in rows
    ]


def tasks_csv(rows: Iterable[TaskRow]) -> bytes:
    """The table as CSV in UTF-8, marked as such, since spreadsheets take it for GBK otherwise."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADER)
    writer.writerows([_harmless(cell) for cell in line] for line in table_of(rows))
    return file.getvalue().encode("utf-8-sig")


def tasks_xlsx(rows: Iterable[TaskRow]) -> bytes:
    """The table as an Excel file; every cell is text."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "任务分工"
    for place, line in enumerate((HEADER, *table_of(rows)), 1):
        for column, text in enumerate(line, 1):
            cell = sheet.cell(place, column)
            cell.value = _CONTROL.sub("", text)[:_LONGEST_CELL]
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if place == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _harmless(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell
