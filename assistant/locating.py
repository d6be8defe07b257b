"""From a clause number in a question to the clauses that carry it in a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.understanding.clause_number import number_value
from assistant.understanding.question import ClauseNumber
from corpus import KIND_NAMES, Clause, Document

# As it stands behind a number: 第53项任务.
_NAMES: Mapping[str, str] = {
    kind: f"项{name}" if kind == "task" else name for kind, name in KIND_NAMES.items()
}
# 第N条 is said of whatever a paper counts; with a point's number brackets are mostly typed.
_ANY_ORDER = ("task", "item", "section")
# How far a paper's numbers go is told by those that run through it.
_RUNNING_FIRST = ("item", "task", "section")
# Characters; a shorter heading is a word like any other.
_NAMES_ITSELF = 4
# Characters; of a longer heading, a sentence of its own, the end is no name.
_SHORT = 18
PREFACE = ("前言",)
_OPENING = re.compile(r"前言|引言|序言|导语|开篇|开头|头一段|第一段(?!任务)")
_OPENING_WORDS = "头一第段句话部分那里的个正文"
# “完善司法行政保障制度”那一部分
PART_WORDS = " “”\"'部分章节块这那一"
_LAST_PARAGRAPH = ("paragraph", -1)
# 队伍建设那部分, “队伍正规化建设”那一项下面
_CALLED_A_PART = re.compile(
    r"(?P<words>[^\s,，。、:：?？“”\"]{2,24})[”\"]?的?(?:[那这]一?"
    r"(?:(?P<part>大?(?:部分|章|节|摊子?)|大块儿?|旮[旯瘩]|坨|板块)|大?项(?:任务)?(?:下|底下|里))"
    r"|(?:任务)?(?:底下|下面|项下|名下))"
)


@dataclass(frozen=True, slots=True)
class Location:
    """What a number leads to: the clauses, best first, or where the numbers end instead."""

    clauses: tuple[Clause, ...]
    ends: str = ""


def printed_number(clause: Clause) -> int | None:
    """The clause's own printed number as an integer, None for unnumbered paragraphs."""
    return number_value(clause.number.strip("（）()第条章节、.． "))


def locate(document: Document, number: ClauseNumber) -> Location:
    """Find the clauses of ``document`` that ``number`` names.

    Several clauses come back where the paper itself is ambiguous (a task 12 and an item （12）);
    none, with ``ends`` saying how far the numbers go, where the paper has no such number.
    """
    pool: tuple[Clause, ...] = document.clauses
    inside: tuple[Clause, ...] = ()
    for family, value in number.levels:
        if (family, value) == _LAST_PARAGRAPH and (closing := _closing(inside)):
            return Location(closing)
        outer, inside = inside, _numbered(pool, family, value)
        if not inside and family == "any":
            # 第二部分第二条 of a paper whose numbers run through: the second one there
            inside = tuple(c for each in outer for c in each.children[value - 1 :][:1])
        if not inside and family == "item" and value < 0:
            inside = _numbered(pool, "task", value)  # 最末一点 of a paper without points
        if not inside:
            return Location((), _where_numbers_end(pool, family))
        pool = inside if (family, value) == number.levels[-1] else _below(inside)
    return Location(pool)


def headed(document: Document, said: str, topic: str) -> tuple[Clause, ...]:
    """The parts of a document that a question calls by their headings: 工作要求, 总体目标.

    Of a long heading what stands behind its last 的 is enough: 加快推进司法行政改革的主要任务.
    Empty if ``topic``, what else is asked about, goes beyond it. 多少项主要任务 counts tasks.
    """
    if opening := _OPENING.search(said):
        beyond = set(topic) - {*opening.group(), *_OPENING_WORDS, " "}
        return () if beyond else tuple(c for c in document.clauses if c.path == PREFACE)
    named = {c: name for c in document.clauses if (name := _name(c))}
    found = {
        clause: name
        for clause, name in named.items()
        if len(name) >= _NAMES_ITSELF
        and re.search(rf"(?<![项条个]){re.escape(name)}", said)
        and set(topic) <= {*name, *PART_WORDS}
    }
    longest = max(map(len, found.values()), default=0)
    return tuple(clause for clause, name in found.items() if len(name) == longest)


