"""The table of tasks as CSV and as an Excel file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from corpus import Document, Library, build_document, task_rows, tasks_csv, tasks_xlsx

EVIL = """工作要点
一、主要任务
1.=HYPERLINK("http://example.org")（市司法局）
2.修订条例，2020年底前完成。（由@市财政局牵头）
"""


@pytest.fixture(scope="module")
def evil() -> Document:
    return build_document(EVIL, "evil")


def test_csv_opens_with_its_header_and_rows() -> None:
    rows = task_rows([Library.packaged().document("jilin-2019")], department="省法援中心")
    data = tasks_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert table[0][:5] == ["文件", "条款", "任务", "牵头单位", "配合单位"]
    assert len(table) == 1 + len(rows) == 6
    assert table[1][1] == "第二部分（六）第24项（1）"
    assert table[1][3:6] == ["公共法律服务管理处", "省法援中心", "列首位"]


def test_no_cell_of_csv_is_a_formula(evil: Document) -> None:
    table = csv.reader(io.StringIO(tasks_csv(task_rows([evil])).decode("utf-8-sig")))
    cells = [cell for line in table for cell in line]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_no_cell_of_xlsx_is_a_formula(evil: Document) -> None:
    sheet = load_workbook(io.BytesIO(tasks_xlsx(task_rows([evil])))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet["G3"].value == "2020年底前"
