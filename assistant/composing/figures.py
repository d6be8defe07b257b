"""Numbers in a sentence, and whether they are of the kind that a question asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?:\d+(?:\.\d+)?(?:\s*[-—~至到]\s*\d+(?:\.\d+)?)?|[一二两三四五六七八九十百千万]+)"
# Units as papers write them behind a number; a question's unit is matched with its group.
_UNITS: dict[str, str] = {
    "person": "名|人|位|人次",
    "body": "家|所|个|支|处|座|批",
    "money": "元|万元|亿元|万|亿",
    "share": "%|％|成|倍|个百分点",
    "time": "天|日|个月|年|小时|周|次",
    "item": "项|个|条|类|种|大|件|级|点|市|县|届",
}
_ASKED: dict[str, str] = {
    "person": "多少个?人|几个?人|多少名|几名|几位|好多[人名]|几多人|多少律师|人数",
    "body": "几家|多少家|几所|多少所",
    "money": "(?:多少|好多|几多|几)钱|多少[元块]|几块|几个钱|金额"
    "|(?:经费|预算|费用|收入|工资|[挣赚])多少|几[百千万]",
    "share": "比例|百分之|占比|多高|比率",
    "time": "几年|多久|好久|几耐|多少天|几天|多长时间|几个月|几次|多少次",
    "item": "几项|多少项|几个|多少个|几条|几类|几种|多少件|几大|多少",
}
_LONGEST_FIRST = sorted({u for g in _UNITS.values() for u in g.split("|")}, key=len, reverse=True)
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{'|'.join(_LONGEST_FIRST)})")
# “一个标准体系” counts nothing that anybody asks for; neither does 十八大 or 一带一路.
_NO_FIGURE = re.compile(r"第$|^一(?:个|项|批|支|次|级|类|年|大|种|条|人|名)$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit as written, and where it stands in the sentence."""

    text: str
    number: str
    unit: str
    start: int
    end: int


def figures(sentence: str) -> tuple[Figure, ...]:
    """The numbers with units in a sentence, ordinals and lone 一 left out."""
    found = []
    for match in _FIGURE.finditer(sentence):
        if sentence[: match.start()].endswith(("第", "十", "〔", "—")) or _NO_FIGURE.match(
            match.group()
        ):
            continue
        found.append(Figure(match.group(), match["number"], match["unit"], *match.span()))
    return tuple(found)


_ORDINAL = re.compile(r"第(?:\d+|[一二三四五六七八九十]+)(?:届|次|批|轮|个|版)|\d+\.\d+版?")
_ASKS_ORDINAL = re.compile(r"第几|几点零")


def asked_figures(sentence: str, question: str) -> tuple[str, ...]:
    """The numbers of a sentence that are of the kind the question asks for, as written."""
    if _ASKS_ORDINAL.search(question):
        return tuple(match.group() for match in _ORDINAL.finditer(sentence))
    units = asked_units(question)
    return tuple(f.text for f in figures(sentence) if not units or f.unit in units)


def asked_units(question: str) -> frozenset[str]:
    """The units that would answer the question; empty if it asks for any number."""
    for group, words in _ASKED.items():
        if re.search(words, question):
            units = set(_UNITS[group].split("|"))
            if group == "item":
                units |= set(_UNITS["body"].split("|")) | set(_UNITS["person"].split("|"))
            return frozenset(units)
    return frozenset()
