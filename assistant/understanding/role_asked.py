"""Whether a department has a part in a task: 公证是不是司法厅牵头, …由省法援中心负责吗."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.question import Ask
from assistant.understanding.reading import Reading

_CLOSED = re.compile(r"(?:吗|嘛|么|吧|对不对|对不)[?!。 ]*$|是不是|是否|难道")
_BEFORE = re.compile(r"(?:(?:难道)?(?:是不是|是否|不是|是))?(?:由|归|让)?$")
_ROLES: tuple[tuple[re.Pattern[str], Ask], ...] = (
    (re.compile(r"(?:来|在)?(?:牵头|主管|负责|主责|主办|打头|领头|管)(?:的)?"), "lead"),
    (re.compile(r"(?:来|在)?(?:配合|协助|协同|参与|参加|支持)(?:的)?"), "support"),
)


def take_role_asked(reading: Reading, found: Iterable[tuple[str, int, int]]) -> frozenset[Ask]:
    """Take a department and its role out of a question to be answered with yes or no.

    ``found`` are the departments that the question names and where they stand in it.
    """
    if not _CLOSED.search(reading.text):
        return frozenset()
    asks: set[Ask] = set()
    for _, start, end in found:
        for role, ask in _ROLES:
            if match := role.match(reading.text, end):
                before = _BEFORE.search(reading.text, 0, start)
                reading.take(before.start() if before else start, match.end())
                asks |= {ask, "yesno"}
    return frozenset(asks)
