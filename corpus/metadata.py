"""What a paper says of itself before and after its outline, and where it says so."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.lines import (
    DATED_LINE,
    FOREWORD_LINE,
    NUMBER,
    NUMBER_LINE,
    SOURCE_LINE,
    Line,
    closes_the_paper,
    is_beside_the_paper,
    is_date_line,
    is_signature,
    read_date,
)
from corpus.model import Span, Status
from corpus.naming import is_plainly_department
from corpus.portal import blocks, portal
from corpus.titles import LONGEST_TITLE, is_title, title_lines


@dataclass(slots=True)
class Metadata:
    """`evidence` is where the text says it. `head_end`: the first line that is no longer front
    matter; `back_start`: the first line of the back matter."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    published: dt.date | None = None
    year: int | None = None
    status: Status = "正式"
    evidence: dict[str, Span] = field(default_factory=dict)
    head_end: int = 0
    back_start: int = 0


_DRAFT = re.compile(r"征求意见稿|公开征求意见|征求意见的?(?:公告|通知)")
_ABOLISHED = re.compile(r"废止|失效|无效|否")
# 某办法（已废止） / 【失效】 / 本文件已废止
_SAID_ABOLISHED = re.compile(
    r"[（(【\[](?:本文件?|全文)?已?(?:废止|失效)[)）】\]]|[本该]文件?已(?:经)?(?:废止|失效)"
)
# 现提出以下意见： opens the paper, 各市人民政府，省政府各部门： are its addressees
_PROMISE = re.compile(r"(?:如下|以下|下列|下面).{0,12}[:：]$")
# 国务院关于… / 包头市人民政府办公室关于印发…
_ISSUER = re.compile(
    r"(?P<issuer>(?:[\u4e00-\u9fff]{2,24}?(?:人民政府|委员会|厅|局|部|署|院|委)|中共中央)"
    r"(?:办公厅|办公室)?)(?=关于|印发|转发)"
)
# 重庆市第二届人民代表大会常务委员会第十八次会议通过
_CONGRESS = re.compile(
    r"[\u4e00-\u9fff]{0,12}?第[^届\s]{1,4}届[\u4e00-\u9fff]{0,8}?人民代表大会(?:常务委员会)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=\s?[年—-])")
_LOOK_AHEAD = 80  # lines of front matter at most


def read_metadata(
    lines: Sequence[Line],
    first: int,
    contents: frozenset[int] = frozenset(),
    pairs: Iterable[tuple[str, str]] = (),
) -> Metadata:
    """What the lines before the first numbered one (`first`) and the last lines say of the paper.

    contents: the lines of a table of contents · pairs: what the reader found outside the text.
    """
    found = Metadata()
    for name, value in pairs:
        _note(found, name, value)
    ahead = min(first, _LOOK_AHEAD)
    block = _portal_block(lines, ahead, found)
    title = title_lines(lines, ahead, block | contents, structured=first < len(lines))
    if title:
        sign = len(lines[title[0]].text) - len(lines[title[0]].text.lstrip("# "))
        found.title = "".join(lines[i].text for i in title)[sign:]
        start, end = _span(lines[title[0]], lines[title[-1]])
        found.evidence["title"] = Span(start + sign, end)
    found.head_end = _head_end(lines, ahead, title[-1] + 1 if title else 0, block | contents)
    found.back_start = _back_start(lines, max(found.head_end, first))
    for i in (*range(found.head_end), *range(found.back_start, len(lines))):
        if i not in block:
            _read_line(lines, i, found)
    _read_year(lines, found)
    return found


def _portal_block(lines: Sequence[Line], ahead: int, found: Metadata) -> frozenset[int]:
    """Read 发文字号：国发〔2019〕3号 and its kin; gives the lines of labels and their values."""
    taken: set[int] = set()
    for block in blocks([line.text for line in lines[:ahead]]):
        taken.update(range(block.first, block.last))
        for pair in block.pairs:
            _note(found, pair.label, pair.value, lines[pair.line].start + pair.column)
    return frozenset(taken)


