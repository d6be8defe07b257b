"""The parsed page: what of it is shown, and which element holds the paper.

A portal's page is menus, notices and scripts with the paper somewhere inside. The paper is the
smallest element that holds nearly all text outside of links, and all sentences but those of a
footer; no list of portals is needed.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.portal import find_block, portal

_SILENT = frozenset(
    [
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
        "select", "button", "textarea", "input", "nav", "footer", "aside", "dialog", "rt", "rp",
        "head", "title", "-comment",
    ]
)  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_BRACE = re.compile("[{}]")
_NAME = re.compile(r"[.#][\w-]+")
_CONTAINERS = frozenset(
    [
        "body", "div", "section", "article", "main", "form", "table", "tbody", "tr", "td",
        "center", "font", "span",
    ]
)  # fmt: skip
_NEARLY_ALL = 0.85
_SENTENCES_OUTSIDE = 2
_FURNITURE_AT_MOST = 0.3
"""An element called menu or print that holds more of the page than this is no furniture."""
_LARGEST_BLOCK = 2_000
_FEWEST_PAIRS = 3
_BOXES = frozenset(["div", "ul", "ol", "li", "dl", "td", "header", "section"])
_LINK_LIST = 0.6
_FEWEST_LINKS = 3


class _Weight(NamedTuple):
    """What an element holds: characters outside and inside of links, links, sentences (outside)."""

    text: int = 0
    linked: int = 0
    links: int = 0
    sentences: int = 0


_NOTHING = _Weight()


class Page:
    """A parsed page with the weight of every element."""

    def __init__(self, markup: str) -> None:
        self.tree = LexborHTMLParser(markup)
        self._weights: dict[int, _Weight] = {}
        self._total = 0
        self._hidden_names = self._names_hidden_by_style()
        body = self.tree.body
        if body is not None:
            # What is furniture is judged by its share of the page, which must be weighed first.
            self._weigh(body, self._is_visible)
            self._total = self.weight(body)
            self._weigh(body, lambda node: self.is_shown(node) and not self._is_block(node))

    def weight(self, node: LexborNode) -> int:
        """Shown characters of an element that stand in no link, blanks not counted."""
        return self._weight(node).text

    def article(self) -> LexborNode | None:
        """The smallest element with nearly all of the text; None for a page without a body."""
        node = self.tree.body
        while node is not None:
            heaviest = max(
                (child for child in children(node) if child.tag in _CONTAINERS),
                key=self.weight,
                default=None,
            )
            if heaviest is None or self.weight(heaviest) < _NEARLY_ALL * self.weight(node):
                break
            outside = self._weight(node).sentences - self._weight(heaviest).sentences
            if outside > _SENTENCES_OUTSIDE:
                break
            # A single long paragraph is not the whole paper.
            if not any(
                inner.tag in _CONTAINERS or inner.tag == "p" for inner in children(heaviest)
            ):
                break
            node = heaviest
        return node

    def is_shown(self, node: LexborNode) -> bool:
        """Whether a node is the paper's: visible, and no furniture of the page."""
        if not self._is_visible(node):
            return False
        if not node.is_element_node or self.weight(node) > _FURNITURE_AT_MOST * self._total:
            return True
        if self._is_link_list(node):
            return False
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        return portal().element.search(names) is None

    def _is_block(self, node: LexborNode) -> bool:
        """Whether an element is the portal's table above a paper, which is none of its text."""
        if node.tag != "table" or self.weight(node) > _LARGEST_BLOCK:
            return False
        block = find_block([line for line in node.text(separator="\n").split("\n") if line.strip()])
        return block is not None and len(block.pairs) >= _FEWEST_PAIRS

    def _is_link_list(self, node: LexborNode) -> bool:
        """Whether an element is a list of links to other pages, or a box of nothing but links."""
        held = self._weight(node)
        if held.links and not held.text and node.tag in _BOXES:
            return True
        return held.links >= _FEWEST_LINKS and held.linked > _LINK_LIST * (held.linked + held.text)

    def meta(self, name: str) -> str:
        """A <meta>'s content; 国办发〔2017〕47号 has portals give ArticleTitle and PubDate."""
        for node in self.tree.css("meta[name]"):
            if (node.attributes.get("name") or "").lower() == name.lower():
                return (node.attributes.get("content") or "").strip()
        return ""

    def _weight(self, node: LexborNode) -> _Weight:
        return self._weights.get(node.mem_id, _NOTHING)

    def _weigh(self, body: LexborNode, counts: Callable[[LexborNode], bool]) -> None:
        """Add up the weights of what counts from the leaves to the root, without recursion."""
        weights: dict[int, _Weight] = {}
        stack: list[tuple[LexborNode, bool]] = [(body, False)]
        while stack:
            node, done = stack.pop()
            if node.is_text_node:
                text = node.text_content or ""
                blanks = sum(map(text.count, " \t\r\n\u3000\xa0"))
                ends = text.count("。") + text.count("；")
                weights[node.mem_id] = _Weight(len(text) - blanks, sentences=ends)
            elif not done:
                stack.append((node, True))
                stack += [(child, False) for child in children(node) if counts(child)]
            else:
                inside = [weights.get(child.mem_id, _NOTHING) for child in children(node)]
                held = _Weight(*map(sum, zip(*inside, strict=True)))
                if node.tag == "a":
                    held = _Weight(0, held.linked + held.text, held.links + 1)
                weights[node.mem_id] = held
        self._weights = weights

    def _is_visible(self, node: LexborNode) -> bool:
        if node.tag in _SILENT:
            return False
        if not node.is_element_node:
            return True
        attributes = node.attributes
        if not attributes:
            return True
        if "hidden" in attributes or _HIDING.search(attributes.get("style") or ""):
            return False
        return self._hidden_names.isdisjoint(_names_of(attributes))

    def _names_hidden_by_style(self) -> frozenset[str]:
        """Classes and ids (.x, #y) that a style sheet in the page hides on screen."""
        rules = (rule for node in self.tree.css("style") for rule in _rules_of(node.text()))
        return frozenset(
            selector.strip()
            for selectors, body in rules
            if _HIDING.search(body)
            for selector in selectors.split(",")
            if _NAME.fullmatch(selector.strip())
        )


def _rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of a style sheet, but for print and other media."""
    sheet = "".join(
        part.partition("*/")[2] if place else part for place, part in enumerate(sheet.split("/*"))
    )
    start, open_rules = 0, list[str]()
    for brace in _BRACE.finditer(sheet):
        before, start = sheet[start : brace.start()], brace.end()
        if brace[0] == "{":
            open_rules.append(before.rpartition(";")[2].strip())
        elif open_rules:
            selectors = open_rules.pop()
            if not any(rule.startswith("@") for rule in (*open_rules, selectors)):
                yield selectors, before


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The child nodes, texts among them, in order."""
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _names_of(attributes: dict[str, str | None]) -> Iterator[str]:
    yield from (f".{name}" for name in (attributes.get("class") or "").split())
    if attributes.get("id"):
        yield f"#{attributes['id']}"
