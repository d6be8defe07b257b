"""All that the papers give a department to do: complete, counted, lead and support apart."""

from __future__ import annotations

import re

import pytest
from invariants import Ask, Say

from assistant import Answer, Assistant
from corpus import Clause, canonical_department


def naming(assistant: Assistant, department: str, *documents: str) -> list[Clause]:
    """Every clause that names the department, straight from the outlines."""
    return [
        clause
        for document in assistant.library.documents()
        if not documents or document.id in documents
        for clause in document.clauses
        if any(each.canonical == department for each in clause.responsibilities)
    ]


def cited(answer: Answer) -> set[str]:
    return {citation.clause_id for citation in answer.citations}


def test_the_five_tasks_of_the_legal_aid_centre(ask: Ask) -> None:
    answer = ask("省法援中心负责哪些任务")
    assert answer.understanding.kind == "duties"
    assert [c.clause_id for c in answer.citations] == [
        f"jilin-2019/二/（六）/24/（{number}）" for number in range(1, 6)
    ]
    assert "共有5项" in answer.text.split("\n")[0]
    assert {(r.department, r.role) for r in answer.responsibilities} == {
        ("省法援中心", "support"),
        ("公共法律服务管理处", "lead"),
    }


def test_every_department_that_a_paper_names_gets_its_whole_list(
    ask: Ask, assistant: Assistant
) -> None:
    """Complete over the corpus, never the first few of a ranking."""
    names = {
        (each.department, each.canonical)
        for document in assistant.library.documents()
        for clause in document.clauses
        for each in clause.responsibilities
    }
    assert len(names) > 40
    for department, canonical in sorted(names):
        expected = naming(assistant, canonical)
        answer = ask(f"{department}负责哪些任务")
        assert cited(answer) == {clause.id for clause in expected}, department
        assert f"共有{len(expected)}项" in answer.text, department


@pytest.mark.parametrize(
    "question",
    [
        "把吉林科技信息处承担的任务全部列出来，并标明共几项",
        "做年度考核用，需要吉林科技信息处负责的全部改革事项清单",
        "吉林科技信息处，牵头加配合的，总共多少项任务？请逐条列",
        "吉林科技信息处的职责分工",
        "分给吉林科技信息处的任务",
        "吉林科技信息处都摊上了啥差事",
    ],
)
def test_a_list_is_complete_however_it_is_asked_for(
    ask: Ask, assistant: Assistant, question: str
) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "duties"
    expected = naming(assistant, canonical_department("科技信息处"), "jilin-2019", "jilin-2017")
    assert cited(answer) == {clause.id for clause in expected}


def test_a_paper_that_only_writes_of_a_body_is_looked_up(ask: Ask) -> None:
    answer = ask("司法部要求律师协会做哪些工作")
    assert answer.status == "answered"
    assert answer.citations[0].document_id == "moj-2018"


def test_a_topic_does_not_hide_that_a_paper_names_no_such_department(ask: Ask) -> None:
    answer = ask("四川意见里科技信息处在公证方面有哪些任务")
    assert answer.status == "not_found"
    assert "没有写到科技信息处" in answer.text


def test_a_role_that_is_denied_is_not_listed(ask: Ask) -> None:
    answer = ask("吉林科技信息处不牵头只配合的任务请列全")
    assert {r.role for r in answer.responsibilities if r.department == "科技信息处"} == {"support"}


def test_lead_and_support_are_counted_apart(ask: Ask, assistant: Assistant) -> None:
    answer = ask("科技信息处参与哪些任务")
    clauses = naming(assistant, canonical_department("科技信息处"))
    lead = [
        c
        for c in clauses
        if any(r.role == "lead" and r.department == "科技信息处" for r in c.responsibilities)
    ]
    counts = re.search(r"共有(\d+)项：\D*(\d+)项\D*(\d+)项", answer.text)
    assert counts is not None
    assert [int(n) for n in counts.groups()] == [len(clauses), len(lead), len(clauses) - len(lead)]


def test_variants_of_a_name_are_joined_and_shown_as_written(ask: Ask) -> None:
    answer = ask("发改委要做哪些事")
    named = {r.department for r in answer.responsibilities if r.role == "support"}
    assert named == {"发改委", "省发改委"}
    assert "也写作" in answer.text
    assert cited(answer) == cited(ask("省发改委负责什么"))


