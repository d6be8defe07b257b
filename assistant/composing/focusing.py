"""The clauses that a question points at: by number, by a heading, by a step from another."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Kind
from assistant.composing.draft import Draft
from assistant.composing.refusal import refuse_number
from assistant.evidence import Evidence, distinct
from assistant.locating import Location, called, headed, locate
from assistant.understanding.question import STEPS
from corpus import Clause, Document

# 主要任务下有多少大项: tasks and points are counted over the whole paper.
_UNITS = re.compile(r"大项|小项|小点|小条|编号|序号")


def focused(evidence: Evidence) -> tuple[Evidence, tuple[Draft, ...]]:
    """The evidence with clauses named by number or heading, and what to say of wrong numbers."""
    question = evidence.question
    if evidence.focus:
        return evidence, ()
    if question.numbers:
        focus, beyond = _locate_all(evidence)
        named = _named_by_heading(evidence)
        # 第三部分“完善司法行政保障制度”项下: the heading stands below the number
        below = tuple(c for c in named if {*c.ancestors} & {*focus})
        return replace(evidence, focus=below or _meant_of(focus, evidence)), beyond
    if question.asks & STEPS and question.topic and evidence.good:
        # 讲公证的那条的前一条: a step from the clause that is about it
        who = question.asks & {"lead", "support"}
        kind: Kind = "responsibility" if who else "clause"
        found = replace(evidence, question=replace(question, kind=kind))
        return replace(found, focus=(evidence.good[0].clause,)), ()
    if (named := _named_by_heading(evidence)) and question.kind != "duties":
        question = replace(question, kind="clause", asks=question.asks - {"count"})
    return replace(evidence, question=question, focus=named), ()


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


def _meant_of(focus: tuple[Clause, ...], evidence: Evidence) -> tuple[Clause, ...]:
    """“工作要求”里（三）: of several with a number those in the part that is called by its name."""
    if len(focus) < 2:
        return focus
    said = evidence.question.plain
    parts = {c for document in evidence.documents for c in headed(document, said, "")}
    return tuple(c for c in focus if parts.intersection(c.ancestors)) or focus


def _named_by_heading(evidence: Evidence) -> tuple[Clause, ...]:
    """四川的工作要求一共几条: parts of the papers in scope that are asked for by their headings."""
    question = evidence.question
    looked_up = question.kind in ("measures", "clause") or question.asks == {"count"}
    if question.kind != "duties" and not (looked_up and question.scope.named):
        return ()
    # A department's list is narrowed by a part's name, whatever else is said.
    beside = "" if question.kind == "duties" else question.topic
    named = tuple(c for d in evidence.documents for c in headed(d, question.plain, beside))
    if question.kind == "duties" and not named:
        return tuple(c for d in evidence.documents for c in called(d, question.plain))
    if question.kind != "duties" and "count" in question.asks and _UNITS.search(question.plain):
        return tuple(c for c in named if all(child.kind == "task" for child in c.children))
    return named


def stepped(evidence: Evidence) -> tuple[Clause, ...]:
    """前一条, 后一条, 上一级: step from the clauses in focus."""
    asks = evidence.question.asks
    moved: list[Clause | None] = []
    for clause in evidence.focus:
        if "previous" in asks:
            moved.append(_moved(clause, -evidence.question.steps))
        if "next" in asks:
            moved.append(_moved(clause, evidence.question.steps))
        if "above" in asks and not asks & {"previous", "next"}:
            moved.append(clause.parent)
        if not asks & STEPS:
            moved.append(clause)
    return distinct(clause for clause in moved if clause is not None)


def _moved(clause: Clause, steps: int) -> Clause | None:
    """The clause so many steps on, or back if negative; None beyond the ends."""
    place: Clause | None = clause
    for _ in range(abs(steps)):
        if place is not None:
            place = _beside(place, place.next if steps > 0 else place.previous)
    return place


def _beside(clause: Clause, target: Clause | None) -> Clause | None:
    """The target, or what a step to it would leap over: a task without points between points."""
    if target is None or (target.kind == clause.kind and target.parent is clause.parent):
        return target
    order = clause.document.clauses
    here, there = order.index(clause), order.index(target)
    step = 1 if there > here else -1
    later = target if step > 0 else clause
    leapt = (c for c in order[here + step : there : step] if c not in later.ancestors)
    return next((c for c in leapt if not c.children), target)
