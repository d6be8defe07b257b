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
    """The clause that an earlier answer showed first, if the follow-up goes back to one.

    ``matters`` tells that its topic has a word of the papers, ``share`` how much of a topic a
    clause holds.
    """
    said = question.plain
    words = phrases()
    from_start = words["from_the_start"].search(said)
    told_again = words["told_again"].search(said)
    back = question.intent == "fu_back" or words["back"].search(said)
    of_paper = question.numbers or question.asks & DOCUMENT_ASKS
    if of_paper or not (from_start or told_again or back):
        return None
    papers = question.scope.documents if question.scope.named else ()
    earlier = [c for c in shown.earlier if c.path and (not papers or c.document_id in papers)]
    chosen: Clause | None = None
    if earlier and matters:
        best = max(earlier, key=lambda clause: share(question.topic, clause))
        now = max((share(question.topic, clause) for clause in shown.cited[:1]), default=0.0)
        repeated = from_start or told_again or "wording" in question.asks
        chosen = best if repeated and share(question.topic, best) > now else None
    elif earlier and from_start:
        chosen = earlier[0]
    elif (
        earlier
        and told_again
        and papers
        and not any(c.document_id in papers for c in shown.cited[:1])
    ):
        chosen = earlier[-1]
    if chosen is None:
        return None
    kind = question.kind if question.asks else "measures" if question.brief else "clause"
    scope = Scope(documents=(chosen.document_id,))
    return Carried(
        replace(question, kind=kind, topic=beginning(chosen), scope=scope), focus=(chosen,)
    )
