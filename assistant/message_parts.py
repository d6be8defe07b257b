"""The questions that a message holds: a story told in several sentences is one."""

from __future__ import annotations

import re
from itertools import chain

from assistant.answer import Ask
from assistant.assistant import Assistant
from assistant.narrowing import says_only_which
from assistant.understanding import Question
from assistant.understanding.splitting import one_for_each, says_more_than_one, split_questions
from index import Hit

# What the end of a story may ask for: 政府管不管嘛, 上头是咋说的.
_OF_A_STORY: frozenset[Ask] = frozenset({"yesno", "wording"})

# Characters of a topic; with so few left nothing is named: 这么多？ 真的假的？
_WONDERED = 3
# 部里是说统统上收吗？我怎么记得有的大城市例外
_DOUBTS = re.compile(r"[,，\s]*我(?:怎么|咋|好像|依稀)*(?:记得|听说|以为|印象)")
# 这帮人谁管, behind a story, names them no further.
_POINTING = re.compile(r"[这那][帮伙些种号类样](?:人|事儿?|东西|情况|行为|做法|问题|机构)")


def parts_of(message: str, assistant: Assistant) -> tuple[str, ...]:
    """The message's questions; what only asks more of the same stays with the one before it."""
    parts: list[str] = []
    for part in chain.from_iterable(_of_each(one, assistant) for one in split_questions(message)):
        if parts and _wonders(parts[-1], assistant):
            parts[-1] = part
        elif parts and _belongs_to(parts[-1], part, assistant):
            parts[-1] = _told(parts[-1], part)
        else:
            parts.append(part)
    return tuple(dict.fromkeys(parts))


def _told(before: str, part: str) -> str:
    return f"{before.rstrip('，,')}，{part.lstrip('，,')}"


def _of_each(part: str, assistant: Assistant) -> tuple[str, ...]:
    """A question for each matter that is asked of in turn, if each is one that papers have."""
    each = one_for_each(part)
    if len(each) == 1:
        return each
    topics = [assistant.understand(one).topic for one in each]
    apart = all(topic and assistant.names_matter(topic) for topic in topics)
    return each if apart and len(set(topics)) == len(each) else (part,)


def _belongs_to(before: str, part: str, assistant: Assistant) -> bool:
    if _DOUBTS.match(part):
        return True
    return _adds_only_a_wish(before, part, assistant) or _ends_a_story(before, part, assistant)


def _wonders(part: str, assistant: Assistant) -> bool:
    """这么多？ and 真的假的？, before what is asked: nothing is named."""
    question = assistant.understand(part)
    names = question.departments or question.numbers or question.scope.named or question.reason
    told = len(question.topic) > _WONDERED or assistant.names_matter(question.topic)
    return not (names or told or question.asks - {"yesno"} or question.brief)


def _adds_only_a_wish(before: str, part: str, assistant: Assistant) -> bool:
    """Whether a part says nothing by itself: 怎么办呢, or the province, told at last."""
    question = assistant.understand(part)
    names = _names_a_matter(question) or question.departments or question.numbers
    says_where = question.scope.named or question.scope.unheld
    another_place = says_where and not question.asks and question.refers_back
    if another_place and not says_more_than_one(part):
        another_place = assistant.understand(before).scope.named
    return not (names or another_place or question.scope.unheld or question.reason)


def _names_a_matter(question: Question) -> bool:
    """Whether it has a topic beyond words of listing: not 请指明条目, 作为配合单位的不计."""
    topic = _POINTING.sub("", question.topic).strip()
    return bool(topic) and not says_only_which(topic)


def _ends_a_story(before: str, part: str, assistant: Assistant) -> bool:
    """Whether a part is the end of a story: 没人要他。我们绵阳这边政府管不管嘛.

    By itself it finds nothing for sure, or less than the whole that is told; and the whole finds
    what the story before it finds.
    """
    asked_before = before.endswith(("?", "？")) or says_more_than_one(part)
    if asked_before or not (_only_tells(before, assistant) and _only_tells(part, assistant)):
        return False
    told = _told(before, part)
    meant = assistant.understand(told).scope.documents  # which the end may name
    story, end, whole = (_best(text, assistant, meant) for text in (before, part, told))
    if story is None or whole is None or story.clause is not whole.clause:
        return False
    return end is None or end.score < max(whole.score, assistant.thresholds.sure)


def _only_tells(part: str, assistant: Assistant) -> bool:
    """Whether nothing narrower is asked than what the papers say of a matter."""
    question = assistant.understand(part)
    return question.kind == "measures" and question.asks <= _OF_A_STORY


def _best(text: str, assistant: Assistant, meant: tuple[str, ...]) -> Hit | None:
    hits = assistant.look_up(text)
    return next((hit for hit in hits if not meant or hit.clause.document_id in meant), None)