def test_a_place_narrows_the_list(ask: Ask, assistant: Assistant) -> None:
    answer = ask("四川司法厅负责哪些任务")
    expected = naming(assistant, canonical_department("司法厅"), "sichuan-2018")
    assert cited(answer) == {clause.id for clause in expected}
    assert f"共有{len(expected)}项" in answer.text


def test_a_department_of_another_paper_is_not_lent(ask: Ask) -> None:
    answer = ask("四川科技信息处负责哪些任务")
    assert answer.status == "not_found"
    assert "科技信息处" in answer.text


@pytest.mark.parametrize("department", ["省税务局", "海关总署", "气象局"])
def test_a_department_that_no_paper_names(ask: Ask, department: str) -> None:
    answer = ask(f"{department}负责哪些任务")
    assert answer.status == "not_found"
    assert department in answer.text


def of_role(clauses: list[Clause], department: str, role: str) -> set[str]:
    """Those in which the department has the role; who leads in one bracket of a clause leads."""
    found = set()
    for clause in clauses:
        roles = {r.role for r in clause.responsibilities if r.canonical == department}
        if ("lead" if "lead" in roles else "support") == role:
            found.add(clause.id)
    return found


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("科技信息处只作配合单位的任务", "support"),
        ("科技信息处不牵头、仅列为配合的条目，请一条不漏地给出", "support"),
        ("科技信息处自己挑头的事有几件，别把帮忙的算进去", "lead"),
        ("由科技信息处领头干的都有啥", "lead"),
    ],
)
def test_a_list_by_role(ask: Ask, assistant: Assistant, question: str, role: str) -> None:
    clauses = naming(assistant, "科技信息处")
    assert cited(ask(question)) == of_role(clauses, "科技信息处", role)


def test_what_a_department_does_alone(ask: Ask, assistant: Assistant) -> None:
    alone = {c.id for c in naming(assistant, "政治部") if len(c.responsibilities) == 1}
    assert alone
    assert cited(ask("吉林政治部有没有自己单干、后头一个单位都不带的任务")) == alone


def test_what_two_departments_do_together_and_without_each_other(
    ask: Ask, assistant: Assistant
) -> None:
    one = {c.id for c in naming(assistant, canonical_department("省法院"), "sichuan-2018")}
    other = {c.id for c in naming(assistant, canonical_department("省检察院"), "sichuan-2018")}
    assert cited(ask("四川省法院、省检察院都列为责任单位的条款有哪些")) == one & other
    assert cited(ask("四川省法院参与、而省检察院未参与的任务有哪些")) == one - other


def test_a_list_within_a_part_and_beyond_it(ask: Ask, assistant: Assistant) -> None:
    clauses = {c.id for c in naming(assistant, "政治部")}
    inside = {clause for clause in clauses if clause.startswith("jilin-2019/二/（八）/")}
    assert inside
    assert inside < clauses
    assert cited(ask("吉林方案第（八）部分里政治部承担了哪些任务")) == inside
    assert cited(ask("第（八）部分之外，政治部还承担了哪些任务")) == clauses - inside


def test_an_office_is_not_the_body_that_it_belongs_to(ask: Ask, assistant: Assistant) -> None:
    expected = {clause.id for clause in naming(assistant, "政治部", "jilin-2019")}
    assert cited(ask("吉林省司法厅政治部负责哪些任务")) == expected


def test_an_office_named_behind_its_body_gets_its_whole_list(
    ask: Ask, assistant: Assistant
) -> None:
    expected = {clause.id for clause in naming(assistant, "科技信息处")}
    answer = ask("列出吉林省司法厅科技信息处承担的全部改革任务，牵头、配合的都要。")
    assert cited(answer) == expected


@pytest.mark.parametrize(
    "question",
    [
        "四川省司法厅负责的任务中，哪些写明了完成年份？请完整列出。",
        "四川省司法厅的任务里带完成期限的列一下",
        "四川司法厅的任务，有时间要求的是哪些",
        "四川司法厅要干的事，有没有定时间的列出来",
    ],
)
def test_a_list_of_what_sets_a_time(ask: Ask, assistant: Assistant, question: str) -> None:
    answer = ask(question)
    expected = [clause for clause in naming(assistant, "司法厅") if clause.deadlines]
    assert cited(answer) == {clause.id for clause in expected}
    assert all(deadline.text in answer.text for c in expected for deadline in c.deadlines)


