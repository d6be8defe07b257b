"""Several questions in one message, each to be answered on its own."""

from __future__ import annotations

import re
from functools import cache

from assistant.understanding.phrases import phrases
from assistant.understanding.reading import plain
from assistant.understanding.role_words import in_any_role

# A question ends at its mark; a second one may also begin behind 另外, 还有, 顺便问.
_BESIDES = (
    r"(?:另外(?!有?(?:哪|谁|几))|还有就是|顺便|再问|再请问|以及想问|同时想问|顺道|捎带"
    r"|另请|并请|同时请)"
)
_BOUNDARY = re.compile(rf"(?<=[?？])|[。;；\n]|[,，]?(?={_BESIDES})|[,，](?=(?:还有|以及|那))")
_SECOND = re.compile(_BESIDES)
_COMMA = re.compile(r"[,，]")
_ASKING = (
    "lead", "support", "duties", "measures", "deadline", "amount", "contact", "wording",
    "document_number", "document_issuer", "document_date", "document_status", "document_count",
    "document_catalog", "document_title", "comparison", "definition", "judgement", "instruction",
)  # fmt: skip
_MARK = re.compile(r"[?？]")
# 另外江苏怎么规定的 asks, though no phrase of ours is whole in it.
_QUESTION_WORD = re.compile(
    r"怎么|(?<!任)何|什么|哪|谁|(?<![这那前后近好])几|多少|咋|啥|咩|点样|吗|呢|([\u4e00-\u9fff])不\1"
)
# 社区矫正和戒毒分别归谁管, 公证、仲裁各由哪个处管: what is asked of each of several matters.
_OF_EACH = re.compile(
    r"(?P<matters>[^,，。;；?？!！]{2,60})[,，\s]*(?:分别|各自|各(?=[由归是属该]))(?P<asked>[^。;；]+)$"
)
_LAST_OF_SEVERAL = re.compile(
    r"^(?P<others>.+)(?:和(?![解谐事平])|与|跟(?!踪)|以及|还有|、)(?P<last>.+)$"
)
# 跟四川比呢 adds a side to the question before it.
_ADDS_A_SIDE = re.compile(r"^[,，\s]*(?:跟|和|与|同)[^,，]{1,10}比")
# 收入低于多少，才给派律师: upon what was asked before it.
_UPON_THAT = re.compile(r"^\s*(?:才|就)(?:能|可以|给|得|行|算|会|让)")


def split_questions(text: str) -> tuple[str, ...]:
    """Cut a message into its questions; a statement stays with the question that follows it.

    A message with one question comes back whole. Commas divide only where both sides ask.
    """
    pieces = [piece for piece in _BOUNDARY.split(text) if piece and piece.strip(" ,，?？。")]
    pieces = [part for piece in pieces for part in _cut_at_commas(piece)]
    if len(pieces) < 2:
        return (text,)
    questions: list[str] = []
    pending = ""
    for piece in pieces:
        if questions and not pending and _ADDS_A_SIDE.match(piece):
            questions[-1] += f"，{piece.lstrip(',，')}"
            continue
        pending += piece if not pending else f"，{piece.lstrip(',，')}"
        if (
            _asks(piece)
            or _QUESTION_WORD.search(piece)
            or (questions and says_more_than_one(piece))
        ):
            questions.append(pending)
            pending = ""
    if pending and questions:
        questions[-1] += f"，{pending}"
    return tuple(questions) if len(questions) > 1 else (text,)


def one_for_each(question: str) -> tuple[str, ...]:
    """One question for each of the matters that it names side by side, itself if there is one.

    >>> one_for_each("社区矫正和戒毒分别归谁管")
    ('社区矫正归谁管', '戒毒归谁管')
    """
    match = _OF_EACH.search(question)
    several = _LAST_OF_SEVERAL.match(match["matters"]) if match else None
    if match is None or several is None:
        return (question,)
    before, asked = question[: match.start()], match["asked"]
    matters = (*several["others"].split("、"), several["last"])
    if any(_ends_in_a_role().search(matter) for matter in matters):
        return (question,)  # 主办和协办分别是谁
    return tuple(f"{before}{matter}{asked}" for matter in matters)


@cache
def _ends_in_a_role() -> re.Pattern[str]:
    return re.compile(rf"(?:{in_any_role()})的?(?:单位|部门|处室|方)?$")


def says_more_than_one(text: str) -> bool:
    """Whether the message itself says that a second question follows: 另外…, 顺便…."""
    return _SECOND.search(text) is not None


def _cut_at_commas(piece: str) -> list[str]:
    parts = _COMMA.split(piece)
    goes_on = any(_ADDS_A_SIDE.match(part) or _UPON_THAT.match(part) for part in parts)
    if len(parts) > 1 and not goes_on and all(_asks_by_itself(part) for part in parts):
        return parts
    return [piece]


def _asks_by_itself(part: str) -> bool:
    return _QUESTION_WORD.search(part) is not None and _asks(part)


def _asks(piece: str) -> bool:
    if _MARK.search(piece):
        return True
    words = phrases()
    folded = plain(piece)
    return any(words[name].search(folded) for name in _ASKING if name in words)
