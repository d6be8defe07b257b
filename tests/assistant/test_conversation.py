"""Questions one after another: what carries over, and that it can be taken away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import Say, check, first

from assistant import Assistant, InvalidState
from corpus import UnknownDocument


def test_a_message_in_several_sentences_is_one_question(assistant: Assistant) -> None:
    answer = check(
        assistant.ask("俺庄里想寻个律师当顾问，公家给派不？上头是咋说的"), assistant.library
    )
    assert answer.status == "answered"
    assert "问：" not in answer.text


def test_a_second_question_that_finds_nothing_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("四川律师调解试点谁负责？另外公租房的租金怎么定")
    assert answer.status == "partial"
    assert answer.text.count("问：") == 2


def test_small_talk_between_questions_forgets_nothing(say: Say) -> None:
    say("吉林法律援助条例谁牵头")
    assert say("谢谢").status == "not_found"
    assert first(say("那四川呢")) == "sichuan-2018/三/（二）/8/（45）"


@pytest.mark.parametrize(
    "message",
    ["那四川呢？", "还有谁配合？", "它的前一条呢？", "什么时候完成？", "第二个呢", "还有吗"],
)
def test_a_follow_up_to_nothing_asks_what_is_meant(say: Say, message: str) -> None:
    answer = say(message)
    assert answer.status == "not_found"
    assert "指的是哪一件事" in answer.text


def test_two_conversations_never_mix(assistant: Assistant) -> None:
    one, other = assistant.conversation(), assistant.conversation()
    one.ask("吉林法律援助条例谁牵头")
    other.ask("广东戒毒有哪些措施")
    assert one.ask("那四川呢").understanding.topic == "法律援助条例"
    assert other.ask("那四川呢").understanding.topic == "戒毒"
    assert assistant.ask("那四川呢").status == "not_found", "ask alone remembers nothing"


def test_a_stateless_server_goes_on_from_json(assistant: Assistant) -> None:
    begun = assistant.conversation()
    begun.ask("吉林法律援助条例谁牵头")
    text = json.dumps(begun.state, ensure_ascii=False)
    assert len(text) < 600
    for state in (text, json.loads(text)):
        resumed = assistant.conversation(state)
        assert first(resumed.ask("那四川呢")) == "sichuan-2018/三/（二）/8/（45）"


def test_an_empty_state_is_a_new_conversation(assistant: Assistant) -> None:
    for state in (None, {}, "{}"):
        assert assistant.conversation(state).ask("那四川呢").status == "not_found"


def test_a_chip_that_is_removed_is_forgotten(assistant: Assistant) -> None:
    begun = assistant.conversation()
    begun.ask("四川法律援助条例谁牵头")
    without_place = {**begun.state, "documents": [], "regions": []}
    answer = assistant.conversation(without_place).ask("由谁配合")
    assert answer.understanding.topic in ("法律援助条例", "")
    topicless = {**begun.state, "topic": "", "clauses": []}
    assert assistant.conversation(topicless).ask("什么时候完成").status == "not_found"


def test_documents_chosen_by_the_reader_bound_what_is_answered(assistant: Assistant) -> None:
    conversation = assistant.conversation(within=["guangdong-2021"])
    for message in ("法律援助有哪些措施", "社区矫正呢"):
        assert {c.document_id for c in conversation.ask(message).citations} == {"guangdong-2021"}
    assert conversation.ask("四川公证谁负责").citations[0].document_id == "sichuan-2018"


def test_clauses_that_the_library_has_lost_are_forgotten(assistant: Assistant) -> None:
    begun = assistant.conversation()
    begun.ask("吉林法律援助条例谁牵头")
    state = {**begun.state, "clauses": ["gone-2001/一/1", "jilin-2019/九十九"]}
    check(assistant.conversation(state).ask("它的前一条呢"), assistant.library)


@pytest.mark.parametrize(
    "state",
    [
        "",
        "not json",
        "[]",
        "null",
        '"text"',
        "{",
        {"unknown": 1},
        {"kind": "poem"},
        {"clauses": "jilin-2019"},
        {"clauses": ["x"] * 1000},
        {"topic": "法" * 5000},
        {"documents": [1, 2]},
        {"asks": ["password"]},
        "[" * 100_000,
    ],
)
def test_a_state_that_is_not_one_of_ours_is_refused(assistant: Assistant, state: Any) -> None:
    with pytest.raises(InvalidState, match="重新开始对话"):
        assistant.conversation(state)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=8,
)
_fields = st.sampled_from(
    ["kind", "asks", "topic", "documents", "regions", "years", "departments", "clauses"]
)


@settings(max_examples=60, deadline=None)
@given(state=st.dictionaries(_fields, _json, max_size=4) | st.text(max_size=30))
def test_any_state_is_gone_on_from_or_refused(assistant: Assistant, state: Any) -> None:
    try:
        conversation = assistant.conversation(state)
    except InvalidState:
        return
    check(conversation.ask("那四川呢"), assistant.library)


_messages = st.sampled_from(
    [
        "吉林法律援助条例谁牵头", "那四川呢", "还有谁配合", "什么时候完成", "那条原文是什么",
        "它的前一条呢", "上一级呢", "只看2021年的", "不对，我问的是社区矫正", "回到刚才那份意见",
        "不限省份", "还有吗", "第二个呢", "省法援中心负责哪些任务", "四川意见第30条", "有哪些文件",
        "文号是什么", "你好", "江苏呢", "两边有什么不同", "第3点", "[1]", "", "科技信息处呢",
        "为什么", "四川和吉林的公证有什么不同",
    ]
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(messages=st.lists(_messages, min_size=2, max_size=6))
def test_any_order_of_messages_keeps_the_promises(
    assistant: Assistant, messages: list[str]
) -> None:
    conversation = assistant.conversation()
    for message in messages:
        check(conversation.ask(message), assistant.library)
        conversation = assistant.conversation(json.dumps(conversation.state))


def test_a_question_may_name_more_than_a_state_holds(assistant: Assistant) -> None:
    named = [
        each
        for d in assistant.library.documents()
        for c in d.clauses
        for each in c.responsibilities
    ]
    bodies = list(dict.fromkeys(each.canonical for each in named))[:40]
    conversation = assistant.conversation()
    assert conversation.ask("、".join(bodies) + "各负责哪些任务").status == "answered"
    assert assistant.conversation(conversation.state).ask("谢谢").status == "not_found"


def test_a_document_removed_since_is_left_out(assistant: Assistant) -> None:
    state = {"topic": "法律援助", "documents": ["gone"], "clauses": ["gone/一"]}
    assert assistant.conversation(state).ask("那公证呢").status == "answered"
    assert assistant.conversation(state).ask("文号是什么").status != "partial"


@pytest.mark.parametrize("within", [["nowhere"], "jilin-2019"])
def test_a_reader_chooses_among_the_documents_held(
    assistant: Assistant, within: list[str] | str
) -> None:
    with pytest.raises(UnknownDocument):
        assistant.conversation(within=within)


def test_a_reading_that_was_edited_stays_within_what_was_chosen(assistant: Assistant) -> None:
    conversation = assistant.conversation(within=["sichuan-2018"])
    answer = conversation.ask_as(assistant.understand("法律援助有哪些措施"))
    assert {c.document_id for c in answer.citations} == {"sichuan-2018"}


def test_a_bare_number_behind_a_clause(say: Say) -> None:
    say("四川意见第30条")
    assert first(say("31")) == "sichuan-2018/三/（二）/5/（31）"


@pytest.mark.parametrize("said", ["第二个", "[2]", "第3个呢"])
def test_what_points_at_nothing_asks_what_is_meant(assistant: Assistant, said: str) -> None:
    answer = assistant.conversation().ask(said)
    assert answer.status == "not_found"
    assert "指的是哪一件事" in answer.text
