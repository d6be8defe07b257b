"""What papers are called: title, number, id, and the short names that people use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.phrases import word_groups
from assistant.understanding.reading import plain
from corpus import Document

_BETWEEN = ("", "的", "那份", "这份", "度", "工作", "改革", "的改革", "实施")
# Characters; what is left of a title names the paper if it is so long.
_LONG_TITLE = 10
_OF_A_PROVINCE = re.compile(r"^[\u4e00-\u9fff]{2,3}省")
# 四川省加快推进司法行政改革的实施意见 is 司法行政改革实施意见.
_PUSHING = re.compile(r"全面|加快|深化|推进|推动|进一步|的(?=实施|意见|方案)")
# 吉司发〔2019〕21号
_NUMBER = re.compile(r"(?P<of>\w+)〔(?P<year>\d{4})〕(?P<number>\d+)号")
# The brackets of 吉司发〔2019〕21号 are on few keyboards.
_TYPED_BRACKETS = (str.maketrans("〔〕", "[]"), str.maketrans("〔〕", "()"))
# 司发1号, 司发2018年1号文, 2018年1号文: so it is noted, the longest first.
_SHORT_NUMBERS = (
    "{of}{year}年{number}号",
    "{of}{year}{number}号",
    "{of}{number}号",
    "{issuer}{number}号文",
    "{year}年{number}号文",
)


@dataclass(frozen=True, slots=True)
class PaperName:
    """A name as it is typed, the papers that have it, and their year where the name says it."""

    name: str
    documents: frozenset[str]
    year: int | None = None


@lru_cache(maxsize=8)
def paper_names(documents: tuple[Document, ...]) -> tuple[PaperName, ...]:
    """Everything that the papers are called, folded as questions are, long names first."""
    named: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for document in documents:
        for name in filter(None, map(plain, _names(document))):
            named[name, None].add(document.id)
        for name in _called_by_year(document):
            named[name, document.year].add(document.id)
    names = [PaperName(name, frozenset(ids), year) for (name, year), ids in named.items()]
    return tuple(sorted(names, key=lambda each: -len(each.name)))


@lru_cache(maxsize=8)
def kinds_held(documents: tuple[Document, ...]) -> tuple[str, ...]:
    """What the papers are called for short: 方案, 意见."""
    kinds = word_groups()["kind_of_paper"]
    return tuple(kind for kind in kinds if any(kind in d.title for d in documents))


def _names(document: Document) -> Iterator[str]:
    yield from (document.title, document.id, *document.aliases)
    number = document.number or ""
    yield from (number, *(number.translate(brackets) for brackets in _TYPED_BRACKETS))
    if numbered := _NUMBER.fullmatch(number):
        parts = {**numbered.groupdict(), "issuer": document.issuer or ""}
        yield from (pattern.format(**parts) for pattern in _SHORT_NUMBERS)
    # People leave out the issuer, 关于, and how it is to be done.
    shorter = document.title.removeprefix(document.issuer or "").removeprefix("关于")
    shorter = _OF_A_PROVINCE.sub("", shorter)
    yield from {name for name in (shorter, _PUSHING.sub("", shorter)) if len(name) >= _LONG_TITLE}


def _called_by_year(document: Document) -> Iterator[str]:
    """2019年方案, 19年的方案, 2019年那份方案: year and kind, whatever the paper is called."""
    if document.year is None:
        return
    for kind in kinds_held((document,)):
        for year in (document.year, document.year % 100):
            yield from (plain(f"{year:02}年{between}{kind}") for between in _BETWEEN)