def _note(found: Metadata, name: str, value: str, start: int | None = None) -> None:
    """Keep what a label of a portal's block, or a property of a file, says."""
    meaning = portal().meanings.get("".join(name.split()))
    text = value.strip()
    if meaning == "issuer" and text:
        found.issuer = text
    elif meaning == "number" and (number := NUMBER.search(text)):
        found.number = number[0]
    elif meaning == "date" and (date := read_date(text)):
        found.date = date
    elif meaning == "published" and (date := read_date(text)):
        found.published = date
    elif meaning == "status" and _ABOLISHED.search(text):
        found.status = "已废止"
    elif meaning == "title" and text and start is None:
        found.title = text
        return
    else:
        return
    if start is not None:
        found.evidence[meaning] = Span(start, start + len(text))


def _head_end(lines: Sequence[Line], ahead: int, start: int, skipped: frozenset[int]) -> int:
    """The line at which the foreword begins."""
    i = start
    while i < ahead:
        text = lines[i].text
        addressees = text.endswith(("：", ":")) and "。" not in text and not _PROMISE.search(text)
        if FOREWORD_LINE.fullmatch(text) or not (
            i in skipped
            or is_beside_the_paper(text)
            or is_signature(lines, i)
            or (addressees and start > 0)
        ):
            break
        i += 1
    return i


def _back_start(lines: Sequence[Line], first: int) -> int:
    i = len(lines)
    while i - 1 > first and (closes_the_paper(lines[i - 1].text) or is_signature(lines, i - 1)):
        i -= 1
    return i


def _read_line(lines: Sequence[Line], i: int, found: Metadata) -> None:
    """Keep what a line of the head or foot says, unless something before it said it."""
    line = lines[i]
    if "status" not in found.evidence and len(line.text) <= LONGEST_TITLE:
        _read_status(line, found)
    if found.number is None and (match := NUMBER_LINE.fullmatch(line.text)):
        found.number = match["number"]
        found.evidence["number"] = _part(line, match, "number")
    elif is_date_line(line.text) or DATED_LINE.fullmatch(line.text):
        if found.date is None and (date := read_date(line.text)):
            found.date = date
            found.evidence["date"] = _span(line, line)
        congress = _CONGRESS.search(line.text)
        if congress and found.issuer is None:
            found.issuer, found.evidence["issuer"] = congress[0], _part(line, congress)
    elif found.issuer is None:
        _read_issuer(lines, i, found)


def _read_status(line: Line, found: Metadata) -> None:
    abolished = _SAID_ABOLISHED.search(line.text)
    said = abolished or _DRAFT.search(line.text)
    if said:
        found.status = "已废止" if abolished else "征求意见稿"
        found.evidence["status"] = _part(line, said)


def _read_issuer(lines: Sequence[Line], i: int, found: Metadata) -> None:
    line = lines[i]
    source = SOURCE_LINE.fullmatch(line.text)
    titled = _ISSUER.match(line.text) if is_title(line.text) else None
    if is_signature(lines, i) and not is_title(line.text):
        found.issuer, found.evidence["issuer"] = line.text, _span(line, line)
    elif titled or (source and is_plainly_department(source["issuer"])):
        match = titled or source
        assert match is not None
        found.issuer, found.evidence["issuer"] = match["issuer"], _part(line, match, "issuer")


def _read_year(lines: Sequence[Line], found: Metadata) -> None:
    """The year of issue, else the one the title or the head names."""
    texts = [found.number or "", found.title or ""]
    texts += [lines[i].text for i in range(found.head_end) if len(lines[i].text) < 20]
    years = [int(match[0]) for text in texts if (match := _YEAR.search(text))]
    if found.date is not None:
        found.year = found.date.year
    elif found.number and (match := re.search(r"(?:19|20)\d\d", found.number)):
        found.year = int(match[0])
    elif years:
        found.year = years[0]


def _span(first: Line, last: Line) -> Span:
    return Span(first.start, last.start + len(last.text))


def _part(line: Line, match: re.Match[str], group: str | int = 0) -> Span:
    return Span(line.start + match.start(group), line.start + match.end(group))
