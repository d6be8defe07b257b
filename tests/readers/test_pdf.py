"""PDF files with a text layer."""

import pytest
from pdf_builder import Line, Rule, build_pdf

from corpus import SourceText, UnreadableFile, build_document
from corpus.readers import read_bytes

LEFT, SIZE, PITCH, WIDTH = 82, 16, 28, 27


def read(*pages: list[Line | Rule]) -> SourceText:
    return read_bytes(build_pdf(pages), "方案.pdf")


def paragraph(text: str, top: float, indent: int = 2) -> list[Line]:
    """A justified paragraph of 27 characters a line, its first line set in by two."""
    lines = [text[: WIDTH - indent]]
    rest = text[WIDTH - indent :]
    lines += [rest[at : at + WIDTH] for at in range(0, len(rest), WIDTH)]
    return [
        Line(LEFT + (SIZE * indent if not place else 0), top - place * PITCH, line)
        for place, line in enumerate(lines)
    ]


FIRST = (
    "（一）强化建设。加强行政执法监督，落实行政执法责任制，严格规范公正文明执法，提高执法人员素质。"
)
SECOND = "（二）健全机制。推动出台条例，修订标准（公共法律服务管理处、省法援中心配合）。"


def test_lines_of_a_paragraph_are_joined() -> None:
    source = read(
        [
            Line(200, 780, "关于推进法律援助", 22),
            Line(220, 745, "工作的意见", 22),
            *paragraph("一、总体要求", 700),
            *paragraph(FIRST, 672),
            *paragraph(SECOND, 588),
        ]
    )
    assert source.text.splitlines() == [
        "关于推进法律援助",
        "工作的意见",
        "一、总体要求",
        FIRST,
        SECOND,
    ]


def test_headers_footers_and_page_numbers_are_left_out_and_pages_kept() -> None:
    first, second = paragraph(FIRST, 160), paragraph(SECOND, 780)
    source = read(
        [
            Line(230, 810, "吉林省司法厅文件", 10),
            *paragraph(FIRST, 700),
            *first[:1],
            Line(280, 40, "— 1 —", 12),
        ],
        [
            Line(230, 810, "吉林省司法厅文件", 10),
            *(Line(line.x, 780 - place * PITCH, line.text) for place, line in enumerate(first[1:])),
            *(Line(line.x, line.y - 80, line.text) for line in second),
            Line(280, 40, "— 2 —", 12),
        ],
    )
    assert source.text.splitlines() == [FIRST, FIRST, SECOND]
    assert [page for _, page in source.pages] == [1, 2]
    document = build_document(source, "d")
    assert [clause.page for clause in document.clauses] == [1, 1, 2]


def test_bold_is_a_matter_of_the_face() -> None:
    source = read(
        [Line(LEFT, 700, "（"), Line(98, 700, "甲局", font="F2"), Line(130, 700, "、乙局）")]
    )
    assert source.text == "（甲局、乙局）\n"
    assert [source.text[start:end] for start, end in source.bold] == ["甲局"]


def ruled(rows: list[tuple[str, ...]], top: float) -> list[Line | Rule]:
    edges = [82, 142, 342, 482]
    pieces: list[Line | Rule] = [Rule(edges[0], y, edges[-1], y) for y in heights(len(rows), top)]
    pieces += [Rule(x, top, x, top - 30 * len(rows)) for x in edges]
    for place, row in enumerate(rows):
        pieces += [
            Line(edges[column] + 4, top - 20 - 30 * place, text, 12)
            for column, text in enumerate(row)
        ]
    return pieces


def heights(rows: int, top: float) -> list[float]:
    return [top - 30 * place for place in range(rows + 1)]


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    header = ("序号", "任务", "牵头单位")
    source = read(
        [*paragraph(FIRST, 780), *ruled([header, ("1", "修订条例", "甲局")], 600)],
        [*ruled([header, ("2", "建设平台", "乙局")], 780), *paragraph(SECOND, 600)],
    )
    (table,) = source.tables
    grid = [[source.text[c.span.start : c.span.end] for c in row.cells] for row in table.rows]
    assert grid == [list(header), ["1", "修订条例", "甲局"], ["2", "建设平台", "乙局"]]


def test_a_scan_needs_ocr() -> None:
    with pytest.raises(UnreadableFile, match="needs OCR"):
        read([Rule(0, 0, 100, 100)])


@pytest.mark.parametrize("length", [5, 100, 900])
def test_a_file_cut_off_is_refused(length: int) -> None:
    with pytest.raises(UnreadableFile, match=r"不完整或已损坏|没有文字层"):
        read_bytes(build_pdf([[Line(82, 700, "一、总则")]])[:length], "a.pdf")


def test_doubles_of_characters_are_given_as_the_characters() -> None:
    assert read([Line(LEFT, 700, "⼀、推进司法⾏政改⾰")]).text == "一、推进司法行政改革\n"
