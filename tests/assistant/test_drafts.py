"""An answer in the making: markers, quotes, and what becomes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invariants import check

from assistant import Answer, Assistant, Understanding
from assistant.composing.draft import Draft
from assistant.sentences import pieces, sentences
from corpus import Clause


@pytest.fixture(scope="module")
def clause(assistant: Assistant) -> Clause:
    return assistant.library.document("jilin-2019").clause(("二", "（六）", "24", "（1）"))


def finished(draft: Draft) -> Answer:
    return draft.finish("问", Understanding())


def test_markers_are_numbered_as_they_appear(clause: Clause) -> None:
    draft = Draft()
    second, first = draft.cite(clause.next or clause), draft.cite(clause)
    draft.say(f"甲{first}，乙{second}，又是甲{first}。")
    answer = finished(draft)
    assert answer.text == "甲[1]，乙[2]，又是甲[1]。"
    assert answer.citations[0].clause_id == clause.id


def test_a_citation_that_is_not_shown_is_dropped(clause: Clause) -> None:
    draft = Draft()
    draft.name(clause, clause.responsibilities)
    draft.say("没有引用。")
    answer = finished(draft)
    assert answer.citations == ()
    assert answer.responsibilities == ()


def test_a_department_is_named_once_for_each_quote(clause: Clause) -> None:
    draft = Draft()
    for _ in range(2):
        draft.say(f"由两家负责{draft.name(clause, clause.responsibilities)}。")
    assert len(finished(draft).responsibilities) == len(clause.responsibilities)


def test_citing_a_clause_twice_widens_one_quote(clause: Clause) -> None:
    draft = Draft()
    one, two = sentences(clause)
    draft.say(f"{one.text}{draft.cite(clause, one.start, one.end)}")
    draft.say(f"{two.text}{draft.cite(clause, two.start, two.end)}")
    (citation,) = finished(draft).citations
    assert (citation.start, citation.end) == (one.start, two.end)


def test_text_behind_the_points_has_a_marker_of_its_own(assistant: Assistant) -> None:
    task = assistant.library.document("jilin-2019").clause(("二", "（五）", "18"))
    draft = Draft()
    for start, end in pieces(task):
        draft.say(f"…{draft.cite(task, start, end)}")
    assert [c.marker for c in finished(draft).citations] == [1, 2]


def test_a_number_in_brackets_that_a_paper_or_a_question_holds_is_no_marker(
    clause: Clause,
) -> None:
    draft = Draft()
    draft.say(f"原文第[3]项写着[12]：{draft.cite(clause)}")
    assert finished(draft).text == "原文第［3］项写着［12］：[1]"


def test_one_draft_takes_in_another(clause: Clause) -> None:
    whole, part = Draft(), Draft(notes=["注"])
    whole.say(f"一{whole.cite(clause)}")
    marker = part.name(clause, clause.responsibilities)
    part.say(f"二{marker}，三{part.cite(clause.next or clause)}")
    whole.absorb(part)
    answer = finished(whole)
    assert answer.text == "一[1]\n二[1]，三[2]"
    assert {named.marker for named in answer.responsibilities} == {1}
    assert answer.notes == ("注",)


@given(data=st.data())
def test_whatever_is_cited_markers_and_citations_agree(
    assistant: Assistant, data: st.DataObject
) -> None:
    clauses = [c for d in assistant.library.documents() for c in (d.head, *d.clauses)]
    draft = Draft()
    said = st.text(alphabet="条款[]0123456789［］。", max_size=8)
    for chosen in data.draw(st.lists(st.sampled_from(clauses), max_size=12)):
        span = data.draw(st.sampled_from([None, *pieces(chosen)]))
        marker = draft.cite(chosen, *span) if span else draft.cite(chosen)
        shown = data.draw(st.booleans())
        draft.say(data.draw(said) + (marker if shown else ""))
        draft.name(chosen, chosen.responsibilities)
    draft.say("完")
    draft.status = "partial"
    answer = finished(draft)
    if answer.citations:
        check(answer, assistant.library)


def test_sentences_are_cut_from_the_text_and_hold_no_bracket_of_departments(
    assistant: Assistant,
) -> None:
    for document in assistant.library.documents():
        for each in document.clauses:
            for sentence in sentences(each):
                assert document.text[sentence.start : sentence.end] == sentence.text
                assert sentence.text.strip() == sentence.text != ""
                brackets = [
                    r for r in each.responsibilities if sentence.start <= r.start < sentence.end
                ]
                assert len(brackets) == 0 or not sentence.text.endswith(("）", "】"))
