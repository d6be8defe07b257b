"""Web pages: the article, and nothing but the article."""

import datetime as dt
from pathlib import Path

import pytest

from corpus import EmptyDocument, SourceText, UnreadableFile, build_document
from corpus.readers import read_bytes

LONG = "加强行政执法监督，落实行政执法责任制，严格规范公正文明执法。" * 3


def read(body: str, head: str = "") -> SourceText:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "page.html")


def test_menus_scripts_and_hidden_text_are_left_out() -> None:
    source = read(
        f"""<nav>首页 政务公开</nav><div class="menu"><a href=1>机构</a></div>
        <div id="zoom"><h1>工作要点</h1><p>一、{LONG}</p>
        <script>document.write("脚本")</script><p style="DISPLAY: none">隐藏一</p>
        <p hidden>隐藏二</p><p class="gone">隐藏三</p><p>二、{LONG}</p>
        <p>【字体：大 中 小】 打印本页 | 关闭窗口</p></div><footer>版权所有</footer>""",
        "<style>@charset 'utf-8'; /* a { } */ .gone, b { display : none }"
        "@media print { #zoom { display: none } }</style>",
    )
    assert source.text == f"工作要点\n一、{LONG}\n二、{LONG}\n"


def test_a_title_outside_of_the_article_is_taken_in() -> None:
    source = read(
        f"""<div><h1>关于印发工作要点的通知</h1>
        <div id=zoom><p>一、{LONG}</p><p>二、{LONG}</p></div></div>"""
    )
    assert source.text.startswith("关于印发工作要点的通知\n一、")


def test_the_logo_of_a_portal_is_no_title() -> None:
    source = read(
        f"""<h1>某省司法厅</h1><div class="article-header">关于印发工作要点的通知</div>
        <div id=zoom><p>一、{LONG}</p><p>二、{LONG}</p></div>""",
        "<title>关于印发工作要点的通知_某省司法厅</title>",
    )
    assert source.text.startswith("关于印发工作要点的通知\n一、")


def test_bold_by_tag_and_by_style() -> None:
    source = read(
        f"""<p>{LONG}（<b>甲局</b>、<strong>乙局</strong>、
        <span style="font-weight: 700">丙局</span>、
        <b>丁<span style="font-weight:normal">局</span></b>、
        <span style="font-family:黑体">戊局</span>、
        <span style="font-weight:400">己局</span>）</p>"""
    )
    assert [source.text[start:end] for start, end in source.bold] == [
        "甲局",
        "乙局",
        "丙局",
        "丁",
        "戊局",
    ]


def test_lines_wrapped_in_the_markup_are_one() -> None:
    source = read(f"<p>{LONG}推进\n      司法<b>行政\n</b>\n改革 and\n more</p>")
    assert source.text == f"{LONG}推进司法行政改革 and more\n"


def test_a_table_keeps_its_grid() -> None:
    source = read(
        f"""<p>{LONG}</p><table><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr>
        <tr><td>1</td><td>修订条例</td><td rowspan=2>省司法厅</td></tr>
        <tr><td>2</td><td>建设平台</td></tr></table>"""
    )
    (table,) = source.tables
    grid = [[source.text[cell.span.start : cell.span.end] for cell in r.cells] for r in table.rows]
    assert grid == [
        ["序号", "任务", "牵头单位"],
        ["1", "修订条例", "省司法厅"],
        ["2", "建设平台", "省司法厅"],
    ]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    source = read(f"<table><tr><td>{LONG}</td></tr><tr><td><p>一、{LONG}</p></td></tr></table>")
    assert not source.tables
    assert source.text == f"{LONG}\n一、{LONG}\n"


def test_numbers_of_lists_are_written_in() -> None:
    source = read(f"<p>{LONG}</p><ol start=3><li>修订条例<li>建设平台</ol>")
    assert source.text.endswith("3. 修订条例\n4. 建设平台\n")


def test_pinyin_over_characters_is_left_out() -> None:
    assert read(f"<p>{LONG}<ruby>喆<rp>(</rp><rt>zhé</rt></ruby></p>").text == f"{LONG}喆\n"


def test_a_page_written_by_scripts_is_refused() -> None:
    with pytest.raises(EmptyDocument, match="没有正文"):
        read("<script>render()</script><div id=app></div>")


def test_deep_nesting_is_refused_at_once() -> None:
    with pytest.raises(UnreadableFile, match="嵌套"):
        read("<div>" * 200_000 + "字")


def test_the_encoding_is_that_of_the_bytes_whatever_the_page_says() -> None:
    page = f"<html><head><meta charset=gb2312></head><body><p>{LONG}朱镕基</p></body></html>"
    assert read_bytes(page.encode("gbk"), "a.html").text == f"{LONG}朱镕基\n"
    assert read_bytes(page.encode("utf-8"), "a.html").text == f"{LONG}朱镕基\n"


def test_a_portal_page_as_a_whole() -> None:
    data = (Path(__file__).parents[1] / "data" / "portal-page.html").read_bytes()
    source = read_bytes(data, "page.html")
    assert source.text.splitlines()[:3] == [
        "国务院关于促进综合试验区",
        "高水平开放高质量发展的若干意见",
        "国发〔2019〕99号",
    ]
    assert source.text.splitlines()[-3:] == ["国务院", "2019年1月12日", "（此件公开发布）"]
    document = build_document(source, "page")
    assert document.title == "国务院关于促进综合试验区高水平开放高质量发展的若干意见"
    assert document.published == dt.date(2019, 1, 25)
    paths = ["".join(clause.path) for clause in document.clauses]
    assert paths == ["前言", "一", "二", "二（一）", "二（一）1", "二（一）2"]
    assert document.clauses[-1].responsibilities[0].basis == "stated"
