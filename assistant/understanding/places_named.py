"""Places that a question names: whose papers it is about, or where somebody is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache

from assistant.names import NATIONAL
from assistant.understanding.found import Found
from assistant.understanding.places import places
from assistant.understanding.question import Unheld
from assistant.understanding.reading import Reading
from corpus import Document

# 吉林大学第一附属医院, 吉林律师网: the region is part of a name that the papers write.
_INSTITUTION = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:大学|学院|法网|律师网|服务网|医院)")
_TOWARDS = re.compile(r"(?:在|喺|去|到|往|从|跑)$")
# 国家有这说法没, 部怎么规定: behind a name of one or two characters that stands for its papers.
_SAYS = re.compile(
    r"有(?:没|这|啥|什么|无|得|说法|规定|要求)|层面|要(?:培养|建|求|搞|设)|(?:是)?(?:怎么|咋|如何)(?:个)?(?:规定|说|讲|定|要求)"
)
# 川稿, 粤2021要点, 吉19, 粤方是否有: a short name in front of what stands for its paper.
_PAPER = re.compile(r"稿|意见|方案|要点|征求|\d|\(|方(?=[是有也怎咋没的])")
_JOINS = re.compile(r"(?:和|与|跟|同|比|、|还是)$")
_JOINED = re.compile(r"和|与|跟|同|比|、|还是|呢")
_COMES_FROM = re.compile(
    r"的(?!标准|规定|文件|意见|方案|要点|政策|做法|情况)|人(?!民)|户口|户籍|老家|籍|来|(?:拿|考|领|办|发|上|签)的"
)
_LIVES = re.compile(r"(?:人|户口|老家|学校)(?:现在|而家)?[在喺]$")
# 北京大所来长春: on the way to a place that is held
_GOES = re.compile(r"(?![的省和与跟同比、])[\u4e00-\u9fff]{0,5}?[来到去]")
# 全国的标准由谁来出, 全国那个网叫什么
_WHOLE_COUNTRY = ("全国", "全国的")
_OF_THE_COUNTRY = re.compile(
    r"那[个份条]|都|也|是(?=要|否|不是)|(?:标准|规定|要求|目标|说法)(?=[由是呢吗有定])"
)
_SEAT = re.compile(r"的?(?:司法部|国务院|中央|部[里头])")
_ALSO_ASKED = re.compile(
    r"(?:省|市)?(?:那边|那头|这边|那儿|那块)?(?:是不是|有没有)?也[^,，]*[不没吗么]得?[?？。]*$"
)
_IS_OF = re.compile(r"是(?:由)?$")
_ISSUED = re.compile(r"(?:省厅|厅)?(?:印|制|下|签|颁)?发的(?=[吗吧么对不呢?？。,，]|$)")
_DOES = re.compile(r"(?![的省怎咋如有是什哪规都])[\u4e00-\u9fff]")


def take_places(
    reading: Reading,
    documents: tuple[Document, ...],
    found: Found,
    held: Callable[[str], bool],
) -> None:
    """A region with papers is scope; one without is not held, unless the papers write of it."""
    known = places()
    regions = {document.region for document in documents}
    named = _of_other_bodies(reading, documents, found)
    is_somewhere = any(
        known.region[match.group()] in regions and _TOWARDS.search(reading.text[: match.start()])
        for match in reading.free(known.pattern)
    )
    at_home = any(
        known.region[match.group()] in regions and match.group() not in known.weak
        for match in reading.free(known.pattern)
    )
    for match in list(reading.free(known.pattern)):
        name, region = match.group(), known.region[match.group()]
        if name in known.weak and not _stands_alone(reading.text, match):
            continue
        if _issued_by(reading.text, match):
            continue  # 吉林那个方案，是司法部发的对吧
        if of_name := _papers_of(name, region, documents):
            if found.named and _also_there(reading.text, found.named[-1][1], match):
                named.clear()
                found.named.clear()
            named |= of_name
            found.named.append((region, match.end()))
            institution = _INSTITUTION.match(reading.text, match.start())
            in_name = institution is not None and held(institution.group())
            if not in_name and (name not in known.cities or not held(name)):
                reading.take(*match.span())
        elif is_somewhere and _COMES_FROM.match(reading.text, match.end()):
            continue  # 湖南的毕业证在广州做公证
        elif at_home and _is_of_the_story(reading.text, match, regions):
            continue
        elif name == "北京" and _SEAT.match(reading.text, match.end()):
            reading.take(*match.span())  # 北京司法部
        elif region in known.abroad and (
            _is_there(reading.text, match) or (at_home and not _beside(reading.text, match))
        ):
            continue  # 四川说不用美国那个卫星
        elif not held(name):
            found.unheld.append(Unheld("place", name))
            reading.take(*match.span())
    if named:
        found.documents.append(named)


def _papers_of(name: str, region: str, documents: Iterable[Document]) -> set[str]:
    """The papers of a region; a body's name (部里, 国务院) stands for what it has issued."""
    body = name if name not in places().region else places().body.get(name, "")
    return {d.id for d in documents if d.region == region and body in (d.issuer or "")}


