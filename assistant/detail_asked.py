"""Something about the matter that was shown, and not a matter of its own: 赔多少, 要带什么材料."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Ask
from assistant.state import Carried, ConversationState
from assistant.understanding import Question, Scope
from corpus import Clause

# Characters; a shorter topic may be a detail of what was said before.
_SHORT_TOPIC = 4


def is_detail(question: Question) -> bool:
    """Whether the topic is so short that it may be a detail of what was said before."""
    return 0 < len(question.topic.replace(" ", "")) <= _SHORT_TOPIC


def detail_of_before(question: Question, before: ConversationState) -> Question:
    """那要准备啥材料: what the clause does not give is said to be missing."""
    return replace(_as_detail(question), topic=before.topic)


def detail_of(
    shown: Clause, question: Question, before: ConversationState, scope: Scope
) -> Carried:
    """赔多少, 试点名单里有我们县吗: a detail of a clause that was shown."""
    detail = question if question.kind == "fact" else _as_detail(question)
    return Carried(replace(detail, topic=before.topic, scope=scope), focus=(shown,))


def _as_detail(question: Question) -> Question:
    asks: frozenset[Ask] = question.asks | {"contact"}
    return replace(question, kind="fact", asks=asks)
