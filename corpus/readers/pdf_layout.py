"""From printed lines to paragraphs: what repeats on every page goes, broken lines are joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_page import Line, PageContent

_MARGIN_ZONE = 0.12
"""Part of a page's height, above and below, where headers, footers and page numbers stand."""
_PAGE_NUMBER = re.compile(
    r"[-—–－_·•.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，、]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－_·•.\s]*"
)
_REPEATED_ON = 0.4
"""Share of the pages on which a header stands; left and right pages may have their own."""
_MARK = re.compile(
    r"\s*(?:第[一二三四五六七八九十百零〇0-9]+[编章节条]|[（(]?[一二三四五六七八九十]+[、)）]"
    r"|[（(][0-9]{1,3}[)）]|[0-9]{1,3}[.．、]|[①-⑳]|——|附件)"
)
_ENDS_PARAGRAPH = "。！？；：:;!?"
_FULL_WITHIN = 1.7
"""Characters that a full line may lack at the right margin, as no line begins with 。"""
_INDENTED_FROM = 1.2


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    pitch: float
    """Distance from the top of one line to the next."""


def without_furniture(pages: Sequence[PageContent]) -> Iterator[PageContent]:
    """The pages without page numbers and without headers and footers that repeat."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _in_margins(page)})
    needed = max(2, _REPEATED_ON * len(pages))
    for page in pages:
        gone = {
            id(line)
            for line in _in_margins(page)
            if _PAGE_NUMBER.fullmatch(line.text) or counts[_key(line)] >= needed
        }
        items = tuple(item for item in page.items if id(item) not in gone)
        yield PageContent(page.number, page.height, items, page.pictures)


class Joiner:
    """Tells whether a line goes on with the paragraph of the line before it."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        lines = [item for page in pages for item in page.items if isinstance(item, Line)]
        self._margins = _margins(lines)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Judged by the print: a full line before, no indentation, the same size, no wide gap."""
        margins, size = self._margins, line.size
        if abs(before.size - size) > 0.15 * size or before.x1 < margins.right - _FULL_WITHIN * size:
            return False
        # On the next page, line.top is above before.top and the distance says nothing.
        if line.top - before.top > 1.7 * margins.pitch:
            return False
        ended = before.text.rstrip()[-1:] in _ENDS_PARAGRAPH
        if _MARK.match(line.text) and (ended or line.x0 > margins.left + _INDENTED_FROM * size):
            return False
        if line.x0 <= margins.left + _INDENTED_FROM * size:
            return True
        # A block set in: its lines begin at one place and break inside a sentence.
        return not ended and abs(line.x0 - before.x0) < size / 2


def _in_margins(page: PageContent) -> list[Line]:
    return [
        item
        for item in page.items
        if isinstance(item, Line)
        and (
            item.bottom < _MARGIN_ZONE * page.height or item.top > (1 - _MARGIN_ZONE) * page.height
        )
    ]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.strip()), round(line.top / 4)


def _margins(lines: Sequence[Line]) -> _Margins:
    if not lines:
        return _Margins(0, 0, 0)
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    body = [line for line in lines if round(line.size) == size]
    widest = max(line.x1 - line.x0 for line in body)
    long = [line for line in body if line.x1 - line.x0 > widest / 2]
    left = Counter(round(line.x0) for line in long)
    # The left margin is where lines go on; first lines, however many, are set in from it.
    common = [place for place, count in left.items() if count >= max(1, 0.05 * len(long))]
    right = sorted(line.x1 for line in long)[int(0.9 * (len(long) - 1))]
    steps = Counter(
        round(after.top - before.top) for before, after in pairwise(body) if after.top > before.top
    )
    pitch = steps.most_common(1)[0][0] if steps else 2 * size
    return _Margins(min(common), right, pitch)
