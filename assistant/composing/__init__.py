"""Composing: one file per kind of answer, and the choice between them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Kind
from assistant.composing.clause import compose_clause
from assistant.composing.comparison import compose_comparison
from assistant.composing.document import compose_document
from assistant.composing.draft import Draft
from assistant.composing.duties import compose_duties
from assistant.composing.fact import compose_fact, say_deadlines, say_no_contact
from assistant.composing.head import compose_from_head, compose_whole_head
from assistant.composing.measures import compose_measures
from assistant.composing.notes import add_notes
from assistant.composing.refusal import (
    ask_back,
    refuse_number,
    refuse_reason,
    refuse_step,
    refuse_topic,
    refuse_unheld,
)
from assistant.composing.responsibility import compose_responsibility
from assistant.composing.wording import joined
from assistant.evidence import Evidence, distinct
from assistant.locating import Location, headed, locate
from assistant.names import short
from assistant.understanding.question import Unheld
from corpus import Clause, Document

# 主要任务下有多少大项: tasks and points are counted over the whole paper.
_UNITS = re.compile(r"大项|小项|小点|小条|编号|序号")
_COMPOSERS = {
    "responsibility": compose_responsibility,
    "duties": compose_duties,
    "measures": compose_measures,
    "fact": compose_fact,
    "clause": compose_clause,
    "document": compose_document,
    "comparison": compose_comparison,
}

__all__ = ["Draft", "compose"]


def compose(evidence: Evidence) -> Draft:  # noqa: PLR0911 - each refusal ends the matter
    """Choose the kind of answer, compose it, add the notes; a refusal where nothing fits."""
    question = evidence.question
    if question.reason:
        return refuse_reason(question.reason, evidence.library)
    if question.scope.unheld:
        one_side = _one_side(evidence) if question.kind == "comparison" else None
        return one_side or refuse_unheld(question.scope.unheld, evidence)
    evidence, beyond = _focused(evidence)
    if beyond and not evidence.focus:
        return beyond[0]
    question = evidence.question
    moved = _moved(evidence)
    if evidence.focus and not moved:
        return refuse_step(evidence.focus[0])
    evidence = replace(evidence, focus=moved)
    if not (
        question.due
        or question.topic
        or question.departments
        or evidence.focus
        or question.kind == "document"
    ):
        if "contact" in question.asks:
            return refuse_reason("contact", evidence.library)
        return ask_back(question)
    draft = _composed(_possible(question.possible_kind, evidence), evidence)
    if question.kind in ("responsibility", "duties") and draft.cited_clauses:
        if "deadline" in question.asks and question.kind == "responsibility":
            say_deadlines(draft.cited_clauses, draft)
        if "contact" in question.asks:
            say_no_contact(draft.cited_clauses[0], question.plain, draft)
    for refusal in beyond:
        draft.status = "partial"
        draft.absorb(refusal)
    for correction in question.corrections:
        draft.note(f"“{correction.written}”按“{correction.read_as}”理解。")
    add_notes(draft, draft.cited_clauses)
    return draft


def _focused(evidence: Evidence) -> tuple[Evidence, tuple[Draft, ...]]:
    """The evidence with clauses named by number or heading, and what to say of wrong numbers."""
    question = evidence.question
    if evidence.focus:
        return evidence, ()
    if question.numbers:
        focus, beyond = _locate_all(evidence)
        return replace(evidence, focus=focus), beyond
    if (named := _named_by_heading(evidence)) and question.kind != "duties":
        question = replace(question, kind="clause", asks=question.asks - {"count"})
    return replace(evidence, question=question, focus=named), ()


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
    draft = compose_from_head(evidence) or _COMPOSERS[kind](evidence)
    if draft is None and kind == "duties":
        return refuse_unheld(
            tuple(Unheld("department", name) for name in evidence.question.departments), evidence
        )
    return draft or compose_whole_head(evidence) or refuse_topic(evidence)


def _locate_all(evidence: Evidence) -> tuple[tuple[Clause, ...], tuple[Draft, ...]]:
    """The clauses that the question's numbers name in its scope, and what to say of the others."""
    clauses: list[Clause] = []
    refusals: list[Draft] = []
    for number in evidence.question.numbers:
        missed: list[tuple[Location, Document]] = []
        found = False
        for document in evidence.documents:
            location = locate(document, number)
            clauses.extend(location.clauses)
            found = found or bool(location.clauses)
            if not location.clauses:
                missed.append((location, document))
        if not found:
            refusals.append(refuse_number(missed, number.written))
    return distinct(clauses), tuple(refusals)


def _named_by_heading(evidence: Evidence) -> tuple[Clause, ...]:
    """四川的工作要求一共几条: parts of the papers in scope that are asked for by their headings."""
    question = evidence.question
    looked_up = question.kind in ("measures", "clause") or question.asks == {"count"}
    counts_all = "count" in question.asks and _UNITS.search(question.plain)
    if question.kind != "duties" and (counts_all or not (looked_up and question.scope.named)):
        return ()
    # A department's list is narrowed by a part's name, whatever else is said.
    beside = "" if question.kind == "duties" else question.topic
    return tuple(c for d in evidence.documents for c in headed(d, question.plain, beside))


def _beside(clause: Clause, target: Clause | None) -> Clause | None:
    """The target, or what a step to it would leap over: a task without points between points."""
    if target is None:
        return None
    order = clause.document.clauses
    here, there = order.index(clause), order.index(target)
    step = 1 if there > here else -1
    later = target if step > 0 else clause
    leapt = (c for c in order[here + step : there : step] if c not in later.ancestors)
    return next((c for c in leapt if not c.children), target)


def _moved(evidence: Evidence) -> tuple[Clause, ...]:
    """前一条, 后一条, 上一级: step from the clauses in focus."""
    asks = evidence.question.asks
    moved: list[Clause] = []
    for clause in evidence.focus:
        target: Clause | None = clause
        if "previous" in asks:
            target = _beside(clause, clause.previous)
        elif "next" in asks:
            target = _beside(clause, clause.next)
        elif "above" in asks:
            target = clause.parent
        if target is not None:
            moved.append(target)
    return distinct(moved)
