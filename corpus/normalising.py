"""From a file's decoded characters to the readable text, every character keeping its way back.

What is changed, and nothing else: indentation, trailing blanks and empty lines go; characters that
show nothing (control, bidi, zero-width) go; pinyin in brackets behind its character goes, 發(fā);
Traditional becomes Simplified when the whole paper is Traditional; reviewed errata are mended;
lines that a printer broke are joined. Half- and full-width characters stay as written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from operator import ne
from typing import TYPE_CHECKING

from corpus.data_files import DataForm, read_data
from corpus.model import Span
from corpus.offsets import OffsetMap
from corpus.wrapping import wrapping

if TYPE_CHECKING:
    import opencc

# What shows nothing: controls, soft hyphen, zero-width, bidi and byte order marks, surrogates.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
)
_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_BLANKS = re.compile(rf"[\s{_INVISIBLE}]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# 司發(fā)〔2018〕1號(hào); mirrors write ɡ for g
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[(（]([a-zɡüàáāǎèéēěìíīǐòóōǒùúūǔǖǘǚǜńňǹḿ]{1,6})[)）]")
_TONED = re.compile(r"[àáāǎèéēěìíīǐòóōǒùúūǔǖǘǚǜńňǹḿ]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ZHE = re.compile("著")

# source span -> what stands there in the text
Edits = dict[Span, str]


class Repair(DataForm):
    """A spot of one paper's source and what it should read."""

    document: str
    source: str
    text: str
    note: str


class _Errata(DataForm):
    repair: tuple[Repair, ...] = ()


class _Zhe(DataForm):
    keep: frozenset[str]


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """text, its map to the source, and what was done to it, one Chinese sentence each."""

    text: str
    offsets: OffsetMap
    warnings: tuple[str, ...]


def normalise(source: str, document_id: str | None = None) -> NormalisedText:
    """The readable text of `source`; `document_id` chooses its errata.

    Takes any characters whatsoever; a source that shows nothing gives an empty text.
    """
    warnings: list[str] = []
    traditional = is_traditional(source)
    edits = _mended(source, document_id, warnings)
    edits |= _without_pinyin(source, edits, warnings)
    edits |= _without_blanks(source, warnings)
    text, offsets = _apply(source, edits)
    broken = _joined_lines(text, offsets)
    if broken:
        warnings.append("原文按行断开，已把同一段的各行接上。")
        text, offsets = _apply(source, edits | broken)
    if traditional:
        warnings.append("原文为繁体，文本已转为简体，引用仍可回到原文。")
        text = _simplified_in_place(text)
    return NormalisedText(text, offsets, tuple(warnings))


def is_traditional(source: str) -> bool:
    """Whether a whole paper is in Traditional characters; a few in a name (喆, 乾) make it none."""
    readable = _INVISIBLES.sub("", source)
    han = len(readable) - len(_HAN.sub("", readable))
    changed = _differences(readable, simplified(readable))
    traditional = _converter("s2t").convert(readable)
    return changed * 20 >= han > 0 and changed > 2 * _differences(readable, traditional)


def simplified(text: str) -> str:
    """`text` in Simplified characters, by OpenCC's t2s; its length may change.

    >>> simplified("法律援助怎麼申請")
    '法律援助怎么申请'
    """
    converted: str = _converter("t2s").convert(text)
    return converted


@cache
def errata() -> tuple[Repair, ...]:
    """All reviewed repairs of corpus/data/errata.toml."""
    return read_data("errata.toml", _Errata).repair


def _mended(source: str, document_id: str | None, warnings: list[str]) -> Edits:
    edits: Edits = {}
    for repair in errata():
        if repair.document != document_id:
            continue
        start = source.find(repair.source)
        if start < 0:
            continue
        edits[Span(start, start + len(repair.source))] = repair.text
        warnings.append(f"按勘误表修复一处乱码：{repair.source} → {repair.text}。")
    return edits


