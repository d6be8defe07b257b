"""Which documents a question is about: places, years, titles, kinds of papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from assistant.understanding.phrases import phrases
from assistant.understanding.places import places
from assistant.understanding.question import Scope, Unheld
from assistant.understanding.reading import Reading, plain
from corpus import Document, Library

_TITLE = re.compile(r"《([^《》]{2,80})》")
# 《社区矫正法》第二十九条, 律师法第四十九条, 行政复议法规定; not 落实社区矫正法, not 宪法宣传.
_LAW_TEXT = re.compile(
    r"(?P<law>《[^《》]{1,30}法》|[\u4e00-\u9fff]{1,10}(?<![方办司违执守普合依非用立学懂尊])法)"
    r"(?:中|里|里面|的)?(?:第\s*[\d一二三四五六七八九十百零〇]+\s*(?:条|款)|(?:是)?(?:怎么|如何)?规定)"
)
# 按劳动法, 刑法规定: the law's text is meant; not in 合同法都背错, 学刑法的研究生.
_OF_LAW_BEFORE = re.compile(r"(?:^|[,，。;；?？\s按照依据问查看《]|违反|根据|依照)$")
_OF_LAW_BEHIND = re.compile(r"》?(?:第|规定|里|中|上|对|关于|是|怎|如何|有|几|多|[?？。]|$)")
_ARTICLE = re.compile(r"第?[\d一二三四五六七八九十百千零]+条.*$")
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*年?(?:度|份)?")
# 2018年底前, 到2020年, 2019年以前: a time set for the work, not the year of a paper.
_DEADLINE = re.compile(
    r"(?:到|至|截至|截止)\s*(?:19|20)\d{2}\s*年(?!的?(?:方案|意见|要点|文件|那))|(?:19|20)\d{2}\s*年?\s*(?:年?[底末]|[之以]?前|[之以]?后|年内|上半年|下半年)"
)
# 我问的是2017年的要点，不是2019年的方案: what is not asked about.
_NOT_THAT = re.compile(
    r"(?<!是)(?:而)?不是[^,，。;；?？]{0,6}"
    r"(?:\d{2}年[^,，。;；?？]{0,4}?(?:方案|意见|要点|文件|的)|那[份个](?:方案|意见|要点|文件)?)"
    r"(?=[,，。;；!！]|$)"
)
# 19年那份方案, 17年要点: a paper's year as people say it.
_SHORT_YEAR = re.compile(
    r"(?<!\d)(?P<year>[12]\d)年(?=的?(?:[那这嗰][份个篇]|[个份]?(?:工作|改革)?(?:要点|方案|意见|文件)|版))"
)
# 吉司发〔2019〕22号: the number of a paper.
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,8}[〔\[(【](?:19|20)\d{2}[〕\])】]\s*\d+\s*号")
_PAPER = re.compile(
    r"(?:的|全省|全国|司法行政|工作|改革|那[份个篇]|这[份个篇])*(?P<kind>要点|实施方案|方案|实施意见|意见|文件|通知|规划|条例|办法|总结|报告|年报|统计|公报|预算|决算|计划)"
)
_THE_PAPER = re.compile(
    r"[那这嗰呢][份个篇](?:文件|意见|方案|要点|文)?|(?:文件|意见|方案|要点)(?:里面|里头|里|中|当中|上)"
)
# 吉林大学第一附属医院, 吉林律师网: the region is part of a name that the papers write.
_INSTITUTION = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:大学|学院|法网|律师网|服务网|医院)")
# The brackets of 吉司发〔2019〕21号 are on few keyboards.
_TYPED_BRACKETS = (str.maketrans("〔〕", "[]"), str.maketrans("〔〕", "()"))
_TOWARDS = re.compile(r"(?:在|去|到|往|从|跑)$")
# 国家有这说法没, 部怎么规定: behind a name of one or two characters that stands for its papers.
_SAYS = re.compile(
    r"有(?:没|这|啥|什么|无|得)|(?:是)?(?:怎么|咋|如何)(?:个)?(?:规定|说|讲|定|要求)"
)
_COMES_FROM = re.compile(
    r"的(?!标准|规定|文件|意见|方案|要点|政策|做法|情况)|人(?!民)|户口|户籍|来"
)
_DOES = re.compile(r"(?![的省怎咋如有是什哪规都])[\u4e00-\u9fff]")
_KIND_WORDS = ("要点", "方案", "意见")
# The 意见 of 征求意见稿 and 公开征求意见 is no paper.
_KIND = re.compile(rf"(?<!征求)(?<!听取)(?:{'|'.join(_KIND_WORDS)})")
_SEVERAL = re.compile(
    r"各省|各地(?=都|的?做法|有[什啥何])|(?:[三两几五]个省|[三两几五]省)(?!级)|各份文件|[三两几五]份文件|各自|分别|都[由是]谁|所有文件|每[个份]"
)


@dataclass(slots=True)
class _Found:
    documents: list[set[str]] = field(default_factory=list)
    # Each region named, and where its name ends in the question.
    named: list[tuple[str, int]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    unheld: list[Unheld] = field(default_factory=list)
    several: bool = False
    says_where: bool = False  # the name of a paper names its place: 司法部意见

    @property
    def regions(self) -> list[str]:
        """The regions in the order of their names in the question."""
        return [region for region, _ in self.named]


def take_scope(reading: Reading, library: Library, held: Callable[[str], bool]) -> Scope:
    """Take out of the question what names documents; say what it names that is not held.

    ``held`` tells whether a word stands anywhere in the documents: a place that the papers
    themselves write about (深圳, 香港) is part of the topic and stays in it.
    """
    documents = library.documents()
    found = _Found()
    reading.take_all(_NOT_THAT)
    _take_laws(reading, documents, found, held)
    _take_titles(reading, documents, found, held)
    _take_aliases(reading, documents, found)
    _take_places(reading, documents, found, held)
    _take_years(reading, documents, found, held)
    _take_kinds(reading, documents, found)
    several = (
        found.several
        or bool(_SEVERAL.search(reading.text))
        or len(set(found.regions)) > 1
        or len(set(found.years)) > 1
    )
    ids = _intersection(documents, found)
    if not ids and (found.documents or found.years) and not found.unheld:
        found.unheld.append(Unheld("paper", _described(found)))
    return Scope(
        documents=ids,
        regions=tuple(dict.fromkeys(found.regions)),
        years=tuple(dict.fromkeys(found.years)),
        unheld=tuple(dict.fromkeys(found.unheld)),
        several=several,
    )


def _intersection(documents: tuple[Document, ...], found: _Found) -> tuple[str, ...]:
    """The documents that fit all that was named; several years or regions are united first."""
    constraints = [*found.documents]
    if found.years:
        of_years = {d.id for d in documents if d.year in found.years}
        # 司法部和吉林2019年: the year is said of one region, the other stands for itself.
        silent = [r for r in found.regions if not of_years & _of_region(documents, r)]
        if len(set(found.regions)) > 1:
            of_years = of_years.union(*(_of_region(documents, region) for region in silent))
        constraints.append(of_years)
    if not constraints:
        return ()
    common = set.intersection(*constraints)
    return tuple(document.id for document in documents if document.id in common)


def _of_region(documents: tuple[Document, ...], region: str) -> set[str]:
    return {document.id for document in documents if document.region == region}


def _described(found: _Found) -> str:
    years = "、".join(f"{year}年" for year in found.years)
    return f"{'、'.join(found.regions)}{years}的这种文件" if found.regions or years else "这种文件"


def _take_titles(
    reading: Reading,
    documents: Iterable[Document],
    found: _Found,
    held: Callable[[str], bool],
) -> None:
    """《…》 is a document of ours, a paper that our documents write about, or not held at all."""
    for match in list(reading.free(_TITLE)):
        title = match[1]
        ours = {d.id for d in documents if title in {plain(d.title), *map(plain, d.aliases)}}
        if ours:
            found.documents.append(ours)
            reading.take(*match.span())
        elif not held(title):
            found.unheld.append(Unheld("law", match.group()))


def _take_laws(
    reading: Reading,
    documents: Iterable[Document],
    found: _Found,
    held: Callable[[str], bool],
) -> None:
    """律师法第四十九条, 行政复议法规定: the text of a law is asked for that is not held.

    A law of which the papers merely write stays topic unless its articles are asked for.
    """
    titles = {plain(document.title) for document in documents}
    for match in list(reading.free(_LAW_TEXT)):
        law = match["law"].strip("《》")
        if not any(law in title for title in titles):
            reading.take(*match.span())
            found.unheld.append(Unheld("law", law))
    for match in list(reading.free(phrases()["law"])):
        before, after = reading.text[: match.start()], reading.text[match.end() :]
        asked_for = _OF_LAW_BEFORE.search(before) or _OF_LAW_BEHIND.match(after)
        if asked_for and not held(match.group()):
            law = _ARTICLE.sub("", reading.take(*match.span()))
            found.unheld.append(Unheld("law", law))


def _take_aliases(reading: Reading, documents: Iterable[Document], found: _Found) -> None:
    names: dict[str, set[str]] = {}
    for document in documents:
        number = document.number or ""
        typed = (number.translate(brackets) for brackets in _TYPED_BRACKETS)
        for name in (document.title, document.id, *document.aliases, number, *typed):
            if name:
                names.setdefault(plain(name), set()).add(document.id)
    named: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        if name in reading.text and reading.take_all(re.compile(re.escape(name))):
            named |= names[name]
            found.says_where = found.says_where or bool(places().pattern.search(name))
    if named:
        found.documents.append(named)
    for match in list(reading.free(_NUMBERED)):
        found.unheld.append(Unheld("paper", reading.take(*match.span())))


def _take_places(
    reading: Reading,
    documents: tuple[Document, ...],
    found: _Found,
    held: Callable[[str], bool],
) -> None:
    known = places()
    regions = {document.region for document in documents}
    named: set[str] = set()
    is_somewhere = any(
        known.region[match.group()] in regions and _TOWARDS.search(reading.text[: match.start()])
        for match in reading.free(known.pattern)
    )
    for match in list(reading.free(known.pattern)):
        name, region = match.group(), known.region[match.group()]
        if name in known.weak and not _stands_alone(reading.text, match):
            continue
        if region in regions:
            named |= {d.id for d in documents if d.region == region}
            found.named.append((region, match.end()))
            institution = _INSTITUTION.match(reading.text, match.start())
            in_name = institution is not None and held(institution.group())
            if not in_name and (name not in known.cities or not held(name)):
                reading.take(*match.span())
        elif is_somewhere and _COMES_FROM.match(reading.text, match.end()):
            continue  # 湖南的毕业证在广州做公证
        elif not held(name) and not (region in known.abroad and _is_there(reading.text, match)):
            found.unheld.append(Unheld("place", name))
            reading.take(*match.span())
    other_papers = bool(found.documents) and not set.intersection(named, *found.documents)
    if named and other_papers and found.says_where:
        # 司法部意见和四川的一样吗: one paper by its name and one by its place.
        found.documents = [set.union(named, *found.documents)]
        found.several = True
    elif named:
        found.documents.append(named)


def _is_there(text: str, match: re.Match[str]) -> bool:
    """在东南亚做买卖: where somebody is, not whose papers are asked for."""
    return bool(_TOWARDS.search(text[: match.start()]) and _DOES.match(text, match.end()))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a one-character place stands as a name: at the start, or beside another place."""
    before, after = text[: match.start()], text[match.end() :]
    start = not before or before[-1] in " ,，、和与跟同比那"
    end = not after or after[0] in " ,，、和与跟同比的省里两呢?？。" or _SAYS.match(after)
    return start and bool(end)


