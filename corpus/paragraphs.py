"""Unnumbered paragraphs, once all clauses are known: which move up, which become clauses."""

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.cutting import pieces
from corpus.lines import Line
from corpus.nodes import Node

Bears = Callable[[str], bool]

_LABEL_LINE = re.compile(r"[（(【]?[^，。]{2,8}[:：]")
_ALONE = re.compile(r"[（(【［\[]|[^，。]{2,8}[:：]")


def lift_shared(nodes: Sequence[Node], lines: Sequence[Line], bears: Bears) -> None:
    """Move a bracket below the last of several points, none of which names anyone, to their task.

    bears: whether a paragraph ends by naming departments.
    """
    groups: dict[int, list[Node]] = {}
    for node in nodes:
        if node.kind == "item" and node.parent is not None:
            groups.setdefault(id(node.parent), []).append(node)
    for siblings in groups.values():
        last, parent = siblings[-1], siblings[-1].parent
        shared = [i for i in last.lines[1:] if _ALONE.match(lines[i].text) and bears(lines[i].text)]
        unnamed = not any(bears(lines[i].text) for node in siblings for i in node.lines[:1])
        unnamed = unnamed and not any(bears(lines[n.lines[-1]].text) for n in siblings[:-1])
        if parent is not None and len(siblings) > 1 and not last.children and shared and unnamed:
            parent.lines += shared
            last.lines = [i for i in last.lines if i not in shared]


def with_paragraphs(nodes: Sequence[Node], lines: Sequence[Line], bears: Bears) -> list[Node]:
    """Make clauses of unnumbered paragraphs where a paper is numbered in sections only, and where
    several below one number have departments of their own."""
    deep = {n.part for n in nodes if n is not n.part and n.parent is not n.part}
    done: list[Node] = []
    for node in nodes:
        done.append(node)
        flat = node.kind == "section" and node is not node.part and node.part not in deep
        if node.children or not (flat or _assigns_by_paragraph(node, lines, bears)):
            continue
        paragraphs, node.lines = node.lines[1:], node.lines[:1]
        node.children = len(paragraphs)
        done += (
            Node(None, (*node.path, f"¶{n}"), "paragraph", node, [i], part=node.part)
            for n, i in enumerate(paragraphs, 1)
        )
    return done


def _assigns_by_paragraph(node: Node, lines: Sequence[Line], bears: Bears) -> bool:
    texts = (lines[i].text for i in node.lines[1:])
    return sum(bears(text) and not _LABEL_LINE.match(text) for text in texts) > 1


def cut_long(nodes: Sequence[Node], lines: Sequence[Line]) -> Iterator[Node]:
    """Cut the own text of clauses that are too long to be searched as one."""
    for node in nodes:
        parts = list(pieces(node.lines, lines))
        yield node
        if len(parts) < 2:
            continue
        node.lines, node.cut = list(parts[0][0]), parts[0][1]
        lone = (
            node.marker is None
        )  # a paragraph's pieces stand beside it, a numbered clause's below
        base, parent = (node.path[:-1], node.parent) if lone else (node.path, node)
        for n, (own, cut) in enumerate(parts[1:], 2 if lone else 1):
            name = f"{node.path[-1]}-{n}" if lone else f"¶{n}"
            yield Node(None, (*base, name), "paragraph", parent, list(own), 0, node.part, cut)
