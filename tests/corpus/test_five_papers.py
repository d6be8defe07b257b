"""The five papers, as counted from the papers by hand and read line by line."""

from collections import Counter

import pytest
from golden import FOLDER, outline

from corpus import Document, Library, UnknownClause, UnknownDocument

KINDS = ("section", "subsection", "task", "item", "paragraph")
FIGURES = {
    "jilin-2019": (3, 15, 38, 77, 1, 95),
    "sichuan-2018": (4, 10, 28, 93, 4, 99),
    "jilin-2017": (6, 0, 0, 0, 35, 0),
    "moj-2018": (4, 11, 28, 85, 1, 0),
    "guangdong-2021": (9, 0, 53, 0, 1, 0),
}
TASK_24_1 = ("二", "（六）", "24", "（1）")


def paper(document_id: str) -> Document:
    return Library.packaged().document(document_id)


@pytest.mark.parametrize("document_id", FIGURES)
def test_figures(document_id: str) -> None:
    clauses = paper(document_id).clauses
    kinds = Counter(clause.kind for clause in clauses)
    naming = sum(bool(clause.responsibilities) for clause in clauses)
    assert (*(kinds[kind] for kind in KINDS), naming) == FIGURES[document_id]


@pytest.mark.parametrize("document_id", FIGURES)
def test_outline_is_the_reviewed_one(document_id: str) -> None:
    golden = (FOLDER / f"{document_id}.txt").read_text(encoding="utf-8")
    assert outline(paper(document_id)) == golden


@pytest.mark.parametrize("document_id", FIGURES)
def test_every_character_belongs_to_one_place(document_id: str) -> None:
    document = paper(document_id)
    owned = [span for clause in document.clauses for span in clause.spans]
    pieces = sorted([document.front_matter, *owned, document.back_matter])
    assert "".join(document.text[start:end] for start, end in pieces) == document.text
    for clause in document.clauses:
        for start, end in clause.spans:
            assert document.clause_at(start) is document.clause_at(end - 1) is clause


@pytest.mark.parametrize("document_id", FIGURES)
def test_offsets_name_what_they_say(document_id: str) -> None:
    document = paper(document_id)
    for clause in document.clauses:
        assert clause.id == "/".join((document_id, *clause.path))
        assert document.clause(clause.path) is clause
        for r in clause.responsibilities:
            assert document.text[r.start : r.end] == r.department
            assert any(start <= r.start < end for start, end in clause.spans)
        for deadline in clause.deadlines:
            assert document.text[deadline.start : deadline.end] == deadline.text


def test_a_clause_and_its_neighbourhood() -> None:
    clause = paper("jilin-2019").clause(("二", "(六)", "24", "(1)"))
    assert clause.path == TASK_24_1
    assert clause.number == "（1）"
    assert clause.label == "第二部分（六）第24项（1）"
    assert clause.text.startswith("（1）推动出台《吉林省法律援助条例》")
    assert clause.text.endswith("（公共法律服务管理处，省法援中心）\n")
    lead, support = clause.responsibilities
    assert (lead.department, lead.role, lead.basis) == (
        "公共法律服务管理处",
        "lead",
        "listed_first",
    )
    assert (support.department, support.role, support.canonical) == (
        "省法援中心",
        "support",
        "法律援助中心",
    )
    assert clause.parent is not None
    assert clause.parent.heading == "完善法律援助制度"
    assert [above.number for above in clause.ancestors] == ["二", "（六）", "24"]
    assert clause.previous is not None
    assert clause.previous.path == ("二", "（六）", "23", "（4）")
    assert clause.next is not None
    assert clause.next.number == "（2）"


def test_tasks_follow_each_other_across_sections() -> None:
    previous = paper("jilin-2019").clause(("二", "（六）", "21")).previous
    assert previous is not None
    assert previous.path == ("二", "（五）", "20")


