"""From a question understood to the evidence on it: what is looked up, where, how it weighs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.evidence import Evidence
from assistant.state import Carried
from assistant.thresholds import Thresholds
from assistant.understanding import Question
from corpus import Library
from index import Hit, Index

# Clauses looked at for one question; the packaged papers hold about 500.
_DEPTH = 80
_MOST_SIDES = 12
# Clauses on the topic of before that a follow-up is likelier to mean.
_CONTEXT = 3
# What the topic of before counts for in other papers, beside that of the question itself.
_TURN = 0.85
# Probability from which what a follow-up says by itself needs no light from before.
_SURE = 0.9
# What a clause's probability counts for, by the standing of its paper, if none was asked for.
_STANDING = {"正式": 1.0, "征求意见稿": 0.95, "已废止": 0.3, "已被替代": 0.3}


def gather(carried: Carried, library: Library, index: Index, limits: Thresholds) -> Evidence:
    """The evidence on a question with what it has taken over from those before it."""
    question = carried.question
    evidence = Evidence(
        question, library, limits, focus=carried.focus, beyond_shown=bool(carried.shown)
    )
    if not question.topic or question.reason:
        return evidence
    query = query_for(question, index)
    hits = _search(query, question, library, index)
    if not question.scope.documents:
        hits = _in_force_first(hits)
    hits, seen_from_before = _in_the_light_of_before(hits, carried, index, limits)
    if seen_from_before:
        query = f"{carried.context} {query}"
    if carried.own_topic:
        own = replace(evidence, terms=index.analyse(carried.own_topic))
        hits = [hit for hit in hits if own.is_about(hit.clause)]
    new = tuple(hit for hit in hits if hit.clause.id not in carried.shown)
    among = tuple(hit for hit in new if hit.clause.id in carried.within)
    if among and among[0].score >= limits.nearby:
        new = among
    return replace(evidence, hits=new, terms=index.analyse(query))


def query_for(question: Question, index: Index) -> str:
    """The topic, and people's words that a rule has cut because they ask as well (咋死的)."""
    cut = [says for says in index.expand(question.plain) if says not in question.topic]
    kept = [says for says in cut if any(part in says for part in question.topic.split())]
    return " ".join((question.topic, *kept))


def _search(query: str, question: Question, library: Library, index: Index) -> list[Hit]:
    """Hits in scope; papers to be held side by side are searched one by one.

    A score tells how a clause stands among those searched, and one paper's many clauses would
    leave nothing of another's one.
    """
    documents = question.scope.documents or None
    side_by_side = question.kind == "comparison" or question.scope.several
    ids = documents or tuple(document.id for document in library.documents())
    if not side_by_side or len(ids) > _MOST_SIDES:
        return index.search(query, _DEPTH, documents)
    hits = [hit for each in ids for hit in index.search(query, _DEPTH, [each])]
    return sorted(hits, key=lambda hit: -hit.score)


def _in_force_first(hits: list[Hit]) -> list[Hit]:
    """Of clauses that answer about equally well, those of papers in force come first."""
    return sorted(hits, key=lambda hit: -hit.score * _STANDING[hit.clause.document.status])


def _in_the_light_of_before(
    hits: list[Hit], carried: Carried, index: Index, limits: Thresholds
) -> tuple[list[Hit], bool]:
    """Raise the probability of clauses around what was shown and on the topic of before.

    A follow-up that turns to other papers means the topic of before unless it clearly says
    another: then the second value tells so.
    """
    if not (carried.near or carried.context) or not hits or hits[0].score >= _SURE:
        return hits, False
    before = {hit.clause.id: hit for hit in _hits_on(carried, index) if hit.score >= limits.answer}
    if carried.turns_to_other_papers and before:
        likely = [replace(hit, score=_TURN * hit.score) for hit in before.values()]
        best = max(likely, key=lambda hit: hit.score)
        if best.score > hits[0].score:
            others = [hit for hit in hits if hit.clause.id not in before]
            return sorted([*likely, *others], key=lambda hit: -hit.score), True
    raised = _raised(hits, {*carried.near, *before}, limits)
    return sorted(raised, key=lambda hit: -hit.score), False


def _hits_on(carried: Carried, index: Index) -> list[Hit]:
    scope = carried.question.scope
    if not carried.context or scope.unheld:
        return []
    return index.search(carried.context, _CONTEXT, scope.documents or None)


def _raised(hits: list[Hit], likelier: Collection[str], limits: Thresholds) -> list[Hit]:
    doubt = 1 - limits.context
    return [
        replace(hit, score=1 - (1 - hit.score) * doubt)
        if hit.clause.id in likelier and hit.score >= limits.nearby
        else hit
        for hit in hits
    ]
