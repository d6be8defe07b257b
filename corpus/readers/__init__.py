"""From a file to a `SourceText`, whatever its format, which is judged by content, not by name."""

from pathlib import Path

from corpus.errors import EmptyDocument, UnreadableFile
from corpus.readers.decoding import decode
from corpus.readers.limits import check_size
from corpus.readers.sniffing import is_html, sniff
from corpus.readers.text import read_text
from corpus.source import SourceText

__all__ = ["bytes_of", "printable", "read_bytes", "read_file"]


def read_file(path: Path) -> SourceText:
    """Read a file of any known format.

    Raises:
        UnreadableFile: with the file's name, what is wrong and what to do.
    """
    return read_bytes(bytes_of(path), path.name)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises as `read_file`."""
    try:
        check_size(path.stat().st_size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnreadableFile(
            f"{printable(path.name)}：打不开（{reason}）；请检查路径和权限。"
        ) from error
    except UnreadableFile as error:
        raise type(error)(f"{printable(path.name)}：{error}") from error


def read_bytes(data: bytes, name: str) -> SourceText:
    """Read the bytes of a file; `name` is only for messages. Raises as `read_file`."""
    try:
        check_size(len(data))
        source = _read(data)
        if not source.text.strip():
            raise EmptyDocument("文件里没有文字；请检查它是否保存或下载完整。")
    except UnreadableFile as error:
        raise type(error)(f"{printable(name)}：{error}") from error
    return source


def printable(name: str) -> str:
    """A file name in one line, without characters that would disturb a terminal."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name) or "（无名文件）"


def _read(data: bytes) -> SourceText:
    """Hand the bytes to their format's reader; its libraries are loaded only when needed."""
    match sniff(data):
        case "docx":
            from corpus.readers.docx import read_docx

            return read_docx(data)
        case "pdf":
            from corpus.readers.pdf import read_pdf

            return read_pdf(data)
        case "text":
            text = decode(data).text
            if not is_html(text):
                return read_text(text)
            from corpus.readers.html import read_html

            return read_html(text)
