"""Numberings beyond the five papers, each form in a small paper of its own."""

import pytest

from corpus import Document, build_document
from corpus.markers import read_marker


def read(text: str) -> Document:
    return build_document(text, "paper")


def outline(document: Document) -> list[str]:
    return ["/".join(clause.path) for clause in document.clauses]


def test_statute() -> None:
    document = read(
        "某省法律援助条例\n"
        "（2020年5月1日某省第十三届人民代表大会常务委员会第五次会议通过）\n"
        "目　录\n第一章 总则\n第二章 机构\n"
        "第一章 总　则\n"
        "第一条 为了规范法律援助，制定本条例。\n"
        "第二条 有下列情形之一的：\n（一）甲类；\n（二）乙类：\n1.第一种；\n"
        "前款规定的，按照第二条规定办理。\n"
        "第二条规定的情形除外。\n"
        "第三条、第四条规定的除外。\n"
        "第二章 机构\n第一节 人员\n第三条本条没有空格。\n第三条之一 补充。\n"
    )
    assert outline(document) == [
        "第一章",
        "第一章/第一条",
        "第一章/第二条",
        "第一章/第二条/（一）",
        "第一章/第二条/（二）",
        "第一章/第二条/（二）/1",
        "第二章",
        "第二章/第一节",
        "第二章/第一节/第三条",
        "第二章/第一节/第三条之一",
    ]
    article = document.clause(("第一章", "第二条"))
    assert (article.kind, article.children[0].kind) == ("task", "item")
    assert article.text.endswith("第三条、第四条规定的除外。\n")  # the paragraphs after its list
    assert article.children[0].label == "第一章第二条第（一）项"
    assert document.front_matter.end == document.text.index("第一章 总　则")
    assert str(document.date) == "2020-05-01"


def test_numerals_written_digit_by_digit() -> None:
    numerals = ["八", "九", "一〇", "一一", "二〇"]
    document = read("某省法律援助办法\n" + "".join(f"第{n}条 应当办理。\n" for n in numerals))
    assert outline(document) == [f"第{n}条" for n in numerals]


def test_a_slip_is_reported_and_not_guessed() -> None:
    document = read(
        "条例\n第十四条 甲。\n第十五 条工商部门发现的，应当建议。\n第十六条 乙。\n条十七条 丙。"
    )
    assert outline(document) == ["第十四条", "第十六条"]
    slips = [issue for issue in document.numbering_issues if "笔误" in issue]
    assert len(slips) == 2
    assert any("缺“十五”" in issue for issue in document.numbering_issues)


def test_sections_run_through_chapters() -> None:
    document = read(
        "某计划\n第一章 总体\n一、思想\n二、原则\n第二章 任务\n三、平台\n1.甲。\n四、保障\n"
    )
    assert outline(document) == [
        "第一章",
        "第一章/一",
        "第一章/二",
        "第二章",
        "第二章/三",
        "第二章/三/1",
        "第二章/四",
    ]
    assert document.numbering_issues == ()


def test_tasks_straight_below_a_section_in_all_their_forms() -> None:
    document = read(
        "某方案\n一、总体\n1.第一件。\n2、第二件。\n３．第三件。\n①甲。\n② 乙。\n4．第四件。\n"
        "⑴ 丙。\n5.2022年前建成。\n1）丁。\n2）戊。\n二、其他\n"
    )
    assert outline(document) == [
        "一",
        "一/1",
        "一/2",
        "一/3",
        "一/3/①",
        "一/3/②",
        "一/4",
        "一/4/⑴",
        "一/5",
        "一/5/1）",
        "一/5/2）",
        "二",
    ]
    assert document.numbering_issues == ()
    assert document.clause(("一", "5")).deadlines[0].year == 2022


@pytest.mark.parametrize(
    "line",
    [
        "一、二级法院应当加强指导。",
        "1.5万人受益。",
        "12.4国家宪法日活动。",
        "3.0版全面建成。",
        "2017年是关键之年。",
        "一是加强领导。二是改进作风。",
        "第一，提高认识。",
        "第二条规定的情形除外。",
        "（一）（二）项规定的除外。",
        "（一）项规定的除外。",
        "2.1万人。",
        "100%完成。",
        "5G基站建设。",
    ],
)
def test_body_text_is_no_number(line: str) -> None:
    document = read(f"某方案\n一、总体\n1.第一件。\n{line}\n2.第二件。\n二、其他\n")
    assert outline(document) == ["一", "一/1", "一/2", "二"]
    assert line in document.clause(("一", "1")).text


def test_decimal_numbers() -> None:
    document = read(
        "规范\n1 总则\n1.1 目的\n为了规范。\n1.1.1 适用\n1.1.2 例外\n1.2 范围\n2 要求\n2.1 一般\n"
    )
    assert outline(document) == ["1", "1/1.1", "1/1.1/1.1.1", "1/1.1/1.1.2", "1/1.2", "2", "2/2.1"]
    assert document.clause(("1", "1.1", "1.1.1")).kind == "task"


def test_markdown() -> None:
    document = read("# 某办法\n\n## 总体要求\n内容。\n\n## 主要任务\n### 平台\n1. 建。\n2. 管。\n")
    assert document.title == "某办法"
    assert outline(document) == [
        "总体要求",
        "主要任务",
        "主要任务/平台",
        "主要任务/平台/1",
        "主要任务/平台/2",
    ]


