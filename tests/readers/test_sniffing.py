"""Formats are judged by content; what can't be read names the way in which it can come in."""

import io
import zipfile

import pytest
from papers import jilin_docx

from corpus import EmptyDocument, UnreadableFile
from corpus.readers import read_bytes
from corpus.readers.sniffing import sniff

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "way"),
    [
        (zipped("OFD.xml", "Doc_0/Document.xml"), "OFD", "另存为 .docx 或 PDF"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), ".wps", "另存为 .docx 或 PDF"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "密码", "去掉密码"),
        (COMPOUND, "旧的办公软件格式", "另存为 .docx 或 PDF"),
        (zipped("xl/workbook.xml"), "xlsx", "另存为"),
        (zipped("方案.txt"), "压缩包", "解压"),
        (b"{\\rtf1\\ansi}", "RTF", "另存为 .docx 或 PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG", "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG", "OCR"),
        (b"Rar!\x1a\x07\x00", "RAR", "解压"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML", "另存为"),
        (b"MIME-Version: 1.0\r\n", "MHTML", "另存为 HTML"),
    ],
)
def test_what_is_not_read_names_the_way(data: bytes, what: str, way: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(data, "方案.txt")
    message = str(refused.value)
    assert message.startswith("方案.txt：")
    assert what in message
    assert way in message
    assert message.endswith("。")


@pytest.mark.parametrize("data", [b"", b" \n\t ", bytes(100), "　\n　".encode(), b"\xef\xbb\xbf"])
def test_nothing_is_said_to_be_nothing(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        read_bytes(data, "a.txt")


def test_the_ending_does_not_matter() -> None:
    assert sniff(jilin_docx()) == "docx"
    assert read_bytes(b"<html><body><p>\xe4\xb8\x80</p></body></html>", "a.doc").text == "一\n"
    assert read_bytes("一、总则".encode(), "a.pdf").text == "一、总则"
