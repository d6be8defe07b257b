"""From bytes to text, deciding the encoding on the whole file and losing nothing.

Never with errors ignored: the rare characters that a lax decoding drops first (镕, 喆) stand in
people's names. A byte that fits no encoding is reported with its place.
"""

import codecs
from collections import Counter
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from corpus.errors import UnreadableFile

Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5"]

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's name for Big5 as Windows and Hong Kong's offices write it, 喆 and 裏 included.
_CODEC = {"big5": "big5hkscs"}

_PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·　０１２３４５６７８９．"
PLAUSIBLE = 0.3
"""Share of common characters from which on a decoding is believed: right ones have .75 to .95,
wrong ones .02 to .1 (the project's papers, in every pair of encodings)."""
ENOUGH = 20
"""Fewer characters beyond ASCII than this (a list of names) say nothing about plausibility."""

_STRAY_ZEROS = 0.2
"""Latin text in UTF-16 is half zeros, and the only UTF-16 that could be taken for UTF-8."""

_REMEDY = "请用编辑器选对编码打开，另存为 UTF-8 后再添加"


class Decoded(NamedTuple):
    """A file's text and the encoding that it turned out to have."""

    text: str
    encoding: Encoding


def decode(data: bytes) -> Decoded:
    """Decode a whole file: by its byte order mark, else UTF-8, UTF-16, then GB18030 or Big5.

    Every decoding is strict. GB18030 and Big5 overlap almost wholly, so that both often "succeed";
    the one that gives more of the commonest characters is right.

    Raises:
        UnreadableFile: a byte fits no encoding (with its place), or the result is no Chinese text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], encoding, len(mark)), encoding)
    if 0 in data:
        return _utf16_without_mark(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def plausibility(text: str) -> float:
    """The share, 0 to 1, of common characters among those beyond ASCII; 1.0 if there are few."""
    counts = Counter(text)
    foreign = sum(count for character, count in counts.items() if ord(character) > 127)
    if foreign < ENOUGH:
        return 1.0
    common = _common_characters()
    return sum(count for character, count in counts.items() if character in common) / foreign


def _legacy(data: bytes, utf8_error: UnicodeDecodeError) -> Decoded:
    candidates: list[tuple[float, Decoded]] = []
    errors = [utf8_error]
    encodings: tuple[Encoding, ...] = ("gb18030", "big5")
    for encoding in encodings:
        try:
            text = data.decode(_CODEC.get(encoding, encoding))
        except UnicodeDecodeError as error:
            errors.append(error)
        else:
            candidates.append((plausibility(text), Decoded(text, encoding)))
    # max keeps the first of equals, so GB18030 is taken where nothing tells the two apart
    best = max(candidates, key=lambda candidate: candidate[0], default=None)
    if best is not None and best[0] >= PLAUSIBLE:
        return best[1]
    # The encoding that got furthest is the likeliest to be meant, unless it only seemed to fit.
    likeliest = max(errors, key=lambda error: error.start) if best is None else utf8_error
    raise _misfit(data, likeliest.start, "不合 UTF-8、GB18030、Big5 任何一种编码")


def _utf16_without_mark(data: bytes) -> Decoded:
    """Zero bytes mean UTF-16 (every line feed has one), strays in a text, or no text at all."""
    if data.count(0) < _STRAY_ZEROS * len(data):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode("utf-8"), "utf-8")
    orders: tuple[Encoding, ...] = ("utf-16-le", "utf-16-be")
    found: list[tuple[float, Decoded]] = []
    for encoding in orders:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" not in text:
                found.append((plausibility(text), Decoded(text, encoding)))
    if found:
        share, decoded = max(found, key=lambda each: each[0])
        if share >= PLAUSIBLE:
            return decoded
    raise UnreadableFile("文件里有零字节，不是文本；请另存为 .docx、PDF 或文本文件后再添加。")


def _strictly(data: bytes, encoding: Encoding, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _misfit(
            data, error.start, f"不合文件自己标明的 {encoding.upper()} 编码", skipped
        ) from error


def _misfit(data: bytes, place: int, what: str, skipped: int = 0) -> UnreadableFile:
    line = data.count(b"\n", 0, place) + 1
    return UnreadableFile(
        f"第 {place + skipped + 1:,} 个字节（0x{data[place]:02X}，第 {line:,} 行）"
        f"{what}；{_REMEDY}。"
    )


@cache
def _common_characters() -> frozenset[str]:
    listed = files("corpus").joinpath("data/common-characters.txt").read_text("utf-8")
    rows = (line for line in listed.splitlines() if not line.startswith("#"))
    return frozenset("".join(rows) + _PUNCTUATION)
