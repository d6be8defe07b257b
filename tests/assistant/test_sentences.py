"""A clause in sentences, and in a few words."""

from __future__ import annotations

from assistant.sentences import opening, opening_words
from corpus import build_document

PAPER = build_document(
    "某方案\n前 言\n为做好工作，制定本方案。\n一、任务\n"
    "1.建机制，定标准，编教材，聘专家（省司法厅牵头）。\n（省财政厅牵头）\n",
    "small",
)


def test_the_opening_of_a_clause_is_what_it_is_about() -> None:
    foreword, section, task = PAPER.clauses
    assert opening(foreword) == "为做好工作，制定本方案。"
    assert opening(section) == "任务"
    assert opening(task) == "建机制，定标准，编教材，聘专家"


def test_a_heading_is_never_cut() -> None:
    foreword, section, _ = PAPER.clauses
    assert opening_words(section, 1) == "任务"
    assert opening_words(foreword, 5) == "为做好工作……"
