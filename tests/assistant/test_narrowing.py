"""A part of a department's list that was shown: by role, matter, company or time."""

from __future__ import annotations

import pytest
from invariants import Say, first


def test_a_list_is_narrowed_to_a_role_and_pointed_into(say: Say) -> None:
    whole = say("四川实施意见里省委政法委参与的任务有哪些")
    leading = say("只看牵头的")
    assert {r.role for r in whole.responsibilities} >= {r.role for r in leading.responsibilities}
    mine = [r for r in leading.responsibilities if r.department == "省委政法委"]
    assert {r.role for r in mine} == {"lead"}
    assert first(say("最后一个是什么内容")) == leading.citations[-1].clause_id


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("跟戒毒沾边的留下，其他不要", {"（17）", "（18）"}),
        ("其中跟戒毒有关的呢", {"（17）", "（18）"}),
        ("里面讲戒毒的是哪几条", {"（17）", "（18）"}),
    ],
)
def test_a_list_is_narrowed_to_a_matter(say: Say, said: str, part: set[str]) -> None:
    whole = say("省卫计委在四川的实施意见里承担了哪些任务")
    narrowed = say(said)
    assert narrowed.understanding.kind == "duties"
    assert {c.path[-1] for c in narrowed.citations} == part
    assert part < {c.path[-1] for c in whole.citations}


def test_a_list_is_narrowed_to_what_another_department_shares(say: Say) -> None:
    say("法治调研处牵头的任务有几项，列一下")
    shared = say("其中立法一处也参加的是哪几项")
    assert [c.path[-1] for c in shared.citations] == ["7", "10"]


def test_a_list_is_narrowed_to_what_another_department_has_no_part_in(say: Say) -> None:
    whole = say("法治调研处牵头的任务有几项，列一下")
    shared = say("其中立法一处也参加的是哪几项")
    say("法治调研处牵头的任务有几项，列一下")
    others = say("其中立法一处没有参加的是哪几项")
    assert {c.clause_id for c in others.citations} == {c.clause_id for c in whole.citations} - {
        c.clause_id for c in shared.citations
    }


def test_a_list_is_narrowed_to_what_sets_a_time(say: Say) -> None:
    say("四川司法厅负责哪些任务")
    answer = say("哪些有时限要求")
    assert answer.understanding.kind == "duties"
    assert "写明时限的任务共有3项" in answer.text


def test_what_a_clause_of_a_list_says_is_no_part_of_the_list(say: Say) -> None:
    say("吉林方案分给行政执法协调监督处的任务一共几项？逐项列出。")
    named = say("其中要推进制定的条例叫什么名字？")
    assert "行政执法监督条例" in named.text
    assert named.understanding.kind == "fact"


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("只看牵头的", {"lead"}),
        ("只看领衔的", {"lead"}),
        ("只看挑头的", {"lead"}),
        ("只是牵头的有哪些", {"lead"}),
        ("只看揸旗的", {"lead"}),
        ("只看协助的", {"support"}),
        ("只看打下手的", {"support"}),
        ("只看排在后面的", {"support"}),
        ("只看参与的", {"lead", "support"}),
        ("只看负责的", {"lead", "support"}),
    ],
)
def test_a_list_is_narrowed_to_a_role_in_any_words(say: Say, said: str, roles: set[str]) -> None:
    say("四川实施意见里省委政法委有哪些任务")
    mine = [r for r in say(said).responsibilities if r.department == "省委政法委"]
    assert {r.role for r in mine} == roles


@pytest.mark.parametrize(
    ("said", "lead", "support"),
    [
        ("仅牵头", 3, 0),
        ("光要牵头的", 3, 0),
        ("自己打头的不止一项吧？", 3, 0),
        ("牵头的拿掉，剩下它当配角的", 0, 4),
        ("它牵头的不用列", 0, 4),
        ("配合的不要了", 3, 0),
        ("两样加起来几项", 3, 4),
    ],
)
def test_a_list_is_narrowed_by_a_role_in_any_words(
    say: Say, said: str, lead: int, support: int
) -> None:
    say("装备财务保障处在吉林方案里的任务，牵头配合都列出来")
    part = say(said)
    assert part.understanding.kind == "duties"
    assert f"牵头或列首位（{lead}项）" in part.text or not lead
    assert f"配合或列在其后（{support}项）" in part.text or not support
    assert len(part.citations) == lead + support


def test_a_list_is_narrowed_to_what_others_have_a_part_in(say: Say) -> None:
    whole = say("公共法律服务管理处牵头的任务列出来")
    shared = say("有配合单位的")
    alone = say("没人配合的")
    assert {c.clause_id for c in shared.citations} | {c.clause_id for c in alone.citations} == {
        c.clause_id for c in whole.citations
    }
    assert all(len(whole.citations) > len(part.citations) > 0 for part in (shared, alone))


def test_one_of_a_list_is_sought_among_it(say: Say) -> None:
    listed = say("行政执法协调监督处在吉林方案里有哪些任务")
    assert first(say("换证件那条展开看看")) in {c.clause_id for c in listed.citations}


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("只看第三部分（二）的", "三/（二）/"),
        ("太长。只留第2项下面的", "三/（一）/2/"),
        ("只看司法行政保障制度那一部分的", "三/（三）/"),
        ("司法行政经费保障那一项下面的留下，剩几个", "三/（三）/21/"),
        ("队伍建设那部分占了哪几条", "三/（四）/"),
    ],
)
def test_a_list_is_narrowed_to_a_part_of_the_paper(say: Say, said: str, part: str) -> None:
    whole = say("四川意见稿里财政厅有哪些任务")
    narrowed = say(said)
    shown = [c.clause_id for c in narrowed.citations]
    assert shown == [
        c.clause_id for c in whole.citations if c.clause_id.startswith(f"sichuan-2018/{part}")
    ]
    assert shown


def test_part_of_a_part_is_of_what_was_shown_last(say: Say) -> None:
    say("四川意见稿里省委编办有哪些任务")
    part = say("队伍正规化建设那一项下面的留下")
    shared = say("这几个当中财政厅也参加的是哪些")
    shown = {c.clause_id for c in shared.citations}
    assert shown
    assert shown < {c.clause_id for c in part.citations}


def test_a_role_refused_and_a_part_had(say: Say) -> None:
    say("四川意见稿里省法院排在责任单位首位的任务是哪一项")
    rest = say("不排第一但也有份的，统统列")
    assert {r.role for r in rest.responsibilities if r.department == "省法院"} == {"support"}
