"""Counted steps from a clause: 从53往下数第三条, 再往下两条, 退两条."""

from __future__ import annotations

import re

from assistant.answer import Ask
from assistant.understanding.clause_number import number_value
from assistant.understanding.reading import Reading

_COUNTED = re.compile(
    r"(?:再?往(?P<to>[下后上前回])(?:面|头|边)?(?:再)?|再?倒?退(?:回)?)"
    r"(?:数|推|走|翻|看|退|倒|挪|移|跳)?(?:的)?第?(?P<count>[一二两三四五六七八九十\d]{1,2})个?[条项点款]"
)


def take_counted_step(reading: Reading) -> tuple[Ask, int] | None:
    """Take a step of several clauses out of the question: which way, and how many."""
    match = next(reading.free(_COUNTED), None)
    count = number_value(match["count"]) if match else None
    if match is None or not count:
        return None
    reading.take(*match.span())
    return ("next" if match["to"] in ("下", "后") else "previous"), count
