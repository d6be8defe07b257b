"""Telling a file's format by its content; its name may say anything."""

import re
from typing import Literal

from corpus.errors import EmptyDocument, UnreadableFile
from corpus.readers.limits import open_archive

Format = Literal["text", "docx", "pdf"]

_WAY_OUT = "请用 Word、WPS 或阅读器打开，另存为 .docx 或 PDF 后再添加"
_PICTURE = "图片需要先做文字识别（needs OCR），请存成有文字层的 PDF 或 .docx 后再添加"
_UNPACK = "请解压后添加里面的文件"
_PAPER = "请添加文件本身"

# Magic numbers of what maintainers have at hand besides papers, and the way each can still come in.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "这是 RTF 文件", _WAY_OUT),
    (b"\x89PNG", "这是 PNG 图片", _PICTURE),
    (b"\xff\xd8\xff", "这是 JPEG 图片", _PICTURE),
    (b"GIF8", "这是 GIF 图片", _PICTURE),
    (b"II*\0", "这是 TIFF 图片", _PICTURE),
    (b"MM\0*", "这是 TIFF 图片", _PICTURE),
    (b"Rar!\x1a", "这是 RAR 压缩包", _UNPACK),
    (b"7z\xbc\xaf", "这是 7z 压缩包", _UNPACK),
    (b"\x1f\x8b", "这是 gzip 压缩包", _UNPACK),
    (b"BZh9", "这是 bzip2 压缩包", _UNPACK),
    (b"\xfd7zXZ", "这是 xz 压缩包", _UNPACK),
    (b"\x7fELF", "这是程序", _PAPER),
    (b"MZ\x90\0", "这是程序", _PAPER),
    (b"SQLite format 3\0", "这是数据库", _PAPER),
    (b"%!PS", "这是 PostScript 文件", _WAY_OUT),
    (b"MIME-Version:", "这是 MHTML 网页归档", "请把网页另存为 HTML 后再添加"),
)
# What marks the streams in the directory of a compound file (.doc, .wps, .xls, …), in UTF-16.
_COMPOUND: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "文件有密码保护", "请去掉密码，另存后再添加"),
    ("WordDocument", "这是 Word 97-2003 或 WPS 文字的旧格式（.doc、.wps）", _WAY_OUT),
    ("Wps", "这是 WPS 文字的格式（.wps）", _WAY_OUT),
    ("Workbook", "这是 Excel 表格（.xls）", _WAY_OUT),
    ("PowerPoint", "这是演示文稿（.ppt）", _WAY_OUT),
)
_ZIPPED: tuple[tuple[str, str, str], ...] = (
    ("OFD.xml", "这是 OFD 版式文件", _WAY_OUT),
    ("xl/workbook.xml", "这是 Excel 表格（.xlsx）", _WAY_OUT),
    ("ppt/presentation.xml", "这是演示文稿（.pptx）", _WAY_OUT),
    ("content.xml", "这是 OpenDocument 文件（.odt）", _WAY_OUT),
    ("META-INF/container.xml", "这是 EPUB 电子书", _WAY_OUT),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|table|article|section|span|style|p|h[1-6]|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHER_XML = re.compile(r"\s*<\?xml\b")


def sniff(data: bytes) -> Format:
    """Say what a file's bytes are; "text" stands for plain text or HTML until it is decoded.

    Raises:
        UnreadableFile: nothing that is read here, with the way in which it can be added.
    """
    if not data.strip(b" \t\r\n\0"):
        raise EmptyDocument("文件是空的；请检查它是否保存或下载完整。")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _compound(data)
    for magic, what, way in _REFUSED:
        if data.startswith(magic):
            raise UnreadableFile(f"{what}；{way}。")
    return "text"


def is_html(text: str) -> bool:
    """Whether decoded text is a web page.

    Raises:
        UnreadableFile: it is XML of another kind, such as a Word 2003 document.
    """
    start = text[:4096]
    if _HTML.match(start):
        return True
    if _OTHER_XML.match(start):
        raise UnreadableFile(f"这种 XML 文件不能读取；{_WAY_OUT}。")
    return False


def _sniff_archive(data: bytes) -> Format:
    names = set(open_archive(data).namelist())
    if "word/document.xml" in names:
        return "docx"
    for name, what, way in _ZIPPED:
        if name in names:
            raise UnreadableFile(f"{what}；{way}。")
    raise UnreadableFile(f"这是 zip 压缩包；{_UNPACK}。")


def _compound(data: bytes) -> UnreadableFile:
    for stream, what, way in _COMPOUND:
        if stream.encode("utf-16-le") in data:
            return UnreadableFile(f"{what}；{way}。")
    return UnreadableFile(f"这是旧的办公软件格式；{_WAY_OUT}。")
