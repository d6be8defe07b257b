"""PDF files with a text layer: paragraphs in reading order, tables, bold faces, page numbers."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpus.errors import UnreadableFile
from corpus.readers.limits import MAX_PAGES, check_pdf_streams
from corpus.readers.pdf_layout import Joiner, without_furniture
from corpus.readers.pdf_page import Line, PageContent, Table, content_of, joint
from corpus.readers.writing import Cell, SourceWriter
from corpus.source import SourceText

# pdfminer meets a file that breaks the format's rules with whatever error its code runs into.
_BROKEN = (
    PdfminerException, MalformedPDFException, PDFException, PSException, ValueError, TypeError,
    LookupError, AttributeError, AssertionError, ArithmeticError, RecursionError, EOFError,
    struct.error, zlib.error, NotImplementedError,
)  # fmt: skip
_NEEDS_OCR = "请先做文字识别（needs OCR），存成有文字层的 PDF 或 .docx 后再添加"
_UNREADABLE_SHARE = 0.1
_TRAILER_BYTES = 4096
_ACTIVE = {b"/JavaScript": "脚本", b"/EmbeddedFile": "嵌入的文件", b"/Launch": "启动程序的动作"}


def read_pdf(data: bytes) -> SourceText:
    """Read a PDF.

    Raises:
        UnreadableFile: damaged, protected, beyond measure, or a scan without a text layer.
    """
    check_pdf_streams(data)
    pages = _pages(data)
    _check_text_layer(pages)
    writer = SourceWriter()
    for mark, what in _ACTIVE.items():
        if mark in data:
            writer.warn(f"文件带有{what}，没有打开，也没有读入。")
    if b"%%EOF" not in data[-_TRAILER_BYTES:]:
        writer.warn("PDF 的结尾不完整，可能缺少内容；请核对。")
    pictures = [page.number for page in pages if page.pictures and not page.items]
    if pictures:
        writer.warn(f"第 {'、'.join(map(str, pictures))} 页只有图片，没有读入；需要先做文字识别。")
    _write(writer, list(without_furniture(pages)))
    return writer.finish()


def _pages(data: bytes) -> list[PageContent]:
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                raise UnreadableFile(
                    f"PDF 有 {len(pdf.pages):,} 页，超过 {MAX_PAGES:,} 页的上限；请拆开后再添加。"
                )
            contents = []
            for page in pdf.pages:
                contents.append(content_of(page))
                page.close()
            return contents
    except _BROKEN as error:
        if "Password" in repr(error):
            raise UnreadableFile("PDF 有密码保护；请去掉密码，另存后再添加。") from error
        raise UnreadableFile(
            "PDF 不完整或已损坏；请用阅读器打开，另存或重新打印成 PDF 后再添加。"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what pdfminer logs about every odd font of a file off the maintainer's terminal."""
    log, silence = logging.getLogger("pdfminer"), logging.NullHandler()
    before, log.propagate = log.propagate, False
    log.addHandler(silence)
    try:
        yield
    finally:
        log.removeHandler(silence)
        log.propagate = before


def _check_text_layer(pages: list[PageContent]) -> None:
    texts = [item.text for page in pages for item in page.items if isinstance(item, Line)]
    texts += [
        cell.text
        for page in pages
        for item in page.items
        if isinstance(item, Table)
        for row in item.grid
        for cell in row
    ]
    written = sum(len("".join(text.split())) for text in texts)
    if not written:
        raise UnreadableFile(f"PDF 没有文字层，是扫描件或图片；{_NEEDS_OCR}。")
    lost = sum(
        5 * text.count("(cid:") + sum("\ue000" <= c <= "\uf8ff" or c == "\ufffd" for c in text)
        for text in texts
    )
    if lost > _UNREADABLE_SHARE * written:
        raise UnreadableFile(f"PDF 的文字层没有可用的字符编码，读出来是乱码；{_NEEDS_OCR}。")


def _write(writer: SourceWriter, pages: list[PageContent]) -> None:
    joiner = Joiner(pages)
    before: Line | None = None
    shown = 0
    for number, item in _with_joined_tables(pages):
        goes_on = isinstance(item, Line) and before is not None and joiner.goes_on(before, item)
        if not goes_on:
            writer.end_line()
        if number != shown:
            writer.page(number)
            shown = number
        if isinstance(item, Table):
            writer.table(item.grid)
            before = None
            continue
        if goes_on and before is not None:
            writer.write(joint(before.text, item.text))
        for text, bold in item.runs:
            writer.write(text, bold)
        before = item
    writer.end_line()


def _with_joined_tables(pages: list[PageContent]) -> Iterator[tuple[int, Line | Table]]:
    """Everything with its page's number; a table that goes on atop the next page is one table."""
    waiting: tuple[int, Table] | None = None
    for page in pages:
        for place, item in enumerate(page.items):
            if waiting is not None:
                if place == 0 and isinstance(item, Table) and _same_columns(waiting[1], item):
                    waiting[1].grid.extend(_rows_below_header(waiting[1], item))
                    continue
                yield waiting
                waiting = None
            if isinstance(item, Table):
                waiting = (page.number, item)
            else:
                yield page.number, item
    if waiting is not None:
        yield waiting


def _same_columns(table: Table, other: Table) -> bool:
    return len(table.grid[0]) == len(other.grid[0])


def _rows_below_header(table: Table, other: Table) -> list[list[Cell]]:
    """The rows of a continuation, without the header if it is printed again."""
    repeated = [cell.text for cell in table.grid[0]] == [cell.text for cell in other.grid[0]]
    return other.grid[1:] if repeated else other.grid
