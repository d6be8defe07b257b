"""Whether a department has a part in a task: 公证是不是司法厅牵头, …由省法援中心负责吗."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.understanding.departments_asked import Departments
from assistant.understanding.question import Ask
from assistant.understanding.reading import Reading

_CLOSED = re.compile(r"(?:吗|嘛|(?<![什怎多])么|吧|对不对|对不)[?!。 ]*$|是不是|是否|难道")
_CHOICE = re.compile(r"(?:管|负责|牵头)?(?:,|，)?(?:还是|或者|抑或|定系)(?:归|由|是)?")
_BEFORE = re.compile(r"(?:(?:难道)?(?:是不是|是否|不是|是))?(?:由|归|让)?$")
_ROLES: tuple[tuple[re.Pattern[str], Ask], ...] = (
    (re.compile(r"(?:来|在)?(?:牵头|主管|负责|主责|主办|打头|领头|管)(?:的)?"), "lead"),
    (re.compile(r"(?:来|在)?(?:配合|协助|协同|参与|参加|支持)(?:的)?"), "support"),
)


def take_role_asked(reading: Reading, found: Departments) -> frozenset[Ask]:
    """Take a department and its role out of a question to be answered with yes or no.

    Of two departments (归律师工作处还是公共法律服务管理处) it is asked who leads.

    ``found`` are the departments that the question names and where they stand in it.
    """
    asks: set[Ask] = set(_take_choice(reading, found))
    if asks or not _CLOSED.search(reading.text):
        return frozenset(asks)
    for _, start, end in found:
        for role, ask in _ROLES:
            if match := role.match(reading.text, end):
                before = _BEFORE.search(reading.text, 0, start)
                reading.take(before.start() if before else start, match.end())
                asks |= {ask, "yesno"}
    return frozenset(asks)


def _take_choice(reading: Reading, found: Departments) -> frozenset[Ask]:
    for (_, start, end), (_, second, last) in pairwise(found):
        if not _CHOICE.fullmatch(reading.text, end, second):
            continue
        before = _BEFORE.search(reading.text, 0, start)
        role = _ROLES[0][0].match(reading.text, last)
        reading.take(before.start() if before else start, role.end() if role else last)
        return frozenset({"lead"})
    return frozenset()
