"""What a question for a list says besides: what it is for, and a word about oneself."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understanding.departments_asked import Departments
from assistant.understanding.phrases import phrases
from assistant.understanding.reading import Reading

# Characters; that the papers write so many of them in a row is no chance.
_NO_CHANCE = 4
_PART = re.compile(r"[^,，:：。;；?？!！()]+")


def take_asides(reading: Reading, found: Departments, held: Callable[[str], bool]) -> None:
    """Take what narrows no list: what it is for, and whatever has no word for lists or matters.

    娃儿在读书，我就想晓得教育厅担了哪些任务: that child is no part of 教育厅's tasks.
    """
    words = phrases()
    if preamble := words["list_preamble"].match(reading.text):
        reading.take(*preamble.span())
    for part in _PART.finditer(reading.text):
        names = any(part.start() <= start < part.end() for _, start, _ in found)
        if not (names or words["of_a_list"].search(part.group()) or _writes_of(part.group(), held)):
            reading.take(*part.span())


def _writes_of(part: str, held: Callable[[str], bool]) -> bool:
    """Whether the papers write what a part says, or a stretch of it that is no chance."""
    stretches = (part[i : i + _NO_CHANCE] for i in range(max(1, len(part) - _NO_CHANCE + 1)))
    return any(map(held, stretches))
