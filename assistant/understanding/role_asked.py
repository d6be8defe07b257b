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
from assistant.understanding.role_words import helping, in_any_role, leading
from corpus import Role

_CLOSED = (
    r"(?:吗|(?<!哪[些个家条])(?<!什么)(?<!啥子)(?<!好多)(?<!几条)[嘛噻]|"
    r"(?<![什怎多])么|吧|对不对|对不|没错|有误|有无错误|是不|不是)[?!。 ]*$"
    r"|在不在|[吗吧](?=[,，?？])|是不是|是否|系咪|系唔系|难道|并非|不是(?=.*[?？])"
    r"|的不[?? ]*(?:$|(?=[?？]?还是))"
    r"|也(?:是|由|归)(?=.*[?？]$)|有没有份|有冇份|(?P<verb>[管负牵参配协抓])不(?P=verb)"
)
# 配合的是备案审查处？
_ASKED = re.compile(r"[?？]")
# 有教育厅的事吗
_HAS = re.compile(r"(?:也|还|都)?有(?:没有)?$")
_EXCEPT = re.compile(r"除(?:了|开|去)?$")
_EXCEPTED = re.compile(r"(?:之外|以外|外)?[,，、]?")
_BEFORE = re.compile(r"(?:(?:难道)?(?:是不是|是否|系咪|系唔系|并不是|并非|不是|是))?(?:由|归|让)?$")
_PLACE = r"(?:也|都|来|在|只|的|自己|自个儿?|单独)*(?:[排居列占摆放]在?|是|算|系)?(?:在)?"
_OFFICE = r"(?:的)?(?:单位|部门|处室)?"
_TOPIC = r"(?P<topic>[^,，。?？]{1,24}?)"
# 该找司法厅吗
_GO_TO = re.compile(r"(?:应该|该|要|得)?(?:去)?找$")
# 省法院、省检察院配合
_AND = re.compile(r"[、,，和与跟及同]|以及")
# 是不是律师工作处的活
_ITS_WORK = re.compile(
    r"的(?:活儿?|事情?儿?|任务|责任|职责|差事|分内)(?!做成|列|汇总|整理|清单|拉个|统计|打印)"
)


