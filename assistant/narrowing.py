"""Part of a department's list that was shown: 只看牵头的, 跟戒毒沾边的留下, 其中财政局也参加的."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.answer import Ask
from assistant.state import ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.phrases import phrases
from assistant.understanding.question import CLAUSE_ASKS
from assistant.understanding.role_words import in_any_role

# 其中要制定的条例叫什么: what a clause of a list says, and no part of the list.
_OF_A_CLAUSE: frozenset[Ask] = frozenset({"name", "amount", "contact"})
# Left around a topic they name nothing.
_AROUND = " ,，、的跟和与是有些"


def wants_a_part(question: Question) -> bool:
    """Whether a part of a list that was shown is wanted: 只看牵头的, 跟戒毒沾边的留下."""
    words, said = phrases(), question.plain
    of_list = words["of_the_list"].search(said) or question.intent == "fu_only"
    part = question.topic or question.departments
    dated = words["dated"].search(said) and not part
    of_its_clause = question.asks & (_OF_A_CLAUSE | CLAUSE_ASKS)
    return bool(_by_role().search(said) or (of_list and part and not of_its_clause) or dated)


def part_of_the_list(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The list of before, narrowed by the role, matter or department that the question names."""
    topic = phrases()["of_the_list_only"].sub(" ", question.topic).strip(_AROUND)
    return replace(
        question,
        kind="duties",
        asks=question.asks & {"deadline"},
        topic=topic if not _by_role().search(question.plain) else "",
        departments=tuple(dict.fromkeys((*before.departments, *question.departments))),
        scope=scope,
        of_list=True,
    )


@cache
def _by_role() -> re.Pattern[str]:
    """只看牵头的, 其中排第一位的有几项: a list that was shown, by role."""
    return re.compile(
        r"^(?:那|请|再)?(?:只|仅|就|单|光)?(?:看|列|要|说|数|是)?(?:其中|里面|当中)?(?:自己|它|他们)?"
        rf"(?:{in_any_role()})的"
        r"(?:都)?(?:有|是)?(?:哪几[项条个]|哪些|[几多]少?[项条个])?[呢吗?？。!！\s]*$"
    )
