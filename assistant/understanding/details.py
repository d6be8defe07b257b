"""Details that policy papers seldom give, and how an answer names them when they are missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.data_files import DataForm, read_data
from assistant.understanding.clause_number import number_value
from assistant.understanding.places import places

_AROUND_A_DETAIL = " ,、和要得需须应该先再还带准备交给拿办填写提供些那的用"


class _Detail(DataForm):
    called: str
    says: tuple[str, ...]


class _File(DataForm):
    things: tuple[str, ...]
    named: tuple[str, ...]
    called_otherwise: Mapping[str, tuple[str, ...]]
    no_names: tuple[str, ...]
    before_a_name: tuple[str, ...]
    detail: tuple[_Detail, ...]


def asked_detail(question: str) -> str:
    """What the question asks for beyond the clause: 联系电话, 收费或金额; 所问的细节 if unknown."""
    called = [name for name, says in _details() if any(each in question for each in says)]
    return "、".join(called) or "所问的细节"


def names_detail(question: str) -> bool:
    """Whether the question has a word for such a detail: 材料, 手续, 几楼."""
    return any(each in question for _, says in _details() for each in says)


def names_only_a_detail(topic: str) -> bool:
    """Whether a topic is nothing but such a detail: 要准备 材料, but not 公证 材料."""
    left = topic
    for _, says in _details():
        for each in says:
            left = left.replace(each, "")
    return left != topic and not left.strip(_AROUND_A_DETAIL)


def asked_thing(question: str) -> str:
    """The kind of thing that is asked for by name: 哪家医院 -> 医院; empty if none is.

    名单里有我们县吗 asks for a 名单.
    """
    match = _asked_by_name().search(question)
    return (match["thing"] or match["list"]) if match else ""


def names_thing(text: str, question: str) -> bool:
    """Whether a clause may name the things asked for: it has the word, or for 城市 and 国家 names.

    >>> names_thing("推动深圳、广州建设示范城市", "哪两个城市")
    True
    >>> names_thing("推动深圳、广州建设示范城市", "哪九个城市")
    False
    """
    cities = places().cities
    named = {"城市": cities, "市": cities, "国家": places().countries}
    thing = asked_thing(question)
    if thing not in named:
        return thing in text
    match = _asked_by_name().search(question)
    wanted = number_value(match["number"] or "") if match else None
    return sum(name in text for name in named[thing]) >= (wanted or 1)


def kind_asked(question: str) -> str:
    """What is asked for by its own name: 哪个网上能查到 -> 网; empty if nothing is.

    >>> kind_asked("那个戒毒所叫什么"), kind_asked("叫啥名字")
    ('戒毒所', '')
    """
    asked = _kind_asked().search(question)
    return (asked["kind"] or asked["called"]) if asked else ""


def names_of_kind(text: str, kind: str) -> tuple[str, ...]:
    """What a text calls by name that is of a kind.

    >>> names_of_kind("在吉林律师网设立失信惩戒信息平台", "网")
    ('吉林律师网',)
    """
    kinds = _read().called_otherwise.get(kind, (kind,))
    runs = (match.group() for each in kinds for match in _run_up_to(each).finditer(text))
    names = (_before_a_name().split(run)[-1] for run in runs)
    none, least = _read().no_names, min(map(len, kinds)) + 2
    return tuple(dict.fromkeys(name for name in names if len(name) >= least and name not in none))


@cache
def _kind_asked() -> re.Pattern[str]:
    """哪个网, 啥协会; 那个戒毒所叫什么"""
    kinds = "|".join(sorted((*_read().named, *_read().called_otherwise), key=len, reverse=True))
    return re.compile(
        rf"(?:哪一?[个家座所]|什么|个啥|啥子?)(?P<kind>{kinds})"
        rf"|(?P<called>{kinds})(?!长)[^,，。?？]{{0,4}}(?:[,，]|名字)?(?:是|叫)(?:个)?(?:什么|啥|哪|咩)"
    )


@cache
def _run_up_to(kind: str) -> re.Pattern[str]:
    """Characters up to the kind's word that no particle parts: not 网络, nor 律师的网."""
    within = r"[^\W在于由从对和与及的为把将被以向]"
    return re.compile(rf"{within}{{2,20}}?(?<=[\u4e00-\u9fff]){kind}(?![络上点站格民化])")


@cache
def _before_a_name() -> re.Pattern[str]:
    return re.compile("|".join(_read().before_a_name))


@cache
def _read() -> _File:
    return read_data("details.toml", _File)


@cache
def _details() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((each.called, each.says) for each in _read().detail)


@cache
def _asked_by_name() -> re.Pattern[str]:
    things = "|".join(_read().things)
    return re.compile(
        rf"(?:[哪边](?:(?P<number>[几一二两三四五六七八九十\d]+)?(?:家|所|个|间|座|款|条)|些|啲)|什么|啥)"
        rf"(?P<thing>{things})"
        rf"|(?P<list>名单)(?:里面?|上面?|中)(?:有|是)"
    )
