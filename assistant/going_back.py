"""Which earlier answer a follow-up goes back to: 最开始那条, 吉林那条再念一遍, 回头说条例."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.shown import Shown, beginning
from assistant.state import Carried
from assistant.understanding import Question, Scope
from assistant.understanding.phrases import phrases
from assistant.understanding.question import DOCUMENT_ASKS
from corpus import Clause


def back_to(
    question: Question, shown: Shown, *, matters: bool, share: Callable[[str, Clause], float]
) -> Carried | None:
    """The clause that an earlier answer showed first, if it is to be told again.

    ``matters`` tells that the question's topic has a word of the papers, ``share`` how much of a
    topic a clause holds.
    """
    words, said = phrases(), question.plain
    from_start = words["from_the_start"].search(said) is not None
    back = question.intent == "fu_back" or words["back"].search(said)
    again = words["told_again"].search(said) or (back and "wording" in question.asks)
    if from_start and "title" in question.asks:  # 最开始那条，那个指导意见全称
        question = replace(question, kind="fact", asks=question.asks - {"title"} | {"name"})
    of_paper = question.numbers or question.asks & DOCUMENT_ASKS
    if of_paper or not (from_start or again):
        return None
    chosen = _told_of(question, shown, share) if matters else _shown(question, shown, from_start)
    if chosen is None:
        return None
    kind = question.kind if question.asks else "measures" if question.brief else "clause"
    scope = Scope(documents=(chosen.document_id,))
    about = replace(question, kind=kind, topic=beginning(chosen), scope=scope)
    return Carried(about, focus=(chosen,))


def _told_of(
    question: Question, shown: Shown, share: Callable[[str, Clause], float]
) -> Clause | None:
    """回头说条例，原文给我: of the earlier clauses the one with most of the topic's words."""
    held = {clause: share(question.topic, clause) for clause in _earlier(question, shown)}
    best = max(held, key=lambda clause: held[clause], default=None)
    now = max((share(question.topic, clause) for clause in shown.cited[:1]), default=0.0)
    return best if best is not None and held[best] > now else None


def _shown(question: Question, shown: Shown, from_start: bool) -> Clause | None:
    """最开始那条, 吉林那条再念一遍: the first of all, or the last one of the papers named."""
    earlier = _earlier(question, shown)
    if from_start:
        return next(iter(earlier), None)
    named = question.scope.named
    here = any(clause.document_id in question.scope.documents for clause in shown.cited[:1])
    return earlier[-1] if earlier and named and not here else None


def _earlier(question: Question, shown: Shown) -> tuple[Clause, ...]:
    """The earlier clauses, of the papers that the question names if it names some."""
    papers = question.scope.documents if question.scope.named else ()
    return tuple(c for c in shown.earlier if c.path and (not papers or c.document_id in papers))
