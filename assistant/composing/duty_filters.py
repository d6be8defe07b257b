"""Which of a department's clauses a question wants: by role, alone, together with another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.understanding.clause_number import number_value
from assistant.understanding.phrases import group_pattern, phrases
from assistant.understanding.role_words import helping, leading
from corpus import Role

# 牵头的不用列, 配合事项暂不需要: the role is named, then refused.
_REFUSED = (
    r"(?:的|得|类|单位|部门|处室|事项|任务|那些|那几[项条个])*(?:就|先|都|可以|暂|请)*"
    r"(?:我?都?(?:知道|晓得|有数|清楚)了?[,，]?)?"
    r"(?:(?:不|别|甭|免|勿)(?:用|要|给|需要?|必|算|计|列|管|看|统计|写|带|包括|说|唠|讲|提)+"
    r"|(?:先)?放(?:一边|一放|着)|拿掉|去掉|删掉|划掉|剔掉|剔除|排除|除外)"
)
_REFUSES = re.compile(_REFUSED)
_WITHOUT = re.compile(
    r"(?<!有)(?:没有?|没(?:写|列|带|挂|跟|喊|拉|叫)(?:上|进|着|到)?|不带|不含|缺了?|少了?)$"
)
_WITH = re.compile(r"(?:带|有|含|涉及|跟)(?:着|了)?$")
_HAS_PART = re.compile(r"(?:也|都|还)")
_TAKEN_AWAY = re.compile(
    r"的?(?:那些|那几[条项])?(?:都|全|统统)*(?:去掉|拿掉|剔掉|剔除|删掉|划掉|刨掉|除外|不要|不算)"
)
# 立法二处那四条当中由法治调研处主抓的
_OF_THESE_OF = re.compile(
    r"[处厅局部委办会院心][^,，。]{0,6}(?:当中|其中|里[面头]|之?中)[,，]?(?:由|是|归)"
)
# Stands for a department's name while roles are read.
_ANY_NAME = "局"
_NO = (
    r"(?:不|(?<!有)没有?|非|未)(?:是|算|在|排|列|居|处|占|被|曾)?(?:作为|为|作|在|于)?(?:排|列)?(?:在)?"
    rf"(?:由|是)?(?:它们?|他们|自己|{_ANY_NAME})?"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question lets into a department's list.

    Attributes:
        roles: in which the department is named.
        roles_of: (canonical name, role) of each department, where they differ.
        alone: only where no other department is named.
        in_company: only where other departments are named too.
        together: only where all departments of the question are named.
        nobody_else: only where these departments are named and no other.
        without: canonical names of departments that must not be named.
        not_led_by: canonical names of departments that must not lead.
        offices: only where at least so many departments are named.
        dated: only those that set a time.
    """

    roles: tuple[Role, ...] = ("lead", "support")
    roles_of: tuple[tuple[str, Role], ...] = ()
    alone: bool = False
    in_company: bool = False
    together: bool = False
    nobody_else: bool = False
    without: tuple[str, ...] = ()
    not_led_by: tuple[str, ...] = ()
    offices: int = 0
    dated: bool = False

    @property
    def limited_by(self) -> str:
        """Which one of dated, alone, offices and in_company limits the list; empty if none does."""
        limits = ("dated", "alone", "offices", "in_company")
        return next((limit for limit in limits if getattr(self, limit)), "")


def wanted(question: str, departments: tuple[str, ...], written: tuple[str, ...]) -> Wanted:
    """Read the limits of a list off its question.

    Args:
        question: folded.
        departments: canonical names, in the order of mention.
        written: the same as the question writes them.
    """
    words = phrases()
    several = len(departments) > 1
    names = sorted(filter(None, written), key=len, reverse=True)
    # Every department called the same: 人民参与和促进法治处 says no role.
    unnamed = re.sub("|".join(map(re.escape, names)) or "(?!)", _ANY_NAME, question)
    without = tuple(
        canonical
        for canonical, name in zip(departments[1:], written[1:], strict=True)
        if name and _is_left_out(name, question)
    )
    not_led_by = tuple(
        canonical
        for canonical, name in zip(departments[1:], written[1:], strict=True)
        if name and _minus_led_by(name).search(question)
    )
    roles_of = tuple(_role_of_each(question, dict(zip(departments, written, strict=True))))
    nobody_else = several and bool(words["nobody_else"].search(question))
    together = nobody_else or bool(words["together"].search(question))
    alone, in_company = (words[each].search(unnamed) for each in ("alone", "in_company"))
    if in_company and _REFUSES.match(unnamed, in_company.end()):
        in_company = None  # 跟着别人干的不要 is a role
    of_company = alone or in_company
    of_roles = unnamed.replace(of_company.group(), "") if of_company else unnamed
    return Wanted(
        roles=("lead", "support") if roles_of else _roles(of_roles),
        roles_of=roles_of,
        alone=alone is not None,
        in_company=in_company is not None and alone is None,
        together=together and len(departments) - len(without) - len(not_led_by) > 1,
        nobody_else=nobody_else,
        without=without,
        not_led_by=not_led_by,
        offices=_so_many_offices(question),
        dated=bool(words["dated"].search(question)),
    )


