"""Kinds of clause numbers, how they nest, and what they count as."""

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


HAN = "一二三四五六七八九十百零〇"
_SPELT = re.compile("[一二三四五六七八九零〇]+")
_DIGITS = str.maketrans("一二三四五六七八九零〇", "12345678900")
TO_ASCII = str.maketrans("０１２３４５６７８９．", "0123456789.")


def han_value(numeral: str) -> int:
    """A number as it is written, 一百零二, 12, or digit by digit, 二〇; 0 when it is none.

    >>> han_value("一百零二"), han_value("12"), han_value("二〇"), han_value("条")
    (102, 12, 20, 0)
    """
    numeral = numeral.translate(TO_ASCII)
    if numeral.isdecimal():
        return int(numeral)
    if _SPELT.fullmatch(numeral):
        return int(numeral.translate(_DIGITS))
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
        ("" if tens < 2 else HAN[tens - 1])
        + ("十" if tens else "")
        + (HAN[ones - 1] if ones else "")
    )