@dataclass(frozen=True, slots=True)
class RolesAsked:
    """What is asked of departments' roles.

    ``roles`` are the canonical names of departments with the role that each is asked to have; one
    that is asked to have a part only (参与) has none here.
    """

    asks: frozenset[Ask] = frozenset()
    roles: tuple[tuple[str, Role], ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    # 排头一个的是 司法厅, 配合公证的应该是 司法厅: the role before the department.
    before: tuple[tuple[re.Pattern[str], Role], ...]
    # 司法厅 是公证的牵头部门, 司法厅 是不是在公证里排第一, with the topic between.
    around: tuple[tuple[re.Pattern[str], Role], ...]
    # 司法厅 牵头的单位, 财政局 来配合: the role behind it.
    behind: tuple[tuple[re.Pattern[str], Role], ...]
    # 律师工作处 算什么角色, 是牵头还是配合
    part: re.Pattern[str]
    # 司法厅 牵头还是 法院
    choice: re.Pattern[str]


@cache
def _closed() -> re.Pattern[str]:
    """Whether yes or no is asked; 公安也掺和不, 检察院掺和不掺和 too."""
    role = in_any_role()
    in_it = r"在内|在里[面头]"
    return re.compile(rf"{_CLOSED}|(?:{role}|{in_it})不[?!。 ]*$|(?P<role>{role})不(?P=role)")


@cache
def _said() -> _Said:
    leads, helps = leading().said, helping().said
    first = r"第一(?:个|位|家|名)?(?:负责)?|首个|头一[个位家]|最前[面头]?"
    before: tuple[tuple[str, Role], ...] = ((f"{leads}|第一", "lead"), (helps, "support"))
    roles: tuple[tuple[str, Role], ...] = ((f"{leads}|{first}", "lead"), (helps, "support"))
    return _Said(
        before=tuple(
            (
                re.compile(
                    rf"(?:{words})(?:{_TOPIC})?(?:个|位|名|家|一个)?的?(?:单位|部门|处室|那家)?"
                    r"(?:应该|应当|应|就)?(?:是不是|是|系)(?:由)?$"
                ),
                role,
            )
            for words, role in before
        ),
        around=tuple(
            (re.compile(rf"{between}(?:{words}){_OFFICE}"), role)
            for words, role in roles
            for between in (
                rf"(?:是不是|是|系){_TOPIC}的",
                rf"(?:是不是|是否|是)?在{_TOPIC}(?:里面?|中|上)(?:是|排|列)?在?",
            )
        ),
        behind=(
            (re.compile(rf"{_PLACE}(?:{leads}|{leading().behind}|{first}){_OFFICE}"), "lead"),
            (re.compile(rf"{_PLACE}(?:{helps}|{helping().behind}){_OFFICE}"), "support"),
            (re.compile(r"管不管|负不负责|牵不牵头|抓不抓"), "lead"),
            (re.compile(rf"(?:有没有份|有冇份|参不|配不|协不)(?:{helps}|与|加|合|助)?"), "support"),
        ),
        part=re.compile(
            r"(?:它|他们)?(?:在(?:里[头面边]?|其中|当中))?(?:[算是](?:个|的)?|扮演(?:的)?|充当|担任)?(?:什么|啥子?|哪种)(?:角色|身份)"
            rf"|(?<!不管)(?<![不无]论)(?<!不管是)(?<![不无]论是)(?:在(?:里[头面边]?|其中|当中))?[是算]?(?:{leads}){_OFFICE},?还是(?:{helps}){_OFFICE}"
        ),
        choice=re.compile(
            rf"(?:来|在)?(?:管|{leads})?的?(?:,|，)?(?:还是|或者|抑或|定系)(?:归|由|是)?"
        ),
    )


def take_role_asked(reading: Reading, found: Departments) -> RolesAsked:
    """Take departments and their roles out of a question to be answered with yes or no.

    Of two departments (归律师工作处还是公共法律服务管理处) it is asked who leads.

    ``found`` are the departments that the question names and where they stand in it.
    """
    named = _take_named_role(reading, found)
    if named.asks or asks_in_a_role(reading.text):
        return named
    asks: set[Ask] = {*_take_choice(reading, found), *_take_part(reading, found)}
    if asks or not _closed().search(reading.text):
        return RolesAsked(frozenset(asks))
    roles: dict[str, Role] = {}
    for department, start, end in found:
        before = _BEFORE.search(reading.text, 0, start)
        first = before.start() if before else start
        for pattern, role in _said().behind:
            if match := pattern.match(reading.text, end):
                reading.take(first, match.end())
                asks |= {role, "yesno"}
                _note_role(roles, department, role, match.group())
        for pattern, role in _said().around if not asks else ():
            if match := pattern.match(reading.text, end):
                reading.take(first, match.start("topic"))
                reading.take(match.end("topic"), match.end())
                asks |= {role, "yesno"}
                _note_role(roles, department, role, match.group())
        if not asks and (match := _ITS_WORK.match(reading.text, end)):
            has = _HAS.search(reading.text, 0, start)
            reading.take(has.start() if has else first, match.end())
            asks |= {"support" if has else "lead", "yesno"}
            if not has:
                roles.setdefault(department, "lead")
        if not asks and (go := _GO_TO.search(reading.text, 0, start)):
            reading.take(go.start(), end)
            asks |= {"lead", "yesno"}
            roles.setdefault(department, "lead")
    for (one, _, end), (other, start, _) in reversed(list(pairwise(found))):
        if other in roles and _AND.fullmatch(reading.text, end, start):
            roles.setdefault(one, roles[other])
    return RolesAsked(frozenset(asks), tuple(roles.items()))


def _note_role(roles: dict[str, Role], department: str, role: Role, said: str) -> None:
    """The first role asked of a department; who takes part (参与) may lead as well."""
    if role == "lead" or re.search(helping().only, said):
        roles.setdefault(department, role)


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


def _take_named_role(reading: Reading, found: Departments) -> RolesAsked:
    """排头一个的是司法厅吗: the role first, then the department, to be answered with yes or no."""
    for department, start, end in found:
        if not (_closed().search(reading.text) or _ASKED.match(reading.text, end)):
            continue
        for pattern, role in _said().before:
            if match := pattern.search(reading.text, 0, start):
                about = match.span("topic") if match["topic"] else (end, end)
                reading.take(match.start(), about[0])
                reading.take(about[1], end)
                return RolesAsked(frozenset({role, "yesno"}), ((department, role),))
    return RolesAsked()


def _take_part(reading: Reading, found: Departments) -> frozenset[Ask]:
    """律师工作处算什么角色, 是牵头还是配合: which part a department has."""
    part = _said().part.search(reading.text) if found else None
    if part is None:
        return frozenset()
    for span in (part.span(), *((start, end) for _, start, end in found)):
        reading.take(*span)
    return frozenset({"lead", "support", "yesno"})


def _take_choice(reading: Reading, found: Departments) -> frozenset[Ask]:
    for (_, start, end), (_, second, last) in pairwise(found):
        if not _said().choice.fullmatch(reading.text, end, second):
            continue
        before = _BEFORE.search(reading.text, 0, start)
        role = _said().behind[0][0].match(reading.text, last)
        reading.take(before.start() if before else start, role.end() if role else last)
        return frozenset({"lead"})
    return frozenset()