def _is_left_out(name: str, question: str) -> bool:
    """有司法厅但没有财政厅参与的, 偏偏没财政厅的, 把带财政厅的都去掉."""
    before, _, behind = question.partition(name)
    with_it = _WITH.search(before) and _TAKEN_AWAY.match(behind)
    dropped = _HAS_PART.match(behind) and group_pattern("drops").search(behind)
    not_there = phrases()["not_named"].match(behind) or _WITHOUT.search(before)
    return bool(not_there or with_it or dropped)  # 把公安也掺合的踢出去


def _so_many_offices(question: str) -> int:
    """三家一起的, 还有第三家的: how many departments are to be named; 0 if it is not said."""
    said = phrases()["so_many_offices"].search(question)
    return (number_value(said["offices"] or said["further"]) or 0) if said else 0


def _minus_led_by(name: str) -> re.Pattern[str]:
    """扣掉监狱管理局牵头的, 除去司法厅领头的."""
    return re.compile(
        rf"{group_pattern('taken_off').pattern}由?{re.escape(name)}(?:{leading().only})的"
    )


def _role_of_each(question: str, written: Mapping[str, str]) -> Iterator[tuple[str, Role]]:
    """司法厅牵头、财政厅配合的: each department's role, where one leads and another helps.

    Or one's role in the other's list: 立法二处那四条当中由法治调研处主抓的.
    """
    said: dict[str, Role] = {}
    for canonical, name in written.items():
        behind = question.partition(name)[2] if name else ""
        if re.match(f"[来是在]?(?:{leading().only}|[带领拉]着)", behind):
            said[canonical] = "lead"
        elif re.match(f"[来是在]?(?:{helping().only})", behind) or _led_by_another(name, question):
            said[canonical] = "support"
    first = next(iter(written))
    of_ones_list = first not in said and len(said) == 1
    if len(set(said.values())) > 1 or (of_ones_list and _OF_THESE_OF.search(question)):
        yield from said.items()


def _led_by_another(name: str, question: str) -> bool:
    """法治调研处带着立法二处干的: whether somebody does it with the department named."""
    return re.search(rf"[带领拉]着{re.escape(name)}", question) is not None


def asks_beyond(question: str) -> bool:
    """Whether a part that the question names is to be left out: 第（八）部分之外, 除了第22项."""
    return phrases()["beyond"].search(question) is not None


@dataclass(frozen=True, slots=True)
class _RolesSaid:
    leading: re.Pattern[str]
    helping: re.Pattern[str]
    # 不牵头, 没排在首位, 除了自个儿领头的: the role that is not wanted.
    not_leading: re.Pattern[str]
    not_helping: re.Pattern[str]
    # 参与哪些, 连配合的: both roles are wanted.
    both: re.Pattern[str]


@cache
def _said() -> _RolesSaid:
    leads, helps = leading().only, helping().only
    return _RolesSaid(
        leading=re.compile(leads),
        helping=re.compile(helps),
        not_leading=re.compile(
            rf"{_NO}(?:{leads})|(?:除了?|除去).{{0,6}}(?:{leads})的?|(?:{leads}){_REFUSED}"
        ),
        not_helping=re.compile(
            rf"{_NO}(?:{helps})|(?:别|不)(?:要|用|看|列|算|带)(?:{helps})的?了?(?=$|[,，。])"
            rf"|(?:别(?!人|的)|不要|不用|不)(?:把)?(?:.{{0,4}})?(?:{helps})的?.{{0,3}}(?:算|列|写|带|要)"
            rf"|(?:不算|不含|不包括|除了?|除去).{{0,4}}(?:{helps})的?|(?:{helps})(?:别人|别个|人家)?[干做弄搞跑]?{_REFUSED}"
        ),
        both=re.compile(
            rf"{helping().either}|^(?!.*(?:作为|以|当)(?:{leads}|{helps})).*承担|(?:含|包括|包含|加上?|连)(?:上)?.{{0,4}}(?:{helps})"
            rf"|(?:含|包括|包含)(?:上)?.{{0,2}}(?:{leads})"
            rf"|(?:{helps})(?:别人|别个|人家|其他处室|别的处室?)?的?(?:也|都)(?:要|算|得|请)*(?:算|要|列|写|加|报)"
        ),
    )


def _roles(question: str) -> tuple[Role, ...]:
    """Only lead or only support where the question says so, both where it does not."""
    said = _said()
    if said.not_leading.search(question):
        return ("support",)
    if said.not_helping.search(question):
        return ("lead",)
    leads, helps = bool(said.leading.search(question)), bool(said.helping.search(question))
    if leads == helps or said.both.search(question):
        return ("lead", "support")
    return ("lead",) if leads else ("support",)
