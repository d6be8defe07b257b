"""The same asked again: of other papers (那四川呢), of another matter (那公证呢)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Kind
from assistant.state import ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.phrases import group_pattern, phrases

# What such a follow-up says names a matter, whatever else it says.
NAMES_A_TOPIC = ("fu_topic", "fu_correct", "fu_only")
WHAT_ABOUT = re.compile(
    r"也(?:报|说|查|列|给|来|讲|看|念|找)(?:一下|下|一遍|说|个|一个)?[?？。!！]*$|"
    r"呢\s*[?？。!！]*$|也(?:是|归|由)(?:他们?|它们?|这[个家].{0,2})?(?:管|负责)?[吗么]?[?？。]*$"
)
# 那份要点也提出庭了吗: what it writes is asked for, whatever was asked before.
_WRITTEN_TOO = re.compile(r"也(?:提|写|讲|说)(?![供高升出前一下])")
# 也是他们管, 也归这家
ALSO_OF = re.compile(r"也(?:是|归|由)")


def again(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The question of before over other documents."""
    kind = question.kind if says_what(question) else before.kind
    if question.brief and not question.asks:
        kind = "measures"  # 还是说咱吉林,讲简单点
    if question.kind == "clause" and question.scope.named and before.kind != "none":
        kind = "measures" if "wording" in question.asks else before.kind  # 部里原文念一下
    return replace(
        question,
        kind=kind,
        asks=question.asks or frozenset(before.asks),
        topic=question.topic or before.topic,
        departments=question.departments or before.departments,
        scope=scope,
    )


def says_what(question: Question) -> bool:
    """Whether the question itself says what it wants to know."""
    return bool(question.asks) or question.wants_measures or question.kind == "comparison"


def as_before(question: Question, before: ConversationState) -> Question:
    """那公证呢, 不对我问的是公证: the same thing asked of another topic."""
    # 教育厅也在名单里吗。青少年的呢; not 证明事项清理呢，也是？
    checked = "yesno" in before.asks and not ALSO_OF.search(question.plain)
    of_the_text = before.kind in ("clause", "document", "duties") or checked
    kind: Kind = "measures" if of_the_text else before.kind
    if "contact" in before.asks:
        return question  # 门牌号给我一个。低保呢: what no paper gives is not asked for again
    asks = frozenset(before.asks) if before.kind in ("responsibility", "fact") else question.asks
    return replace(question, kind=kind, asks=asks)


def takes_over_kind(question: Question) -> bool:
    """Whether the question names a topic but not what it wants to know of it."""
    said = question.plain
    plain_topic = question.kind == "measures" and not says_what(question)
    if group_pattern("another_subject").search(said) or _WRITTEN_TOO.search(said):
        return False
    if plain_topic and question.intent in NAMES_A_TOPIC:
        return True
    asks_alike = bool(WHAT_ABOUT.search(said)) or bool(phrases()["correction"].search(said))
    return plain_topic and asks_alike
