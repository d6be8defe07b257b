"""What the reader must know beside an answer."""

from __future__ import annotations

import pytest
from invariants import Ask

from assistant import Assistant

DRAFT = "是征求意见稿，不是正式文件"


@pytest.mark.parametrize(
    "question",
    ["四川律师调解谁负责", "四川意见第30条", "四川公证有哪些措施", "四川意见有多少项任务"],
)
def test_a_draft_for_comment_is_called_one(ask: Ask, question: str) -> None:
    notes = ask(question).notes
    assert sum(DRAFT in note for note in notes) == 1


def test_papers_in_force_are_not(ask: Ask) -> None:
    assert not any("征求意见稿" in note for note in ask("吉林方案第24项第1点").notes)


def test_lost_bold_type_is_told_where_a_role_rests_on_it(ask: Ask) -> None:
    shared = ask("吉林方案第24项第1点由谁牵头").notes
    sole = ask("吉林方案第22项第2点由谁牵头").notes
    assert any("没有保留字体" in note for note in shared)
    assert not any("没有保留字体" in note for note in sole)


def test_each_paper_has_its_own_note(ask: Ask) -> None:
    notes = ask("吉林方案第24项第1点和四川意见第30条").notes
    assert any("黑体字" in note and "吉林" in note for note in notes)
    assert any("没有区分牵头与配合" in note and "四川" in note for note in notes)


def test_of_two_papers_of_one_place_the_newer_is_named(ask: Ask) -> None:
    answer = ask("吉林法律援助2017年和2019年的文件各怎么说")
    assert {c.document_id for c in answer.citations} == {"jilin-2017", "jilin-2019"}
    assert any("2019年的较新" in note for note in answer.notes)


def test_a_mended_word_is_told(ask: Ask) -> None:
    assert "“司法坚定”按“司法鉴定”理解。" in ask("司法坚定归谁管").notes


def test_a_refusal_needs_no_notes_on_papers(ask: Ask) -> None:
    assert ask("江苏的标准是多少").notes == ()


def test_notes_are_sentences(ask: Ask, assistant: Assistant) -> None:
    for topic in ("法律援助", "社区矫正", "公证", "普法", "人民调解"):
        for note in ask(f"{topic}由谁牵头").notes:
            assert note.endswith("。")
