"""The clause tree: below which clause a numbered line opens one, and whose the other lines are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.lines import Line, is_signature
from corpus.markers import announces_attachments, is_slip
from corpus.nodes import Node, article_above, outermost
from corpus.numbering import Family, Marker, printed
from corpus.paragraphs import cut_long, lift_shared, with_paragraphs
from corpus.values import Kind, Path

Rank = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """The clauses in reading order, and what is odd about their numbers, one sentence each."""

    nodes: tuple[Node, ...]
    issues: tuple[str, ...]


# 以上任务分工，黑体字为牵头部门，其他为配合部门。
_SUMS_UP = re.compile(r"(?:以上|上述|前述)(?:各项|所有|全部)?(?:任务|分工|工作|事项|措施)")
_STATUTE = frozenset((Family.PART, Family.CHAPTER, Family.DIVISION, Family.ARTICLE))
_MOST_ISSUES = 30


def build_outline(
    lines: Sequence[Line],
    markers: Sequence[Marker | None],
    where: range,
    bears_departments: Callable[[str], bool],
) -> Outline:
    """The clauses of the lines `where`; those before the first marker are the foreword."""
    builder = _Builder(lines, bears_departments)
    for i in where:
        marker = markers[i]
        if marker is None:
            builder.add(i)
        else:
            builder.open(i, marker)
    return builder.finish()


class _Builder:
    def __init__(self, lines: Sequence[Line], bears_departments: Callable[[str], bool]) -> None:
        self._lines = lines
        self._bears = bears_departments
        self._nodes: list[Node] = []
        self._open: list[Node] = []
        self._owner: Node | None = None  # whose the next unnumbered line is
        self._foreword: list[int] = []
        self._times: dict[Path, int] = {}
        self._below: dict[Rank, Rank | None] = {}  # below which form a form was first seen
        self._siblings: dict[tuple[int, Family], int] = {}  # last number below a parent
        self._running: dict[Family, int] = {}  # last number in the annex or the paper proper
        self._issues: list[str] = []

    def open(self, i: int, marker: Marker) -> None:
        """A numbered line begins a clause."""
        parent = self._parent(marker)
        if marker.family is Family.ANNEX:
            self._running.clear()
        node = Node(marker, self._path(parent, marker), self._kind(marker), parent, [i])
        node.part = node if marker.family is Family.ANNEX else parent.part if parent else None
        self._check(parent, marker, self._lines[i].text)
        if parent:
            parent.children += 1
        self._nodes.append(node)
        self._open.append(node)
        self._owner = node

    def add(self, i: int) -> None:
        """A line without a number belongs to a clause above it, or to the foreword."""
        text = self._lines[i].text
        if is_slip(text):
            self._issues.append(f"“{text[:12]}…”像是编号的笔误，没有当作条文编号。")
        if self._owner is None:
            self._foreword.append(i)
        else:
            self._owner = self._owner_of(i, self._owner)
            self._owner.lines.append(i)

    def finish(self) -> Outline:
        lift_shared(self._nodes, self._lines, self._bears)
        if self._nodes:
            nodes = with_paragraphs(self._nodes, self._lines, self._bears)
            if self._foreword:
                nodes.insert(0, Node(None, ("前言",), "paragraph", None, self._foreword))
        else:
            self._issues.append("没有找到编号，按段落切分。")
            nodes = [
                Node(None, (f"¶{n}",), "paragraph", None, [i])
                for n, i in enumerate(self._foreword, 1)
            ]
        issues = self._issues[:_MOST_ISSUES]
        if len(self._issues) > _MOST_ISSUES:
            issues.append(f"编号问题共 {len(self._issues)} 处，其余从略。")
        return Outline(tuple(cut_long(nodes, self._lines)), tuple(issues))

    def _parent(self, marker: Marker) -> Node | None:
        """Close the clauses the new one does not lie below, and give the one it does."""
        ranks = [_rank(node) for node in self._open]
        if marker.rank in ranks:
            del self._open[ranks.index(marker.rank) :]
        elif not self._is_turned(marker):
            while self._open and not self._lies_below(marker.rank, _rank(self._open[-1])):
                self._open.pop()
        parent = self._open[-1] if self._open else None
        self._below.setdefault(marker.rank, _rank(parent) if parent else None)
        return parent

    def _is_turned(self, marker: Marker) -> bool:
        """Whether the paper turns the usual order: a first （一） directly below a first 1."""
        if not self._open or marker.value != 1 or marker.rank in self._below:
            return False
        above = self._open[-1]
        return (
            _rank(above) > marker.rank
            and above.children == 0
            and above.marker is not None
            and above.marker.value == 1
            and marker.family not in _STATUTE | {Family.ANNEX, Family.HEADING}
        )

    def _lies_below(self, rank: Rank, upper: Rank) -> bool:
        if self._below.get(upper) == rank:
            return False
        return rank > upper or self._below.get(rank) == upper

    def _path(self, parent: Node | None, marker: Marker) -> Path:
        base = parent.path if parent else ()
        number = marker.number.replace("/", "／") or f"¶{parent.children + 1 if parent else 1}"
        times = self._times[(*base, number)] = self._times.get((*base, number), 0) + 1
        if times == 1:
            return (*base, number)
        if marker.value:
            self._issues.append(f"编号重复：{''.join(base)}下“{number}”出现了 {times} 次。")
        return (*base, f"{number}#{times}")

    def _kind(self, marker: Marker) -> Kind:
        below_article = any(n.marker and n.marker.family is Family.ARTICLE for n in self._open)
        return "item" if below_article and marker.kind != "paragraph" else marker.kind

    def _check(self, parent: Node | None, marker: Marker, text: str) -> None:
        """Numbers start again below each parent, or run through the paper; anything else is odd."""
        if marker.value == 0 or marker.family is Family.ANNEX:
            return
        key = (id(parent), marker.family)
        before, running = self._siblings.get(key, 0), self._running.get(marker.family, 0)
        self._siblings[key] = self._running[marker.family] = marker.value
        if marker.value in {before + 1, running + 1, before}:
            return
        expected = max(before, running) + 1
        if marker.value > expected:
            missing = printed(marker.family, expected)
            if marker.value > expected + 1:
                missing += f"”至“{printed(marker.family, marker.value - 1)}"
            self._issues.append(f"编号不连续：“{text[:14]}…”之前缺“{missing}”。")
        else:
            self._issues.append(
                f"编号倒退：“{text[:14]}…”排在“{printed(marker.family, expected - 1)}”之后。"
            )

    def _owner_of(self, i: int, current: Node) -> Node:
        text = self._lines[i].text
        if current.marker is not None and current.marker.family is Family.ROW:
            return current.parent or current
        if _SUMS_UP.match(text) or announces_attachments(text) or is_signature(self._lines, i):
            return outermost(current)
        article = article_above(current)
        if article is not None:
            return article
        # 有关监狱工作改革的具体安排… stands after （5）…（监狱管理局）: its bracket has closed the
        # item, so the paragraph is the task's
        closed = current.children == 0 and self._bears(self._lines[current.lines[-1]].text)
        if current.parent is not None and closed and not self._bears(text):
            return current.parent
        return current


def _rank(node: Node) -> Rank:
    assert node.marker is not None
    return node.marker.rank
