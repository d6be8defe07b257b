"""Details that policy papers seldom give, and how an answer names them when they are missing."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_AROUND_A_DETAIL = " ,、和要得需须应该先再还带准备交给拿办填写提供些那的用"


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


@cache
def _details() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = tomllib.loads(files("assistant").joinpath("data/details.toml").read_text("utf-8"))
    return tuple((entry["called"], tuple(entry["says"])) for entry in table["detail"])