def test_a_list_and_by_when(ask: Ask) -> None:
    answer = ask("省法援中心配合哪些任务，什么时候完成")
    assert answer.status == "partial"
    assert "都没有写明完成的时间" in answer.text


def test_departments_that_share_no_task(ask: Ask) -> None:
    answer = ask("立法一处和省法援中心一起负责的任务有哪些")
    assert answer.status == "not_found"
    assert "立法一处共有5项、省法援中心共有5项" in answer.text


def test_a_list_with_a_telephone_number_is_half_an_answer(ask: Ask) -> None:
    answer = ask("吉林社矫局打头的任务有哪些，局长电话多少")
    assert answer.status == "partial"
    assert "没有给出" in answer.text


def test_a_list_without_anything_on_the_topic_says_so(ask: Ask) -> None:
    answer = ask("四川人民调解方面财政厅要配合的任务有哪些")
    assert answer.text.startswith("财政厅的任务中没有找到专门写到所问事项的")
    assert len(answer.citations) > 20


def test_a_list_of_an_office_that_no_paper_names(ask: Ask) -> None:
    answer = ask("只要法制处牵头的，配合的不算")
    assert answer.status == "not_found"
    assert "没有写到法制处" in answer.text


def test_a_part_is_named_by_its_heading_below_a_number(ask: Ask) -> None:
    answer = ask("四川第三部分“完善司法行政保障制度”项下，财政厅要配合的有几条？")
    assert answer.citations
    assert {c.path[1] for c in answer.citations} == {"（三）"}
    assert "没有找到专门写到" not in answer.text


def test_whatever_the_role_is_lists_both(ask: Ask) -> None:
    answer = ask("四川省委政法委不管是带头还是帮忙，总共沾了哪些事")
    assert {c.path[-1] for c in answer.citations} == {"（34）", "（58）", "（93）"}


def test_one_department_leads_and_another_helps(ask: Ask) -> None:
    answer = ask("政治部牵头、机关党委配合的有哪些")
    assert answer.text.startswith("政治部牵头、机关党委配合的任务共有5项")
    roles = {(named.department, named.role) for named in answer.responsibilities}
    assert {("政治部", "lead"), ("机关党委", "support")} <= roles


def test_one_department_without_another(ask: Ask) -> None:
    answer = ask("民政厅有份、但人社厅没份的任务")
    assert {c.path[-1] for c in answer.citations} == {"（27）", "（92）"}


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("法宣处当牵头单位的有哪些？全部", 8),
        ("备审处牵头什么、配合什么", 2),
        ("法治督察处是不是只牵头一项", 3),
        ("政治部自己扛、后面没跟别的处室的事有哪些", 2),
        ("司法厅牵头并且写死了完成年份的事有哪些", 3),
        ("财政厅作为唯一配合单位跟司法厅搭档的有多少项", 13),
    ],
)
def test_lists_in_peoples_words(ask: Ask, question: str, count: int) -> None:
    assert f"共有{count}项" in ask(question).text


def test_what_others_lead_is_listed_beside(say: Say) -> None:
    say("装备财务保障处自己牵头的活儿，吉林19方案里列全")
    assert len(say("给别人打下手的也列一下").citations) == 7


@pytest.mark.parametrize(
    "preamble", ["政法口要建一本台账，请把", "法制总队填任务分解表，", "审计组核对权责用："]
)
def test_what_a_list_is_for_narrows_nothing(ask: Ask, preamble: str) -> None:
    plainly = ask("四川征求意见稿中涉及财政厅的任务全部列出")
    told = ask(f"{preamble}四川征求意见稿中涉及财政厅的任务全部列出")
    assert told.text == plainly.text


def test_a_role_in_which_it_carries_its_tasks(ask: Ask) -> None:
    answer = ask("戒毒管理局作为牵头部门承担的全部任务")
    assert "配合或列在其后（" not in answer.text
    assert "牵头或列首位（3项）" in answer.text


