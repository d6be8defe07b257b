"""What a line's beginning says: the marker of a numbered clause, or nothing.

Only the form is judged here; whether a marker fits the sequence is for `corpus.sequence`.
"""

import re
from collections.abc import Callable

from corpus.numbering import HAN, TO_ASCII, Family, Marker, han_value

_DIGIT = "0-9０-９"
_BLANK = r"[ \t\u3000\xa0]"
_SPACE = rf"{_BLANK}*"

# 附件 / 附件1 / 附件一：任务分工表 / 附表2
_ANNEX = re.compile(
    rf"(附[件表录]){_SPACE}([{_DIGIT}]{{1,2}}|[{HAN}]{{1,3}})?{_SPACE}([:：]?){_SPACE}"
)
# 第一章 总则 / 第三节 / 第十条之一 / 第一部分
_STATUTE = re.compile(
    rf"第([{HAN}{_DIGIT}]{{1,7}})(编|篇|部分|章|节|条)(之[{HAN}]{{1,2}})?([ \t\u3000\xa0]*)"
)
# 第二条规定的情形除外 / 第三条、第四条 / 第二款第一项
_REFERENCE = re.compile(
    r"规定|所规定|所列|所述|所称|的|之|至|和|与|及|或|、|，|,|。|款|第|项|中|内"
)
# （一）（二）项规定的 / （一）至（三）
_REFERS = re.compile(r"[、和至项款]|[（(][一二三四五六七八九十]")
# 第十五 条工商行政管理部门发现… / 条五条 …
_SLIP = re.compile(
    rf"第[{HAN}{_DIGIT}]{{1,7}}{_BLANK}+条|条[{HAN}{_DIGIT}]{{1,7}}条|第[{HAN}]{{1,7}}{_BLANK}"
)
# 一、重大意义 / 十二．保障措施
_HAN_MARK = re.compile(rf"([{HAN}]{{1,5}}){_SPACE}[、．.]{_SPACE}")
# （一）指导思想 / (二)建设 / ㈠
_HAN_BRACKET = re.compile(rf"[（(]{_SPACE}([{HAN}]{{1,5}}){_SPACE}[)）]{_SPACE}[、.．]?{_SPACE}")
_HAN_ENCLOSED = re.compile(rf"([㈠-㈩]){_SPACE}[、.．]?{_SPACE}")
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


def _annex(line: str) -> Marker | None:
    match = _ANNEX.match(line)
    if match is None or announces_attachments(line):
        return None
    rest = line[match.end() :]
    if match[2] is None and rest:
        return None
    if rest and (len(rest) > 60 or rest[-1] in "。；，"):
        return None
    number = (match[1] + (match[2] or "")).translate(TO_ASCII)
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
    number = f"第{match[1].translate(TO_ASCII)}{match[2]}{match[3] or ''}"
    return Marker(family, number, han_value(match[1]), match.end(), loose=not spaced)


def _plain(line: str) -> Marker | None:
    for pattern, make in _FORMS:
        match = pattern.match(line)
        if match:
            return make(match)
    return None


def _han(match: re.Match[str]) -> Marker | None:
    value, rest = han_value(match[1]), match.string[match.end() : match.end() + 5]
    following = re.match(rf"[{HAN}]+", rest)
    loose = following is not None and han_value(following[0]) == value + 1  # 一、二级法院…
    return Marker(Family.HAN, match[1], value, match.end(), loose=loose) if value else None


def _han_bracketed(match: re.Match[str]) -> Marker | None:
    value = han_value(match[1])
    if value == 0 or _REFERS.match(match.string, match.end()):
        return None
    return Marker(Family.HAN_BRACKETED, f"（{match[1]}）", value, match.end())


def _enclosed(family: Family, first: str, form: str) -> Callable[[re.Match[str]], Marker]:
    def make(match: re.Match[str]) -> Marker:
        value = ord(match[1]) - ord(first) + 1
        numeral = HAN[value - 1] if family is Family.HAN_BRACKETED else str(value)
        return Marker(family, form.format(sign=match[1], value=numeral), value, match.end())

    return make


def _digits(family: Family, form: str) -> Callable[[re.Match[str]], Marker | None]:
    def make(match: re.Match[str]) -> Marker | None:
        number = match[match.lastindex or 1].translate(TO_ASCII)
        if int(number) == 0:
            return None
        return Marker(family, form.format(number), int(number), match.end())

    return make


def _circled(match: re.Match[str]) -> Marker:
    first, value = next((f, v) for f, v in _CIRCLES if 0 <= ord(match[1]) - ord(f) < 20)
    return Marker(Family.CIRCLED, match[1], ord(match[1]) - ord(first) + value, match.end())


def _decimal(match: re.Match[str]) -> Marker | None:
    number = match[1].translate(TO_ASCII)
    parts = number.split(".")
    if "0" in parts:
        return None
    loose = match[2] == "" or _UNIT.match(match.string, match.end()) is not None
    return Marker(Family.DECIMAL, number, int(parts[-1]), match.end(), len(parts), loose)


def _bare(match: re.Match[str]) -> Marker:
    number = match[1].translate(TO_ASCII)
    return Marker(Family.DECIMAL, number, int(number), match.end(), 1, loose=True)


def _dash(match: re.Match[str]) -> Marker | None:
    name = _DASH_NAME.match(match.string, match.end())
    return Marker(Family.DASH, f"——{name[0].strip()}", 0, match.end()) if name else None


def _markdown(line: str, heading: re.Match[str]) -> Marker:
    depth = len(heading[1])
    inner = read_marker(line[heading.end() :])
    if inner is not None and not inner.loose:
        end = heading.end() + inner.end
        return Marker(Family.HEADING, inner.number, inner.value, end, depth)
    name = line[heading.end() :].strip("# \t")[:30]
    return Marker(Family.HEADING, name, 0, heading.end(), depth)


_CIRCLES = (("①", 1), ("㉑", 21), ("㊱", 36))
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Marker | None]], ...] = (
    (_HAN_MARK, _han),
    (_HAN_BRACKET, _han_bracketed),
    (_HAN_ENCLOSED, _enclosed(Family.HAN_BRACKETED, "㈠", "（{value}）")),
    (_ARABIC_BRACKET, _digits(Family.ARABIC_BRACKETED, "（{}）")),
    (_PARENTHESISED, _enclosed(Family.ARABIC_BRACKETED, "⑴", "{sign}")),
    (_CIRCLED, _circled),
    (_ARABIC_ENCLOSED, _enclosed(Family.ARABIC, "⒈", "{value}")),
    (_DECIMAL, _decimal),
    (_ARABIC, _digits(Family.ARABIC, "{}")),
    (_HALF_BRACKET, _digits(Family.HALF_BRACKETED, "{}）")),
    (_BARE, _bare),
    (_DASH, _dash),
)