def _take_years(
    reading: Reading,
    documents: tuple[Document, ...],
    found: _Found,
    held: Callable[[str], bool],
) -> None:
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


def _take_kinds(reading: Reading, documents: Iterable[Document], found: _Found) -> None:
    """征求意见稿, 那份要点, 方案里: a kind of paper, if the words around say that it is meant."""
    drafts = {d.id for d in documents if d.status == "征求意见稿"}
    if "draft" in phrases() and reading.take_all(phrases()["draft"]) and drafts:
        found.documents.append(drafts)
        return
    for match in list(reading.free(_THE_PAPER)):
        kind = next((word for word in _KIND_WORDS if word in match.group()), None)
        reading.take(*match.span())
        of_kind = _of_kind(kind, match.start(), documents, found) if kind else set()
        # 四川省委编办在方案里: who says it means the paper of the place, whatever it is called.
        if of_kind and set.intersection(of_kind, *found.documents):
            found.documents.append(of_kind)
    if found.years or found.regions:
        for match in list(reading.free(_KIND)):
            of_kind = _of_kind(match.group(), match.start(), documents, found)
            narrowed = [*found.documents, of_kind]
            if set.intersection(*narrowed):
                found.documents = narrowed
                reading.take(*match.span())


def _of_kind(kind: str, start: int, documents: Iterable[Document], found: _Found) -> set[str]:
    """The papers of a kind; of several regions the one before the word is meant.

    吉林那方案跟四川那个意见: each kind says which paper of its region, not of the other.
    """
    of_kind = {d.id for d in documents if kind in d.title}
    before = [region for region, end in found.named if end <= start]
    if len(set(found.regions)) < 2 or not before:
        return of_kind
    return of_kind | {d.id for d in documents if d.region != before[-1]}
