"""What the papers set out to do: the clauses' own sentences, as points."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.composing.fact import say_missing
from assistant.composing.premise import check_premise
from assistant.composing.wording import place, quoted
from assistant.evidence import Evidence, distinct
from assistant.names import short
from assistant.sentences import sentences
from assistant.understanding.details import asked_thing, names_thing
from assistant.understanding.named_by_number import asked_members, lacks_members
from corpus import Clause

_PAPERS = 3


def compose_measures(evidence: Evidence) -> Draft | None:
    """Answer with the sentences of the best clause and of its like in other papers."""
    clauses = _clauses(evidence)
    if not clauses:
        return None
    clauses = tuple(_sharpened(clause, evidence) for clause in clauses)
    if _lacks_names(clauses[0], evidence.question.plain):
        return say_missing(clauses[0], "name", evidence)
    draft = check_premise(clauses[0], evidence) or Draft()
    for position, clause in enumerate(clauses):
        if position == 0:
            points = f"下分{len(clause.children)}点" if clause.children else "写明"
            draft.say(f"{place(clause)}{points}：")
        else:
            draft.say(f"{short(clause.document)}，{clause.label}：")
        _say_points(clause, evidence, draft, whole=position == 0)
    return draft


def _lacks_names(clause: Clause, question: str) -> bool:
    """Whether one of a kind (哪家医院) or all members (四大工程是哪四个) are asked for in vain."""
    shown = (clause, *clause.children)
    if asked_thing(question):
        return not any(names_thing(each.text, question) for each in shown)
    members = asked_members(question)
    if members is None or len(clause.children) == members.number:
        return False
    return any(lacks_members(each.text, members) for each in shown)


def _sharpened(clause: Clause, evidence: Evidence) -> Clause:
    """The point below a task that has more of the topic than the task's own words, if one has."""
    if evidence.focus or not clause.children:
        return clause
    best = max(clause.children, key=lambda child: evidence.relevance(child.text))
    more = evidence.relevance(best.text) > evidence.relevance(clause.text)
    return best if more else clause


def _clauses(evidence: Evidence) -> tuple[Clause, ...]:
    if evidence.focus:
        return evidence.focus
    good = evidence.good
    if not good:
        return ()
    chosen = [good[0].clause]
    floor = evidence.thresholds.beside * good[0].score
    for hit in good[1:]:
        new_paper = hit.clause.document_id not in {c.document_id for c in chosen}
        if new_paper and hit.score >= floor and len(chosen) < _PAPERS:
            chosen.append(hit.clause)
    return distinct(chosen)


def _say_points(clause: Clause, evidence: Evidence, draft: Draft, *, whole: bool) -> None:
    limit = evidence.thresholds.shown if whole else evidence.thresholds.shown // 2
    fitting = evidence.fitting(clause, limit)
    if len(fitting) == len(sentences(clause)):
        draft.say(quoted(fitting, draft))
    else:
        for each in fitting:
            draft.say(f"- {each.text}{draft.cite(clause, each.start, each.end)}")
    for child in clause.children if whole else ():
        first = sentences(child)
        if first:
            marker = draft.cite(child, first[0].start, first[0].end)
            draft.say(f"- {child.number}{first[0].text}{marker}")
