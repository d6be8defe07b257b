"""Word files (.docx): paragraphs, tables, bold type, automatic numbers, footnotes.

Left out is what the paper does not say: tracked deletions, hidden text, comments, headers and
footers, field codes, tables of contents. Active content is never opened, only reported.
"""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.readers.docx_numbering import Numbering
from corpus.readers.docx_package import Element, Package, W, value, whole_number
from corpus.readers.docx_styles import Styles, bold_of, hidden_of
from corpus.readers.limits import MAX_CELLS
from corpus.readers.writing import Cell, SourceWriter
from corpus.source import SourceText

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PICTURES = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
        "{urn:schemas-microsoft-com:vml}imagedata",
    )
)
# Text that was deleted or moved away, and the pinyin that Word sets above a character.
_LEFT_OUT = frozenset((W + "del", W + "moveFrom", W + "rt", W + "pPr", W + "rPr", W + "tblPr"))
_SIGNS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_MAX_SPAN = 64


def read_docx(data: bytes) -> SourceText:
    """Read a Word file.

    Raises:
        UnreadableFile: the file is damaged, protected, or unpacks beyond measure.
    """
    return _Reader(Package(data)).read()


class _Run(NamedTuple):
    text: str
    bold: bool = False
    note: str = ""


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._notes = {
            W + "footnoteReference": _notes(package.part("footnotes"), W + "footnote"),
            W + "endnoteReference": _notes(package.part("endnotes"), W + "endnote"),
        }
        self._writer = SourceWriter()
        self._cells = 0

    def read(self) -> SourceText:
        document = self._package.part("document")
        body = None if document is None else document.find(W + "body")
        if body is not None:
            self._blocks(body)
            self._warn(body)
        return self._writer.finish()

    def _blocks(self, parent: Element) -> None:
        for block in parent:
            if block.tag == W + "p":
                self._paragraph(block)
            elif block.tag == W + "tbl":
                self._table(block)
            elif block.tag == W + "sdt" and _is_contents(block):
                self._writer.warn("目录没有读入。")
            elif block.tag not in _LEFT_OUT:
                self._blocks(block)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        style = None if properties is None else value(properties.find(W + "pStyle"))
        if self._styles.outline_name(style).startswith("toc "):
            self._writer.warn("目录没有读入。")
            return
        runs = list(self._runs(paragraph, style))
        mark = None if properties is None else properties.find(W + "rPr")
        joined = mark is not None and mark.find(W + "del") is not None
        if runs or not joined:
            number = self._numbering.number(properties, style)
            self._writer.write(number)
        for run in runs:
            self._writer.write(run.text, run.bold)
            if run.note:
                self._writer.footnote(run.note)
        if not joined:
            self._writer.end_line()
        for box in paragraph.iter(W + "txbxContent"):
            if not any(above.tag == _MARKUP + "Fallback" for above in box.iterancestors()):
                self._blocks(box)

    def _runs(self, parent: Element, style: str | None) -> Iterator[_Run]:
        """The shown text of a paragraph in order."""
        for element in parent:
            if element.tag == W + "r":
                properties = element.find(W + "rPr")
                if not self._styles.run_property(hidden_of, properties, style):
                    bold = self._styles.run_property(bold_of, properties, style)
                    for piece in self._pieces(element, style):
                        yield piece._replace(bold=bold)
            elif element.tag == _FORMULA_TEXT:
                yield _Run(element.text or "")
            elif element.tag not in _LEFT_OUT:
                yield from self._runs(element, style)

    def _pieces(self, run: Element, style: str | None) -> Iterator[_Run]:
        for element in run:
            if element.tag == W + "t":
                yield _Run(element.text or "")
            elif element.tag in _SIGNS:
                yield _Run(_SIGNS[element.tag])
            elif element.tag == W + "sym":
                yield _Run(_symbol(element))
            elif element.tag == W + "ruby":
                yield from self._runs(element, style)
            elif element.tag in self._notes:
                yield _Run("", note=self._notes[element.tag].get(value(element, "id"), ""))

    def _table(self, table: Element) -> None:
        rows = [
            list(_children(row, W + "tc"))
            for row in _children(table, W + "tr")
            if row.find(f"{W}trPr/{W}del") is None
        ]
        if all(len(cells) <= 1 for cells in rows):
            # A frame drawn around paragraphs, no table of data.
            for cells in rows:
                for cell in cells:
                    self._blocks(cell)
            return
        self._writer.table(self._grid(rows))

    def _grid(self, rows: list[list[Element]]) -> list[list[Cell]]:
        grid: list[list[Cell]] = []
        for cells in rows:
            above, row = (grid[-1] if grid else []), list[Cell]()
            for element in cells:
                properties = element.find(W + "tcPr")
                merge = None if properties is None else properties.find(W + "vMerge")
                span = None if properties is None else whole_number(properties.find(W + "gridSpan"))
                continued = merge is not None and value(merge) != "restart"
                if continued and len(row) < len(above):
                    cell = above[len(row)]
                else:
                    cell = Cell()
                    cell.runs = list(self._cell_runs(element))
                row += [cell] * min(max(span or 1, 1), _MAX_SPAN)
            self._cells += len(row)
            if self._cells > MAX_CELLS:
                self._writer.warn(f"表格超过 {MAX_CELLS:,} 格，之后的没有读入。")
                break
            grid.append(row)
        return grid

    def _cell_runs(self, cell: Element) -> Iterator[tuple[str, bool]]:
        written = False
        for paragraph in cell.iter(W + "p"):
            properties = paragraph.find(W + "pPr")
            style = None if properties is None else value(properties.find(W + "pStyle"))
            number = self._numbering.number(properties, style)
            runs = list(self._runs(paragraph, style))
            if not runs:
                continue
            yield (" " if written else "") + number, False
            written = True
            for run in runs:
                yield run.text, run.bold
                if run.note:
                    self._writer.footnote(run.note)

    def _warn(self, body: Element) -> None:
        if self._writer.footnotes:
            self._writer.warn(f"有 {len(self._writer.footnotes)} 条脚注另存，没有编入条款。")
        for what in self._package.active_content():
            self._writer.warn(f"文件带有{what}，没有打开，也没有读入。")
        pictures = sum(1 for _ in body.iter(*_PICTURES))
        if pictures:
            self._writer.warn(f"文件里有 {pictures} 张图片，图片里的文字没有读入。")
        if next(body.iter(W + "altChunk"), None) is not None:
            self._writer.warn("文件里嵌有别的文件，没有读入。")


def _notes(part: Element | None, tag: str) -> dict[str | None, str]:
    """The notes of a part by their id; Word's own separators, which have a type, are none."""
    if part is None:
        return {}
    return {
        value(note, "id"): "".join(text.text or "" for text in note.iter(W + "t"))
        for note in part.iterfind(tag)
        if value(note, "type") in (None, "normal")
    }


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, content controls around them looked through."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _children(element, tag)


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"


def _symbol(element: Element) -> str:
    """A character of a symbol font; those of the private area are drawings without a meaning."""
    try:
        sign = chr(int(value(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= sign <= "\uf8ff" else sign
