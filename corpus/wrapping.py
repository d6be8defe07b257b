"""Lines that a printer broke: which of their ends end no paragraph, which are page numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# 一、总体要求..............................1
_LEADERS = re.compile(r"[.．·…‥・]{4,}\s*[-—]?\s*\d*\s*[-—]?$")
# - 3 -   — 12 —   第 3 页 共 9 页; a bare 3 only where lines are broken anyway
_FOLIO = re.compile(
    r"[-—－–·]{1,2}\s*\d{1,4}\s*[-—－–·]{1,2}|第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
)
_BARE_FOLIO = re.compile(r"\d{1,4}")
_OPENS = re.compile(
    r"[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}[、.．]|\d{1,3}[.．、)）]|"
    r"第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|[①-⑳⑴-⒇]|附件|附录|——|目\s*录$|前\s*言$|#"
)
_ENDS = "。！？；：!?;:"
_WIDEST = 120  # a printed line has at most sixty characters; more is a paragraph
_LEAST = 8  # lines needed to speak of a habit


def is_contents_entry(line: str) -> bool:
    """Whether a line is an entry of a table of contents, with dots that lead to its page."""
    return len(line) < 300 and _LEADERS.search(line) is not None


@dataclass(frozen=True, slots=True)
class Wrapping:
    """joined: the lines whose end ends no paragraph; dropped: the lines that are page numbers."""

    joined: frozenset[int]
    dropped: frozenset[int]


def wrapping(lines: Sequence[str]) -> Wrapping:
    """Judge the lines of a whole text by their widths (a Han character counts two)."""
    dropped = {i for i, line in enumerate(lines) if len(line) < 24 and _FOLIO.fullmatch(line)}
    body = [i for i, line in enumerate(lines) if i not in dropped and not is_contents_entry(line)]
    joined = _broken(lines, body)
    if joined:
        folios = {i for i in body if _BARE_FOLIO.fullmatch(lines[i])}
        joined = _broken(lines, [i for i in body if i not in folios])
        dropped |= folios
    return Wrapping(frozenset(joined), frozenset(dropped))


def _broken(lines: Sequence[str], body: Sequence[int]) -> set[int]:
    if len(body) < _LEAST:
        return set()
    widths = {i: _width(lines[i]) for i in body}
    full = sorted(widths.values())[len(body) * 8 // 10]
    if not _LEAST * 4 <= full <= _WIDEST or sorted(widths.values())[-1] > 1.3 * full:
        return set()
    joined = {
        i
        for i, following in pairwise(body)
        if widths[i] >= full - 6
        and lines[i][-1] not in _ENDS
        and not _OPENS.match(lines[following])
    }
    return joined if len(joined) * 3 >= len(body) else set()


def _width(line: str) -> int:
    """The columns a line takes: in GBK a Han character has two bytes, a Latin one has one."""
    return len(line) if len(line) > _WIDEST else len(line.encode("gbk", "replace"))
