"""Opening a .docx: the few parts that hold text, as XML trees, with entities and bombs kept out.

Rules of WordprocessingML are those of ECMA-376 part 1. The parts are read one by one and not
through python-docx, which unpacks the whole archive before anything can be measured.
"""

from typing import Any, TypeAlias

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.readers.limits import open_archive, read_part

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What runs or brings something along, by the beginning of its part's name.
_ACTIVE = {
    "word/vbaProject.bin": "宏",
    "word/activeX/": "ActiveX 控件",
    "word/embeddings/": "嵌入的对象",
}


class Package:
    """The parts of one .docx file."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data)

    def part(self, name: str) -> Element | None:
        """The root of the part `word/<name>.xml`, or None if the file has none.

        Raises:
            UnreadableFile: the part is damaged, unpacks beyond measure or defines entities.
        """
        data = read_part(self._archive, f"word/{name}.xml")
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableFile(
                f"文件的部件 word/{name}.xml 不完整或已损坏；请用 Word 或 WPS 打开，另存后再添加。"
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFile(
                f"文件的部件 word/{name}.xml 带有实体定义，不是正常的文件；"
                "请用 Word 或 WPS 打开，另存后再添加。"
            )
        return root

    def active_content(self) -> tuple[str, ...]:
        """What the file brings along that could run, none of which is ever opened."""
        names = self._archive.namelist()
        return tuple(
            what for start, what in _ACTIVE.items() if any(name.startswith(start) for name in names)
        )


def value(element: Element | None, name: str = "val") -> str | None:
    """The `w:` attribute of an element that may be missing."""
    return None if element is None else element.get(W + name)


def whole_number(element: Element | None) -> int | None:
    """The `w:val` of an element as a number, None if it is missing or none."""
    text = value(element)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switched_on(properties: Element | None, name: str) -> bool | None:
    """Whether an on/off property is set, None if nothing is said (ECMA-376, 17.17.4)."""
    element = None if properties is None else properties.find(W + name)
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")
