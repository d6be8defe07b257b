"""Asked of the clause just shown: a department's part in it, fewer words, what names no matter."""

from __future__ import annotations

import pytest
from invariants import Ask, Say, first

_DUTY_LAWYERS = "jilin-2019/二/（六）/24/（4）"


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        ("省法院牵头？", "不是牵头单位，省法院列在其后"),
        ("是司法厅吧", "是的"),
        ("不对吧，不是教育厅吗", "不是。条款没有写到教育厅"),
        ("财政厅有份没", "不是。条款没有写到财政厅"),
        ("省法院是牵头的那个？", "不是牵头单位，省法院列在其后"),
        ("公安也掺和不", "不是。条款没有写到公安厅"),
        ("财政在不在责任单位里", "不是。条款没有写到财政厅"),
    ],
)
def test_a_department_is_held_against_the_clause(say: Say, said: str, opening: str) -> None:
    say("四川实施意见第48条")
    checked = say(said)
    assert checked.understanding.kind == "responsibility"
    assert first(checked) == "sichuan-2018/三/（二）/8/（48）"
    assert checked.text.startswith(("四川" + opening, opening))


def test_a_department_with_its_tasks_asked_for_is_listed(say: Say) -> None:
    say("四川实施意见第48条")
    assert say("省法院的任务有哪些？").understanding.kind == "duties"


@pytest.mark.parametrize(
    "said", ["太长了，说简单点", "没看懂，讲大白话", "一句话概括", "最后这条压缩成一句话"]
)
def test_the_clause_shown_in_fewer_words(say: Say, said: str) -> None:
    say("四川法律援助有哪些措施")
    shown = first(say("吉林值班律师有哪些措施"))
    assert shown == _DUTY_LAWYERS
    shorter = say(said)
    assert {c.clause_id for c in shorter.citations} == {shown}


@pytest.mark.parametrize(
    "said", ["哪个部门管的，就一家吗", "归谁张罗的呀这是", "都是一个处吗", "哪个局办"]
)
def test_who_leads_is_asked_of_what_was_shown(say: Say, said: str) -> None:
    say("吉林值班律师有哪些措施")
    who = say(said)
    assert first(who) == _DUTY_LAWYERS
    assert "公共法律服务管理处" in {r.department for r in who.responsibilities}


def test_only_what_lies_below_is_shown_where_it_is_asked_for(ask: Ask) -> None:
    points = ask("吉林2019方案第18条底下的小点全部列出来")
    assert [c.path[-1] for c in points.citations] == [f"（{n}）" for n in range(1, 6)]


def test_both_neighbours_of_a_clause(ask: Ask) -> None:
    both = ask("吉林方案第27项前面那条和后面那条各讲的是什么")
    assert [c.path[-1] for c in both.citations if len(c.path) == 3] == ["26", "28"]


@pytest.mark.parametrize(
    ("said", "paper"), [("早的那份第一部分", "jilin-2017"), ("新的那份第一部分", "jilin-2019")]
)
def test_a_paper_is_pointed_at_by_its_age(say: Say, said: str, paper: str) -> None:
    say("吉林的文件收了哪几份")
    assert {c.document_id for c in say(said).citations} == {paper}


def test_a_number_is_sought_in_each_paper_that_was_shown(say: Say) -> None:
    say("四川和司法部对依法履职免责怎么说")
    assert first(say("88谁配合")) == "sichuan-2018/三/（四）/26/（88）"


@pytest.mark.parametrize("said", ["窗口电话号给我一个", "他们好多天来一回", "名单列一下"])
def test_what_the_clause_shown_does_not_give(say: Say, said: str) -> None:
    shown = first(say("吉林复议场所怎么建"))
    answer = say(said)
    assert (answer.status, first(answer)) == ("partial", shown)


@pytest.mark.parametrize("said", ["司法部也这么规定吗", "部里有没有类似的说法", "部里原文念一下"])
def test_whether_another_paper_says_the_same(say: Say, said: str) -> None:
    say("四川公证员队伍怎么建")
    answer = say(said)
    assert answer.status == "answered"
    assert first(answer).startswith("moj-2018/三/（二）/7")


def test_a_person_is_no_department(say: Say) -> None:
    say("律师投诉在吉林归谁管")
    assert say("查他的时候他还能接活吗").understanding.kind != "duties"


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("上面那一项也要", "jilin-2019/二/（四）/13"),
        ("呢条上面嗰条讲乜嘢", "jilin-2019/二/（四）/13"),
        ("往后翻到18项", "jilin-2019/二/（五）/18"),
        ("下面那项呢", "jilin-2019/二/（四）/15"),
    ],
)
def test_steps_in_more_words(say: Say, said: str, clause: str) -> None:
    say("吉林方案第14项原文")
    assert first(say(said)) == clause


def test_a_place_named_again_is_the_clause_shown(say: Say) -> None:
    shown = first(say("吉林2019年方案怎么扩大民事法律援助覆盖面"))
    assert first(say("这事归谁管，吉林的")) == shown


def test_when_something_happens_is_no_deadline(say: Say) -> None:
    say("吉林司法鉴定管理怎么改")
    answer = say("开庭的时候能把鉴定人叫来当面问吗")
    assert answer.status == "answered"
    assert answer.understanding.kind == "measures"


def test_several_points_of_what_was_shown(say: Say) -> None:
    say("吉林2019方案第24项讲什么")
    answer = say("第2、3点谁牵头")
    assert [c.path[-1] for c in answer.citations] == ["（2）", "（3）"]


def test_a_departments_points_of_several_tasks(say: Say) -> None:
    say("四川意见第19、21项讲什么")
    answer = say("这两项里财政厅参加的有几点")
    assert {c.path[2] for c in answer.citations} == {"19", "21"}


def test_one_of_two_papers_side_by_side(say: Say) -> None:
    say("行政复议改革，吉林2019和广东2021各怎么写")
    former = say("前一个谁牵头")
    assert former.understanding.documents == ("jilin-2019",)
    assert {r.role for r in former.responsibilities} >= {"lead"}
    assert say("后者呢").understanding.documents == ("guangdong-2021",)


@pytest.mark.parametrize("message", ["前一个谁牵头", "后者呢"])
def test_one_of_two_with_nothing_before_is_asked_back(say: Say, message: str) -> None:
    answer = say(message)
    assert answer.status == "not_found"
    assert "指的是哪一件事" in answer.text
