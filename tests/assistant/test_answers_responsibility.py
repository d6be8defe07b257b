"""Who leads, who helps, and on what ground that is said."""

from __future__ import annotations

import pytest
from invariants import Ask

LEGAL_AID = "jilin-2019/二/（六）/24/（1）"


def test_who_leads_the_legal_aid_regulation(ask: Ask) -> None:
    answer = ask("哪个部门牵头法律援助条例")
    assert answer.status == "answered"
    assert answer.understanding.kind == "responsibility"
    assert answer.citations[0].clause_id == LEGAL_AID
    assert "（公共法律服务管理处，省法援中心）" in answer.citations[0].quote
    assert [(r.department, r.role, r.basis, r.marker) for r in answer.responsibilities] == [
        ("公共法律服务管理处", "lead", "listed_first", 1),
        ("省法援中心", "support", "listed_first", 1),
    ]
    first = answer.text.split("\n")[0]
    assert "公共法律服务管理处牵头" in first
    assert "省法援中心配合" in first
    assert any("黑体字" in note and "列在首位" in note for note in answer.notes)


def test_that_another_paper_has_such_a_clause_is_offered(ask: Ask) -> None:
    answer = ask("哪个部门牵头法律援助条例")
    assert answer.citations[1].clause_id == "sichuan-2018/三/（二）/8/（45）"
    assert "另外" in answer.text
    assert "司法厅" in answer.citations[1].quote
    assert "司法厅" not in [r.department for r in answer.responsibilities]


@pytest.mark.parametrize(
    "question",
    [
        "吉林法律援助条例由谁牵头？",
        "吉林的法律援助条例归谁管",
        "吉林法律援助条例谁来抓",
        "吉林法律援助条例打头的是谁",
        "吉林法律援助条例排第一的是哪个部门",
        "吉林搞法律援助条例，边个部门负责",
        "jilin falvyuanzhu tiaoli shui qiantou",
        "请问一下，吉林省《法律援助条例》的牵头单位是哪一家呀？谢谢",
        "吉林法律援助條例由誰牽頭",
        "吉林　法律援助条例　谁牵头",
    ],
)
def test_many_ways_to_ask_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.citations[0].clause_id == LEGAL_AID
    lead = [r.department for r in answer.responsibilities if r.role == "lead"]
    assert lead == ["公共法律服务管理处"]


def test_a_paper_that_only_says_in_charge_is_not_made_to_say_more(ask: Ask) -> None:
    answer = ask("四川律师调解谁负责")
    assert "由司法厅、省法院负责，列首位的是司法厅" in answer.text
    assert "牵头" not in answer.text
    assert any("没有区分牵头与配合" in note for note in answer.notes)


def test_a_sole_department_needs_no_note_on_roles(ask: Ask) -> None:
    answer = ask("四川第45条由谁负责")
    assert [(r.department, r.basis) for r in answer.responsibilities] == [("司法厅", "sole")]
    assert not any("首位" in note for note in answer.notes)


def test_who_helps_where_nobody_does(ask: Ask) -> None:
    assert "没有写明配合单位" in ask("四川法律援助条例谁配合").text


def test_a_task_whose_points_carry_the_departments(ask: Ask) -> None:
    answer = ask("吉林方案第24项由谁负责")
    assert answer.citations[0].clause_id == "jilin-2019/二/（六）/24"
    assert [c.clause_id for c in answer.citations[1:]] == [
        f"jilin-2019/二/（六）/24/（{n}）" for n in range(1, 6)
    ]
    assert {r.marker for r in answer.responsibilities} == {2, 3, 4, 5, 6}


def test_a_subsection_names_the_departments_of_all_its_points(ask: Ask) -> None:
    answer = ask("吉林方案第二部分（六）由谁负责")
    clauses = {c.clause_id for c in answer.citations}
    assert {LEGAL_AID, "jilin-2019/二/（六）/27", "jilin-2019/二/（六）/21/（4）"} <= clauses


def test_a_paper_that_names_no_departments_is_not_made_to_name_one(ask: Ask) -> None:
    answer = ask("司法部哪个部门牵头公证")
    assert answer.status == "partial"
    assert "全文都没有写明牵头或配合部门" in answer.text
    assert answer.responsibilities == ()
    assert answer.citations[0].document_id == "moj-2018"


