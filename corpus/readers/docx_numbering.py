"""The numbers that Word draws before paragraphs, rebuilt from numbering.xml.

A number that Word only draws is still what people cite (第二部分（六）第24项), so it is written
into the text where Word shows it. Rules: ECMA-376, 17.9.
"""

import re
from dataclasses import dataclass, field

from corpus.readers.counting import draw
from corpus.readers.docx_package import Element, W, switched_on, value, whole_number
from corpus.readers.docx_styles import Styles, numbering_of

_LEVELS = 9
_CLOSING = "、．）】〕》：—"
"""No blank is needed after these; after 1. and 第一条 Word's tab would be missed."""


@dataclass(frozen=True, slots=True)
class _Level:
    number_format: str
    pattern: str
    start: int
    restart_after: int
    legal: bool
    parted: bool
    style: str | None


@dataclass(slots=True)
class _List:
    """A concrete list: the definition it counts in, and what it changes."""

    definition: str
    levels: dict[int, _Level]
    start_over: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """Counts through the paragraphs of one document; `number` is called once for each, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is None:
            return
        definitions = {
            value(element, "abstractNumId") or "": element
            for element in root.iterfind(W + "abstractNum")
        }
        linked = {
            value(element.find(W + "styleLink")): name
            for name, element in definitions.items()
            if element.find(W + "styleLink") is not None
        }
        for number in root.iterfind(W + "num"):
            list_id = value(number, "numId") or ""
            definition = value(number.find(W + "abstractNumId")) or ""
            if not list_id.isdecimal() or definition not in definitions:
                continue
            # A definition may only point to another one by way of a numbering style.
            link = value(definitions[definition].find(W + "numStyleLink"))
            definition = linked.get(link, definition) if link else definition
            self._lists[int(list_id)] = _read_list(number, definition, definitions[definition])

    def number(self, properties: Element | None, style: str | None) -> str:
        """The number drawn before a paragraph, with the space that follows it, or ""."""
        reference = self._reference(properties, style)
        if reference is None:
            return ""
        list_id, level = reference
        found = self._lists[list_id]
        if level not in found.levels:
            return ""
        counters = self._count(found, level)
        drawn = _drawn(found.levels, level, counters)
        if not drawn or not found.levels[level].parted or drawn[-1] in _CLOSING:
            return drawn
        return drawn + (" " if drawn[-1].isascii() else "\u3000")

    def _reference(self, properties: Element | None, style: str | None) -> tuple[int, int] | None:
        own = numbering_of(properties)
        inherited = self._styles.numbering(style)
        list_id = own.list_id if own and own.list_id is not None else None
        if list_id is None and inherited is not None:
            list_id = inherited.list_id
        if not list_id or list_id not in self._lists:
            return None
        if own and own.level is not None:
            return list_id, own.level
        for level, definition in self._lists[list_id].levels.items():
            if definition.style is not None and definition.style == style:
                return list_id, level
        return list_id, (inherited.level or 0) if inherited and not own else 0

    def _count(self, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.definition, [None] * _LEVELS)
        if level in found.start_over and level not in found.used:
            counters[level] = found.start_over[level]
        elif (count := counters[level]) is None:
            counters[level] = found.levels[level].start
        else:
            counters[level] = count + 1
        found.used.add(level)
        for deeper in range(level + 1, _LEVELS):
            definition = found.levels.get(deeper)
            if definition is not None and level < definition.restart_after:
                counters[deeper] = None
        return counters


def _read_list(number: Element, definition: str, element: Element) -> _List:
    levels = {}
    for level in element.iterfind(W + "lvl"):
        index = value(level, "ilvl") or ""
        if index.isdecimal() and int(index) < _LEVELS:
            levels[int(index)] = _read_level(level, int(index))
    found = _List(definition, levels)
    for override in number.iterfind(W + "lvlOverride"):
        index = value(override, "ilvl") or ""
        if not index.isdecimal() or int(index) >= _LEVELS:
            continue
        changed = override.find(W + "lvl")
        if changed is not None:
            found.levels[int(index)] = _read_level(changed, int(index))
        start = whole_number(override.find(W + "startOverride"))
        if start is not None:
            found.start_over[int(index)] = start
    return found


def _read_level(level: Element, index: int) -> _Level:
    restart = whole_number(level.find(W + "lvlRestart"))
    start = whole_number(level.find(W + "start"))
    return _Level(
        number_format=value(level.find(W + "numFmt")) or "decimal",
        pattern=value(level.find(W + "lvlText")) or "",
        start=0 if start is None else start,
        restart_after=index if restart is None else restart,
        parted=value(level.find(W + "suff")) != "nothing",
        legal=bool(switched_on(level, "isLgl")),
        style=value(level.find(W + "pStyle")),
    )


def _drawn(levels: dict[int, _Level], level: int, counters: list[int | None]) -> str:
    definition = levels[level]
    if definition.number_format == "bullet":
        # Bullets of symbol fonts are private-use characters, mere dots. —— and ● are kept.
        return (
            ""
            if any("\ue000" <= sign <= "\uf8ff" for sign in definition.pattern)
            else (definition.pattern)
        )

    def component(place: re.Match[str]) -> str:
        other = int(place[1]) - 1
        shown = levels.get(other)
        if shown is None:
            return ""
        count = counters[other]
        number_format = "decimal" if definition.legal else shown.number_format
        return draw(shown.start if count is None else count, number_format)

    return re.sub(r"%([1-9])", component, definition.pattern)
