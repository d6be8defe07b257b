"""Numbers in a sentence, and whether they are of the kind that a question asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.data_files import DataForm, read_data

_NUMBER = r"(?:\d+(?:\.\d+)?(?:\s*[-—~至到]\s*\d+(?:\.\d+)?)?|[一二两三四五六七八九十百千万]+)"
# “一个标准体系” counts nothing that anybody asks for; neither does 十八大 or 一带一路.
# 2018年 is a date.
_NO_FIGURE = re.compile(
    r"第$|^(?:十[七八九]|二十)大$|^(?:19|20)\d{2}\s*年$|^一(?:个|项|批|支|次|级|类|年|大|种|条|人|名)$"
)
_ORDINAL = re.compile(r"第(?:\d+|[一二三四五六七八九十]+)(?:届|次|批|轮|个|版)|\d+\.\d+版?")
_ASKS_LEVELS = re.compile(r"[几哪]级|多少级|级别")
# 要搞到几点零版 · 第几版
_ASKS_ORDINAL = re.compile(r"第几|(?:几|多少|好多)点(?:零|几|0)|(?:几|多少|哪个?)版本?")


# 六大平台, 一类津贴: such numbers answer only where such are asked for: 几大, 几个.
_OF_A_KIND = frozenset("大级类种点")
# 30家, 500名; 两个责任 counts neither people nor bodies.
_COUNTED = frozenset("名人位家所")


class _Group(DataForm):
    name: str
    units: tuple[str, ...]
    asked: tuple[str, ...]
    also: tuple[str, ...] = ()


class _File(DataForm):
    group: tuple[_Group, ...]


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
    for match in _figure().finditer(sentence):
        if sentence[: match.start()].endswith(("第", "十", "〔", "—")) or _NO_FIGURE.match(
            match.group()
        ):
            continue
        found.append(Figure(match.group(), match["number"], match["unit"], *match.span()))
    return tuple(found)


def asked_figures(sentence: str, question: str) -> tuple[str, ...]:
    """The numbers of a sentence that are of the kind the question asks for, as written."""
    if _ASKS_ORDINAL.search(question):
        return tuple(match.group() for match in _ORDINAL.finditer(sentence))
    units = asked_units(question)
    return tuple(
        f.text
        for f in figures(sentence)
        if (_answers(f, units, question) if units else f.unit not in _OF_A_KIND)
    )


def counts(sentence: str, question: str) -> tuple[str, ...]:
    """The numbers of people or bodies in a sentence, where such or any number is asked for."""
    units = _COUNTED & (asked_units(question) or _COUNTED)
    return tuple(f.text for f in figures(sentence) if f.unit in units)


def _answers(figure: Figure, units: frozenset[str], question: str) -> bool:
    """Whether a number's unit is asked for; 市县两级 answers no 几个, only 几级."""
    return figure.unit in units and (
        figure.unit != "级" or _ASKS_LEVELS.search(question) is not None
    )


def asks_for_a_unit(question: str) -> bool:
    """Whether a number of one kind is asked for, as 几家 does and 多少 does not."""
    asked = _asked_group(question)
    return asked is not None and asked is not _groups()[-1]


def _asked_group(question: str) -> _Group | None:
    return next((g for g in _groups() if re.search("|".join(g.asked), question)), None)


def asked_units(question: str) -> frozenset[str]:
    """The units that would answer the question; empty if it asks for any number."""
    asked = _asked_group(question)
    if asked is None:
        return frozenset()
    answering = (asked.name, *asked.also)
    return frozenset(unit for g in _groups() if g.name in answering for unit in g.units)


def asks_how_long(question: str) -> bool:
    """Whether a length of time is asked for, as 要搞几年 does and 哪年完成 does not."""
    time = next(group for group in _groups() if group.name == "time")
    return re.search("|".join(time.asked), question) is not None


@cache
def _groups() -> tuple[_Group, ...]:
    return read_data("units.toml", _File).group


@cache
def _figure() -> re.Pattern[str]:
    """A number with a unit behind it, the longest that fits."""
    units = sorted({unit for g in _groups() for unit in g.units}, key=len, reverse=True)
    return re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{'|'.join(units)})")