def _without_pinyin(source: str, mended: Mapping[Span, str], warnings: list[str]) -> Edits:
    found = [m for m in _PINYIN.finditer(source) if _is_reading(source[m.start() - 1], m[1])]
    # One 喆(zhé) in a Simplified paper is a help to the reader; behind a Traditional character, or
    # again and again, it is what a mirror's converter left.
    noise = [
        m
        for m in found
        if len(found) > 2 or simplified(source[m.start() - 1]) != source[m.start() - 1]
    ]
    edits: Edits = {
        Span(*m.span()): ""
        for m in noise
        if not any(start < m.end() and m.start() < end for start, end in mended)
    }
    if edits:
        warnings.append(f"去掉了 {len(edits)} 处夹在字后的拼音。")
    return edits


def _is_reading(char: str, letters: str) -> bool:
    if _TONED.search(letters):
        return True
    from pypinyin import Style, pinyin  # a quarter of a second, and rarely needed

    plain = letters.replace("ɡ", "g").replace("ü", "v")
    return plain in pinyin(char, style=Style.NORMAL, heteronym=True)[0]


def _without_blanks(source: str, warnings: list[str]) -> Edits:
    edits: Edits = {}
    invisible = 0
    for run in _BLANKS.finditer(source):
        start, end = run.span()
        line_end = _LINE_END.search(source, start, end)
        if line_end is None:
            if start == 0 or end == len(source):
                edits[Span(start, end)] = ""
                continue
            for match in _INVISIBLES.finditer(source, start, end):
                invisible += len(match[0])
                edits[Span(*match.span())] = ""
            continue
        if start == 0:
            edits[Span(start, end)] = ""
            continue
        for span in (Span(start, line_end.start()), Span(line_end.end(), end)):
            if span.end > span.start:
                edits[span] = ""
        if line_end[0] != "\n":
            edits[Span(*line_end.span())] = "\n"
    if invisible:
        warnings.append(f"去掉了 {invisible} 个看不见的控制字符。")
    return edits


def _joined_lines(text: str, offsets: OffsetMap) -> Edits:
    lines = text.split("\n")
    found = wrapping(lines)
    if not (found.joined or found.dropped):
        return {}
    edits: Edits = {}
    start = 0
    for i, line in enumerate(lines):
        end = start + len(line)
        if i in found.dropped:
            edits[offsets.to_source(start, end + 1)] = ""
        elif i in found.joined:
            following = next(j for j in range(i + 1, len(lines)) if j not in found.dropped)
            words = line[-1].isascii() and lines[following][0].isascii()
            edits[offsets.to_source(end, end + 1)] = " " if words else ""
        start = end + 1
    return edits


def _apply(source: str, edits: Mapping[Span, str]) -> tuple[str, OffsetMap]:
    offsets = OffsetMap()
    pieces: list[str] = []
    place = 0
    for span in sorted(edits):
        if span.start < place:  # a dropped line swallows the smaller edits inside it
            continue
        pieces.append(source[place : span.start])
        offsets.append(span.start - place, place, span.start)
        pieces.append(edits[span])
        offsets.append(len(edits[span]), span.start, span.end)
        place = span.end
    pieces.append(source[place:])
    offsets.append(len(source) - place, place, len(source))
    return "".join(pieces), offsets


def _simplified_in_place(text: str) -> str:
    """`text` in Simplified characters, as long as it was."""
    lines = text.split("\n")
    return "\n".join(_simplified_line(line) for line in lines)


def _simplified_line(line: str) -> str:
    simple = simplified(line)
    if len(simple) != len(line):
        one_by_one = map(simplified, line)
        simple = "".join(
            new if len(new) == 1 else old for old, new in zip(line, one_by_one, strict=True)
        )
    return _ZHE.sub(lambda match: _zhe(simple, match.start()), simple)


def _zhe(line: str, place: int) -> str:
    around = (line[place - 1 : place + 1], line[place : place + 2])
    return "著" if any(word in _words_with_zhu() for word in around) else "着"


@cache
def _words_with_zhu() -> frozenset[str]:
    return read_data("zhe.toml", _Zhe).keep


@cache
def _converter(name: str) -> "opencc.OpenCC":
    import opencc

    return opencc.OpenCC(name)


def _differences(one: str, other: str) -> int:
    return sum(map(ne, one, other))
