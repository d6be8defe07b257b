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