@pytest.mark.parametrize(
    ("question", "lead", "support"),
    [
        ("孩子在上学，我就想知道教育厅在四川这份稿子里担了哪些任务，全摆出来", 0, 3),
        ("省律师协会在吉林方案里要出力的地方总共几处，都是啥", 0, 9),
        ("吉林社区矫正管理局给别的单位搭台的有几项，它自己主办的我知道了，不用说", 0, 5),
        ("吉林监狱管理局牵头负责的任务目录，配合类不要", 8, 0),
        ("吉林监狱管理局跟戒毒管理局俩都得上阵的，全挑出来", 0, 7),
    ],
)
def test_lists_in_many_words_are_complete(ask: Ask, question: str, lead: int, support: int) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "duties"
    assert len(answer.citations) == lead + support


def test_a_matter_in_another_sentence_narrows_the_list(ask: Ask) -> None:
    narrowed = ask("吉林搞司法鉴定管理体制改革，公共法律服务管理处要牵头做的有哪几件")
    assert {c.clause_id.rpartition("/")[0] for c in narrowed.citations} == {
        "jilin-2019/二/（六）/25"
    }


def test_a_department_that_must_not_be_there(ask: Ask) -> None:
    all_of_them = ask("吉林政治部有哪些任务")
    without = ask("政治部的任务里把带监狱局的都去掉，还剩哪些（吉林）")
    assert 0 < len(without.citations) < len(all_of_them.citations)
    assert all("监狱管理局" not in c.quote for c in without.citations)


def test_an_office_that_no_paper_names_has_no_tasks(ask: Ask) -> None:
    answer = ask("吉林2019年方案给离退休干部处派了哪些任务")
    assert answer.status == "not_found"
    assert "离退休干部处" in answer.text


@pytest.mark.parametrize(
    ("question", "department", "task"),
    [
        ("治省办要出面的事，普法那节的，都说说", "依法治省办", "三/（二）/15"),
        ("健全戒毒制度那一节，财政厅要搭手的有哪几条嘛，四川的", "财政厅", "三/（一）/3"),
        ("公共法律服务管理处，先给我捋捋司法鉴定的", "公共法律服务管理处", "二/（六）/25"),
    ],
)
def test_a_part_that_is_called_by_its_matter(
    ask: Ask, assistant: Assistant, question: str, department: str, task: str
) -> None:
    of_task = {c.id for c in naming(assistant, department) if f"/{task}/" in f"{c.id}/"}
    assert of_task
    assert cited(ask(question)) == of_task


def test_a_part_in_which_it_has_nothing_hides_nothing(ask: Ask, assistant: Assistant) -> None:
    answer = ask("机关党委在公证那部分有啥")
    assert "没有找到专门写到所问事项的" in answer.text
    assert cited(answer) == {clause.id for clause in naming(assistant, "机关党委")}


def test_a_department_that_is_told_by_its_matter(ask: Ask, assistant: Assistant) -> None:
    answer = ask("管行政执法监督的那个处，给我它的任务单子，吉林的")
    expected = naming(assistant, "行政执法协调监督处", "jilin-2019")
    assert cited(answer) == {clause.id for clause in expected}


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("律师处牵头，可后面没跟着律协的，有几件，哪几件", {f"29/（{n}）" for n in (1, 2, 3)}),
        ("法援中心参加的那几项里，律师处也在的是哪一项", {"24/（3）"}),
    ],
)
def test_company_in_peoples_words(ask: Ask, question: str, clauses: set[str]) -> None:
    assert cited(ask(question)) == {f"jilin-2019/二/（六）/{clause}" for clause in clauses}


@pytest.mark.parametrize(
    "question",
    [
        "19年吉林方案，政治部要领衔的，按先后排给我",
        "吉林2019方案，政治部当牵头部门的条目请给全",
        "吉林方案政治部打头的一股脑全倒出来",
    ],
)
def test_what_it_leads_is_told_to_be_listed(ask: Ask, assistant: Assistant, question: str) -> None:
    expected = {
        clause.id
        for clause in naming(assistant, "政治部", "jilin-2019")
        if any(r.canonical == "政治部" and r.role == "lead" for r in clause.responsibilities)
    }
    assert cited(ask(question)) == expected


def test_a_word_that_is_quoted_narrows_the_list(ask: Ask, assistant: Assistant) -> None:
    answer = ask("我们省委编办在四川稿子头沾到“队建制”的是哪两点嘛")
    expected = {c.id for c in naming(assistant, "编办", "sichuan-2018") if "队建制" in c.text}
    assert len(expected) == 2
    assert cited(answer) == expected
