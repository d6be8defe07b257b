"""What a paper says of itself: title, number, issuer, dates, status, region."""

import datetime as dt

import pytest

from corpus import Document, Overrides, SourceText, build_document
from corpus.regions import _places, region_of

BODY = "为做好工作，制定本方案。\n一、任务\n1.甲。\n"


def read(text: str) -> Document:
    return build_document(text, "paper", "paper.txt")


def said(document: Document, what: str) -> str:
    start, end = document.evidence[what]
    return document.text[start:end]


def test_a_portals_block_is_metadata() -> None:
    document = read(
        "索 引 号：\n000014349/2019-00003\n主题分类：\n商贸\\海关\n发文机关：\n国务院\n"
        "成文日期：\n2019年01月12日\n标　　题：\n国务院关于促进综合保税区高水平开放的意见\n"
        "发文字号：\n国发〔2019〕3号\n"
        "发布日期：\n2019年01月25日\n主 题 词：\n国务院关于促进综合保税区\n高水平开放的意见\n"
        "国发〔2019〕3号\n各省、自治区、直辖市人民政府：\n" + BODY
    )
    assert document.title == "国务院关于促进综合保税区高水平开放的意见"
    assert (document.issuer, document.number) == ("国务院", "国发〔2019〕3号")
    assert (document.date, document.published) == (dt.date(2019, 1, 12), dt.date(2019, 1, 25))
    assert document.region == "全国"
    assert said(document, "date") == "2019年01月12日"
    assert document.clauses[0].text == "为做好工作，制定本方案。\n"
    assert "索 引 号" in document.text[slice(*document.front_matter)]


def test_a_portals_block_on_one_line() -> None:
    document = read(
        "索引号：123/2021-1　发文机关：某省司法厅　成文日期：2021-03-05　有效性：失效\n"
        "某省工作方案\n" + BODY
    )
    assert (document.issuer, document.date) == ("某省司法厅", dt.date(2021, 3, 5))
    assert document.status == "已废止"
    assert said(document, "status") == "失效"


def test_what_a_reader_found_outside_the_text() -> None:
    pairs = (("发文字号", "某司发〔2020〕7号"), ("成文日期", "2020年4月1日"), ("标题", "某方案"))
    document = build_document(SourceText(BODY, metadata=pairs), "paper")
    assert (document.number, document.year, document.title) == ("某司发〔2020〕7号", 2020, "某方案")
    assert document.evidence == {}


def test_a_notice_stands_before_its_paper() -> None:
    document = read(
        "某市人民政府办公室关于印发某市实施方案的通知\n（某府办发〔2022〕43号）\n各区人民政府，市直各部门：\n"
        "现将方案印发给你们，请认真抓好落实。\n某市人民政府办公室\n二〇二二年四月十四日\n某市实施方案\n"
        + BODY
    )
    assert document.title == "某市实施方案"
    assert (document.issuer, document.number) == ("某市人民政府办公室", "某府办发〔2022〕43号")
    assert document.date == dt.date(2022, 4, 14)
    assert document.clauses[0].path == ("前言",)


def test_a_paper_signed_at_its_end() -> None:
    document = read(
        "关于加强管理的通知\n各单位：\n" + BODY + "某省司法厅\n2021年5月6日\n（此件公开发布）\n"
    )
    assert (document.issuer, str(document.date)) == ("某省司法厅", "2021-05-06")
    assert said(document, "date") == "2021年5月6日"
    start, end = document.back_matter
    assert document.text[start:end] == "某省司法厅\n2021年5月6日\n（此件公开发布）\n"
    assert document.clauses[-1].text == "1.甲。\n"


def test_a_title_on_several_lines() -> None:
    titled = read("某省标准体系\n建设指南\n（2022 版）\n前 言\n" + BODY)
    assert titled.title == "某省标准体系建设指南（2022 版）"
    assert (
        read("某省人民政府\n关于促进发展的意见\n" + BODY).title == "某省人民政府关于促进发展的意见"
    )


def test_a_statute_names_its_congress() -> None:
    document = read(
        "某市条例\n2005年7月29日 重庆市第二届人民代表大会常务委员会第十八次会议通过\n第一条 甲。\n"
    )
    assert document.issuer == "重庆市第二届人民代表大会常务委员会"
    assert (said(document, "issuer"), str(document.date)) == (document.issuer, "2005-07-29")
    assert document.region == "重庆"


def test_regions_name_each_place_once() -> None:
    places = [name for name, _ in _places()]
    assert len(places) == len(set(places))


def test_a_draft_says_so() -> None:
    document = read("某省实施意见\n（征求意见稿）\n" + BODY)
    assert document.status == "征求意见稿"
    assert said(document, "status") == "征求意见稿"


@pytest.mark.parametrize(
    "words", ["某办法（已废止）\n", "某办法\n【失效】\n", "本文件已废止\n某办法\n"]
)
def test_an_abolished_paper_says_so(words: str) -> None:
    assert read(words + BODY).status == "已废止"


def test_the_day_of_printing_is_the_date_where_there_is_no_other() -> None:
    document = read("某方案\n" + BODY + "抄送：各单位。\n某省司法厅办公室 2021年3月5日印发\n")
    assert str(document.date) == "2021-03-05"
    assert document.clauses[-1].text == "1.甲。\n"


def test_without_a_title_the_file_names_the_paper() -> None:
    assert build_document(BODY, "x", "2021年数字方案.txt").title == "2021年数字方案"


def test_the_maintainer_knows_better() -> None:
    known = Overrides(
        title="另一个名字", region="四川", date=dt.date(2020, 1, 2), status="已被替代"
    )
    document = build_document("某方案\n" + BODY, "x", overrides=known)
    assert (document.title, document.region, document.year, document.status) == (
        "另一个名字",
        "四川",
        2020,
        "已被替代",
    )


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("吉林省司法厅", "吉林"),
        ("国务院关于促进综合保税区发展的意见", "全国"),
        ("皖政办秘〔2021〕82号", "安徽"),
        ("包头市人民政府办公室", "内蒙古"),
        ("中华人民共和国法律援助法", "全国"),
        ("交通强国建设试点任务要点（北京工业大学）", None),
        ("某方案", None),
    ],
)
def test_regions(text: str, region: str | None) -> None:
    assert region_of(text) == region
