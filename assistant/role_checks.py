"""Whether a department has a part in what was shown: 省法院牵头？不是社区矫正管理局吗."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Ask
from assistant.state import ConversationState
from assistant.understanding import Question
from assistant.understanding.departments_asked import asks_for_tasks
from assistant.understanding.phrases import phrases
from assistant.understanding.role_words import role_said

# What was shown then is a matter, of which departments have parts.
_OF_A_MATTER = ("responsibility", "measures", "clause", "fact", "comparison")
_CHECKS = re.compile(
    r"在不在|是不是|不是|是否|有没有|有无|算不算|[吗吧么嘛][?？。]*$|(?:的份|的事)(?:没有?|不)[?？。]*$"
)

# 财政厅是牵头的那个？
_THAT_ONE = re.compile(r"^(?!.*(?:[哪谁啥几列]|什么|多少|全部|所有)).*[?？]$")


def checks_a_department(question: Question, before: ConversationState) -> Question | None:
    """The question whether a department has its part in what was shown; None if it is another.

    Where nothing but a department is named its tasks would be listed.
    """
    names_one = question.kind == "duties" and question.departments and not question.topic
    if not names_one or before.kind not in _OF_A_MATTER:
        return None
    said = question.plain
    that_one = role_said(said) and _THAT_ONE.search(said)
    closed = question.intent == "yesno_role" or _CHECKS.search(said) or that_one
    if not closed or asks_for_tasks(said) or phrases()["duties"].search(said):
        return None
    role = role_said(said)
    asks: set[Ask] = {role or "lead", "yesno"}
    roles = tuple((name, role) for name in question.departments) if role else ()
    return replace(question, kind="responsibility", asks=frozenset(asks), roles_asked=roles)
