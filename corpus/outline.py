"""The clause tree: which numbered line opens a clause, below which one, and whose the others are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.metadata import Line
from corpus.model import Kind, Path
from corpus.numbering import (
    RANK,
    Family,
    Marker,
    announces_attachments,
    is_slip,
    read_marker,
)
from corpus.wrapping import LEADERS

LONGEST = 1600  # characters of own text before a clause is cut at paragraphs and sentences


@dataclass(slots=True, eq=False)
class Node:
    """A clause in the making. `lines` are the lines of its own text, ascending."""

    marker: Marker | None
    path: Path
    kind: Kind
    parent: "Node | None"
    lines: list[int] = field(default_factory=list)
    children: int = 0
    part: "Node | None" = None  # the annex it belongs to
    cut: tuple[int, int] | None = None  # a piece of one over-long line, in characters of that line


@dataclass(slots=True)
class Outline:
    """nodes in reading order, what was noticed in the numbering, the table of contents' lines."""

    nodes: list[Node]
    issues: list[str]


def table_of_contents(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of a table of contents: dotted leaders, or all between 目录 and the first entry's return."""
    found = {i for i, line in enumerate(lines) if LEADERS.search(line.text)}
    for i, line in enumerate(lines[:200]):
        if not re.fullmatch(r"目\s*[录次]", line.text):
            continue
        found.add(i)
        if i + 1 < len(lines):
            entry = _bare(lines[i + 1].text)
            again = (
                j
                for j in range(i + 2, len(lines))
                if len(entry) > 2 and _bare(lines[j].text).startswith(entry)
            )
            end = next(again, None)
            if end is not None:
                found |= set(range(i, end))
        break
    return frozenset(found)


def _bare(text: str) -> str:
    return re.sub(r"[\s.．·…‥・]*[-—]?\d*[-—]?$", "", re.sub(r"\s", "", text))


def read_markers(lines: Sequence[Line], skipped: frozenset[int]) -> list[Marker | None]:
    """The marker of each line, or None; doubtful ones only where they carry a sequence on."""
    markers = [None if i in skipped else read_marker(line.text) for i, line in enumerate(lines)]
    last: dict[Family, int] = {}
    decimals: dict[str, int] = {}
    listing = False
    for i, marker in enumerate(markers):
        if announces_attachments(lines[i].text) and i not in skipped:
            listing = True
            continue
        if marker is None:
            listing = False
            continue
        if listing and marker.family is Family.ARABIC and _is_list_entry(lines[i].text, marker):
            markers[i] = None
            continue
        listing = False
        if marker.family is Family.ANNEX:
            if i == 0 and marker.value == 0 or _is_attachment_list(lines, i):
                markers[i] = None
                continue
            last.clear()
        elif marker.family is Family.DECIMAL:
            if not _fits_decimals(markers, i, marker, decimals, last):
                markers[i] = None
                continue
            decimals[marker.number.rpartition(".")[0]] = marker.value
            if marker.depth == 1:
                last[Family.ARABIC] = marker.value
        elif marker.loose and marker.value != last.get(marker.family, 0) + 1:
            markers[i] = None
            continue
        elif (
            marker.loose
            and marker.family is Family.HAN
            and re.match(
                r"[一二三四五六七八九十]+[级审类等线层档、至]", lines[i].text[marker.end :]
            )
        ):
            markers[i] = None  # 一、二级法院应当…
            continue
        last[marker.family] = marker.value
    return markers


def _is_list_entry(text: str, marker: Marker) -> bool:
    return len(text) - marker.end <= 60 and not text.endswith(("。", "；"))


def _is_attachment_list(lines: Sequence[Line], i: int) -> bool:
    """附件1：… directly followed by 附件2：… lists attachments and opens none."""
    around = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    return any(
        (other := read_marker(text)) is not None and other.family is Family.ANNEX and other.value
        for text in around
    )


def _fits_decimals(
    markers: Sequence[Marker | None],
    i: int,
    marker: Marker,
    decimals: dict[str, int],
    last: dict[Family, int],
) -> bool:
    if marker.depth == 1:  # 1 总则 counts only before 1.1
        following = next((m for m in markers[i + 1 : i + 6] if m is not None), None)
        return (
            following is not None
            and following.family is Family.DECIMAL
            and following.depth == 2
            and following.number == f"{marker.number}.1"
        )
    parent, _, _ = marker.number.rpartition(".")
    expected = decimals.get(parent, 0) + 1
    if marker.value != expected and (marker.loose or parent not in decimals):
        return False
    above = int(parent.rsplit(".", 1)[-1])
    grandparent = parent.rpartition(".")[0]
    known = decimals.get(grandparent) if grandparent else decimals.get("", last.get(Family.ARABIC))
    return known == above or (not marker.loose and known is None)


def build_outline(
    lines: Sequence[Line],
    markers: Sequence[Marker | None],
    start: int,
    end: int,
    bears_departments: Callable[[str], bool],
) -> Outline:
    """The clauses of lines[start:end]; the lines before the first marker are the foreword."""
    builder = _Builder(lines, bears_departments)
    for i in range(start, end):
        marker = markers[i]
        if marker is not None:
            builder.open(i, marker)
        else:
            builder.add(i)
    return builder.finish()


class _Builder:
    def __init__(self, lines: Sequence[Line], bears_departments: Callable[[str], bool]) -> None:
        self.lines = lines
        self.bears = bears_departments
        self.nodes: list[Node] = []
        self.stack: list[Node] = []
        self.issues: list[str] = []
        self.owner: Node | None = None
        self.paths: set[Path] = set()
        self.below: dict[tuple[int, int], tuple[int, int]] = {}
        self.previous: dict[tuple[int, Family], int] = {}  # last value below a parent
        self.running: dict[Family, int] = {}  # last value in the part
        self.foreword: list[int] = []

    # opening clauses

    def open(self, i: int, marker: Marker) -> None:
        parent = self._parent(marker)
        part = parent.part if parent else None
        path = self._path(parent, marker)
        kind = self._kind(marker)
        node = Node(marker, path, kind, parent, [i], part=part)
        if marker.family is Family.ANNEX:
            node.part = node
            self.running.clear()
        self._check(parent, marker, i)
        self._put(node)
        self.stack.append(node)
        self.owner = node

    def _put(self, node: Node) -> None:
        if node.parent:
            node.parent.children += 1
        self.nodes.append(node)

    def _parent(self, marker: Marker) -> Node | None:
        """Pop to the clause the new one lies below."""
        families = [_level(node) for node in self.stack]
        level = marker.rank
        if level in families:
            del self.stack[families.index(level) :]
        elif self.stack and marker.value == 1 and level not in self.below and self._turned(marker):
            self.below[level] = _level(self.stack[-1])
        else:
            while self.stack and not self._lies_below(level, _level(self.stack[-1])):
                self.stack.pop()
        self.below.setdefault(level, _level(self.stack[-1]) if self.stack else (-1, 0))
        return self.stack[-1] if self.stack else None

    def _turned(self, marker: Marker) -> bool:
        """Whether a fresh 一-th marker of a mostly higher form opens right below a lower one: 1. then （一）."""
        top = self.stack[-1]
        return (
            _level(top) > marker.rank
            and marker.family not in {Family.ANNEX, Family.PART, Family.CHAPTER, Family.DIVISION}
            and marker.family is not Family.ARTICLE
            and top.children == 0
            and self.previous.get(
                (id(top.parent), top.marker.family if top.marker else marker.family), 0
            )
            == 1
        )

    def _lies_below(self, level: tuple[int, int], upper: tuple[int, int]) -> bool:
        if self.below.get(level) == upper:
            return True
        return level > upper and self.below.get(upper) != level

    def _path(self, parent: Node | None, marker: Marker) -> Path:
        base = parent.path if parent else ()
        number = marker.number.replace("/", "／")
        path, times = (*base, number), 1
        while path in self.paths:
            times += 1
            path = (*base, f"{number}#{times}")
        if times > 1 and marker.value:
            self.issues.append(f"编号重复：{''.join(base)}下有两个“{number}”。")
        self.paths.add(path)
        return path

    def _kind(self, marker: Marker) -> Kind:
        below_article = any(n.marker and n.marker.family is Family.ARTICLE for n in self.stack)
        if below_article and marker.family is not Family.DASH:
            return "item"
        return marker.kind

    def _check(self, parent: Node | None, marker: Marker, i: int) -> None:
        if marker.value == 0:
            return
        key = (id(parent), marker.family)
        before = self.previous.get(key)
        running = self.running.get(marker.family, 0)
        self.previous[key] = marker.value
        self.running[marker.family] = marker.value
        if marker.value in {(before or 0) + 1, running + 1} or marker.family is Family.ANNEX:
            return
        expected = max(before or 0, running) + 1
        where = f"“{self.lines[i].text[:14]}”"
        if before is not None and marker.value == before:
            return  # said as a double
        if marker.value > expected:
            self.issues.append(f"编号不连续：{where}之前应有第 {expected} 个，没有找到。")
        else:
            self.issues.append(f"编号倒退：{where}出现在第 {expected - 1} 个之后。")

    # lines without a number

    def add(self, i: int) -> None:
        text = self.lines[i].text
        if is_slip(text):
            self.issues.append(f"“{text[:12]}”像是编号的笔误，没有当作条文编号。")
        if self.owner is None:
            self.foreword.append(i)
            return
        self.owner = self._owner(text)
        self.owner.lines.append(i)

    def _owner(self, text: str) -> Node:
        """Whose an unnumbered paragraph is: mostly the clause's above it."""
        current = self.owner
        assert current is not None
        if _SUMS_UP.match(text) or announces_attachments(text):
            return _top(current)
        article = _article(current)
        if article is not None:
            return article
        # 有关监狱工作改革的具体安排… after （5）…（监狱管理局）: the item is closed by its bracket,
        # so the paragraph speaks for the task above
        if (
            current.parent is not None
            and current.children == 0
            and current.kind == "item"
            and self.bears(self.lines[current.lines[-1]].text)
            and not self.bears(text)
        ):
            return current.parent
        return current

    # the end

    def finish(self) -> Outline:
        nodes = self._with_paragraphs(self.nodes)
        if self.foreword:
            nodes = self._foreword() + nodes
        return Outline(list(_cut_long(nodes, self.lines)), self.issues)

    def _foreword(self) -> list[Node]:
        if self.nodes:
            return [Node(None, ("前言",), "paragraph", None, self.foreword)]
        self.issues.append("没有找到编号，按段落切分。")
        return [
            Node(None, (f"¶{n}",), "paragraph", None, [i]) for n, i in enumerate(self.foreword, 1)
        ]

    def _with_paragraphs(self, nodes: Sequence[Node]) -> list[Node]:
        """Give the paragraphs of a paper that is numbered in sections only clauses of their own."""
        deep = {n.part for n in nodes if n is not n.part and n.parent is not n.part}
        done: list[Node] = []
        for node in nodes:
            done.append(node)
            flat = node.part not in deep and node.kind == "section" and node is not node.part
            if node.children == 0 and (flat or self._assigns_by_paragraph(node)):
                paragraphs, node.lines = node.lines[1:], node.lines[:1]
                done += [
                    Node(None, (*node.path, f"¶{n}"), "paragraph", node, [i], part=node.part)
                    for n, i in enumerate(paragraphs, 1)
                ]
                node.children = len(paragraphs)
        return done

    def _assigns_by_paragraph(self, node: Node) -> bool:
        """Two unnumbered paragraphs with departments of their own are two pieces of work."""
        texts = [self.lines[i].text for i in node.lines[1:]]
        bearing = [t for t in texts if self.bears(t) and not _ONLY_LABEL.match(t)]
        return len(bearing) > 1


# 以上任务分工，黑体字为牵头部门，其他为配合部门。
_SUMS_UP = re.compile(r"(?:以上|上述|前述)(?:各项|所有|全部)?(?:任务|分工|工作|事项|措施|各项)")
_ONLY_LABEL = re.compile(r"[（(【]?[^，。]{2,8}[:：]")


def _level(node: Node) -> tuple[int, int]:
    return node.marker.rank if node.marker else (RANK[Family.DASH] + 1, 0)


def _top(node: Node) -> Node:
    while node.parent is not None and node.parent is not node.part:
        node = node.parent
    return node


def _article(node: Node) -> Node | None:
    """The article above a listed item: a paragraph after the list is the article's."""
    walker: Node | None = node
    while walker is not None:
        if walker.marker and walker.marker.family is Family.ARTICLE:
            return walker
        walker = walker.parent
    return None


def _cut_long(nodes: Sequence[Node], lines: Sequence[Line]) -> Iterator[Node]:
    """Cut own text that is too long to be searched as one: at paragraphs, else at sentences."""
    for node in nodes:
        pieces = list(_pieces(node, lines))
        if len(pieces) < 2:
            yield node
            continue
        first, *rest = pieces
        node.lines, node.cut = first
        yield node
        lone = node.marker is None and node.path[-1].startswith("¶")
        base, parent = (node.path[:-1], node.parent) if lone else (node.path, node)
        for n, (own, cut) in enumerate(rest, 2 if lone else 1):
            name = f"{node.path[-1]}-{n}" if lone else f"¶{n}"
            yield Node(None, (*base, name), "paragraph", parent, own, part=node.part, cut=cut)


def _pieces(
    node: Node, lines: Sequence[Line]
) -> Iterator[tuple[list[int], tuple[int, int] | None]]:
    size = sum(lines[i].end - lines[i].start for i in node.lines)
    if size <= LONGEST:
        yield node.lines, None
        return
    gathered: list[int] = []
    for i in node.lines:
        length = lines[i].end - lines[i].start
        if gathered and _size(gathered, lines) + length > LONGEST:
            yield gathered, None
            gathered = []
        if length > LONGEST:
            yield from (([i], cut) for cut in _sentences(lines[i].text, length))
        else:
            gathered.append(i)
    if gathered:
        yield gathered, None


def _size(own: Sequence[int], lines: Sequence[Line]) -> int:
    return sum(lines[i].end - lines[i].start for i in own)


def _sentences(text: str, length: int) -> Iterator[tuple[int, int]]:
    """Stretches of a line, each at most LONGEST long, ended at a sentence where there is one."""
    start = 0
    while length - start > LONGEST:
        limit = start + LONGEST
        end = max(text.rfind(mark, start, limit) for mark in "。！？；")
        if end <= start:
            end = max(text.rfind(mark, start, limit) for mark in "，,、.; ")
        end = limit if end <= start else end + 1
        yield start, end
        start = end
    yield start, length
