"""One topic in several documents."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.web.comparison import compare
from assistant.web.examples import examples


def test_two_papers_side_by_side(assistant: Assistant) -> None:
    comparison = compare(assistant, "社区矫正信息化", ("jilin-2019", "sichuan-2018"))
    assert [side.document.id for side in comparison.sides] == ["jilin-2019", "sichuan-2018"]
    assert all(side.clauses for side in comparison.sides)


@pytest.mark.parametrize(
    ("topic", "silent"),
    [
        ("行政复议", {"jilin-2017"}),
        ("仲裁", {"jilin-2017"}),
        ("安置帮教", {"guangdong-2021"}),
        ("公证", set()),  # jilin-2017 names it among the services of one paragraph
        ("监狱信息化", set()),  # 数字化监狱, 智慧监狱 in the papers' words
    ],
)
def test_only_a_paper_that_writes_of_the_topic_is_said_to(
    assistant: Assistant, topic: str, silent: set[str]
) -> None:
    comparison = compare(assistant, topic, ())
    assert {side.document.id for side in comparison.sides if not side.clauses} == silent


def test_a_topic_may_be_asked_for_in_a_sentence(assistant: Assistant) -> None:
    papers = ("jilin-2019", "sichuan-2018")
    asked = compare(assistant, "仲裁有哪些措施？", papers)
    assert asked == compare(assistant, "仲裁", papers)


@pytest.mark.parametrize(
    ("topic", "documents", "title"),
    [
        ("  ", (), "要对照哪件事？"),
        ("社区矫正", ("jilin-2019",), "至少要两份文件"),
        ("海底捞火锅底料配方", (), "都没有写到"),
    ],
)
def test_what_cannot_be_compared_is_said(
    assistant: Assistant, topic: str, documents: tuple[str, ...], title: str
) -> None:
    assert compare(assistant, topic, documents).title == title


def test_example_questions_are_of_different_kinds_and_answered(assistant: Assistant) -> None:
    offered = examples(assistant)
    assert len(offered) >= 5
    assert len({example.about for example in offered}) == len(offered)
    assert all(assistant.ask(example.question).status == "answered" for example in offered)
