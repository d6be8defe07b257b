"""What a line's beginning says: the marker of a numbered clause, or nothing.

Only the form is judged here; whether a marker fits the sequence is for `corpus.outline`.
"""

import re
from dataclasses import dataclass
from enum import Enum

from corpus.model import Kind


class Family(Enum):
    """Kinds of markers, outermost first, as official papers nest them."""

    ANNEX = "附件1"
    PART = "第一编"
    CHAPTER = "第一章"
    DIVISION = "第一节"
    HEADING = "# 标题"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_BRACKETED = "（一）"
    ARABIC = "1."
    DECIMAL = "1.1"
    ARABIC_BRACKETED = "（1）"
    HALF_BRACKETED = "1）"
    CIRCLED = "①"
    DASH = "——"
    ROW = "表"


RANK = {family: rank for rank, family in enumerate(Family)}

_KINDS: dict[Family, Kind] = {
    Family.ANNEX: "section",
    Family.PART: "section",
    Family.CHAPTER: "section",
    Family.DIVISION: "subsection",
    Family.ARTICLE: "task",
    Family.HAN: "section",
    Family.HAN_BRACKETED: "subsection",
    Family.ARABIC: "task",
    Family.DASH: "paragraph",
    Family.ROW: "task",
}
_IN_HAN = frozenset(
    (Family.PART, Family.CHAPTER, Family.DIVISION, Family.ARTICLE, Family.HAN, Family.HAN_BRACKETED)
)
_BY_DEPTH: tuple[Kind, ...] = ("section", "subsection", "task")


@dataclass(frozen=True, slots=True)
class Marker:
    """family: its form · number: as it stands in a path · value: the number it counts as (0 for a
    dash or an unnumbered heading) · end: where the clause's words begin in the line · depth: levels
    of a decimal number or a Markdown heading · loose: it may as well be the start of a sentence."""

    family: Family
    number: str
    value: int
    end: int
    depth: int = 0
    loose: bool = False

    @property
    def kind(self) -> Kind:
        if self.depth:
            return _BY_DEPTH[self.depth - 1] if self.depth <= len(_BY_DEPTH) else "item"
        return _KINDS.get(self.family, "item")

    @property
    def rank(self) -> tuple[int, int]:
        return RANK[self.family], self.depth


_HAN = "一二三四五六七八九十百零〇"
_DIGIT = "0-9０-９"
_SPACE = r"[ \t\u3000\xa0]*"
_TO_ASCII = str.maketrans("０１２３４５６７８９．", "0123456789.")

