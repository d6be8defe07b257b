"""A library folder: documents that a maintainer adds, replaces and removes.

    library.toml    settings (whether the packaged papers belong to it)
    catalog.json    one entry a document
    originals/      the files as they came, under names made from their ids
    readings/       what was read of them

The catalog is the truth: a file is written before its entry and deleted after it, so that whoever
reads meanwhile, or after a crash, sees the documents of one catalog or the next.
"""

import dataclasses
import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.building import Overrides, build_document
from corpus.catalog import (
    CATALOG,
    SETTINGS,
    Entry,
    Settings,
    read_catalog,
    read_settings,
    write_catalog,
    write_first_settings,
    write_whole,
)
from corpus.document_ids import check_id, derive_id
from corpus.duplicates import find_place, text_hash
from corpus.errors import LibraryError, ReadOnlyDocument, UnknownDocument
from corpus.library import Library, packaged_documents
from corpus.model import Document
from corpus.readers import printable, read_bytes
from corpus.readings import keep, read_kept

_WAIT_SECONDS = 60
_TRIES = 3


class LibraryFolder:
    """The library in a folder. It is made when the first document is added."""

    def __init__(self, path: Path | None = None) -> None:
        """`path`: the folder; without one YIJU_LIBRARY, else the user's data directory."""
        self.path = path if path is not None else default_path()

    @property
    def exists(self) -> bool:
        """Whether a library was ever made here."""
        return (self.path / CATALOG).exists() or (self.path / SETTINGS).exists()

    @property
    def settings(self) -> Settings:
        """What library.toml says."""
        return read_settings(self.path)

    def entries(self) -> tuple[Entry, ...]:
        """What the catalog lists, in the order of adding; the packaged papers are not in it."""
        return read_catalog(self.path)

    def library(self) -> Library:
        """All documents, the packaged ones first.

        Raises:
            LibraryError: the catalog or an original can't be read.
        """
        if not self.exists:
            raise LibraryError(
                f"{self.path} 里没有文件库；请用 yiju add --library {self.path} 文件… 建立，"
                "或检查路径。"
            )
        for attempt in range(_TRIES):
            entries = self.entries()
            try:
                documents = (*self._packaged(), *map(self._document, entries))
                return Library(documents, self.path)
            except FileNotFoundError as error:
                # Another process may have replaced a document between catalog and original.
                if attempt == _TRIES - 1 or self.entries() == entries:
                    raise LibraryError(
                        f"文件库 {self.path} 里缺少 {error.filename}；请从备份恢复，"
                        "或用 yiju remove 去掉这份文件后重新添加。"
                    ) from error
        raise AssertionError("unreachable")

    def add(
        self,
        data: bytes,
        source_name: str,
        document_id: str | None = None,
        known: Overrides | None = None,
        replace: bool = False,
    ) -> Document:
        """Take in a file, wholly or not at all.

        document_id: instead of one made from the paper's place and year · known: what the
        maintainer knows better than the text · replace: put it in the place of the document of
        that id, or without an id of the document with its title.

        Raises:
            UnreadableFile: the file can't be read.
            DuplicateDocument: its text is here already, or its title with another text, or the id.
            ReadOnlyDocument: it would replace a packaged document.
        """
        if document_id is not None:
            check_id(document_id)
        known = _with_status(known or Overrides())
        name = printable(source_name)
        source = read_bytes(data, source_name)
        read = build_document(source, document_id or "new", name, known)
        with self._locked():
            entries = self.entries()
            self._check_successor(known, document_id)
            replaced = find_place(read, document_id, entries, self._packaged(), replace)
            if replaced is not None:
                document_id, known = replaced.id, _carried_over(replaced.known, known)
                read = build_document(source, document_id, name, known)
            elif document_id is None:
                taken = {entry.id for entry in entries} | {d.id for d in packaged_documents()}
                document_id = derive_id(read, taken)
            digest = hashlib.sha256(data).hexdigest()[:8]
            file = f"{document_id}-{digest}{_safe_suffix(source_name)}"
            entry = Entry(document_id, file, name, text_hash(read), read.title, known)
            write_whole(self.path / "originals" / file, data)
            keep(source, self._kept(entry))
            if replaced is None:
                write_catalog(self.path, (*entries, entry))
            else:
                write_catalog(self.path, tuple(entry if e is replaced else e for e in entries))
                if replaced.file != file:
                    self._delete(replaced)
        return dataclasses.replace(read, id=document_id)

    def remove(self, document_id: str) -> None:
        """Take a document out, with its original and its text.

        Raises:
            UnknownDocument, ReadOnlyDocument: none such, or a packaged one.
        """
        self._entry(document_id)
        with self._locked():
            entry = self._entry(document_id)
            write_catalog(self.path, tuple(e for e in self.entries() if e.id != document_id))
            self._delete(entry)

    def amend(self, document_id: str, changes: Overrides) -> Document:
        """Change what is known of a document; None leaves a field as it is. Raises as `remove`."""
        told = {
            field.name: value
            for field in dataclasses.fields(changes)
            if (value := getattr(_with_status(changes), field.name)) not in (None, ())
        }
        self._entry(document_id)
        with self._locked():
            entry = self._entry(document_id)
            self._check_successor(changes, document_id)
            amended = dataclasses.replace(entry, known=dataclasses.replace(entry.known, **told))
            document = self._document(amended)
            amended = dataclasses.replace(amended, title=document.title)
            write_catalog(
                self.path, tuple(amended if e.id == document_id else e for e in self.entries())
            )
        return document

    def _packaged(self) -> tuple[Document, ...]:
        return packaged_documents() if self.settings.packaged else ()

    def _document(self, entry: Entry) -> Document:
        original = self.path / "originals" / entry.file
        if not original.exists():
            raise FileNotFoundError(errno.ENOENT, "缺少原件", str(original))
        source = read_kept(original, self._kept(entry))
        return build_document(source, entry.id, entry.source_name, entry.known)

    def _entry(self, document_id: str) -> Entry:
        for entry in self.entries():
            if entry.id == document_id:
                return entry
        if any(document.id == document_id for document in self._packaged()):
            raise ReadOnlyDocument(
                f"{document_id} 是自带的文件，不能改；"
                f"不用自带的文件请在 {self.path / SETTINGS} 里写 packaged = false。"
            )
        raise UnknownDocument(
            f"文件库 {self.path} 里没有 {document_id}；用 yiju documents 可以看到全部编号。"
        )

    def _check_successor(self, known: Overrides, document_id: str | None) -> None:
        """A document can only be superseded by another one of the library."""
        successor = known.superseded_by
        if successor is None:
            return
        others = {entry.id for entry in self.entries()} | {each.id for each in self._packaged()}
        if successor not in others - {document_id}:
            raise UnknownDocument(
                f"文件库里没有另一份编号为 {successor} 的文件；请先添加新文件，再说明它替代了谁。"
            )

    def _kept(self, entry: Entry) -> Path:
        return self.path / "readings" / f"{entry.file}.json"

    def _delete(self, entry: Entry) -> None:
        (self.path / "originals" / entry.file).unlink(missing_ok=True)
        self._kept(entry).unlink(missing_ok=True)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the folder for one change; whoever comes second waits."""
        from filelock import FileLock, Timeout

        try:
            for name in ("originals", "readings"):
                (self.path / name).mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / ".lock", timeout=_WAIT_SECONDS):
                write_first_settings(self.path)
                yield
        except Timeout as error:
            raise LibraryError(
                f"文件库 {self.path} 正被另一个程序修改，等了 {_WAIT_SECONDS} 秒；请稍后重试。"
            ) from error
        except OSError as error:
            raise LibraryError(
                f"文件库 {self.path} 写不进去（{error.strerror}）；请检查路径、权限和磁盘空间，"
                "或用 --library 指定别的文件夹。"
            ) from error


def default_path() -> Path:
    """Where a library lies that is not named: YIJU_LIBRARY, else the user's data directory."""
    named = os.environ.get("YIJU_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("yiju") / "library"


def _with_status(known: Overrides) -> Overrides:
    """What is superseded has that status, unless another is given."""
    if known.superseded_by and known.status is None:
        return dataclasses.replace(known, status="已被替代")
    return known


def _carried_over(old: Overrides, new: Overrides) -> Overrides:
    """What was known of a document and holds for its next version as well."""
    return dataclasses.replace(
        new,
        region=new.region or old.region,
        issuer=new.issuer or old.issuer,
        aliases=new.aliases or old.aliases,
    )


def _safe_suffix(source_name: str) -> str:
    """The ending of a file name if it is a plain one, so that originals open in their programs."""
    suffix = Path(source_name.rsplit("/", 1)[-1]).suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) < 8 else ""