def called(document: Document, said: str) -> tuple[Clause, ...]:
    """The parts or tasks that are called by words of their headings: 队伍建设那部分."""
    match = _CALLED_A_PART.search(said)
    if match is None:
        return ()
    words = match["words"]
    for kinds in _kinds_called(match["part"] or ""):
        of_kind = [clause for clause in document.clauses if clause.kind in kinds]
        for start in range(max(1, len(words) - _NAMES_ITSELF + 1)):
            found = [c for c in of_kind if _has_in_order(c.heading, words[start:])]
            if found and (len(words) >= _NAMES_ITSELF or len(found) == 1):
                return tuple(found)
    return ()


def _kinds_called(part: str) -> tuple[tuple[str, ...], ...]:
    """What may be called so, the likeliest first: a 部分 is no task, a 节 or 坨 may be one."""
    parts, tasks = ("section", "subsection"), ("task",)
    if not part:
        return (tasks,)
    return (parts,) if part[-1] in "分章" else (parts, tasks)


def _has_in_order(heading: str, words: str) -> bool:
    """队伍建设 in 队伍正规化、专业化、职业化建设: whole words, though not side by side."""
    blocks = SequenceMatcher(None, heading, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) == len(words)


def _name(clause: Clause) -> str:
    """What people call a part by; nothing for tasks and points, which have topics."""
    if clause.kind in ("section", "subsection"):
        short = len(clause.heading) <= _SHORT
        return clause.heading.rpartition("的")[2] if short else clause.heading
    return clause.path[-1][2:] if clause.path[-1].startswith("——") else ""


def _closing(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Those whose last paragraph is their own: text behind their points, or no points at all."""
    return tuple(clause for clause in clauses if clause.tail or not clause.children)


def _below(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    descendants: list[Clause] = []
    for clause in clauses:
        for child in clause.children:
            descendants.append(child)
            descendants.extend(_below((child,)))
    return tuple(descendants)


def _numbered(pool: tuple[Clause, ...], family: str, value: int) -> tuple[Clause, ...]:
    if value < 0:
        ordered = [clause for clause in pool if _is_of(clause, family)]
        return tuple(ordered[value:][:1]) if -value <= len(ordered) else ()
    if family == "paragraph":
        paragraphs = [clause for clause in pool if clause.kind == "paragraph"]
        return tuple(paragraphs[value - 1 : value])
    if family == "any":
        found = [
            clause
            for kind in _ANY_ORDER
            for clause in _numbered(pool, kind, value)
            if not (kind == "item" and _restarts(pool))
        ]
        numbered_below = [c for c in found if c.kind != "section"]
        return tuple(numbered_below or found)
    exact = [c for c in pool if c.kind == family and printed_number(c) == value]
    if not exact and family == "subsection" and not _restarts(pool):
        # 第（七十六）点: the item's number, written as people speak
        exact = [c for c in pool if c.kind == "item" and printed_number(c) == value]
    if exact or family not in ("task", "item"):
        return tuple(exact)
    # 第30项 of a paper whose tasks end at 28 means its item （30）, and the reverse.
    other = "item" if family == "task" else "task"
    if other == "item" and _restarts(pool):
        return ()
    return tuple(c for c in pool if c.kind == other and printed_number(c) == value)


def _is_of(clause: Clause, family: str) -> bool:
    if family == "any":
        return clause.kind in ("task", "item") or (
            clause.kind == "subsection" and not clause.children
        )
    if family == "paragraph":
        return not clause.children
    return clause.kind == family


def _restarts(pool: tuple[Clause, ...]) -> bool:
    """Whether item numbers start again below each task, so that （3） alone names many clauses."""
    numbers = [printed_number(clause) for clause in pool if clause.kind == "item"]
    return len(set(numbers)) < len(numbers)


def _where_numbers_end(pool: tuple[Clause, ...], family: str) -> str:
    kinds = _RUNNING_FIRST if family == "any" else (family,)
    counted = []
    for kind in kinds:
        numbers = [n for c in pool if c.kind == kind and (n := printed_number(c)) is not None]
        if numbers and not (kind == "item" and _restarts(pool) and family == "any"):
            counted.append(f"第{max(numbers)}{_NAMES[kind]}")
        if counted and kind == "task":
            break  # a paper that counts its tasks is not cited by its parts
    return "、".join(counted)
