"""How much a file may ask of us before it is refused.

A policy paper is some hundred kilobytes. The limits lie far above any real paper and far below
what would fill a small server: a decompression bomb ends in a sentence, not in a dead machine.
"""

import io
import re
import zipfile
import zlib

from corpus.errors import UnreadableFile

MAX_FILE_BYTES = 200 * 2**20
MAX_PART_BYTES = 48 * 2**20
"""Unpacked size of one part of an archive."""
MAX_STREAMS_BYTES = 256 * 2**20
"""Unpacked size of all streams of a PDF."""
MAX_RATIO = 200
"""Text of real papers packs 5 to 20 times; zlib's own limit, which bombs approach, is 1032."""
RATIO_MATTERS_FROM = 4 * 2**20
MAX_ENTRIES = 20_000
MAX_NESTING = 500
MAX_TAGS = 300_000
MAX_ATTRIBUTES = 1_000
MAX_PAGES = 3_000
MAX_CELLS = 1_000_000

_SUSPECT = "请用生成它的软件打开，另存一份后再添加"

# Elements that HTML closes by itself (a second <p> ends the first) and those that hold nothing.
_TAG = re.compile(
    r"<(/?)(?!(?:p|li|d[td]|t[rdh]|thead|tbody|tfoot|option|colgroup|html|head|body|area|base|br|col"
    r"|embed|hr|img|input|link|meta|param|source|track|wbr)\b)[a-z]",
    re.IGNORECASE,
)
_WHOLE_TAG = re.compile("<[a-zA-Z][^>]*")
_PDF_STREAM = re.compile(rb"stream\r?\n")
_ZLIB_FIRST_BYTES = b"\x08\x18\x28\x38\x48\x58\x68\x78"


def check_size(size: int) -> None:
    """Refuse a file of so many bytes that it is no paper (`MAX_FILE_BYTES`)."""
    if size > MAX_FILE_BYTES:
        raise UnreadableFile(
            f"文件有 {size / 2**20:.0f} MB，超过 {MAX_FILE_BYTES // 2**20} MB 的上限；"
            "请拆成几个文件后再添加。"
        )


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open a zip archive whose directory can be read and is of a sane length."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(f"文件不完整或已损坏（读不出压缩包的目录）；{_SUSPECT}。") from error
    if len(archive.infolist()) > MAX_ENTRIES:
        raise UnreadableFile(f"文件里有超过 {MAX_ENTRIES} 个部件；{_SUSPECT}。")
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Unpack one part, or None if it is missing; never more than `MAX_PART_BYTES`.

    What is counted is what comes out, since the sizes an archive states about itself may lie.
    """
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.flag_bits & 1:
        raise UnreadableFile("文件有密码保护；请去掉密码，另存后再添加。")
    try:
        with archive.open(entry) as part:
            unpacked = part.read(MAX_PART_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise UnreadableFile(f"文件的部件 {name} 不完整或已损坏；{_SUSPECT}。") from error
    packed = max(entry.compress_size, 1)
    if len(unpacked) > MAX_PART_BYTES or (
        len(unpacked) > RATIO_MATTERS_FROM and len(unpacked) > MAX_RATIO * packed
    ):
        raise UnreadableFile(
            f"文件的部件 {name} 只有 {packed:,} 字节，解压后却超过 {len(unpacked) - 1:,} 字节，"
            f"不是正常的文件；{_SUSPECT}。"
        )
    return unpacked


def check_markup(markup: str) -> None:
    """Refuse HTML of more tags or attributes than a page has, or nested deeper.

    Parsers take quadratic time over attributes and over elements within elements.
    """
    if markup.count("<") > MAX_TAGS:
        raise UnreadableFile(f"网页有超过 {MAX_TAGS:,} 个元素；请只保存正文后再添加。")
    for tag in _WHOLE_TAG.finditer(markup):
        if len(tag[0].split()) > MAX_ATTRIBUTES:
            raise UnreadableFile(f"网页的一个元素有超过 {MAX_ATTRIBUTES:,} 个属性；{_SUSPECT}。")
    depth = 0
    for tag in _TAG.finditer(markup):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > MAX_NESTING:
            raise UnreadableFile(f"网页的元素嵌套超过 {MAX_NESTING} 层；{_SUSPECT}。")


def check_pdf_streams(data: bytes) -> None:
    """Refuse a PDF whose compressed streams unpack beyond measure, before any parser meets them."""
    if re.search(rb"/FlateDecode\s*/FlateDecode", data):
        raise UnreadableFile(f"PDF 的内容经过两次压缩，不是正常的文件；{_SUSPECT}。")
    left = MAX_STREAMS_BYTES
    for found in _PDF_STREAM.finditer(data):
        if data[found.end() : found.end() + 1] in _ZLIB_FIRST_BYTES:
            left -= _unpacked_size(data, found.end(), left)
        if left <= 0:
            raise UnreadableFile(
                f"PDF 的内容解压后超过 {MAX_STREAMS_BYTES // 2**20} MB；{_SUSPECT}。"
            )


def _unpacked_size(data: bytes, start: int, limit: int) -> int:
    """How much the zlib stream at `start` unpacks to, counted up to about `limit`."""
    unpacker, size, step = zlib.decompressobj(), 0, 16384
    try:
        for at in range(start, len(data), step):
            size += len(unpacker.decompress(data[at : at + step]))
            if unpacker.eof or size >= limit:
                break
    except zlib.error:
        pass
    return size
