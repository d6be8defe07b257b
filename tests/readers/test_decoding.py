"""Encodings, decided on the whole file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from corpus import UnreadableFile
from corpus.readers.decoding import decode

PAPER = next((Path(__file__).parents[2] / "corpus" / "documents").glob("jilin-2019-*.txt"))
TEXT = PAPER.read_text("utf-8")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_a_paper_comes_back_from_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_big5_is_told_from_gbk_by_the_whole_file() -> None:
    traditional = OpenCC("s2t").convert(TEXT).encode("big5hkscs", "ignore").decode("big5hkscs")
    found = decode(traditional.encode("big5hkscs"))
    assert (found.text, found.encoding) == (traditional, "big5")


def test_traditional_text_in_gbk_is_no_big5() -> None:
    traditional = OpenCC("s2t").convert(TEXT)
    found = decode(traditional.encode("gb18030"))
    assert (found.text, found.encoding) == (traditional, "gb18030")


@pytest.mark.parametrize("names", ["朱镕基、陶喆", "镕", "喆"])
def test_rare_characters_of_names_survive(names: str) -> None:
    assert decode(names.encode("gbk")).text == names


def test_a_name_late_in_a_long_file_counts_as_much_as_the_first_line() -> None:
    text = "Plain ASCII line.\n" * 20_000 + "联系人：朱镕基、陶喆\n"
    assert decode(text.encode("gbk")).text == text


def test_a_byte_that_fits_nothing_is_named_with_its_place() -> None:
    data = "第一行\n第二行".encode("gbk") + b"\xff\xff" + "。".encode("gbk")
    with pytest.raises(UnreadableFile, match=r"第 14 个字节（0xFF，第 2 行）"):
        decode(data)


def test_a_damaged_utf8_file_is_not_taken_for_gbk() -> None:
    data = bytearray(TEXT.encode())
    del data[3000]
    with pytest.raises(UnreadableFile, match="UTF-8"):
        decode(bytes(data))


def test_a_marked_encoding_is_held_to() -> None:
    with pytest.raises(UnreadableFile, match="UTF-16"):
        decode("\ufeff条".encode("utf-16-le") + b"\x00\xd8")


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(UnreadableFile, match="零字节"):
        decode("法律援助".encode("gbk") + bytes(9))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_comes_back_from_utf8(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
