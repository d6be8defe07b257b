"""Going back to what an earlier answer showed."""

from __future__ import annotations

from invariants import Say, first

from assistant import Assistant


def test_the_first_answer_is_told_again(say: Say) -> None:
    shown = first(say("吉林值班律师有哪些措施"))
    say("下一条呢")
    say("四川公证体制怎么改")
    assert first(say("最开始那条再念一遍")) == shown


def test_what_was_shown_of_a_place_is_told_again(say: Say) -> None:
    shown = first(say("吉林复议场所怎么建"))
    say("司法部怎么说行政复议")
    assert first(say("吉林那条再说一遍，要短")) == shown


def test_of_earlier_answers_the_one_on_the_topic(say: Say) -> None:
    say("四川值班律师有哪些措施")
    shown = first(say("涉外律师要培养多少名"))
    say("社区矫正怎么管")
    assert first(say("回到涉外律师，把原文再发一遍")) == shown


def test_a_new_question_is_no_way_back(say: Say) -> None:
    say("吉林复议场所怎么建")
    say("四川公证体制怎么改")
    answer = say("回到吉林，律师事务所违法了怎么查")
    assert first(answer).startswith("jilin-2019/二/（六）/28")


def test_the_state_holds_the_first_clause_of_each_answer(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    asked = ("四川值班律师有哪些措施", "吉林复议场所怎么建", "司法部怎么说公证")
    shown = [conversation.ask(question).citations[0].clause_id for question in asked]
    assert conversation.state["earlier"] == shown[:-1]
