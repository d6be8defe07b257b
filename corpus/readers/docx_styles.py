"""What a Word style gives to its runs and paragraphs: bold, hidden, numbering; styles inherit."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from corpus.readers.docx_package import Element, W, switched_on, value, whole_number

_HEITI = ("黑体", "SimHei", "Heiti", "黑体简")
_T = TypeVar("_T")


class NumberingReference(NamedTuple):
    """The list and the level that a paragraph belongs to; list 0 means none."""

    list_id: int | None
    level: int | None


def bold_of(properties: Element | None) -> bool | None:
    """Whether run properties make text stand out: bold, or set in 黑体.

    Papers that say 黑体字为牵头部门 mean either: the typeface or Word's B button.
    """
    bold = switched_on(properties, "b")
    if bold:
        return True
    fonts = None if properties is None else properties.find(W + "rFonts")
    typeface = value(fonts, "eastAsia")
    if typeface is not None:
        return typeface.startswith(_HEITI)
    return bold


def hidden_of(properties: Element | None) -> bool | None:
    """Whether run properties hide text."""
    return switched_on(properties, "vanish")


class Styles:
    """The styles of one document, resolved along `basedOn`."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default_paragraph: str | None = None
        self._default_run: Element | None = None
        if root is None:
            return
        self._default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iterfind(W + "style"):
            name = value(style, "styleId")
            if name is None:
                continue
            self._styles[name] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default_paragraph = name

    def run_property(
        self,
        read: Callable[[Element | None], bool | None],
        run: Element | None,
        paragraph_style: str | None,
    ) -> bool:
        """A property of a run: its own, its styles' (character, paragraph), or the default."""
        own = read(run)
        if own is not None:
            return own
        character_style = None if run is None else value(run.find(W + "rStyle"))
        for style in (character_style, paragraph_style or self._default_paragraph):
            inherited = self._first(style, lambda style: read(style.find(W + "rPr")))
            if inherited is not None:
                return inherited
        return bool(read(self._default_run))

    def numbering(self, paragraph_style: str | None) -> NumberingReference | None:
        """The list that a paragraph style puts its paragraphs in."""
        return self._first(
            paragraph_style or self._default_paragraph,
            lambda style: numbering_of(style.find(W + "pPr")),
        )

    def outline_name(self, style: str | None) -> str:
        """The name of a style in lower case ("toc 1", "heading 2"), "" if it has none."""
        element = self._styles.get(style or "")
        return "" if element is None else (value(element.find(W + "name")) or "").lower()

    def _first(self, style: str | None, read: Callable[[Element], _T | None]) -> _T | None:
        for element in self._line_of(style):
            found = read(element)
            if found is not None:
                return found
        return None

    def _line_of(self, style: str | None) -> Iterator[Element]:
        """A style and those it is based on; a circle ends where it began."""
        seen: set[str] = set()
        while style is not None and style not in seen:
            seen.add(style)
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(element.find(W + "basedOn"))


def numbering_of(properties: Element | None) -> NumberingReference | None:
    """The list that paragraph properties name."""
    numbering = None if properties is None else properties.find(W + "numPr")
    if numbering is None:
        return None
    return NumberingReference(
        whole_number(numbering.find(W + "numId")), whole_number(numbering.find(W + "ilvl"))
    )