# 附件 / 附件1 / 附件一：任务分工表 / 附表2
_ANNEX = re.compile(
    rf"(附[件表录]){_SPACE}([{_DIGIT}]{{1,2}}|[{_HAN}]{{1,3}})?{_SPACE}([:：]?){_SPACE}"
)
# 第一章 总则 / 第三节 / 第十条之一 / 第一部分
_STATUTE = re.compile(
    rf"第([{_HAN}{_DIGIT}]{{1,7}})(编|篇|部分|章|节|条)(之[{_HAN}]{{1,2}})?([ \t\u3000\xa0]*)"
)
# 第二条规定的情形除外 / 第三条、第四条 / 第二款第一项
_REFERENCE = re.compile(
    r"规定|所规定|所列|所述|所称|的|之|至|和|与|及|或|、|，|,|。|款|第|项|中|内"
)
# 第十五 条工商行政管理部门发现… / 条五条 …
_SLIP = re.compile(
    rf"第[{_HAN}{_DIGIT}]{{1,7}}[ \t\u3000\xa0]+条|条[{_HAN}{_DIGIT}]{{1,7}}条|第[{_HAN}]{{1,7}}[ \t\u3000\xa0]"
)
# 一、重大意义 / 十二．保障措施
_HAN_MARK = re.compile(rf"([{_HAN}]{{1,5}}){_SPACE}[、．.]{_SPACE}")
# （一）指导思想 / (二)建设 / ㈠
_HAN_BRACKET = re.compile(rf"[（(]{_SPACE}([{_HAN}]{{1,5}}){_SPACE}[)）]{_SPACE}[、.．]?{_SPACE}")
_HAN_ENCLOSED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
# 1.深化 / 18. 继续 / 1．除涉密 / 3、 / 1.2018年底前 ; but 3.0版, 12.4国家宪法日, 2017年, 1.5万人
_ARABIC = re.compile(
    rf"([{_DIGIT}]{{1,3}}){_SPACE}(?:[、]{_SPACE}|[.．]{_SPACE}(?![{_DIGIT}]))(?![{_DIGIT}])"
    rf"|([{_DIGIT}]{{1,3}})[.．、](?=(?:19|20)\d\d年)"
)
_ARABIC_ENCLOSED = re.compile(rf"([⒈-⒛]){_SPACE}")
# 1.1 目的 / 1.1.1基本原则
_DECIMAL = re.compile(
    rf"([{_DIGIT}]{{1,2}}(?:[.．][{_DIGIT}]{{1,2}}){{1,4}})([.．、]?{_SPACE})(?![{_DIGIT}.．])"
)
_UNIT = re.compile(r"[万亿%％‰倍个米元吨公版年月日时分岁平人家项版亩升克度折级GMKkg～~\-—－]")
# 1 总则, only where 1.1 follows
_BARE = re.compile(rf"([{_DIGIT}]{{1,2}})[ \t\u3000\xa0]+(?=\D)")
# （1）牢固 / (29)推动 / （76）2018年建设 / ⑴
_ARABIC_BRACKET = re.compile(
    rf"[（(]{_SPACE}([{_DIGIT}]{{1,3}}){_SPACE}[)）]{_SPACE}[、.．]?{_SPACE}"
)
_PARENTHESISED = re.compile(rf"([⑴-⒇]){_SPACE}")
_HALF_BRACKET = re.compile(rf"([{_DIGIT}]{{1,2}})[)）]{_SPACE}")
_CIRCLED = re.compile(rf"([①-⑳㉑-㉟㊱-㊿]){_SPACE}[、.．]?{_SPACE}")
# ——指导思想。坚持…
_DASH = re.compile(rf"(?:[—─━]{{2,}}|－－|--(?!-)){_SPACE}(?=\S)")
_DASH_NAME = re.compile(r"[^。，,：:；;！？\n]{1,20}")
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+(?=\S)")


def read_marker(line: str) -> Marker | None:
    """The marker at the start of `line`, blanks before it already gone; None for body text.

    >>> read_marker("（76）2018年建设完善应急指挥平台").number
    '（76）'
    >>> read_marker("12.4国家宪法日").loose, read_marker("2017年是关键之年")
    (True, None)
    """
    if not line:
        return None
    heading = _MARKDOWN.match(line)
    if heading:
        return _markdown(line, heading)
    return _annex(line) or _statute(line) or _plain(line)


def is_slip(line: str) -> bool:
    """Whether the line looks like an article whose number was mistyped (第十五 条工商…)."""
    return _SLIP.match(line) is not None and read_marker(line) is None


def announces_attachments(line: str) -> bool:
    """附件：1.任务分工表 lists what is attached; 附件1 on its own line opens it."""
    match = _ANNEX.match(line)
    return match is not None and bool(match[3]) and match[2] is None


def han_value(numeral: str) -> int:
    """一百零二 or 12 as a number; 0 when it is none."""
    numeral = numeral.translate(_TO_ASCII)
    if numeral.isdecimal():
        return int(numeral)
    total = digit = 0
    for char in numeral:
        if char in "零〇":
            digit = 0
        elif char == "十":
            total += (digit or 1) * 10
            digit = 0
        elif char == "百":
            total += (digit or 1) * 100
            digit = 0
        else:
            digit = "一二三四五六七八九".find(char) + 1
    return total + digit


def printed(family: Family, value: int) -> str:
    """A number as its family prints it: 四 for 一、 and 第一条, 4 for 1. and （1）."""
    if family not in _IN_HAN or not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    return (
        ("" if tens < 2 else _HAN[tens - 1])
        + ("十" if tens else "")
        + (_HAN[ones - 1] if ones else "")
    )


def _annex(line: str) -> Marker | None:
    match = _ANNEX.match(line)
    if match is None or announces_attachments(line):
        return None
    rest = line[match.end() :]
    if match[2] is None and rest:
        return None
    if rest and (len(rest) > 60 or rest[-1] in "。；，"):
        return None
    number = (match[1] + (match[2] or "")).translate(_TO_ASCII)
    return Marker(Family.ANNEX, number, han_value(match[2] or ""), match.end())


