"""Part of a department's list that was shown: 只看牵头的, 跟戒毒沾边的留下, 其中财政局也参加的."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Ask
from assistant.state import ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.phrases import phrases
from assistant.understanding.question import CLAUSE_ASKS
from assistant.understanding.role_words import in_any_role

# 其中要制定的条例叫什么: what a clause of a list says, and no part of the list.
_OF_A_CLAUSE: frozenset[Ask] = frozenset({"name", "amount", "contact"})
# 牵头的, 只看牵头, 有几项牵头; 谁牵头 asks who.
_A_PART = re.compile(
    r"[的得滴地哒](?!.*什么)|^(?:那|请|再|就)?(?:只|仅|光|单|留)|[几两多\d一二三四五六七八九十][少]?[项条个]"
)
_WHO = re.compile(
    r"谁|哪[个家位些](?!任务|条|项|不|是它|没)|哪几[个家](?!任务)|边个|为什么|怎么|如何"
)
_NAMES_NOTHING = re.compile(
    r"[那请再只仅就光单要看列数是有其中里头面它他们自己个的得滴地哒作为当被这几项条哪一二两三四五六七八九十\d"
    r"多少不止没都剩留也吗吧呢啊了嘛给,，。?？!！\s]|任务|部门|单位|处室|算|计|列|管|统计|需要|暂"
)
# 两拨加起来多少项, 拢共几条: the whole list is counted again.
_IN_ALL = re.compile(
    r"(?:那|它|他们?|这些?|两拨|两样|两类|两种)?(?:都)?(?:加起来|加一起|合起来|合计|一共|总共|拢共|统共|通共|全部|共)(?:是|有)?"
    r"(?:几|多少|好多|几多)(?:[项条个件]|任务)?(?:任务|啊|呢|嘛|喃)?[?？。]*"
)
# Left around a topic they name nothing.
_AROUND = " ,，、的跟和与是有些"


def wants_a_part(question: Question) -> bool:
    """Whether a part of a list that was shown is wanted: 只看牵头的, 跟戒毒沾边的留下."""
    words, said = phrases(), question.plain
    of_list = words["of_the_list"].search(said) or question.intent == "fu_only"
    part = question.topic or question.departments
    dated = words["dated"].search(said) and not part
    of_its_clause = question.asks & (_OF_A_CLAUSE | CLAUSE_ASKS)
    if _IN_ALL.fullmatch(said):
        return True
    return bool(_by_role(said) or (of_list and part and not of_its_clause) or dated)


def part_of_the_list(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The list of before, narrowed by the role, matter or department that the question names."""
    topic = phrases()["of_the_list_only"].sub(" ", question.topic).strip(_AROUND)
    return replace(
        question,
        kind="duties",
        asks=question.asks & {"deadline"},
        topic="" if _by_role(question.plain) or _IN_ALL.fullmatch(question.plain) else topic,
        departments=tuple(dict.fromkeys((*before.departments, *question.departments))),
        scope=scope,
        of_list=bool(question.departments),
    )


def says_only_which(topic: str) -> bool:
    """Whether a topic says only what of a list is wanted, and how: 请指明条目, 作为 不计."""
    return not _left_of(topic, "listing", "of_the_list_only", "filler", "generic")


def _by_role(said: str) -> bool:
    """只看牵头的, 自己打头的不止一项吧, 配合的不用了: nothing but a role, and which part it is."""
    named = re.search(in_any_role(), said)
    if not named or not _A_PART.search(said) or _WHO.search(said):
        return False
    return not _left_of(said, "of_the_list_only", "filler", "generic")


def _left_of(said: str, *sections: str) -> str:
    """What is left without words for roles, those of the sections, and those around them."""
    rest = re.sub(in_any_role(), "", said)
    for name in sections:
        rest = phrases()[name].sub("", rest)
    return _NAMES_NOTHING.sub("", rest)
