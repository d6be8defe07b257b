"""Papers side by side."""

from __future__ import annotations

import pytest
from invariants import Ask


def test_both_sides_are_cited(ask: Ask) -> None:
    answer = ask("四川和广东在普法上有什么不同")
    assert answer.status == "answered"
    assert answer.understanding.kind == "comparison"
    assert {c.document_id for c in answer.citations} == {"sichuan-2018", "guangdong-2021"}
    lines = answer.text.split("\n")
    assert any(line.startswith("四川（2018年）：") for line in lines)
    assert any(line.startswith("广东（2021年）：") for line in lines)
    assert all("普法" in c.quote for c in answer.citations[:2])


@pytest.mark.parametrize(
    "question",
    [
        "对比一下吉林和四川的法律援助",
        "吉林跟四川的法律援助有啥区别",
        "法律援助，四川和吉林有什么不一样",
    ],
)
def test_ways_to_ask_for_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "comparison"
    regions = {c.document_id.split("-")[0] for c in answer.citations}
    assert regions == {"jilin", "sichuan"}


def test_a_side_that_says_nothing_is_said_to(ask: Ask) -> None:
    answer = ask("四川和广东在大湾区上有什么不同")
    assert answer.status in ("partial", "not_found")
    if answer.status == "partial":
        assert {c.document_id for c in answer.citations} == {"guangdong-2021"}
        assert "四川" in answer.text


def test_a_side_that_is_not_held(ask: Ask) -> None:
    answer = ask("广东和江苏的普法有什么不同")
    assert answer.status != "answered"
    assert "江苏" in answer.text


def test_of_a_place_with_two_papers_the_newer_stands_beside_the_other_place(ask: Ask) -> None:
    answer = ask("四川和吉林在社区矫正上有什么不同")
    assert {c.document_id for c in answer.citations} == {"sichuan-2018", "jilin-2019"}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("设立刑事辩护律师协会，五份文件里有哪几份写到了？", {"sichuan-2018", "moj-2018"}),
        ("哪几份文件提到值班律师", {"jilin-2019", "sichuan-2018", "moj-2018", "guangdong-2021"}),
    ],
)
def test_papers_that_do_not_write_of_it_are_not_said_to(
    ask: Ask, question: str, documents: set[str]
) -> None:
    answer = ask(question)
    assert {citation.document_id for citation in answer.citations} == documents
    assert "没有找到" in answer.text


def test_a_side_is_told_with_its_points(ask: Ask) -> None:
    answer = ask("法律援助补充事项范围，四川与吉林2019年方案各列了哪些类别？")
    cited = {citation.clause_id for citation in answer.citations}
    assert {"jilin-2019/二/（六）/24/（2）", "sichuan-2018/三/（二）/8/（45）"} <= cited


def test_each_paper_gives_its_own_figure(ask: Ask) -> None:
    answer = ask("律所去国外开分所，国家的目标是几家，四川自己的目标又是几家")
    assert "30家" in answer.text
    assert "1-3家" in answer.text


def test_two_papers_of_one_place_side_by_side_in_peoples_words(ask: Ask) -> None:
    answer = ask("狱务公开，吉林前后两份文件都提了吧，各自那句摆一起看看")
    assert {c.document_id for c in answer.citations} == {"jilin-2017", "jilin-2019"}


@pytest.mark.parametrize("places", [("四川", "吉林2019"), ("吉林2019", "四川")])
def test_sides_stand_in_the_order_of_mention(ask: Ask, places: tuple[str, str]) -> None:
    answer = ask(f"{places[0]}和{places[1]}在社区矫正上有什么不同")
    first, second = (answer.text.index(f"\n{place[:2]}") for place in places)
    assert first < second
