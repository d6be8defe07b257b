"""Whatever is typed, an answer comes back and keeps its promises."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check

from assistant import Answer, Assistant

_words = st.sampled_from(
    [
        "四川", "吉林", "江苏", "2018年", "第30条", "（12）", "《", "》", "谁牵头", "配合",
        "负责哪些任务", "有哪些措施", "什么时候", "多少", "前一条", "原文", "文号", "不同",
        "法律援助", "社区矫正", "公证", "省法援中心", "司法厅", "第二部分", "最后一段", "？", "，",
        "。", "呢", "还有", "那", "[1]", "\n", "是不是", "为什么", "5000元", "2020年底前",
        "征求意见稿", "要点", "意见", "和", "falvyuanzhu", "<b>", "…", "１", "一",
    ]
)  # fmt: skip
_questions = (
    st.text(max_size=80)
    | st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30)
    | st.text(
        alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Co", "Cn", "So", "Nd"]), max_size=20
    )
    | st.lists(_words, min_size=1, max_size=8).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(question=_questions)
def test_any_text_is_answered(assistant: Assistant, question: str) -> None:
    answer = check(assistant.ask(question), assistant.library)
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


@settings(max_examples=40, deadline=None)
@given(query=_questions)
def test_any_text_is_searched_for(assistant: Assistant, query: str) -> None:
    hits = assistant.search(query, k=5)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_very_long_input_is_answered_shortly(assistant: Assistant) -> None:
    for question in ("法律援助" * 5_000, "四川" * 10_000, "？" * 20_000, "第一条" * 7_000):
        answer = check(assistant.ask(question), assistant.library)
        assert answer.status == "not_found"
        assert len(answer.text) < 700


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    question = "四川和吉林在社区矫正上有什么不同"
    assert assistant.ask(question) == assistant.ask(question)


def test_the_json_of_an_answer(assistant: Assistant) -> None:
    answer = assistant.ask("哪个部门牵头法律援助条例")
    table = json.loads(answer.model_dump_json())
    assert table["citations"][0]["path"] == ["二", "（六）", "24", "（1）"]
    assert set(table) == {
        "question", "status", "text", "citations", "responsibilities", "notes", "suggestions",
        "nearby", "understanding",
    }  # fmt: skip
