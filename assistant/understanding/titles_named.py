"""Papers and laws that a question names by title, number or what people call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.understanding.found import Found
from assistant.understanding.paper_names import paper_names
from assistant.understanding.phrases import phrases
from assistant.understanding.places import places
from assistant.understanding.question import Unheld
from assistant.understanding.reading import Reading, plain
from corpus import Document

_TITLE = re.compile(r"《([^《》]{2,80})》")
# 《社区矫正法》第二十九条, 律师法第四十九条, 行政复议法规定; not 落实社区矫正法, not 宪法宣传.
_LAW_TEXT = re.compile(
    r"(?P<law>《[^《》]{1,30}法》|[\u4e00-\u9fff]{1,10}(?<![方办司违执守普合依非用立学懂尊])法)"
    r"(?:中|里|里面|的)?(?:第\s*[\d一二三四五六七八九十百零〇]+\s*(?:条|款)|(?:是)?(?:怎么|如何)?规定)"
)
# 按劳动法, 刑法规定: the law's text is meant; not in 合同法都背错, 学刑法的研究生.
_OF_LAW_BEFORE = re.compile(r"(?:^|[,，。;；?？\s按照依据问查看《]|违反|根据|依照)$")
_OF_LAW_BEHIND = re.compile(r"》?(?:第|规定|里|中|上|对|关于|是|怎|如何|有|几|多|[?？。]|$)")
# 2019年方案里: the paper's inside is the paper.
_INSIDE = r"(?:里[面头]?|当中|中(?![心小国央介标级]))?"
_ARTICLE = re.compile(r"第?[\d一二三四五六七八九十百千零]+条.*$")
# 吉司发〔2019〕22号: the number of a paper.
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,8}[〔\[(【](?:19|20)\d{2}[〕\])】]\s*\d+\s*号")


def take_titles(
    reading: Reading,
    documents: Iterable[Document],
    found: Found,
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


def take_laws(
    reading: Reading,
    documents: Iterable[Document],
    found: Found,
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


def take_aliases(reading: Reading, documents: tuple[Document, ...], found: Found) -> None:
    """A paper's title, id, number or what people call it; a number that none has is not held.

    Of several papers named so each is meant: 吉林要点与2019年方案.
    """
    taken = [
        each
        for each in paper_names(documents)
        if each.name in reading.text
        and reading.take_all(re.compile(re.escape(each.name) + _INSIDE))
    ]
    placed = [each for each in taken if places().pattern.search(each.name)]
    found.placed.update(*(each.documents for each in placed))
    if bare := [each.documents for each in taken if each not in placed]:
        found.documents.append(set().union(*bare))
    years = [each.year for each in taken if each.year is not None]
    if len(years) == len(taken):
        found.years += years
    for match in list(reading.free(_NUMBERED)):
        found.unheld.append(Unheld("paper", reading.take(*match.span())))
