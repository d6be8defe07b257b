"""Word files: what a reader on paper would see, and nothing else."""

import io
import zipfile

import docx
import pytest
from docx_builder import build_docx, level, numbered, paragraph

from corpus import SourceText, UnreadableFile, build_document
from corpus.readers import read_bytes

OUTLINE = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>')
    + level(3, "decimal", "（%4）")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def zip_of(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def read(body: str, **parts: str) -> SourceText:
    return read_bytes(build_docx(body, **parts), "方案.docx")  # type: ignore[arg-type]


def bold(source: SourceText) -> list[str]:
    return [source.text[start:end] for start, end in source.bold]


def test_automatic_numbers_are_rebuilt() -> None:
    body = (
        numbered("总体要求", 0)
        + numbered("主要任务", 0)
        + numbered("强化建设", 1)
        + numbered("推进立法。", 2)
        + numbered("修订条例。", 3)
        + numbered("制定标准。", 3)
        + numbered("健全机制", 1)
        + numbered("2019年底前完成。", 2)
        + numbered("组织实施。", 3)
    )
    source = read(body, numbering=OUTLINE)
    assert source.text.splitlines() == [
        "一、总体要求",
        "二、主要任务",
        "（一）强化建设",
        "1. 推进立法。",
        "（1）修订条例。",
        "（2）制定标准。",
        "（二）健全机制",
        "2. 2019年底前完成。",
        "（1）组织实施。",
    ]
    paths = [clause.path for clause in build_document(source, "d").clauses]
    assert ("二", "（一）", "1", "（2）") in paths
    assert ("二", "（二）", "2", "（1）") in paths


def test_another_list_of_the_same_definition_starts_over() -> None:
    source = read(numbered("甲", 0) + numbered("乙", 0) + numbered("丙", 0, 2), numbering=OUTLINE)
    assert source.text.splitlines() == ["一、甲", "二、乙", "一、丙"]


def test_articles_are_parted_from_their_text_as_in_print() -> None:
    articles = (
        '<w:abstractNum w:abstractNumId="3">'
        + level(0, "chineseCountingThousand", "第%1条")
        + level(1, "decimalEnclosedCircle", "%2", '<w:suff w:val="nothing"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    )
    body = numbered("为规范执法，制定本办法。", 0) + numbered("规定的情形", 1)
    source = read(body, numbering=articles)
    assert source.text == "第一条　为规范执法，制定本办法。\n①规定的情形\n"


def test_numbers_come_by_way_of_styles_as_well() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="base"/></w:style>'
    )
    plain = '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("有编号", '<w:pStyle w:val="h2"/>') + paragraph("无编号", plain)
    source = read(body, styles=styles, numbering=OUTLINE)
    assert source.text.splitlines() == ["（一）有编号", "无编号"]


def test_bold_by_run_by_style_and_by_typeface() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="title"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        paragraph("甲局", run="<w:b/>")
        + paragraph("乙局", run='<w:rStyle w:val="strong"/>')
        + paragraph("丙局", '<w:pStyle w:val="title"/>')
        + paragraph("丁局", '<w:pStyle w:val="title"/>', '<w:b w:val="0"/>')
        + paragraph("戊局", run='<w:rFonts w:eastAsia="黑体"/>')
        + paragraph("己局", run='<w:rFonts w:eastAsia="仿宋_GB2312"/>')
    )
    assert bold(read(body, styles=styles)) == ["甲局", "乙局", "丙局", "戊局"]


def test_deleted_moved_and_hidden_text_is_left_out() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run('由')}<w:del><w:r><w:delText>甲局</w:delText></w:r></w:del>"
        f"<w:ins>{run('乙局')}</w:ins><w:moveFrom>{run('旧处')}</w:moveFrom>"
        f"<w:moveTo>{run('新处')}</w:moveTo>{run('负责')}</w:p>"
        + paragraph("隐藏", run="<w:vanish/>")
        + '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        + f"{run('两段')}</w:p><w:p>{run('并为一段')}</w:p>"
    )
    assert read(body).text == "由乙局新处负责\n两段并为一段\n"


def test_fields_ruby_symbols_and_breaks() -> None:
    body = (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:ruby><w:rt><w:r><w:t>zhe</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>喆</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    assert read(body).text == "喆甲\n乙\n"


def test_footnotes_are_kept_apart() -> None:
    body = (
        "<w:p><w:r><w:t>扩大范围</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>指法律援助。</w:t></w:r></w:p></w:footnote>'
    )
    source = read(body, footnotes=notes)
    assert source.text == "扩大范围。\n"
    assert source.footnotes == ((4, "指法律援助。"),)


def test_a_table_with_merged_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in enumerate(
        [("任务", "单位", "时限"), ("立法", "甲局", "2020年"), ("普法", "", "长期")]
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    file = io.BytesIO()
    document.save(file)
    (found,) = read_bytes(file.getvalue(), "a.docx").tables
    text = read_bytes(file.getvalue(), "a.docx").text
    grid = [[text[c.span.start : c.span.end].strip() for c in row.cells] for row in found.rows]
    assert grid == [["任务", "单位", "时限"], ["立法", "甲局", "2020年"], ["普法", "甲局", "长期"]]


def test_a_contents_table_is_left_out_and_reported() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    source = read(
        paragraph("一、总则…1", '<w:pStyle w:val="10"/>') + paragraph("一、总则"), styles=styles
    )
    assert source.text == "一、总则\n"
    assert source.warnings == ("目录没有读入。",)


def test_active_content_and_pictures_are_reported_not_opened() -> None:
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main"/></w:drawing></w:r></w:p>'
    )
    data = build_docx(paragraph("正文") + picture, others={"word/vbaProject.bin": b"\0"})
    source = read_bytes(data, "a.docm")
    assert source.text == "正文\n"
    assert "宏" in source.warnings[0]
    assert "1 张图片" in source.warnings[1]


def test_entities_are_refused() -> None:
    evil = b"""<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""
    data = zip_of({"word/document.xml": evil})
    with pytest.raises(UnreadableFile, match="实体"):
        read_bytes(data, "a.docx")


def test_a_bomb_is_refused_by_what_comes_out() -> None:
    data = zip_of({"word/document.xml": b"<w>" + b" " * 80_000_000})
    assert len(data) < 100_000
    with pytest.raises(UnreadableFile, match="解压后"):
        read_bytes(data, "a.docx")


@pytest.mark.parametrize("length", [10, 500, 1500])
def test_a_file_cut_off_is_refused(length: int) -> None:
    whole = build_docx(paragraph("正文" * 500))
    with pytest.raises(UnreadableFile, match="不完整或已损坏"):
        read_bytes(whole[: min(length, len(whole) - 30)], "a.docx")
