"""Next questions: two or three, and each of them has an answer."""

from __future__ import annotations

import pytest
from invariants import Ask

QUESTIONS = [
    "哪个部门牵头法律援助条例",
    "社区矫正信息化有哪些措施",
    "四川意见第30条",
    "吉林方案的文号是什么",
    "四川意见是正式文件吗",
    "四川要培养多少名涉外律师",
    "科技信息处参与哪些任务",
    "四川和广东在普法上有什么不同",
    "打官司没钱请律师怎么办",
    "法律援助补贴标准是多少钱",
    "广东和江苏的普法有什么不同",
    "有哪些文件",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_is_answerable_and_asks_something_else(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert len(set(answer.suggestions)) == len(answer.suggestions) <= 3
    for suggestion in answer.suggestions:
        assert suggestion.endswith("？")
        assert suggestion.rstrip("？") != question.rstrip("？")
        assert ask(suggestion).status == "answered", suggestion


def test_most_answers_offer_some(ask: Ask) -> None:
    offered = [len(ask(question).suggestions) for question in QUESTIONS]
    assert sum(count > 0 for count in offered) >= len(QUESTIONS) - 2


def test_what_is_offered_is_about_what_was_asked(ask: Ask) -> None:
    suggestions = ask("哪个部门牵头法律援助条例").suggestions
    assert "吉林公共法律服务管理处负责哪些任务？" in suggestions


def test_gibberish_offers_nothing(ask: Ask) -> None:
    for question in ("", "asdf", "你好", "法" * 20_000):
        assert ask(question).suggestions == ()
