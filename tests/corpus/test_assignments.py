"""Who is responsible: the forms in which papers say it, and the brackets that say nothing of it."""

import pytest

from corpus import Document, SourceText, Span, build_document

LEAD_AND_SUPPORT = "省司法厅 lead stated;省财政厅 support stated"
LISTED = "省司法厅 lead listed_first;省财政厅 support listed_first"


def read(words: str) -> Document:
    return build_document(f"某方案\n一、任务\n（一）甲事。\n（二）{words}\n（三）丙事。\n", "paper")


def roles(document: Document, path: tuple[str, ...] = ("一", "（二）")) -> str:
    found = document.clause(path).responsibilities
    return ";".join(f"{r.department} {r.role} {r.basis}" for r in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("建立机制。（省司法厅，省财政厅）", LISTED),
        ("建立机制（省司法厅、省财政厅）。", LISTED),
        ("建立机制。【省司法厅、省财政厅负责】", LISTED),
        ("建立机制。【省司法厅、省财政厅】", LISTED),
        ("建立机制。［省司法厅、省财政厅负责］", LISTED),
        ("建立机制。[省司法厅、省财政厅]", LISTED),
        ("建立机制。（责任单位：省司法厅、省财政厅）", LISTED),
        ("建立机制。（责任单位:省司法厅，省财政厅；完成时限：2021年12月底）", LISTED),
        ("建立机制。（省司法厅、省财政厅按职责分工负责）", LISTED),
        ("建立机制。责任部门：省司法厅、省财政厅", LISTED),
        ("建立机制。\n责任部门：省司法厅、省财政厅", LISTED),
        ("建立机制。（牵头单位：省司法厅；配合单位：省财政厅）", LEAD_AND_SUPPORT),
        ("建立机制。（牵头单位：省司法厅，配合单位：省财政厅）", LEAD_AND_SUPPORT),
        ("建立机制。\n牵头单位：省司法厅\n配合单位：省财政厅", LEAD_AND_SUPPORT),
        ("建立机制。牵头单位：省司法厅　　配合单位：省财政厅", LEAD_AND_SUPPORT),
        ("建立机制。（省司法厅牵头，省财政厅配合）", LEAD_AND_SUPPORT),
        ("建立机制（省司法厅牵头，省财政厅配合），年底前完成。", LEAD_AND_SUPPORT),
        ("建立机制。（省司法厅负责，省财政厅配合）", LEAD_AND_SUPPORT),
        ("建立机制。（省司法厅牵头，省财政厅分工负责）", LEAD_AND_SUPPORT),
        ("建立机制。（由省司法厅会同省财政厅负责）", LEAD_AND_SUPPORT),
        ("建立机制。由省司法厅牵头、省财政厅配合。", LEAD_AND_SUPPORT),
        ("建立机制。省司法厅牵头，省财政厅配合。", LEAD_AND_SUPPORT),
        ("省司法厅会同省财政厅制定方案。", LEAD_AND_SUPPORT),
        ("建立机制。（6月底完成，牵头考核单位：省司法厅）", "省司法厅 lead stated"),
        ("建立机制。（5月底取得成效并持续推进，牵头考核单位：省司法厅）", "省司法厅 lead stated"),
        ("建立机制。（省司法厅负责）", "省司法厅 lead sole"),
        ("建立机制。（省司法厅）", "省司法厅 lead sole"),
        ("由省司法厅牵头，建立机制。", "省司法厅 lead stated"),
        (
            "建立机制。（省司法厅、省财政厅牵头，省教育厅等有关部门配合）",
            "省司法厅 lead stated;省财政厅 lead stated;"
            "省教育厅 support stated;有关部门 support stated",
        ),
        (
            "建立机制。（省司法厅、省财政厅分工负责，各市（州）人民政府配合）",
            LISTED + ";各市（州）人民政府 support stated",
        ),
        ("建立机制。（省司法厅和省财政厅负责）", LISTED),
        (
            "建立机制。（省司法厅牵头，人民参与和促进法治处、省财政厅等省直相关部门及各地区负责）",
            "省司法厅 lead stated;人民参与和促进法治处 support stated;省财政厅 support stated;"
            "省直相关部门 support stated;各地区 support stated",
        ),
        (
            "建立机制。（公安、民政部门负责）",
            "公安 lead listed_first;民政部门 support listed_first",
        ),
        ("建立机制。（省司法厅、省财政厅等13个部门负责）", LISTED),
        (
            "建机制（省司法厅牵头，各有关部门配合）。搭平台（省财政厅负责）。",
            "省司法厅 lead stated;各有关部门 support stated;省财政厅 lead sole",
        ),
    ],
)
def test_forms(words: str, expected: str) -> None:
    assert roles(read(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "在县（市、区）建立中心（站、室）。",
        "参加国际律师协会（IBA）活动。",
        "加强基层站所（司法所、派出所）。",
        "司法部（以下简称部机关）。",
        "完善制度（试行）。",
        "按规划推进（2018-2022年）。",
        "推动建立由基层司法行政机关牵头，基层政法各部门衔接配合的社区矫正工作模式。",
        "会同有关部门研究制定办法。",
        "配合牵头部门做好工作。",
        "落实责任。责任主体为企业的，应当建立台账。",
        "律师对案件负责（不再由法院承担）。",
    ],
)
def test_other_brackets_and_sentences_stay_text(words: str) -> None:
    assert roles(read(words)) == ""


