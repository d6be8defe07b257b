"""Clause numbers in a question: 第30条, 第22项第(3)点, 三(一)2, 编号(85), 第二部分最后一段."""

from __future__ import annotations

import re

from assistant.understanding.question import ClauseNumber
from assistant.understanding.reading import Reading
from corpus import han_value

_CHINESE = "零〇一二两三四五六七八九十百"
_NUMBER = rf"(?:\d{{1,4}}|[{_CHINESE}]{{1,7}})"

_JOINED = r"\s*(?:[、,，和与跟及]|以及|还有)\s*"

# One alternative per way to name a level; the group's name is the family of the number.
_UNIT = re.compile(
    rf"第\s*(?P<section>{_NUMBER})\s*(?:个|大)?(?:部分|章|大块|板块)儿?"
    rf"|第\s*(?P<subsection>{_NUMBER})\s*(?:小节|节)"
    # 24项2点: behind another number 第 is often left out
    rf"|(?<![\d第])(?P<task4>\d{{1,3}})\s*[项条](?=\s*(?:的|里|下面?)?第?\s*[(（]?\d{{1,2}}[)）]?\s*[小点])"
    # 32条(1)
    r"|(?<![\d第])(?P<task6>\d{1,3})\s*[项条](?=\s*(?:的|里)?\s*\(\d{1,2}\))"
    rf"|(?<=[项条])\s*(?P<item4>\d{{1,2}})\s*小?点"
    # 第6项里打头的那个小点
    r"|(?P<first>(?:第一|头一|打头的?|(?:排在)?最前面?的?)(?:那)?(?:个(?:小)?|一)(?:点|项(?!目)|条))"
    # 30条说的啥: at the head of a question
    rf"|^(?P<any4>\d{{1,3}})\s*[条项点](?![\u4e00-\u9fff]{{0,2}}(?:措施|任务|意见|建议))"
    rf"|第\s*(?P<task>{_NUMBER})\s*(?:大项|大条|项任务|个任务|项(?!目)|任务)"
    rf"|任务\s*(?P<task2>\d{{1,3}})(?!\d|年|个|项)"
    rf"|大项的?\s*(?P<task3>{_NUMBER})(?!\d|年|个|项)|小[项点]\s*(?P<item3>{_NUMBER})(?!\d|年|个)"
    rf"|第\s*(?P<item>{_NUMBER})\s*(?:小项|小点|小条|点|个小[点项条])"
    rf"|第\s*(?P<paragraph>{_NUMBER})\s*(?:自然)?段"
    rf"|第\s*(?P<any>{_NUMBER})\s*(?:条款|条|款|号)"
    r"|(?:第|编号)?\s*\((?P<bracketed>\d{1,3})\)(?:小项|小点|[条项点款号])?"
    rf"|(?:第|编号)?\s*\((?P<subsection2>[{_CHINESE}]{{1,4}})\)(?:部分|大?块|[条项点款节])?"
    # 要点27条, 浙江27条: behind a paper's name or place; 要点38项任务 counts
    r"|(?<=[\u4e00-\u9fff])(?P<any3>\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?)\s*[条项款](?!号|任务|措施|改革|工作|内容|文件|制度|政策|都|一共)"
    r"|(?:编号|标号|序号)\s*(?:是|为)?\s*(?P<any2>\d{1,3})(?!\d)"
    # 93号那条, 九十三号小点
    rf"|(?<![\d月第{_CHINESE}])(?P<any8>{_NUMBER})\s*号的?(?:(?:那|这)?(?:一?个)?小?[点条款项](?!码)|是?(?:怎么|咋)?[写说讲](?:的|了)(?!日))"
    # 我记得在第49，没错吧
    r"|第\s*(?P<any6>\d{1,3})(?=[,，。?？]|$|[里写说讲]|的(?:上|下|前|后|再|原文|内容))"
    # 往后翻到18项
    r"|(?:(?:往[前后上下])?(?:翻|跳|看|转|回)到|往[前后上下回](?:翻|看|找),?)\s*(?P<any5>\d{1,3})\s*[条项点款]"
    # 回到刚才的56条
    r"|(?:刚才|刚刚|前面|上面|之前|先前)(?:说|问|看|讲|提|查)?(?:过|到)?的?(?:那个?)?\s*(?P<any7>\d{1,3})\s*[条项点款]"
    # 看错了，是不带括号的17
    r"|(?:不带|没有?|不加|无)括[号弧]的(?:那一?[个条项])?\s*(?P<task5>\d{1,3})(?!\d|个|项|条)"
    # 括号29那一条
    rf"|(?<!不是)括[号弧]里?(?:的|是)?\s*(?P<bracketed2>\d{{1,3}}(?!\d)|[{_CHINESE}]{{2,5}}(?=那|的|[条项点号,，?？]|$))"
)
# 三(一)2 · 二、(六)24(1): the printed numbers one behind the other, as officials note them.
_CHAIN = re.compile(
    rf"(?<![{_CHINESE}第])(?P<section>[{_CHINESE}]{{1,3}})\s*[、./\-]?\s*\((?P<subsection>[{_CHINESE}]{{1,3}})\)"
    r"\s*[、./\-]?\s*(?P<task>\d{1,3})?\s*[、./\-]?\s*(?:\((?P<item>\d{1,3})\))?"
)
# 23-2, 23-②: a task and its point, dashed.
_DASHED = re.compile(
    r"(?<![\d\-.])(?P<task>\d{1,2})\s*-\s*\(?(?P<item>\d{1,2})\)?(?![\d\-.%年月日号天人个名家所次件倍万亿])"
)
# 24(3): a task and its point, as they are printed.
_NESTED = re.compile(
    rf"(?<![\d\-.({_CHINESE}])(?P<task>\d{{1,2}})\s*\((?P<item>\d{{1,2}})\)(?:小?[点项条])?"
)
# 33的责任单位, 32往后呢, 28打头一项: a bare number where a message begins ..
_BARE = re.compile(
    r"^(?:那|那么|看|再看|说|回|回到|再说|从|(?:打|写|说|看)错了?[,，](?:是|要|应该是)?)?"
    rf"\s*(?P<any>\d{{1,3}}(?:{_JOINED}\d{{1,3}})*)"
    r"(?=的?(?:责任|牵头|配合|原文|原话|内容|单位|条文)"
    r"|的(?:呢|[?？]|$)|那[几两二三四五]?[点条项个]|再?往[后前上下]|[后前上下][面头边]|底下|里[面头]?|打头|头一|比[它他这那]|还是|谁|[,，?？呢]|$)"
)
# .. or right behind a paper's name: 四川89, 川稿47后面一条.
_BEHIND_A_NAME = re.compile(
    rf"(?:的\s*)?(?<!\d)(?P<any>\d{{1,3}}(?:{_JOINED}\d{{1,3}})*)"
    r"(?=的|[,，、。?？:：]|$|(?:给|帮)?我?(?:念|读|看|发|贴)|写|讲|说|再?[往后前上下]|底下|里|外|比|还是|谁|呢|各|都|分别|[和与跟对接牵配])"
)
# 第25、26项, 24到26项, 第二、三部分: several numbers before one word for what they number
_SEVERAL = re.compile(
    rf"(?P<ordinal>第)?\s*(?P<first>{_NUMBER})(?:(?P<others>(?:{_JOINED}第?\s*{_NUMBER})+)"
    rf"|[项条点]?\s*(?:到|至|[-—~]+)\s*第?\s*(?P<to>{_NUMBER}))"
    r"\s*个?(?P<unit>部分|章|大项|项任务|小[项点条]|条款|[项条点款号])(?!目|措施|意见|建议|规定)"
)
_MOST_OF_A_RANGE = 12
# Without 第: 三、四项 and 2到3条 count, 9点到12点 and 3、4号 are times.
_NO_COUNT, _OF_TIME = 10, ("点", "号")
# 不带括号的那个16 is a task.
_WITHOUT_BRACKETS = re.compile(r"(?:不带|没有?|不加|无)括[号弧]")
_PAPERS_END = "点案见稿件省部厅年里"
_LAST = re.compile(
    r"(?:倒数第(?P<from_end>[一二两三四五六七八九十\d]{1,2})|最后|最末尾?|末尾|结尾|收尾|(?<![周月年期])末)(?:面|头)?的?那?[一1]?[个大]?(?P<what>部分|章|自然段|段|小项|小点|小条|条款|条|大项|项任务|任务|项|点|个(?=[是呢的讲说写?]|$))"
)
_FAMILY_OF = {
    "部分": "section", "章": "section",
    "小项": "item", "小点": "item", "小条": "item", "点": "item", "条": "any", "条款": "any",
    "款": "any", "号": "any", "个": "any",
    "大项": "task", "项任务": "task", "任务": "task", "项": "task",
}  # fmt: skip
_BETWEEN = re.compile(
    r"(?:之下|底下|以下|下[面边头]|里[面边头]|当中|其中|中间|那|[的里中下内有、,./\-\s])*"
)
# 放进调研报告的第三节: a part of what the reader writes himself.
_OF_HIS_OWN = re.compile(r"(?:(?<!工作)报告|论文|讲稿|汇报|幻灯片?|ppt)(?:材料)?(?:里|中)?的?$")
_FAMILIES = ("section", "subsection", "task", "item")