def _statute(line: str) -> Marker | None:
    match = _STATUTE.match(line)
    if match is None or han_value(match[1]) == 0:
        return None
    family = {"条": Family.ARTICLE, "节": Family.DIVISION, "章": Family.CHAPTER}.get(
        match[2], Family.PART
    )
    rest = line[match.end() :]
    spaced = bool(match[4]) or not rest or rest[0] in "【[［"
    if not spaced and _REFERENCE.match(rest):
        return None
    if family is not Family.ARTICLE and (len(rest) > 40 or rest.endswith(("。", "；", "，"))):
        return None
    number = f"第{match[1].translate(_TO_ASCII)}{match[2]}{match[3] or ''}"
    return Marker(family, number, han_value(match[1]), match.end(), loose=not spaced)


def _plain(line: str) -> Marker | None:
    first = line[0]
    if first in _HAN_ENCLOSED:
        value = _HAN_ENCLOSED.index(first) + 1
        return Marker(Family.HAN_BRACKETED, f"（{_HAN[value - 1]}）", value, _skip(line, 1))
    if match := _HAN_MARK.match(line):
        value = han_value(match[1])
        following = re.match(rf"[{_HAN}]+", line[match.end() :])
        loose = following is not None and han_value(following[0]) == value + 1
        return Marker(Family.HAN, match[1], value, match.end(), loose=loose) if value else None
    if match := _HAN_BRACKET.match(line):
        if re.match(r"[、和至项款]|[（(][一二三四五六七八九十]", line[match.end() :]):
            return None
        number, value = f"（{match[1]}）", han_value(match[1])
        return Marker(Family.HAN_BRACKETED, number, value, match.end()) if value else None
    if match := _ARABIC_BRACKET.match(line):
        number = match[1].translate(_TO_ASCII)
        return Marker(Family.ARABIC_BRACKETED, f"（{number}）", int(number), match.end())
    if match := _PARENTHESISED.match(line):
        return Marker(Family.ARABIC_BRACKETED, match[1], ord(first) - ord("⑴") + 1, match.end())
    if match := _CIRCLED.match(line):
        return Marker(Family.CIRCLED, first, _circled_value(first), match.end())
    if match := _ARABIC_ENCLOSED.match(line):
        value = ord(first) - ord("⒈") + 1
        return Marker(Family.ARABIC, str(value), value, match.end())
    return _arabic(line) or _dash(line)


def _arabic(line: str) -> Marker | None:
    if match := _DECIMAL.match(line):
        number = match[1].translate(_TO_ASCII)
        depth = number.count(".") + 1
        loose = match[2] == "" or _UNIT.match(line[match.end() :]) is not None
        if not any(part == "0" for part in number.split(".")):
            value = int(number.rsplit(".", 1)[1])
            return Marker(Family.DECIMAL, number, value, match.end(), depth, loose)
    if match := _ARABIC.match(line):
        number = (match[1] or match[2]).translate(_TO_ASCII)
        return Marker(Family.ARABIC, number, int(number), match.end()) if int(number) else None
    if match := _HALF_BRACKET.match(line):
        number = match[1].translate(_TO_ASCII)
        return Marker(Family.HALF_BRACKETED, f"{number}）", int(number), match.end())
    if match := _BARE.match(line):
        number = match[1].translate(_TO_ASCII)
        return Marker(Family.DECIMAL, number, int(number), match.end(), 1, loose=True)
    return None


def _dash(line: str) -> Marker | None:
    match = _DASH.match(line)
    name = _DASH_NAME.match(line, match.end()) if match else None
    if match is None or name is None:
        return None
    return Marker(Family.DASH, f"——{name[0].strip()}", 0, match.end())


def _markdown(line: str, heading: re.Match[str]) -> Marker:
    depth = len(heading[1])
    inner = read_marker(line[heading.end() :])
    if inner is not None and not inner.loose:
        end = heading.end() + inner.end
        return Marker(Family.HEADING, inner.number, inner.value, end, depth)
    name = line[heading.end() :].strip("# \t")[:30]
    return Marker(Family.HEADING, name, 0, heading.end(), depth)


def _circled_value(char: str) -> int:
    for first, value in (("①", 1), ("㉑", 21), ("㊱", 36)):
        if 0 <= ord(char) - ord(first) < 20:
            return ord(char) - ord(first) + value
    return 0


def _skip(line: str, place: int) -> int:
    return len(line) - len(line[place:].lstrip(" \t\u3000\xa0、.．"))
