"""Bombs end in a sentence."""

import zlib

import pytest

from corpus import UnreadableFile
from corpus.readers.limits import MAX_FILE_BYTES, check_markup, check_pdf_streams, check_size


def test_a_file_beyond_all_measure() -> None:
    check_size(MAX_FILE_BYTES)
    with pytest.raises(UnreadableFile, match="200 MB"):
        check_size(MAX_FILE_BYTES + 1)


def test_paragraphs_that_are_never_closed_are_not_nested() -> None:
    check_markup("<p>一" * 5000 + "<br><li>" * 5000)
    with pytest.raises(UnreadableFile, match="嵌套"):
        check_markup("<div><font>" * 400)
    with pytest.raises(UnreadableFile, match="元素"):
        check_markup("<br>" * 300_001)
    with pytest.raises(UnreadableFile, match="属性"):
        check_markup("<p" + " a=1" * 1_001)


def test_streams_that_unpack_beyond_measure() -> None:
    bomb = b"stream\r\n" + zlib.compress(bytes(100_000_000)) + b"\nendstream\n"
    check_pdf_streams(bomb)
    with pytest.raises(UnreadableFile, match="解压后"):
        check_pdf_streams(bomb * 3)
    with pytest.raises(UnreadableFile, match="两次压缩"):
        check_pdf_streams(b"/Filter [/FlateDecode /FlateDecode]")
