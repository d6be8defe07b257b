"""What is measured is what the assistant does."""

from __future__ import annotations

import pytest

from assistant import Assistant
from eval.answers import evaluate_answers
from eval.question_sets import QuestionSet
from eval.questions import GoldClause, Question
from eval.retrieval import evaluate_retrieval

# Of papers side by side; of a matter on which a draft has the likeliest clause. Searching for the
# topic alone puts another clause first.
LOOKED_UP = [
    "律师事务所在境外设分支机构，部里的目标和四川的目标各是什么？",
    "要培养多少涉外律师领军人才？",
]
GOLD = GoldClause(document="moj-2018", path=("三", "（二）", "5", "（21）"), quote="")


def one_question(text: str) -> QuestionSet:
    question = Question(
        id="a", kind="fact", voice="official", question=text, status="answered", gold=(GOLD,)
    )
    return QuestionSet("one dev", (question,), (), ())


@pytest.mark.parametrize("text", LOOKED_UP)
def test_the_search_measured_is_the_one_behind_the_answer(assistant: Assistant, text: str) -> None:
    (row,) = evaluate_retrieval(assistant, one_question(text)).rows
    assert [place.clause for place in row.found] == [
        hit.clause.id for hit in assistant.look_up(text)[:50]
    ]
    assert row.found[0].clause == assistant.ask(text).citations[0].clause_id


def test_an_answer_is_as_sure_as_the_look_up_behind_it(assistant: Assistant) -> None:
    (row,) = evaluate_answers(assistant, one_question(LOOKED_UP[0])).rows
    assert row.confidence == assistant.look_up(LOOKED_UP[0])[0].score


def test_what_is_not_looked_up_finds_nothing(assistant: Assistant) -> None:
    (row,) = evaluate_retrieval(assistant, one_question("讲个笑话给我听")).rows
    assert (row.found, row.confidence) == ((), 0.0)
