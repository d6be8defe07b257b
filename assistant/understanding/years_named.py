"""Years and kinds of papers that a question names: 2017年的, 那份意见."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.understanding.found import Found
from assistant.understanding.paper_names import KIND_WORDS
from assistant.understanding.phrases import phrases
from assistant.understanding.question import Unheld
from assistant.understanding.reading import Reading
from corpus import Document

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*年?(?:度|份)?")
# 2018年底前, 到2020年, 2019年以前: a time set for the work, not the year of a paper.
_DEADLINE = re.compile(
    r"(?:到|至|截至|截止)\s*(?:19|20)\d{2}\s*年(?!的?(?:方案|意见|要点|文件|那)|变|改)|(?:19|20)\d{2}\s*年?\s*(?:年?[底末]|[之以]?前|[之以]?后|年内|上半年|下半年)"
)
# 19年那份方案, 17年要点: a paper's year as people say it.
_SHORT_YEAR = re.compile(
    r"(?<!\d)(?P<year>[12]\d)年(?=的?(?:[那这嗰][份个篇]|[个份]?(?:工作|改革)?(?:要点|方案|意见|文件)|版))"
)
_PAPER = re.compile(
    r"(?:的|全省|全国|司法行政|工作|改革|那[份个篇]|这[份个篇])*(?P<kind>要点|实施方案|方案|实施意见|意见|文件|通知|规划|条例|办法|总结|报告|年报|统计|公报|预算|决算|计划)"
)
_THE_PAPER = re.compile(
    r"[那这嗰呢][份个篇](?:文件|意见|方案|要点|文)?|(?:文件|意见|方案|要点)(?:里面|里头|里|中|当中|上)"
)
# The 意见 of 征求意见稿 and 公开征求意见 is no paper.
_KIND = re.compile(
    rf"(?:司法行政)?(?:工作|改革|实施)?(?<!征求)(?<!听取)(?P<kind>{'|'.join(KIND_WORDS)})"
)


def take_years(
    reading: Reading,
    documents: tuple[Document, ...],
    found: Found,
    held: Callable[[str], bool],
) -> None:
    """The year of a paper is scope; one by which work is to be done is topic."""
    years = {document.year for document in documents}
    deadlines = [match.span() for match in _DEADLINE.finditer(reading.text)]
    for match in list(reading.free(_SHORT_YEAR)):
        if (year := 2000 + int(match["year"])) in years:
            found.years.append(year)
            reading.take(*match.span())
    for match in list(reading.free(_YEAR)):
        start, end = match.span()
        if any(left < end and start < right for left, right in deadlines):
            continue
        year = int(match["year"])
        of_paper = _PAPER.match(reading.text, end)
        if year in years:
            found.years.append(year)
            reading.take(start, end)
        elif of_paper or not held(str(year)):
            found.unheld.append(Unheld("year", f"{year}年"))
            reading.take(start, end)


def take_kinds(reading: Reading, documents: Iterable[Document], found: Found) -> None:
    """征求意见稿, 那份要点, 方案里: a kind of paper, if the words around say that it is meant."""
    drafts = {d.id for d in documents if d.status == "征求意见稿"}
    if "draft" in phrases() and reading.take_all(phrases()["draft"]) and drafts:
        found.documents.append(drafts)
        return
    for match in list(reading.free(_THE_PAPER)):
        kind = next((word for word in KIND_WORDS if word in match.group()), None)
        reading.take(*match.span())
        of_kind = _of_kind(kind, match.start(), documents, found) if kind else set()
        # 四川省委编办在方案里: who says it means the paper of the place, whatever it is called.
        if of_kind and set.intersection(of_kind, *found.documents):
            found.documents.append(of_kind)
    if (found.years or found.regions) and not found.only_placed:
        for match in list(reading.free(_KIND)):
            of_kind = _of_kind(match["kind"], match.start(), documents, found)
            narrowed = [*found.documents, of_kind]
            if set.intersection(*narrowed):
                found.documents = narrowed
                reading.take(*match.span())


def _of_kind(kind: str, start: int, documents: Iterable[Document], found: Found) -> set[str]:
    """The papers of a kind; of several regions the one before the word is meant.

    吉林那方案跟四川那个意见: each kind says which paper of its region, not of the other.
    """
    of_kind = {d.id for d in documents if kind in d.title}
    before = [region for region, end in found.named if end <= start]
    if len(set(found.regions)) < 2 or not before:
        return of_kind
    return of_kind | {d.id for d in documents if d.region != before[-1]}
