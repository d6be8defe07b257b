"""A question asked again as the reader put its reading right."""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check

from assistant import Answer, Assistant
from assistant.answer import Ask, Kind
from assistant.web.asking import reply_to
from assistant.web.bodies import AskRequest

KINDS: tuple[Kind, ...] = get_args(Kind)
ASKS: tuple[Ask, ...] = get_args(Ask)
TOPICS = ("公证", "法律援助", "", "海底捞火锅底料配方")


def ask_again(assistant: Assistant, question: str, **understanding: Any) -> Answer:
    request = AskRequest.model_validate({"question": question, "understanding": understanding})
    return check(reply_to(assistant, request).answer, assistant.library)


def test_a_follow_up_keeps_what_it_asked_when_a_chip_is_removed(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    conversation.ask("吉林的法律援助条例谁牵头")
    answer = conversation.ask("那公证呢")
    assert (answer.understanding.kind, answer.understanding.asks) == ("responsibility", ("lead",))
    everywhere = {**answer.understanding.model_dump(mode="json"), "documents": [], "regions": []}
    again = ask_again(assistant, "那公证呢", **everywhere)
    assert again.understanding.asks == ("lead",)
    assert again.understanding.documents == ()
    assert again.responsibilities


def test_a_fact_of_which_nothing_is_asked_is_told_as_measures(assistant: Assistant) -> None:
    answer = ask_again(assistant, "那公证呢", kind="fact", topic="公证")
    assert (answer.status, answer.understanding.kind) == ("answered", "measures")


def test_a_list_whose_department_was_removed_is_told_as_measures(assistant: Assistant) -> None:
    question = "省法援中心在法律援助方面有哪些任务"
    listed = assistant.ask(question).understanding
    assert listed.kind == "duties"
    without = {**listed.model_dump(mode="json"), "departments": []}
    answer = ask_again(assistant, question, **without)
    assert (answer.status, answer.understanding.kind) == ("answered", "measures")


@pytest.mark.parametrize(("kind", "topic"), list(product(KINDS, TOPICS)))
def test_any_kind_on_any_topic_is_answered(assistant: Assistant, kind: Kind, topic: str) -> None:
    for departments in ([], ["法律援助中心"], ["没有这个处"]):
        ask_again(assistant, "那公证呢", kind=kind, topic=topic, departments=departments)


@settings(max_examples=40, deadline=None)
@given(
    question=st.sampled_from(["那公证呢", "2018年底前要完成哪些事情", "第30条", "谢谢", "？"]),
    kind=st.sampled_from(KINDS),
    asks=st.lists(st.sampled_from(ASKS), max_size=3),
    topic=st.sampled_from(TOPICS),
    documents=st.lists(st.sampled_from(["jilin-2017", "sichuan-2018"]), max_size=2),
    departments=st.lists(st.sampled_from(["省法援中心", "司法厅"]), max_size=2),
)
def test_any_reading_is_answered(assistant: Assistant, question: str, **reading: Any) -> None:
    ask_again(assistant, question, **reading)


def test_what_was_said_before_may_lack_what_its_kind_needs(assistant: Assistant) -> None:
    """A chip that the page removes is emptied in the state that the client sends back."""
    for kind in KINDS:
        state = {"kind": kind, "topic": "法律援助", "documents": ["jilin-2019"]}
        for follow_up in ("那公证呢", "还有吗", "那四川呢"):
            check(assistant.conversation(state).ask(follow_up), assistant.library)


def test_a_year_by_which_things_are_due_is_no_topic_of_the_next_question(
    assistant: Assistant,
) -> None:
    conversation = assistant.conversation()
    conversation.ask("2018年底前要完成哪些事情")
    for follow_up in ("那公证呢", "那四川呢", "还有吗"):
        check(conversation.ask(follow_up), assistant.library)


def test_a_reading_longer_than_a_conversation_remembers_is_refused(assistant: Assistant) -> None:
    with pytest.raises(ValueError, match="departments"):
        ask_again(assistant, "法律援助", departments=["司法厅"] * 21)
