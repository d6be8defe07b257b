"""Walking through a page: its lines with their bold runs, and its tables."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from corpus.portal import find_block
from corpus.readers.counting import draw
from corpus.readers.html_page import Page, children
from corpus.readers.html_table import grid_of, holds_data, rows_of
from corpus.readers.writing import Cell

_BLOCKS = frozenset(
    [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    ]
)  # fmt: skip
_HAN = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’—…]"
_WRAP_IN_HAN = re.compile(rf"(?<={_HAN})[ \t]*[\r\n][ \t\r\n]*(?={_HAN})")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BOLD_WEIGHT = re.compile(r"font-weight\s*:\s*(bold(?:er)?|[6-9]00|1000)\b", re.IGNORECASE)
_PLAIN_WEIGHT = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)\b", re.IGNORECASE)
_HEITI = re.compile(r"font-family\s*:\s*[\"']?\s*(?:黑体|SimHei|Heiti)", re.IGNORECASE)
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NUMBERED = re.compile(r"\s*[（(]?[0-9０-９一二三四五六七八九十①-⑳]")


@dataclass(slots=True)
class Line:
    """A line of the page in runs, each bold or not."""

    runs: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


Content = Line | list[list[Cell]]
"""A line, or the grid of a table."""


def text_of(piece: Content) -> str:
    """The text of a line, "" for a table."""
    return piece.text if isinstance(piece, Line) else ""


class Walker:
    """Goes through a page once; keeps the lines and tables `above` the article and `inside` it."""

    def __init__(self, page: Page, article: LexborNode) -> None:
        self._page = page
        self._article = article.mem_id
        self.above: list[Content] = []
        self.inside: list[Content] = []
        self.pairs: list[tuple[str, str]] = []
        self.title = ""
        self.pictures = 0
        self._content = self.above
        self._line = Line()
        self._blank = ""
        self._items: dict[int, int] = {}

    def walk(self, body: LexborNode) -> None:
        """Collect from `body` to the end of the article, without recursion."""
        stack: list[tuple[LexborNode, bool, bool]] = [(body, False, False)]
        while stack:
            node, bold, done = stack.pop()
            if done:
                self._end_line()
                if node.mem_id == self._article:
                    return
                if node.tag == "h1" and self._content is self.above and self.above:
                    self.title = text_of(self.above[-1])
                continue
            if node.is_text_node:
                self._write(node.text_content or "", bold, keep=_in_pre(node))
                continue
            if not self._page.is_shown(node):
                continue
            if node.mem_id == self._article:
                self._end_line()
                self._content = self.inside
            if node.tag == "table" and self._take_table(node):
                continue
            if node.tag == "br":
                self._end_line()
            elif node.tag == "img" and self._content is self.inside:
                self.pictures += 1
            bold = _is_bold(node, bold)
            if node.tag in _BLOCKS or node.mem_id == self._article:
                self._end_line()
                stack.append((node, bold, True))
            if node.tag == "li":
                self._write(self._drawn_number(node), False)
            stack += [(child, bold, False) for child in reversed(list(children(node)))]
        self._end_line()

    def _take_table(self, table: LexborNode) -> bool:
        """Keep a table of data, or of metadata; False for one that only lays out the page."""
        rows = rows_of(table)
        places = grid_of(rows) if holds_data(rows) else []
        if not places:
            return False
        self._end_line()
        filled: dict[int, Cell] = {}
        grid = []
        for row in places:
            for cell, node in row:
                if filled.setdefault(node.mem_id, cell) is cell and not cell.runs:
                    cell.runs = self._cell_runs(node)
            grid.append([cell for cell, _ in row])
        lines = ["\t".join(cell.text for cell in dict.fromkeys(row)) for row in grid]
        block = find_block(lines)
        if block is not None:
            self.pairs += block.told
            grid = grid[: block.first] + grid[block.last :]
        if grid:
            self._content.append(grid)
        return True

    def _cell_runs(self, cell: LexborNode) -> list[tuple[str, bool]]:
        inner = Walker(self._page, cell)
        inner.walk(cell)
        runs: list[tuple[str, bool]] = []
        for line in inner.inside:
            if isinstance(line, Line):
                runs += [(" ", False)] * bool(runs) + line.runs
        return runs

    def _write(self, text: str, bold: bool, keep: bool = False) -> None:
        if keep:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._end_line()
                self._line.runs.append((line, bold))
            return
        text = _WRAP_IN_HAN.sub("", text)
        blank_before = text[: len(text) - len(text.lstrip(" \t\r\n\f"))]
        inner = _BLANKS.sub(" ", text.strip(" \t\r\n\f"))
        self._blank += blank_before
        if not inner:
            return
        if self._blank and self._line.runs and not self._is_wrap(inner):
            inner = " " + inner
        self._line.runs.append((inner, bold))
        self._blank = text[len(text.rstrip(" \t\r\n\f")) :]

    def _is_wrap(self, following: str) -> bool:
        """Whether the blank is only a line end of the markup between two Chinese characters."""
        last = self._line.runs[-1][0][-1:]
        return "\n" in self._blank and bool(re.fullmatch(_HAN * 2, last + following[0]))

    def _drawn_number(self, item: LexborNode) -> str:
        """The number a browser draws before a list item, unless the item brings its own."""
        parent = item.parent
        if parent is None or parent.tag != "ol" or "none" in (parent.attributes.get("style") or ""):
            return ""
        start = parent.attributes.get("start") or ""
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        number = self._items.get(parent.mem_id, first)
        self._items[parent.mem_id] = number + 1
        if _NUMBERED.match(item.text(deep=True)):
            return ""
        number_format = _LIST_FORMATS.get(parent.attributes.get("type") or "", "decimal")
        return f"{draw(number, number_format)}. "

    def _end_line(self) -> None:
        if any(text.strip() for text, _ in self._line.runs):
            self._content.append(self._line)
        self._line = Line()
        self._blank = ""


def _is_bold(node: LexborNode, inherited: bool) -> bool:
    style = node.attributes.get("style") or ""
    if _BOLD_WEIGHT.search(style) or _HEITI.search(style):
        return True
    if _PLAIN_WEIGHT.search(style):
        return False
    return inherited or node.tag in ("b", "strong")


def _in_pre(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "pre"