def test_who_leads_is_asked_of_a_paper_that_names_somebody(ask: Ask) -> None:
    answer = ask("哪个部门管法考")
    assert answer.status == "answered"
    assert answer.responsibilities[0].role == "lead"


def test_a_choice_of_two_departments(ask: Ask) -> None:
    answer = ask("吉林的律师调解试点归律师工作处还是公共法律服务管理处")
    leads = [each.department for each in answer.responsibilities if each.role == "lead"]
    assert leads == ["律师工作处"]


def test_several_places_stand_side_by_side(ask: Ask) -> None:
    answer = ask("法律援助条例四川和吉林分别由谁牵头")
    leads = {
        answer.citations[r.marker - 1].document_id: r.department
        for r in answer.responsibilities
        if r.role == "lead"
    }
    assert leads == {"jilin-2019": "公共法律服务管理处", "sichuan-2018": "司法厅"}


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("吉林法律援助条例由公共法律服务管理处牵头吗", "是的"),
        ("公证是不是公共法律服务管理处牵头", "是的"),
        ("四川律师调解省法院参与吗", "是的"),
        ("吉林法律援助条例是省法援中心牵头吗", "不是牵头单位"),
        ("四川律师调解是不是财政厅负责", "不是"),
        ("四川监狱警察工资待遇落实是财政厅排第一个负责对不对", "不是牵头单位"),
        ("第八个五年普法规划是法制宣传信息中心起草的吗", "不是"),
        ("刑事案件审判阶段律师辩护全覆盖，吉林不是律师工作处牵头吗", "不是牵头单位"),
        ("吉林法律援助条例是不是由公共法律服务管理处配合", "不是配合单位"),
        ("吉林法律援助条例公共法律服务管理处参与吗", "是的"),
        ("吉林法律援助条例由公共法律服务管理处牵头、省法援中心配合吗", "是的"),
        ("吉林法律援助条例由省法援中心牵头、公共法律服务管理处配合吗", "不是"),
    ],
)
def test_yes_or_no(ask: Ask, question: str, opening: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.text.startswith(opening)


def test_who_and_by_when_in_one(ask: Ask) -> None:
    answer = ask("司法部村居法律顾问由谁负责，什么时候完成")
    assert "2018年底前" in answer.text
    assert answer.status == "partial", "the ministry's paper names no departments"


@pytest.mark.parametrize(
    "doubt",
    [
        "法律援助条例是不是由{}牵头",
        "牵头法律援助条例的是{}吗",
        "{}是法律援助条例的牵头部门吗",
        "法律援助条例系咪{}牵头",
        "法律援助条例是{}打头的不",
        "{}管不管法律援助条例",
        "法律援助条例是不是{}的活",
        "法律援助条例该找{}吗",
        "{}是不是在法律援助条例里排第一",
    ],
)
def test_whether_a_department_leads_in_any_words(ask: Ask, doubt: str) -> None:
    assert ask(f"吉林{doubt.format('公共法律服务管理处')}").text.startswith("是的")
    assert ask(f"吉林{doubt.format('律师工作处')}").text.startswith("不是")


def test_a_paper_that_names_somebody_answers_for_one_that_names_nobody(ask: Ask) -> None:
    answer = ask("哪个处管律师惩戒")
    assert answer.status == "answered"
    assert {named.department for named in answer.responsibilities} >= {"律师工作处"}


def test_who_is_responsible_in_the_words_of_a_clause(ask: Ask) -> None:
    answer = ask("吉林落实改革任务的第一责任人是谁")
    assert answer.status == "answered"
    assert "主要负责同志" in answer.text


def test_whether_a_department_has_a_part(ask: Ask) -> None:
    assert ask("四川的国家宪法日活动，有教育厅的事吗").text.startswith("是的")


def test_the_points_of_a_task_each_with_its_own(ask: Ask) -> None:
    answer = ask("吉林2019第19项三条各由边个带头")
    points = [f"jilin-2019/二/（五）/19/（{number}）" for number in (1, 2, 3)]
    assert [c.clause_id for c in answer.citations] == points
    leading = [r.department for r in answer.responsibilities if r.role == "lead"]
    assert leading == ["社区矫正管理局", "干部警务处", "监狱管理局"]
