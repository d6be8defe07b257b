"""Whether a department has a part in a task: 公证是不是司法厅牵头, …由省法援中心负责吗."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from assistant.answer import Ask
from assistant.understanding.departments_asked import Departments, asks_in_a_role, asks_who
from assistant.understanding.phrases import filled_in
from assistant.understanding.reading import Reading
from assistant.understanding.role_words import helping, leading

_CLOSED = re.compile(
    r"(?:吗|嘛|噻|(?<![什怎多])么|吧|对不对|对不|没错|有误|有无错误|是不|不是)[?!。 ]*$"
    r"|[吗吧](?=[,，?？])|是不是|是否|难道|并非|不是(?=.*[?？])"
)
_EXCEPT = re.compile(r"除(?:了|开|去)?$")
_EXCEPTED = re.compile(r"(?:之外|以外|外)?[,，、]?")
_CHOICE = re.compile(r"(?:管|负责|牵头)?(?:,|，)?(?:还是|或者|抑或|定系)(?:归|由|是)?")
_BEFORE = re.compile(r"(?:(?:难道)?(?:是不是|是否|并不是|并非|不是|是))?(?:由|归|让)?$")
_PLACE = r"(?:也|都|来|在|只|的)*(?:[排居列占摆放]在?|是|算|系)?(?:在)?"
_OFFICE = r"(?:的)?(?:单位|部门|处室)?"


@dataclass(frozen=True, slots=True)
class _Said:
    # 排头一个的是 司法厅: the role before the department.
    before: re.Pattern[str]
    # 司法厅 牵头的单位, 财政局 来配合: the role behind it.
    behind: tuple[tuple[re.Pattern[str], Ask], ...]
    # 律师工作处 算什么角色, 是牵头还是配合
    part: re.Pattern[str]


@cache
def _said() -> _Said:
    leads, helps = f"{leading().only}|{leading().either}", f"{helping().only}|{helping().either}"
    first = r"第一(?:个|位|家|名)?(?:负责)?|首个|头一[个位家]|最前[面头]?"
    return _Said(
        before=re.compile(
            rf"(?:{leads}|第一)(?:个|位|名|家|一个)?的?(?:单位|部门|处室|那家)?"
            r"(?:是不是|是|系)(?:由)?$"
        ),
        behind=(
            (re.compile(rf"{_PLACE}(?:{leads}|{leading().behind}|{first}){_OFFICE}"), "lead"),
            (re.compile(rf"{_PLACE}(?:{helps}|{helping().behind}){_OFFICE}"), "support"),
        ),
        part=re.compile(
            r"(?:它|他们)?(?:[算是](?:个|的)?|扮演(?:的)?|充当|担任)?(?:什么|啥子?|哪种)(?:角色|身份)"
            rf"|是?(?:{leads}){_OFFICE},?还是(?:{helps}){_OFFICE}"
        ),
    )


def take_role_asked(reading: Reading, found: Departments) -> frozenset[Ask]:
    """Take a department and its role out of a question to be answered with yes or no.

    Of two departments (归律师工作处还是公共法律服务管理处) it is asked who leads.

    ``found`` are the departments that the question names and where they stand in it.
    """
    named = _take_named_role(reading, found)
    if named or asks_in_a_role(reading.text):
        return named
    asks: set[Ask] = {*_take_choice(reading, found), *_take_part(reading, found)}
    if asks or not _CLOSED.search(reading.text):
        return frozenset(asks)
    for _, start, end in found:
        for role, ask in _said().behind:
            if match := role.match(reading.text, end):
                before = _BEFORE.search(reading.text, 0, start)
                reading.take(before.start() if before else start, match.end())
                asks |= {ask, "yesno"}
    return frozenset(asks)


def take_beside(reading: Reading, found: Departments) -> frozenset[Ask]:
    """Take a department out beside which others are asked for: 哪家跟司法厅一块儿管.

    In 除了司法厅还有哪些单位 it is no topic, and what is asked follows behind it.
    """
    asks: set[Ask] = set()
    for _, start, end in found:
        if excepted := _EXCEPT.search(reading.text, 0, start):
            behind = _EXCEPTED.match(reading.text, end)
            reading.take(excepted.start(), behind.end() if behind else end)
            if asks_who(reading.text[end:]):
                asks.add("support")
        elif before := _who_beside().search(reading.text, 0, start):
            behind = _beside_whom().match(reading.text, end)
            reading.take(before.start(), behind.end() if behind else end)
            asks.add("support")
    return frozenset(asks)


@cache
def _who_beside() -> re.Pattern[str]:
    """哪些单位跟 …, 谁配合 …."""
    return re.compile(filled_in(r"(?:还有)?{who}(?:是|在|来)?(?:跟|和|同|与|会同|{helps})$"))


@cache
def _beside_whom() -> re.Pattern[str]:
    return re.compile(filled_in(r"(?:{together})?(?:来|去)?(?:{leads}|{helps})?(?:的)?"))


def _take_named_role(reading: Reading, found: Departments) -> frozenset[Ask]:
    """排头一个的是司法厅吗: the role first, then the department, to be answered with yes or no."""
    if not _CLOSED.search(reading.text):
        return frozenset()
    for _, start, end in found:
        if match := _said().before.search(reading.text, 0, start):
            reading.take(match.start(), end)
            return frozenset({"lead", "yesno"})
    return frozenset()


def _take_part(reading: Reading, found: Departments) -> frozenset[Ask]:
    """律师工作处算什么角色, 是牵头还是配合: which part a department has."""
    part = _said().part.search(reading.text) if found else None
    if part is None:
        return frozenset()
    reading.take(*part.span())
    return frozenset({"lead", "support", "yesno"})


def _take_choice(reading: Reading, found: Departments) -> frozenset[Ask]:
    for (_, start, end), (_, second, last) in pairwise(found):
        if not _CHOICE.fullmatch(reading.text, end, second):
            continue
        before = _BEFORE.search(reading.text, 0, start)
        role = _said().behind[0][0].match(reading.text, last)
        reading.take(before.start() if before else start, role.end() if role else last)
        return frozenset({"lead"})
    return frozenset()
