"""A text as lines, and what single lines of a paper's head and foot are."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.numbering import han_value
from corpus.portal import is_furniture


class Line(NamedTuple):
    """A line of the text; `end` is after its line end, `text` is without it."""

    text: str
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places; together they are the text."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        end = min(start + len(part) + 1, len(text))
        if end > start:
            lines.append(Line(part, start, end))
        start = end
    return lines


# 吉司发〔2019〕21号 / （皖政办秘〔2021〕82号） / 司发[2018]1号
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[（(【［﹝]\s?(?:19|20)\d\d\s?[〕\])）】］﹞]\s?第?\s?\d{1,5}\s?号"
)
NUMBER_LINE = re.compile(rf"[（(]?(?P<number>{NUMBER.pattern})[)）]?")
# 2019年6月24日 / 2021-05-20 / 二〇二一年三月五日
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d|[二一〇零○][〇零○一二三四五六七八九]{3})\s?[年./-]\s?"
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月./-]\s?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?"
)
_DATE_LINE = re.compile(rf"[（(]?{_DATE.pattern}[)）]?")
# 2005年7月29日 重庆市第二届人民代表大会常务委员会第十八次会议通过 / 某省办公厅 2021年3月5日印发
DATED_LINE = re.compile(
    rf"[（(]?{_DATE.pattern}.{{2,80}}(?:通过|公布|发布|修正|修订|批准|施行)[）)》]*"
    r"|.{2,30}(?:办公厅|办公室|秘书处)\s*\d{4}年\d{1,2}月\d{1,2}日印发"
)
# （征求意见稿） / （2022 版） / 2022 年11月 / 目录 / 前 言
_NOTE_LINE = re.compile(
    r"[（(【].{1,40}[)）】]|\d{4}\s?年(?:\s?\d{1,2}\s?月)?|目\s*[录次]|附件\d{0,2}|前\s*言"
)
_LONGEST = 200  # characters of such a line; a longer one is a paragraph
FOREWORD_LINE = re.compile(r"前\s*言")
SOURCE_LINE = re.compile(
    r"[（(]?(?:信息|文章)?来源\s*[:：]\s*(?P<issuer>[\u4e00-\u9fff]{2,24})[)）]?"
)
_CLOSING_LINE = re.compile(
    r"[（(]?(?:责任编辑|编辑|审核|校对|抄送|抄报|分送|联系人|联系电话|附件下载|相关附件)\s*[:：].*"
    r"|[（(]此件.{1,20}[)）]"
)


def read_date(text: str) -> dt.date | None:
    """The first date in `text`, in digits or Han numerals; None for none or an impossible one.

    >>> read_date("二〇二一年三月五日")
    datetime.date(2021, 3, 5)
    """
    match = _DATE.search(text)
    if match is None:
        return None
    year = "".join(
        sign if sign.isdecimal() else str(max("〇一二三四五六七八九".find(sign), 0))
        for sign in match["y"]
    )
    try:
        return dt.date(int(year), han_value(match["m"]), han_value(match["d"]))
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    return len(text) < 30 and _DATE_LINE.fullmatch(text) is not None


def is_signature(lines: Sequence[Line], i: int) -> bool:
    """Whether the line is a date, or the name above one: 吉林省司法厅 / 2019年6月24日."""
    text = lines[i].text
    if is_date_line(text):
        return True
    named = len(text) <= 30 and re.search(r"[。，；：:]", text) is None
    return named and i + 1 < len(lines) and is_date_line(lines[i + 1].text)


def is_beside_the_paper(text: str) -> bool:
    """Whether a line of a paper's head is neither title nor words: number, date, （征求意见稿）."""
    patterns = (NUMBER_LINE, _DATE_LINE, _NOTE_LINE, DATED_LINE, SOURCE_LINE)
    return len(text) < _LONGEST and (
        is_furniture(text) or any(pattern.fullmatch(text) for pattern in patterns)
    )


def closes_the_paper(text: str) -> bool:
    """Whether a line at the very end is no longer the paper's: (来源:广东省司法厅), 【打印】."""
    return len(text) < _LONGEST and (
        is_furniture(text)
        or SOURCE_LINE.fullmatch(text) is not None
        or _CLOSING_LINE.fullmatch(text) is not None
        or DATED_LINE.fullmatch(text) is not None
    )
