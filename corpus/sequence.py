"""Which lines open a clause: the markers that fit the order of a paper's numbering."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.lines import Line
from corpus.markers import announces_attachments, read_marker
from corpus.numbering import Family, Marker
from corpus.wrapping import is_contents_entry

# 一、二级法院应当… / 二、三等奖
_RANKS = re.compile(r"[一二三四五六七八九十]+[级审类等线层档次、至]")
_LONGEST_ENTRY = 60  # characters of an entry in a list of attachments
_CONTENTS_WITHIN = 200  # a table of contents begins within so many lines


def table_of_contents(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of a table of contents: those with dotted leaders, or all from 目录 to where its
    first entry comes again."""
    found = {i for i, line in enumerate(lines) if is_contents_entry(line.text)}
    for i, line in enumerate(lines[:_CONTENTS_WITHIN]):
        if re.fullmatch(r"目\s*[录次]", line.text) and i + 1 < len(lines):
            found.add(i)
            entry = _bare(lines[i + 1].text)
            later = range(i + 2, len(lines))
            again = (j for j in later if entry and _bare(lines[j].text).startswith(entry))
            found |= set(range(i, next(again, i)))
            break
    return frozenset(found)


def _bare(text: str) -> str:
    """An entry without blanks, leaders and page."""
    squeezed = re.sub(r"\s", "", text[:100])
    return re.sub(r"[.．·…‥・]*[-—]?\d*[-—]?$", "", squeezed)


def read_markers(
    lines: Sequence[Line], skipped: frozenset[int], rows: Mapping[int, Marker] | None = None
) -> list[Marker | None]:
    """The marker of each line, or None. `skipped` lines have none, `rows` have theirs already.

    A doubtful marker counts only where it carries its sequence on: 第二条规定… after 第一条 may,
    一、二级法院 may not; 3.2 needs 3.1 before it.
    """
    markers: list[Marker | None] = [
        None if i in skipped else read_marker(line.text) for i, line in enumerate(lines)
    ]
    _fold_headings(markers)
    for i, row in (rows or {}).items():
        markers[i] = row
    sequence = _Sequence(lines, markers)
    for i, marker in enumerate(markers):
        if marker is not None and marker.family is not Family.ROW and not sequence.fits(i, marker):
            markers[i] = None
    return markers


def _fold_headings(markers: list[Marker | None]) -> None:
    """Take a lone # 标题 for the title, and count the depth of the others from the outermost."""
    places = [i for i, m in enumerate(markers) if m is not None and m.family is Family.HEADING]
    depths = [marker.depth for i in places if (marker := markers[i])]
    if places and depths.count(min(depths)) == 1 and depths[0] == min(depths) and len(depths) > 1:
        markers[places.pop(0)] = None
        depths.pop(0)
    for i in places:
        marker = markers[i]
        assert marker is not None
        markers[i] = replace(marker, depth=marker.depth - min(depths) + 1)


class _Sequence:
    """What has been counted so far."""

    def __init__(self, lines: Sequence[Line], markers: Sequence[Marker | None]) -> None:
        self._lines = lines
        self._markers = markers
        self._last: dict[Family, int] = {}
        self._decimals: dict[str, int] = {}  # last number below each decimal prefix
        self._listing = -1  # the last line of a list of attachments

    def fits(self, i: int, marker: Marker) -> bool:
        text = self._lines[i].text
        if self._is_listed(i, marker):
            return False
        if marker.family is Family.ANNEX:
            if not self._opens_annex(i, marker):
                return False
            self._last.clear()
            self._decimals.clear()
        elif marker.family is Family.DECIMAL:
            if not self._carries_on(i, marker):
                return False
            self._decimals[marker.number.rpartition(".")[0]] = marker.value
        elif marker.loose and (
            marker.value != self._last.get(marker.family, 0) + 1
            or (marker.family is Family.HAN and _RANKS.match(text, marker.end))
        ):
            return False
        self._last[marker.family] = marker.value
        return True

    def _is_listed(self, i: int, marker: Marker) -> bool:
        """Whether the line is in a list of what is attached: 附件：1.任务分工表 / 2.责任清单."""
        if i and announces_attachments(self._lines[i - 1].text):
            self._listing = i - 1
        text = self._lines[i].text
        listed = (
            self._listing == i - 1
            and self._listing >= 0
            and marker.family is Family.ARABIC
            and len(text) - marker.end <= _LONGEST_ENTRY
            and not text.endswith(("。", "；"))
        )
        if listed:
            self._listing = i
        return listed

    def _opens_annex(self, i: int, marker: Marker) -> bool:
        if i == 0:  # the paper itself may be the attachment of a notice
            return any(m is not None and m.family is Family.ANNEX for m in self._markers[1:])
        around = (j for j in (i - 1, i + 1) if 0 <= j < len(self._lines))
        neighbours = (read_marker(self._lines[j].text) for j in around)
        return not any(n is not None and n.family is Family.ANNEX and n.value for n in neighbours)

    def _carries_on(self, i: int, marker: Marker) -> bool:
        if marker.depth == 1:  # 1 总则 is a number only before 1.1
            following = next((m for m in self._markers[i + 1 : i + 6] if m is not None), None)
            return following is not None and following.number == f"{marker.number}.1"
        parent = marker.number.rpartition(".")[0]
        above, _, last = parent.rpartition(".")
        if marker.loose or parent in self._decimals:
            if marker.value != self._decimals.get(parent, 0) + 1 and marker.loose:
                return False
        elif marker.value != 1:
            return False
        known = self._decimals.get(above, 0 if above else self._last.get(Family.ARABIC, 0))
        return known == int(last) or (not marker.loose and not known)
