"""Adding many files at once: each wholly or not at all, the others whatever becomes of one."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.building import Overrides, build_document
from corpus.errors import CorpusError, UnreadableFile
from corpus.folder import LibraryFolder
from corpus.model import Document
from corpus.readers import bytes_of, printable, read_file
from corpus.readers.limits import MAX_FILE_BYTES

STANDARD_INPUT = "-"


class Outcome(NamedTuple):
    """What became of a file: the document it is now, or why it was left out."""

    file: str
    document: Document | None
    problem: str = ""


def add_files(
    folder: LibraryFolder,
    files: Iterable[str | Path],
    document_id: str | None = None,
    known: Overrides | None = None,
    replace: bool = False,
) -> Iterator[Outcome]:
    """Add files, the files of folders, and standard input (-), one after the other.

    Arguments as of `LibraryFolder.add`. A file that can't be added is left out with the reason.
    """
    for file in _expanded(files):
        name = "标准输入" if str(file) == STANDARD_INPUT else Path(file).name
        try:
            document = folder.add(_content(file), name, document_id, known, replace)
        except CorpusError as error:
            yield Outcome(printable(name), None, str(error))
        else:
            yield Outcome(printable(name), document)


def read_document(path: Path) -> Document:
    """Read a file as it would be added, without adding it. Raises `UnreadableFile`."""
    return build_document(read_file(path), "new", printable(path.name))


def _expanded(files: Iterable[str | Path]) -> Iterator[str | Path]:
    for file in files:
        path = Path(file)
        if str(file) != STANDARD_INPUT and path.is_dir():
            yield from sorted(
                inner
                for inner in path.rglob("*")
                if inner.is_file()
                and not any(part.startswith(".") for part in inner.relative_to(path).parts)
            )
        else:
            yield file


def _content(file: str | Path) -> bytes:
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if Path(file).exists() and not Path(file).is_file():
        raise UnreadableFile(f"{printable(Path(file).name)}：不是文件；请给出文件或文件夹。")
    return bytes_of(Path(file))
