"""Which kind of answer is given: it is composed and its notes are added, or it is refused."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Kind
from assistant.composing.clause import compose_clause, compose_points
from assistant.composing.comparison import compose_comparison
from assistant.composing.document import compose_document
from assistant.composing.draft import Draft
from assistant.composing.duties import compose_duties
from assistant.composing.fact import compose_fact, say_deadlines, say_no_contact
from assistant.composing.focusing import focused, stepped
from assistant.composing.head import compose_from_head, compose_whole_head
from assistant.composing.measures import compose_measures
from assistant.composing.notes import add_notes
from assistant.composing.occurrences import compose_occurrences
from assistant.composing.outline import compose_outline
from assistant.composing.refusal import (
    ask_back,
    refuse_departments,
    refuse_reason,
    refuse_step,
    refuse_topic,
    refuse_unheld,
)
from assistant.composing.responsibility import compose_responsibility
from assistant.composing.wording import joined
from assistant.evidence import Evidence
from assistant.names import short
from assistant.understanding.question import Question

_COMPOSERS = {
    "responsibility": compose_responsibility,
    "duties": compose_duties,
    "measures": compose_measures,
    "fact": compose_fact,
    "clause": compose_clause,
    "document": compose_document,
    "comparison": compose_comparison,
}


def compose(evidence: Evidence) -> Draft:  # noqa: PLR0911 - each refusal ends the matter
    """Choose the kind of answer, compose it, add the notes; a refusal where nothing fits."""
    question = evidence.question
    if question.reason:
        return refuse_reason(question.reason, evidence.library)
    if question.scope.unheld:
        one_side = _one_side(evidence) if question.kind == "comparison" else None
        return one_side or refuse_unheld(question.scope.unheld, evidence)
    evidence, beyond = focused(evidence)
    if beyond and not evidence.focus:
        return beyond[0]
    question = evidence.question
    moved = stepped(evidence)
    if evidence.focus and not moved:
        return refuse_step(evidence.focus[0])
    evidence = replace(evidence, focus=moved)
    names_something = (
        question.due
        or question.topic
        or question.departments
        or evidence.focus
        or question.kind == "document"
    )
    if names_something:
        draft = _composed(_possible(question.possible_kind, evidence), evidence)
    elif "contact" in question.asks:
        return refuse_reason("contact", evidence.library)
    elif (outline := compose_outline(evidence)) is not None:
        draft = outline
    else:
        return ask_back(question)
    _add_details(question, draft)
    for refusal in beyond:
        draft.status = "partial"
        draft.absorb(refusal)
    for correction in question.corrections:
        draft.note(f"“{correction.written}”按“{correction.read_as}”理解。")
    add_notes(draft, draft.cited_clauses)
    return draft


def _add_details(question: Question, draft: Draft) -> None:
    """谁牵头、什么时候完成、电话多少: what is asked beside who is responsible."""
    cited = draft.cited_clauses
    if question.kind not in ("responsibility", "duties") or not cited:
        return
    if "deadline" in question.asks and question.kind == "responsibility":
        say_deadlines(cited, draft)
    if "contact" in question.asks:
        say_no_contact(cited[0], question.plain, draft)


def _one_side(evidence: Evidence) -> Draft | None:
    """四川与重庆有何差异: the side that the library holds, and that it holds only this one."""
    question = evidence.question
    held = compose_measures(evidence) if question.scope.named else None
    if held is None:
        return None
    draft = Draft(status="partial")
    names = joined(dict.fromkeys(each.name for each in question.scope.unheld))
    draft.say(f"语料中没有{names}的文件，无法对照；{short(evidence.documents[0])}的规定如下。")
    draft.absorb(held)
    add_notes(draft, draft.cited_clauses)
    return draft


def _possible(kind: Kind, evidence: Evidence) -> Kind:
    """A comparison takes two sides, a look-up a clause; with less the papers' measures are told."""
    too_few = kind == "comparison" and len(evidence.sides) < 2
    nothing_to_show = kind == "clause" and not evidence.focus
    return "measures" if too_few or nothing_to_show or kind == "none" else kind


def _composed(kind: Kind, evidence: Evidence) -> Draft:
    everywhere = compose_occurrences(evidence) if evidence.question.everywhere else None
    counted = compose_points(evidence) if kind in ("fact", "measures") else None
    draft = everywhere or counted or compose_from_head(evidence) or _COMPOSERS[kind](evidence)
    if draft is None and kind == "duties":
        return refuse_departments(evidence)
    of_a_name = kind == "fact" and "name" in evidence.question.asks
    if draft is None and of_a_name and evidence.surely_on_it:
        draft = compose_measures(evidence)  # the name may well stand in what the clause says
    return draft or compose_whole_head(evidence) or refuse_topic(evidence)