def _of_other_bodies(reading: Reading, documents: Iterable[Document], found: Found) -> set[str]:
    """国务院2021年的意见: the papers of national bodies that are no place's name."""
    named: set[str] = set()
    for document in documents:
        issuer = document.issuer or ""
        if document.region != NATIONAL or not issuer or issuer in places().region:
            continue
        for start, end in [m.span() for m in reading.free(re.compile(re.escape(issuer)))]:
            named |= _papers_of(issuer, NATIONAL, documents)
            found.named.append((NATIONAL, end))
            reading.take(start, end)
    return named


def _also_there(text: str, before: int, match: re.Match[str]) -> bool:
    """四川培养…，广东那边也搞这个不: it is asked of the second place, and told of the first."""
    return "," in text[before : match.start()] and bool(_ALSO_ASKED.match(text, match.end()))


def _issued_by(text: str, match: re.Match[str]) -> bool:
    """是司法部发的吧: who has issued a paper, which is another place's."""
    return bool(_IS_OF.search(text, 0, match.start()) and _ISSUED.match(text, match.end()))


def _is_of_the_story(text: str, match: re.Match[str], regions: Collection[str | None]) -> bool:
    """在湖南打工, 人在湖南, 北京大所来长春: where somebody is who asks about another place."""
    lives = _LIVES.search(text, 0, match.start())
    return bool(_is_there(text, match) or lives or _goes_home(text, match.end(), regions))


def _is_there(text: str, match: re.Match[str]) -> bool:
    """在东南亚做买卖: where somebody is, not whose papers are asked for."""
    return bool(_TOWARDS.search(text[: match.start()]) and _DOES.match(text, match.end()))


def _goes_home(text: str, end: int, regions: Collection[str | None]) -> bool:
    """Whether what stands behind a place comes to one whose papers are held."""
    way = _GOES.match(text, end)
    there = places().pattern.match(text, way.end()) if way else None
    return there is not None and places().region[there.group()] in regions


def _beside(text: str, match: re.Match[str]) -> bool:
    """四川和美国有什么不同: one of several places that are asked about."""
    return bool(_JOINS.search(text[: match.start()]) or _JOINED.match(text, match.end()))


@cache
def _one_character_names() -> frozenset[str]:
    return frozenset(name for name in places().weak if len(name) == 1)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a one-character place stands as a name: at the start, or beside another place."""
    before, after = text[: match.start()], text[match.end() :]
    short = _one_character_names()  # 川吉两家
    start = not before or before[-1] in " ,，、和与跟同比那" or before[-1] in short
    end = (
        not after
        or after[0] in short
        or after[0] in " ,，、和与跟同比的省里两呢?？。"
        or _SAYS.match(after)
        or _PAPER.match(after)
        or (match.group() in _WHOLE_COUNTRY and _OF_THE_COUNTRY.match(after))
    )
    return start and bool(end)
