"""What the ranking learns from: topics in their scope, as the assistant looks them up."""

from __future__ import annotations

from assistant import Assistant
from eval.questions import Question
from eval.teaching import training_queries
from index import read_strangers


def question_of(question: str, status: str = "not_found", **more: object) -> Question:
    row = {"id": "x", "kind": "none", "voice": "official", "question": question, "status": status}
    return Question.model_validate(row | more)


def test_the_topic_is_taught_within_its_scope(assistant: Assistant) -> None:
    gold = [{"document": "jilin-2019", "path": ["二", "（六）", "24", "（1）"], "quote": "推动"}]
    question = question_of(
        "吉林2019年方案里法律援助条例由谁牵头", "answered", kind="responsibility", gold=gold
    )
    first = next(training_queries(assistant, [question]))
    assert (first.query, first.documents) == ("法律援助条例", ("jilin-2019",))
    assert first.gold == ("jilin-2019/二/（六）/24/（1）",)


def test_what_rules_decide_teaches_nothing(assistant: Assistant) -> None:
    decided = ["江苏的法律援助标准是多少", "你好", "四川意见第30条", "科技信息处负责哪些任务"]
    taught = list(training_queries(assistant, [question_of(each) for each in decided]))
    assert all(each.stranger is not None for each in taught)


def test_strangers_are_taught_with_their_place(assistant: Assistant) -> None:
    taught = list(training_queries(assistant, []))
    assert 0 < len(taught) <= len(read_strangers())
    for each in taught[::50]:
        assert each.stranger is not None
        assert set(each.query) & set(read_strangers()[each.stranger])