def test_the_paper_says_that_the_first_leads() -> None:
    document = read("建立机制。（省司法厅、省财政厅负责，排在第一位的部门为牵头部门，下同）")
    assert document.role_convention is not None
    assert document.role_convention.kind == "first"
    assert roles(document) == LEAD_AND_SUPPORT


def test_a_bracket_below_several_points_is_for_them_all() -> None:
    document = build_document(
        "某方案\n一、任务\n1.建平台。\n（1）甲。\n（2）乙。\n（责任单位：省司法厅）\n"
        "2.搭机制。\n（1）丙。\n（责任单位：省财政厅）\n（2）丁。\n（责任单位：省教育厅）\n",
        "paper",
    )
    assert roles(document, ("一", "1")) == "省司法厅 lead sole"
    assert roles(document, ("一", "1", "（2）")) == ""
    assert roles(document, ("一", "2", "（1）")) == "省财政厅 lead sole"
    assert roles(document, ("一", "2", "（2）")) == "省教育厅 lead sole"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("注：黑体字单位为牵头单位。", "bold"),
        ("牵头单位用加粗字体标注。", "bold"),
        ("责任单位中排名第一的为牵头单位。", "first"),
        ("第一个单位为牵头单位。", "first"),
        ("列在首位的部门为牵头部门。", "first"),
    ],
)
def test_ways_to_say_how_the_lead_is_marked(sentence: str, kind: str) -> None:
    document = read(f"甲、乙分工负责。\n{sentence}")
    assert document.role_convention is not None
    assert document.role_convention.kind == kind


BOLD = (
    "某方案\n一、任务\n1.甲。（法治调研处，立法一处、立法二处）\n2.乙。（立法一处）\n"
    "黑体字为牵头部门，其他为配合部门。\n"
)


def test_bold_leads_where_the_paper_says_so() -> None:
    place = BOLD.index("立法二处")
    document = build_document(SourceText(BOLD, bold=(Span(place, place + 4),)), "paper")
    assert roles(document, ("一", "1")) == (
        "法治调研处 support bold;立法一处 support bold;立法二处 lead bold"
    )
    assert roles(document, ("一", "2")) == "立法一处 lead sole"
    assert not document.bold_lost


def test_bold_lost_in_a_text_file() -> None:
    document = build_document(BOLD, "paper")
    assert document.bold_lost
    assert roles(document, ("一", "1")).startswith("法治调研处 lead listed_first;")


def test_bold_means_nothing_where_the_paper_is_silent() -> None:
    text = BOLD.replace("黑体字为牵头部门，其他为配合部门。", "")
    place = text.index("立法二处")
    document = build_document(SourceText(text, bold=(Span(place, place + 4),)), "paper")
    assert roles(document, ("一", "1")).startswith("法治调研处 lead listed_first;")


def test_bold_of_the_real_paper_changes_the_basis_and_nothing_else() -> None:
    from corpus import Library

    plain = Library.packaged().document("jilin-2019")
    bold = tuple(
        plain.source_span(r.start, r.end)
        for clause in plain.clauses
        for r in clause.responsibilities
        if r.role == "lead"
    )
    marked = build_document(SourceText(plain.source, bold=bold), "jilin-2019", plain.source_name)
    assert not marked.bold_lost
    for one, other in zip(plain.clauses, marked.clauses, strict=True):
        assert (one.path, one.text) == (other.path, other.text)
        assert [(r.department, r.role) for r in one.responsibilities] == [
            (r.department, r.role) for r in other.responsibilities
        ]
        assert {r.basis for r in other.responsibilities} <= {"bold"}


def test_tables_of_tasks() -> None:
    document = build_document(
        "某方案\n一、任务\n详见附件。\n附件1\n任务分工表\n"
        "序号\t重点任务\t牵头单位\t配合单位\t完成时限\n"
        "1\t建立机制\t省司法厅\t省财政厅、省教育厅\t2022年6月底\n"
        "2\t开展培训\t省人社厅\t\t长期坚持\n",
        "paper",
    )
    first, second = document.clause(("附件1",)).children
    assert (first.id, first.heading, first.kind) == ("paper/附件1/1", "建立机制", "task")
    assert roles(document, first.path) == (
        "省司法厅 lead stated;省财政厅 support stated;省教育厅 support stated"
    )
    assert (first.deadlines[0].text, first.deadlines[0].year) == ("2022年6月底", 2022)
    assert (second.deadlines[0].standing, second.deadlines[0].year) == (True, None)
    assert first.text == "1\t建立机制\t省司法厅\t省财政厅、省教育厅\t2022年6月底\n"


def test_tables_drawn_with_bars() -> None:
    document = build_document(
        "分工方案\n一、任务\n| 任务 | 责任单位 |  备注 |\n|---|---|---|\n"
        "| 建立机制 | 省司法厅、省财政厅 | 无 |\n",
        "paper",
    )
    assert roles(document, ("一", "¶1")) == LISTED