def number_value(written: str) -> int | None:
    """Read Arabic digits or a Chinese numeral below 1,000; None if it is neither.

    >>> number_value("三十"), number_value("十二"), number_value("一百零五"), number_value("85")
    (30, 12, 105, 85)
    """
    if written.isdecimal():
        return int(written)
    if not written or any(character not in _CHINESE for character in written):
        return None
    return han_value(written.replace("两", "二"))


def take_clause_numbers(reading: Reading) -> tuple[ClauseNumber, ...]:
    """Take the clause numbers out of the question, each with its levels from outside inwards."""
    last = next(reading.free(_LAST), None)
    if last is not None:
        reading.take(*last.span())  # before the units: 倒数第二条 is not 第二条
    take_each = (_take_several, _take_chains, _take_bare, _take_units)
    found = [number for take in take_each for number in take(reading)]
    if last is not None:
        outer = found.pop(0) if found else ClauseNumber(levels=())
        family = _FAMILY_OF.get(last["what"], "paragraph")
        from_end = number_value(last["from_end"]) if last["from_end"] else 1
        levels = (*outer.levels, (family, -(from_end or 1)))
        found.insert(0, ClauseNumber(levels, written=outer.written + last.group()))
    return tuple(found)


def _take_chains(reading: Reading) -> list[ClauseNumber]:
    chains = []
    for pattern in (_CHAIN, _DASHED, _NESTED):
        for match in list(reading.free(pattern)):
            levels = tuple(
                (family, value)
                for family, written in match.groupdict().items()
                if written and (value := number_value(written)) is not None
            )
            chains.append(ClauseNumber(levels, written=reading.take(*match.span()).strip()))
    return chains


