"""Marks on answers, as the evaluation reads them."""

from __future__ import annotations

from pathlib import Path

from assistant import Assistant
from assistant.web.feedback import FeedbackStore
from eval.feedback import read_feedback


def test_a_mark_is_kept_with_question_answer_and_index(
    assistant: Assistant, tmp_path: Path
) -> None:
    answer = assistant.ask("哪个部门牵头法律援助条例")
    store = FeedbackStore(tmp_path / "marks" / "feedback.sqlite")
    store.add(answer, "right", None, "v1")
    store.add(answer, "wrong", "少了四川的条款", "v1")
    right, wrong = read_feedback(store.path)
    assert (right.mark, right.words, right.index_version) == ("right", None, "v1")
    assert (wrong.mark, wrong.words) == ("wrong", "少了四川的条款")
    assert wrong.answer == answer