def test_closing_paragraphs_belong_above_the_items() -> None:
    document = paper("jilin-2019")
    task, section = document.clause(("二", "（五）", "18")), document.clause(("二",))
    assert task.text.splitlines()[-1].startswith("有关监狱工作改革的具体安排")
    assert section.text == (
        "二、司法行政改革的主要任务\n以上任务分工，黑体字为牵头部门，其他为配合部门。\n"
    )
    assert "具体安排" not in document.clause(("二", "（五）", "18", "（5）")).text


def test_lost_bold_is_known() -> None:
    document = paper("jilin-2019")
    assert document.bold_lost
    assert document.role_convention is not None
    start, end = document.role_convention.span
    assert document.text[start:end] == "以上任务分工，黑体字为牵头部门，其他为配合部门。"
    assert not paper("sichuan-2018").bold_lost


def test_metadata() -> None:
    jilin, sichuan, ministry = map(paper, ("jilin-2019", "sichuan-2018", "moj-2018"))
    assert jilin.title == "吉林省司法厅全面深化司法行政改革实施方案"
    assert (jilin.issuer, jilin.number, str(jilin.date)) == (
        "吉林省司法厅",
        "吉司发〔2019〕21号",
        "2019-06-24",
    )
    start, end = jilin.evidence["title"]
    assert jilin.text[start:end] == "吉林省司法厅全面深化\n司法行政改革实施方案"
    assert (sichuan.status, sichuan.date, sichuan.region) == ("征求意见稿", None, "四川")
    assert (ministry.number, ministry.year, ministry.region) == ("司发〔2018〕1号", 2018, "全国")


def test_a_web_page_has_a_date_of_its_own() -> None:
    guangdong = paper("guangdong-2021")
    assert (guangdong.date, str(guangdong.published), guangdong.year) == (None, "2021-05-20", 2021)
    assert guangdong.issuer == "广东省司法厅"
    start, end = guangdong.back_matter
    assert guangdong.text[start:end].strip() == "(来源:广东省司法厅)"


def test_the_ministrys_paper_is_readable_and_leads_back() -> None:
    document = paper("moj-2018")
    for garbled in ("?", "ㄗ", "▍", "(fā)", "著眼"):
        assert garbled not in document.text
    for bracket in ("县(市、区)", "(站、室)", "各省(自治区、直辖市)"):
        assert bracket in document.text
    start = document.text.index("着眼于健全")
    span = document.source_span(start, start + 3)
    assert document.source[span.start : span.end] == "著眼于"
    start = document.text.index("遵照执行")
    span = document.source_span(start, start + 4)
    assert document.source[span.start : span.end] == "遵照?qǐng)?zhí)行"


def test_real_brackets_and_years_are_no_numbers() -> None:
    sichuan, ministry = paper("sichuan-2018"), paper("moj-2018")
    assert "国际律师协会（IBA）" in sichuan.text
    item = ministry.clause(("三", "（三）", "22", "（76）"))
    assert item.text.startswith("(76)2018年建设完善")
    assert [d.text for d in item.deadlines] == ["2018年"]
    without_word = sichuan.clause(("三", "（二）", "14", "（64）")).responsibilities
    assert [r.department for r in without_word][-1] == "国安厅"


def test_a_clause_is_found_by_its_id() -> None:
    library = Library.packaged()
    for document in library:
        for clause in (document.head, *document.clauses):
            assert library.clause(clause.id) is clause
    assert library.clause("jilin-2019//二/(六)/24/(1)/").path == TASK_24_1
    with pytest.raises(UnknownDocument, match="jilin-2019"):
        library.clause("jiangsu-2020/一")
    with pytest.raises(UnknownClause, match="yiju show jilin-2019"):
        library.clause("jilin-2019/九")


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(UnknownDocument, match="jilin-2019"):
        paper("jiangsu-2020")
    with pytest.raises(UnknownClause, match="yiju show jilin-2019"):
        paper("jilin-2019").clause(("九",))
