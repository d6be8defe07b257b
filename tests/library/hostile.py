"""Forty files that nobody should have to read, each with what is to become of it."""

import gzip
import io
import zipfile
import zlib
from typing import NamedTuple

PAPER = """长春市司法局{}号工作要点
一、总体要求
加强统筹。（市司法局）
二、主要任务
1.建设平台。（市司法局、市财政局）
"""


class Hostile(NamedTuple):
    """A file by name; `read` is what its document's text holds, `refused` what the message says."""

    name: str
    data: bytes
    read: str = ""
    refused: str = ""


def paper(number: int) -> str:
    """A small paper unlike the others."""
    return PAPER.format(number)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def lying_archive(part: bytes) -> bytes:
    """A .docx whose directory says that its one part is three bytes long."""
    data = bytearray(zipped({"word/document.xml": part}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (3).to_bytes(4, "little")
    return bytes(data)


def document_xml(text: str) -> bytes:
    """A main part of one paragraph."""
    return (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


_LAUGHS = b"""<!DOCTYPE x [<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
_XXE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
_PDF = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n"
    b"trailer << /Root 1 0 R >>\n%%EOF"
)
_BOMB = zlib.compress(bytes(150_000_000))


def hostile_files() -> list[Hostile]:
    """All forty."""
    return [
        Hostile("empty.txt", b"", refused="空的"),
        Hostile("blanks.txt", b" \r\n\t\n" * 1000, refused="空的"),
        Hostile("ideographic-blanks.txt", "　\n".encode() * 1000, refused="没有文字"),
        Hostile("only-a-mark.txt", b"\xef\xbb\xbf", refused="没有文字"),
        Hostile("zeros.docx", bytes(4096), refused="空的"),
        Hostile("noise.txt", bytes(range(256)) * 50, refused="零字节"),
        Hostile("noise.pdf", bytes(range(1, 256)) * 50, refused="字节"),
        Hostile("control.txt", ("\x01\x02法" * 500).encode(), refused="控制字符"),
        Hostile("nul.txt", ("\0" + paper(1)).encode(), read="长春市司法局1号工作要点\n"),
        Hostile("escape.txt", ("\x1b[2J" + paper(2)).encode(), read="长春市司法局2号工作要点\n"),
        Hostile("bidi.txt", paper(3).replace("司法", "司\u202e法").encode(), read="（市司法局）"),
        Hostile("zero-width.txt", paper(4).replace("1.", "1\u200b.").encode(), read="1.建设"),
        Hostile("surrogate.txt", b"\xed\xa0\x80" + paper(5).encode(), refused="字节"),
        Hostile("old-mac.txt", paper(6).replace("\n", "\r").encode(), read="1.建设平台。"),
        Hostile("broken-utf8.txt", paper(7).encode()[:-20] + b"\xe4", refused="字节"),
        Hostile("broken-utf16.txt", paper(8).encode("utf-16")[:-1], refused="字节"),
        Hostile("utf16-no-mark.txt", paper(9).encode("utf-16-be"), read="1.建设平台。"),
        Hostile("gbk.txt", (paper(10) + "镕喆").encode("gbk"), read="镕喆"),
        Hostile("text.docx", paper(11).encode(), read="1.建设平台。"),
        Hostile("word.txt", zipped({"word/document.xml": document_xml("十二")}), read="十二"),
        Hostile("page.pdf", f"<html><body><p>{paper(13)}</p></body></html>".encode(), read="平台"),
        Hostile("old.docx", _OLE + "WordDocument".encode("utf-16-le"), refused=".docx 或 PDF"),
        Hostile("locked.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), refused="密码"),
        Hostile("paper.ofd", zipped({"OFD.xml": b"<x/>"}), refused="OFD"),
        Hostile("archive.docx", zipped({"a.txt": b"a"}), refused="压缩包"),
        Hostile("cut.docx", zipped({"word/document.xml": document_xml("法" * 99)})[:200],
                refused="不完整"),
        Hostile("no-body.docx", zipped({"word/document.xml": b"<a/>"}), refused="没有文字"),
        Hostile("bad-xml.docx", zipped({"word/document.xml": b"<a><b></a>"}), refused="损坏"),
        Hostile("laughs.docx", zipped({"word/document.xml": _LAUGHS + document_xml("&c;")}),
                refused="实体"),
        Hostile("outside.docx", zipped({"word/document.xml": _XXE + document_xml("&a;")}),
                refused="实体"),
        Hostile("bomb.docx", zipped({"word/document.xml": bytes(80_000_000)}), refused="解压后"),
        Hostile("liar.docx", lying_archive(document_xml("法" * 9_000_000)), refused="损坏|解压后"),
        Hostile("nested.docx", zipped({"word/document.xml": b"<a>" * 90_000}), refused="损坏"),
        Hostile("nested.html", b"<html>" + b"<div>" * 90_000, refused="嵌套"),
        Hostile("scripts.html", b"<html><script>1</script><div id=a></div></html>", refused="正文"),
        Hostile("circle.pdf", _PDF, refused="PDF"),
        Hostile("bomb.pdf", b"%PDF-1.7\n" + (b"stream\n" + _BOMB + b"\n") * 2, refused="解压后"),
        Hostile("packed.txt", gzip.compress(paper(38).encode()), refused="gzip"),
        Hostile("one-line.txt", paper(39).replace("\n", "").encode() + "援助。".encode() * 110_000,
                read="援助。援助。"),
        Hostile("a\nname\u202etxt.\x1b[31m..", paper(40).encode(), read="1.建设平台。"),
    ]  # fmt: skip
