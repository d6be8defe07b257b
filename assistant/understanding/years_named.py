"""Years and kinds of papers that a question names: 2017年的, 那份意见."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.found import Found
from assistant.understanding.paper_names import kinds_held
from assistant.understanding.phrases import phrases
from assistant.understanding.question import Unheld
from assistant.understanding.reading import Reading
from corpus import Document

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*年?(?:度|份)?")
# 吉林17年, 吉19: a paper's year right behind its place.
_BEHIND_A_PLACE = re.compile(
    r"(?<!\d)(?P<year>[12]\d)(?:年(?!内|底|末|前)|(?![\d.(条项款点个件家名]))"
)
# 吉林17年跟19年
_AND = re.compile(r"(?:[跟和与同、]|以及|还有)$")
# 要出的那个意见叫什么: what a paper plans, and none that is held
_TO_BE_MADE = re.compile(
    r"(?:要|拟|将|计划|准备|打算)(?:出台?|制定|制订|印发|起草|修订|发|搞|弄)的?$"
)
_IS = re.compile(r"[是为]$")
_IS_IT = re.compile(r"[,，]?(?:对|[吗吧么?？]|没错|不是)")


@dataclass(frozen=True, slots=True)
class _Patterns:
    # 2018年底前, 到2020年, 2019年以前: a time set for the work, not the year of a paper.
    deadline: re.Pattern[str]
    # 19年那份方案, 17年要点, 19年谁牵头的: a paper's year as people say it.
    short_year: re.Pattern[str]
    # 那份意见, 方案里
    the_paper: re.Pattern[str]
    # The 意见 of 征求意见稿 and 公开征求意见 is no paper.
    kind: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(kinds: tuple[str, ...]) -> _Patterns:
    """How papers are named by year and kind, where they are called so for short."""
    held = "|".join((*kinds, "文件"))
    return _Patterns(
        deadline=re.compile(
            rf"(?:到|至|截至|截止)\s*(?:19|20)\d{{2}}\s*年(?!的?(?:{held}|那)|变|改)"
            r"|(?:19|20)\d{2}\s*年?\s*(?:年?[底末]|[之以]?前|[之以]?后|年内|上半年|下半年)"
        ),
        short_year=re.compile(
            r"(?<!\d)(?P<year>[12]\d)年"
            rf"(?=的?(?:[那这][份个篇]|[个份]?(?:工作|改革)?(?:{held})|版))"
            # 广东的戒毒所21年要怎么搞; not 判了18年
            r"|(?<=[\u4e00-\u9fff])(?<![了过有满判蹲坐关住干活共近约达第整足到至])(?P<inside>[12]\d)年"
            r"(?=要|怎么|咋|打算|准备|计划|是怎么|是咋)"
            r"|(?:看|按|查|用|要|说)(?P<tail>[12]\d)年的(?=[?？。,，]|$)"
            r"|^(?:那|就|那就|请|再)?(?:只|光|单|仅|换)?(?:看|要|说|查|列|讲)?(?P<head>[12]\d)年(?!的?[那这][份个篇]|内|底|末|前|后|以|之|到|初)"
        ),
        the_paper=re.compile(
            rf"(?<![前后上下][面头边])[那这呢][份个篇](?:{held}|文)?|(?:{held})(?:里面|里头|里|中|当中|上)"
        ),
        kind=re.compile(
            r"(?:司法(?:行政)?)?(?:工作|改革|实施)?(?<!征求)(?<!听取)"
            rf"(?P<kind>{'|'.join(kinds) or '(?!)'})"
        ),
    )


def take_years(
    reading: Reading,
    documents: tuple[Document, ...],
    found: Found,
    held: Callable[[str], bool],
) -> None:
    """The year of a paper is scope; one by which work is to be done is topic."""
    years = {document.year for document in documents}
    patterns = _patterns(kinds_held(documents))
    deadlines = [match.span() for match in patterns.deadline.finditer(reading.text)]
    for match in list(reading.free(patterns.short_year)):
        if (year := 2000 + int(next(filter(None, match.groups())))) in years:
            found.years.append(year)
            reading.take(*match.span())
    _take_behind_a_place(reading, documents, found)
    for match in list(reading.free(_YEAR)):
        start, end = match.span()
        if any(left < end and start < right for left, right in deadlines):
            continue
        year = int(match["year"])
        of_paper = phrases()["of_that_year"].match(reading.text, end)
        if year in years:
            found.years.append(year)
            reading.take(start, end)
        elif of_paper or not (held(str(year)) or _is_supposed(reading.text, match)):
            found.unheld.append(Unheld("year", f"{year}年"))
            reading.take(start, end)


def _take_behind_a_place(reading: Reading, documents: tuple[Document, ...], found: Found) -> None:
    """吉林17年跟19年, and 吉19 where the place has several papers: else it may be a clause's."""
    for match in list(reading.free(_BEHIND_A_PLACE)):
        joined = _AND.search(reading.text, 0, match.start())
        before = joined.start() if joined else match.start()
        if not before or not reading.taken[before - 1]:
            continue
        of_place = set.union(*found.documents) if found.documents else set()
        years = {d.year for d in documents if d.id in of_place}
        year = 2000 + int(match["year"])
        if year in years and (len(of_place) > 1 or match.group().endswith("年")):
            found.years.append(year)
            reading.take(*match.span())


def _is_supposed(text: str, year: re.Match[str]) -> bool:
    """目标年份是2025年对吧: what is taken for granted of the work, no paper's year."""
    before, behind = text[: year.start()], text[year.end() :]
    return bool(_IS.search(before) and _IS_IT.match(behind))


def take_kinds(reading: Reading, documents: tuple[Document, ...], found: Found) -> None:
    """征求意见稿, 那份要点, 方案里: a kind of paper, if the words around say that it is meant."""
    drafts = {d.id for d in documents if d.status == "征求意见稿"}
    if reading.take_all(phrases()["draft"]) and drafts:
        found.documents.append(drafts)
        return
    kinds = kinds_held(documents)
    patterns = _patterns(kinds)
    for match in list(reading.free(patterns.the_paper)):
        if _TO_BE_MADE.search(reading.text, 0, match.start()):
            continue
        kind = next((word for word in kinds if word in match.group()), None)
        reading.take(*match.span())
        of_kind = _of_kind(kind, match.start(), documents, found) if kind else set()
        # 四川省委编办在方案里: who says it means the paper of the place, whatever it is called.
        if of_kind and set.intersection(of_kind, *found.documents):
            found.documents.append(of_kind)
    if (found.years or found.regions) and not found.only_placed:
        for match in list(reading.free(patterns.kind)):
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
