"""五大改造是哪五个, 十大案例是哪十个: the members of what is called by its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.clause_number import number_value

_NUMBER = r"(?:[二三四五六七八九十两]|\d{1,2})"
# “四大工程”是哪四个 · 搭六个平台，那六个都叫啥: the number is said of the thing and asked again.
_ASKED = re.compile(
    rf"(?P<called>(?P<number>{_NUMBER})(?:大|个|项|类|位|种|张|化|支)?[^,，。;；?？“”\"\s哪是指]{{0,8}})[”\"」]?"
    rf"[^。;；?？]{{0,12}}(?:哪\s*(?P=number)|[那这]?(?P=number)[个大项]?(?:都|分别|各)?(?:叫|是)(?:什么|啥))"
)
_FRAGMENT = re.compile(r"[，,；;。：:]")
_PARTED = re.compile(r"、|[和与及](?=[^、])|一是|二是|三是")


@dataclass(frozen=True, slots=True)
class NamedByNumber:
    """A thing called by its number, ``called`` as in the question, and how many it has."""

    called: str
    number: int


def asked_members(question: str) -> NamedByNumber | None:
    """What the question asks to enumerate; None if it asks for nothing such."""
    match = _ASKED.search(question)
    number = number_value(match["number"]) if match else None
    return NamedByNumber(match["called"], number) if match and number else None


def lacks_members(text: str, asked: NamedByNumber) -> bool:
    """Whether a text has the name and does not tell so many things right beside it.

    >>> lacks_members("统筹推进政治、监管、劳动“三大改造”", NamedByNumber("三大改造", 3))
    False
    >>> lacks_members("实施律师行业党建“四大工程”,夯实基础", NamedByNumber("四大工程", 4))
    True
    """
    fragments = _FRAGMENT.split(text)
    places = [place for place, each in enumerate(fragments) if asked.called in each]
    beside = [each for place in places for each in fragments[place : place + 2]]
    told = max((len(_PARTED.findall(each)) + 1 for each in beside), default=asked.number)
    return told < asked.number