def _take_several(reading: Reading) -> list[ClauseNumber]:
    """第25、26项, 24到26项: each by itself."""
    numbers: list[ClauseNumber] = []
    for match in list(reading.free(_SEVERAL)):
        written = re.findall(_NUMBER, f"{match['first']} {match['others'] or match['to']}")
        values = [value for each in written if (value := number_value(each)) is not None]
        if len(values) < len(written):
            continue  # 十十 is no number
        printed = match["first"].isdecimal() and values[0] >= _NO_COUNT
        numbered = match["ordinal"] or (printed and match["unit"] not in _OF_TIME)
        if match["to"]:
            values = list(range(values[0], values[-1] + 1))
        if not numbered or not 1 < len(values) <= _MOST_OF_A_RANGE:
            continue
        family = _FAMILY_OF[match["unit"]]
        said = reading.take(*match.span()).strip()
        numbers += [ClauseNumber(((family, value),), written=said) for value in values]
    return numbers


def _take_bare(reading: Reading) -> list[ClauseNumber]:
    """Numbers without a word for what they number."""
    bare = list(reading.free(_BARE))
    bare += [
        match
        for match in reading.free(_BEHIND_A_NAME)
        if match.start() and reading.taken[match.start() - 1]
    ]
    family = "task" if _WITHOUT_BRACKETS.search(reading.text) else "any"
    numbers = []
    for match in bare:
        values = map(int, re.findall(r"\d+", match["any"]))
        written = reading.take(*match.span("any"))
        numbers += [ClauseNumber(((family, value),), written=written) for value in values]
    return numbers


def _take_units(reading: Reading) -> list[ClauseNumber]:
    numbers: list[ClauseNumber] = []
    previous_end: int | None = None
    for match in list(reading.free(_UNIT)):
        group = match.lastgroup or ""
        value = 1 if group == "first" else number_value(match[group])
        of_nothing = group == "any3" and not _behind_a_paper(reading, match.start())
        if value is None or of_nothing or _OF_HIS_OWN.search(reading.text, 0, match.start()):
            continue
        family = group.rstrip("0123456789")
        family = "item" if family in ("bracketed", "first") else family
        written = reading.take(*match.span())
        adjoining = (
            previous_end is not None
            and numbers
            and _BETWEEN.fullmatch(reading.text[previous_end : match.start()])
            and _deeper(family, numbers[-1].levels[-1][0])
        )
        if adjoining:
            outer = numbers.pop()
            numbers.append(
                ClauseNumber((*outer.levels, (family, value)), written=outer.written + written)
            )
        else:
            numbers.append(ClauseNumber(((family, value),), written=written))
        previous_end = match.end()
    return numbers


def _behind_a_paper(reading: Reading, place: int) -> bool:
    """Whether a paper's kind or a name that was understood as one stands right before."""
    return bool(reading.taken[place - 1]) or reading.text[place - 1] in _PAPERS_END


def _deeper(family: str, outer: str) -> bool:
    if "any" in (family, outer) or family == "paragraph":
        return family != outer
    if outer == "paragraph":
        return False
    return _FAMILIES.index(family) > _FAMILIES.index(outer)
