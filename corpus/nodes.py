"""A clause in the making, before it knows its document."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.lines import Line
from corpus.numbering import Family, Marker
from corpus.titles import LONGEST_TITLE
from corpus.values import Kind, Path


@dataclass(slots=True, eq=False)
class Node:
    """A clause in the making. `lines` are the lines of its own text, ascending; `part` is the annex
    it stands in; `cut` the stretch of its one line, where an over-long line was cut."""

    marker: Marker | None
    path: Path
    kind: Kind
    parent: "Node | None"
    lines: list[int] = field(default_factory=list)
    children: int = 0
    part: "Node | None" = None
    cut: tuple[int, int] | None = None


def outermost(node: Node) -> Node:
    while node.parent is not None and node.parent is not node.part:
        node = node.parent
    return node


def article_above(node: Node) -> Node | None:
    """The article a clause stands in; a paragraph after its （一）（二） is the article's."""
    above: Node | None = node
    while above is not None and (above.marker is None or above.marker.family is not Family.ARTICLE):
        above = above.parent
    return above


def annex_title(node: Node, lines: Sequence[Line]) -> int | None:
    """The line that names an annex, where the annex's own line does not."""
    if len(node.lines) < 2 or node.marker is None or node.marker.family is not Family.ANNEX:
        return None
    text = lines[node.lines[1]].text
    return node.lines[1] if len(text) <= LONGEST_TITLE and text[-1] not in "。；：，" else None
