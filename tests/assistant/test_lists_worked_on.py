"""What officials do with a list: the rest of it, what two share, who is in it and who is not."""

from __future__ import annotations

import pytest
from invariants import Ask, Say, cited, first

from assistant import Assistant


def test_the_rest_of_a_list_that_was_narrowed(say: Say) -> None:
    whole = set(cited(say("吉林方案里戒毒管理局有哪些任务")))
    leading = set(cited(say("由该局牵头的是哪几条")))
    rest = say("其余的呢")
    assert leading
    assert set(cited(rest)) == whole - leading
    assert "在这些条款中共有7项" in rest.text


def test_who_leads_the_rest(say: Say) -> None:
    say("吉林方案里戒毒管理局有哪些任务")
    say("只看牵头的")
    rest = say("剩下那几条归谁牵头")
    assert len(rest.citations) == 7
    assert {r.department for r in rest.responsibilities if r.role == "lead"} == {
        "监狱管理局",
        "政治部",
    }


def test_what_two_departments_share_that_were_asked_about_in_turn(say: Say) -> None:
    say("吉林方案里立法一处有哪些任务")
    say("立法二处呢")
    both = say("两个处都在的有哪几项")
    shared = {"（三）/7", "（三）/8", "（三）/9", "（三）/10"}
    assert {each.removeprefix("jilin-2019/二/") for each in cited(both)} == shared
    led = say("两家同在的那几项，谁牵头")
    assert set(cited(led)) == set(cited(both))
    assert {r.department for r in led.responsibilities if r.role == "lead"} == {
        "立法一处",
        "法治调研处",
    }


def test_one_of_two_that_were_listed_is_no_step(say: Say) -> None:
    two = cited(say("四川稿里省委政法委牵头的有哪些"))
    assert len(two) == 2
    assert first(say("后一条还列了哪些单位")) == two[1]


def test_a_step_behind_one_clause_stays_a_step(say: Say) -> None:
    say("四川意见第（54）条")
    assert first(say("后一条讲什么")).endswith("（55）")


def test_a_list_by_who_else_is_in_it(say: Say) -> None:
    say("四川稿里公安厅参与的任务有哪些")
    inside = cited(say("国安厅也在的是哪几条"))
    assert [each.split("/")[-1] for each in inside] == ["（34）", "（64）"]
    say("四川稿里公安厅参与的任务有哪些")
    assert cited(say("没有省检察院的呢")) == ["sichuan-2018/三/（一）/3/（15）"]


def test_a_list_in_the_company_of_any_other(say: Say, assistant: Assistant) -> None:
    say("人民参与和促进法治处在吉林方案里的任务")
    shared = say("哪几条是跟别的处室一起的")
    assert shared.citations
    for citation in shared.citations:
        clause = assistant.library.clause(citation.clause_id)
        assert len({r.canonical for r in clause.responsibilities}) > 1


def test_a_part_of_a_list_without_a_department_whatever_verb_stands_before_it(say: Say) -> None:
    """不带人社厅 is no slip for 省人社厅."""
    say("四川稿里省委编办有哪些任务")
    without = say("里面不带人社厅的")
    assert without.citations
    assert not without.understanding.corrections


def test_together_and_without_a_third(ask: Ask) -> None:
    answer = ask("监狱管理局和戒毒管理局都在、但没有政治部的任务有哪些")
    assert [c.path[-2:] for c in answer.citations] == [("32", "（1）"), ("32", "（2）")]


def test_not_in_the_first_place_is_helping(ask: Ask) -> None:
    answer = ask("四川稿里司法厅不居首位的任务全部列出")
    assert len(answer.citations) == 7


def test_who_leads_stands_beside_what_a_department_helps_with(ask: Ask) -> None:
    assert "均由司法厅列首位" in ask("民政厅有哪些任务").text
    assert "（公共法律服务管理处列首位）" in ask("省公证协会有哪些任务").text


@pytest.mark.parametrize(
    "question",
    [
        "我在民政厅上班，司法厅发来一份征求意见稿，跟我们有关的有哪几条",
        "民政厅在四川稿里被点了几次名",
        "归我们民政厅的活有哪些",
    ],
)
def test_ones_own_department(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert len(answer.citations) == 5
    helps = {r.department for r in answer.responsibilities if r.role == "support"}
    assert helps == {"民政厅"}


def test_several_numbers_of_steps(say: Say) -> None:
    say("吉林方案第13项")
    assert first(say("往下两条")) == "jilin-2019/二/（四）/15"
    assert first(say("退一条")) == "jilin-2019/二/（四）/14"
    assert first(say("从13往下数第三条")) == "jilin-2019/二/（四）/16"


def test_a_step_beyond_the_end_is_refused(ask: Ask) -> None:
    answer = ask("广东要点第53条往下数第三条")
    assert answer.status == "not_found"


def test_the_departments_before_are_part_of_the_state(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    conversation.ask("吉林方案里立法一处有哪些任务")
    conversation.ask("立法二处呢")
    assert conversation.state["earlier_departments"] == ["立法一处"]


def test_a_time_set_in_a_part(ask: Ask) -> None:
    answer = ask("司法部意见第三部分写明2018年底前完成的任务请列全")
    assert len(answer.citations) == 6
    assert {c.path[0] for c in answer.citations} == {"三"}