def test_annexes_are_parts_of_their_own() -> None:
    document = read(
        "关于印发某方案的通知\n各市人民政府：\n现印发给你们。\n某方案\n"
        "一、总体\n（一）甲。\n二、任务\n（一）乙。\n"
        "附件：1.任务分工表\n      2.责任清单\n某省人民政府\n2021年3月5日\n"
        "附件1\n任务分工表\n一、第一类\n1.甲。\n附件2：责任清单\n一、第一类\n（此件公开发布）\n"
    )
    assert outline(document) == [
        "一",
        "一/（一）",
        "二",
        "二/（一）",
        "附件1",
        "附件1/一",
        "附件1/一/1",
        "附件2",
        "附件2/一",
    ]
    assert document.clause(("附件1",)).heading == "任务分工表"
    assert document.clause(("附件2",)).heading == "责任清单"
    assert document.clause(("附件1", "一", "1")).label == "附件1第一部分第1项"
    assert "附件：1.任务分工表\n2.责任清单" in document.clause(("二",)).text
    assert document.text[document.back_matter.start :] == "（此件公开发布）\n"


def test_a_paper_that_is_itself_an_attachment() -> None:
    document = read("附件2\n某实施方案\n一、总体\n二、任务\n")
    assert outline(document) == ["一", "二"]
    assert document.title == "某实施方案"
    several = read("附件1\n甲表\n一、总体\n附件2\n乙表\n一、任务\n")
    assert outline(several) == ["附件1", "附件1/一", "附件2", "附件2/一"]


def test_contents_are_no_outline() -> None:
    leaders = "某指南\n目录\n一、总体要求......1\n（一）思想……………2\n一、总体要求\n（一）思想\n"
    tabs = "某指南\n目录\n一、总体要求\t1\n（一）思想\t2\n一、总体要求\n（一）思想\n"
    for text in (leaders, tabs):
        document = read(text)
        assert outline(document) == ["一", "一/（一）"]
        assert document.numbering_issues == ()


def test_wrong_numbers_keep_what_is_printed() -> None:
    document = read(
        "某方案\n一、甲\n（一）子\n（三）丑\n（三）寅\n二、乙\n四、丁\n1.辰\n1.巳\n三、丙\n"
    )
    assert outline(document) == [
        "一",
        "一/（一）",
        "一/（三）",
        "一/（三）#2",
        "二",
        "四",
        "四/1",
        "四/1#2",
        "三",
    ]
    assert document.clause(("四", "1#2")).number == "1"
    issues = "\n".join(document.numbering_issues)
    for words in (
        "缺“二”",
        "“（三）”出现了 2 次",
        "缺“三”",
        "“1”出现了 2 次",
        "“三、丙…”排在“四”之后",
    ):
        assert words in issues


def test_a_turned_order_is_followed() -> None:
    document = read("某办法\n一、总则\n1.甲\n（一）子\n（二）丑\n2.乙\n（一）寅\n二、附则\n")
    assert outline(document) == [
        "一",
        "一/1",
        "一/1/（一）",
        "一/1/（二）",
        "一/2",
        "一/2/（一）",
        "二",
    ]


def test_a_text_without_numbers_is_cut_at_paragraphs() -> None:
    document = read("情况通报\n这是一段话。\n这是另一段。")
    assert outline(document) == ["¶1", "¶2"]
    assert document.warnings == ("没有找到编号，按段落切分。",)


def test_long_text_is_cut_at_sentences_and_kept_whole() -> None:
    long = "这一句话讲的是同一件事情。" * 400
    document = read(f"某方案\n一、甲\n1.{long}\n2.乙。\n")
    paths = outline(document)
    assert paths[:3] == ["一", "一/1", "一/1/¶1"]
    assert paths[-1] == "一/2"
    pieces = [clause.text for clause in document.clauses if clause.path[:2] == ("一", "1")]
    assert "".join(pieces) == f"1.{long}\n"
    assert all(piece.rstrip().endswith("。") and len(piece) <= 1600 for piece in pieces)


def test_paragraphs_with_departments_are_clauses() -> None:
    document = read(
        "某政策\n一、平台\n培育平台。给予奖补。（责任单位：省工信厅、省财政厅）\n上云。（责任单位：省工信厅）\n"
        "二、安全\n加强安全。（责任单位：省网信办）\n"
    )
    assert outline(document) == ["一", "一/¶1", "一/¶2", "二", "二/¶1"]
    assert document.clause(("一", "¶1")).heading == "培育平台"


def test_markers_as_printed() -> None:
    marker = read_marker("(29)推动建立机制")
    assert marker is not None
    assert (marker.number, marker.value) == ("（29）", 29)
    marker = read_marker("㈢加强领导")
    assert marker is not None
    assert marker.number == "（三）"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("（一）子。", "子。"),
        ("(29) 推动建立机制。", "推动建立机制。"),
        ("5.2022年前建成。", "2022年前建成。"),
        ("1）丁。", "丁。"),
        ("第三条之一 补充。", "补充。"),
        ("——指导思想。坚持。", "指导思想。坚持。"),
        ("## 总体要求", "总体要求"),
    ],
)
def test_where_the_words_of_a_clause_begin(line: str, words: str) -> None:
    assert read(f"某方案\n{line}\n").clauses[-1].words == words
