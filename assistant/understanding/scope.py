"""Which documents a question is about: places, years, titles, kinds of papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.understanding.found import Found
from assistant.understanding.papers_asked import one_by_age
from assistant.understanding.phrases import phrases
from assistant.understanding.places import places
from assistant.understanding.places_named import take_places
from assistant.understanding.question import Scope, Unheld
from assistant.understanding.reading import Reading
from assistant.understanding.titles_named import take_aliases, take_laws, take_titles
from assistant.understanding.years_named import take_kinds, take_years
from corpus import Document, Library

_SEVERAL = re.compile(
    r"各省|各地(?=都|的?做法|有[什啥何])|(?:[三两几五]个省|[三两几五]省)(?!级)|各份文件|(?<![了有收装存共])[三两几五]份文件|各自|分别|都[由是]谁|所有文件|每(?:个省|份(?!工作|工资|合同))"
)


def take_scope(reading: Reading, library: Library, held: Callable[[str], bool]) -> Scope:
    """Take out of the question what names documents; say what it names that is not held.

    ``held`` tells whether a word stands anywhere in the documents: a place that the papers
    themselves write about (深圳, 香港) is part of the topic and stays in it.
    """
    documents = library.documents()
    found = Found()
    reading.take_all(phrases()["not_that"])
    left_out = _take_left_out(reading, documents)
    take_laws(reading, documents, found, held)
    take_titles(reading, documents, found, held)
    take_aliases(reading, documents, found)
    take_places(reading, documents, found, held)
    take_years(reading, documents, found, held)
    take_kinds(reading, documents, found)
    ids = _without(left_out, _named(documents, found), documents)
    if by_age := one_by_age(reading.text, map(library.document, ids)):
        paper, said = by_age
        ids = (paper,)
        reading.take(*said.span())
    several = (
        (bool(found.placed) and len(ids) > len(found.placed))
        or bool(_SEVERAL.search(reading.text))
        or len(set(found.regions)) > 1
        or len(set(found.years)) > 1
    )
    if not ids and (found.documents or found.years) and not found.unheld:
        found.unheld.append(Unheld("paper", _described(found)))
    return Scope(
        documents=ids,
        regions=tuple(dict.fromkeys(found.regions)),
        years=tuple(dict.fromkeys(found.years)),
        unheld=tuple(dict.fromkeys(found.unheld)),
        several=several,
    )


def _take_left_out(reading: Reading, documents: tuple[Document, ...]) -> set[str]:
    """除了四川哪些省写了, 四川以外的, 唔系讲广东呀: the regions whose papers are not wanted."""
    held = {document.region for document in documents}
    left_out = set()
    for match in list(reading.free(_left_out())):
        region = places().region[match["place"] or match["outside"]]
        if region in held:
            left_out.add(region)
            reading.take(*match.span())
    return left_out


@cache
def _left_out() -> re.Pattern[str]:
    place = places().pattern.pattern
    return re.compile(
        r"(?:除(?:了|开|去)?|撇开|抛开|撇下|先不(?:说|管|看)|(?<!是)不(?:要|看|含|包括|是|算|列)|别(?:看|列|要|算)"
        r"|(?:不|唔)[是系](?:在)?(?:讲|说|问|查|看|指|要))(?:列|看|算)?"
        rf"(?P<place>{place})省?(?:那边|那份)?的?(?:以外|之外|外)?[呀啊哦啦喔]*(?=[,，。;；]|$|[哪还光只])"
        rf"|(?P<outside>{place})省?(?:以外|之外|除外)的?"
    )


def _without(
    regions: set[str], ids: tuple[str, ...], documents: tuple[Document, ...]
) -> tuple[str, ...]:
    """The documents named, or else all, but for those of some regions."""
    if not regions:
        return ids
    kept = [d.id for d in documents if d.region not in regions and (not ids or d.id in ids)]
    return tuple(kept)


def _named(documents: tuple[Document, ...], found: Found) -> tuple[str, ...]:
    """The documents named with their place, and beside them those that fit what else was named.

    司法部意见和四川的一样吗: one paper by its name and one by its place.
    """
    if not found.placed:
        return _fitting(documents, found, found.documents)
    if not found.documents:
        return _fitting(documents, found, [found.placed])
    beside = _fitting(documents, found, found.documents)
    if found.placed <= set(beside):
        beside = ()  # 吉司发〔2019〕21号发没发给长白山: the place stands for no further papers
    return tuple(d.id for d in documents if d.id in found.placed or d.id in beside)


def _fitting(
    documents: tuple[Document, ...], found: Found, named: list[set[str]]
) -> tuple[str, ...]:
    """The documents that fit all that was named; several years or regions are united first."""
    constraints = [*named]
    if found.years:
        constraints.append({d.id for d in documents if d.year in found.years})
    if not constraints:
        return ()
    if len(set(found.regions)) > 1:
        regions = [_of_region(documents, region) for region in found.regions]
        # 司法部和吉林2019年, 吉林方案和四川: what is said of one leaves the other as it is.
        constraints = [each.union(*(r for r in regions if not each & r)) for each in constraints]
    common = set.intersection(*constraints)
    return tuple(document.id for document in documents if document.id in common)


def _of_region(documents: tuple[Document, ...], region: str) -> set[str]:
    return {document.id for document in documents if document.region == region}


def _described(found: Found) -> str:
    years = "、".join(f"{year}年" for year in found.years)
    return f"{'、'.join(found.regions)}{years}的这种文件" if found.regions or years else "这种文件"
