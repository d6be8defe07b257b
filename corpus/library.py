"""The documents at hand: the packaged five, or any ordered mapping of them."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from corpus.building import Overrides, build_document
from corpus.data_files import DataForm, read_data
from corpus.errors import DataFileError, UnknownDocument
from corpus.model import Clause, Document

PACKAGED = Path(__file__).parent / "documents"


class Library:
    """Documents by id, in order. It never changes; adding makes another one.

    `folder` is where it is kept, None for one that isn't.
    """

    def __init__(self, documents: Iterable[Document], folder: Path | None = None) -> None:
        self._documents = {document.id: document for document in documents}
        self.folder = folder

    @classmethod
    def packaged(cls) -> "Library":
        """The five papers that come with the project."""
        return cls(packaged_documents())

    @classmethod
    def open(cls, path: str | Path | None = None) -> "Library":
        """The library in the folder `path`; without one in YIJU_LIBRARY or the user's data
        directory, and the packaged papers where none was made yet.

        Raises `LibraryError` when `path` holds no library or one that can't be read.
        """
        from corpus.folder import LibraryFolder

        folder = LibraryFolder(None if path is None else Path(path))
        return folder.library() if path is not None or folder.exists else cls.packaged()

    def documents(self) -> tuple[Document, ...]:
        return tuple(self._documents.values())

    def document(self, document_id: str) -> Document:
        """The document of that id. Raises `UnknownDocument`."""
        try:
            return self._documents[document_id]
        except KeyError:
            known = "、".join(self._documents) or "（空）"
            raise UnknownDocument(f"文件库里没有 {document_id}；现有：{known}。") from None

    def clause(self, clause_id: str) -> Clause:
        """The clause of an id, ``jilin-2019/二/（六）/24/（1）``; a document's id gives its head.

        Slashes too many are passed over. Raises `UnknownDocument` or `UnknownClause`.
        """
        document_id, *path = clause_id.split("/")
        return self.document(document_id).clause([number for number in path if number])

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._documents

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents.values())

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever any document does."""
        joined = "\n".join(document.fingerprint for document in self)
        return hashlib.sha256(joined.encode()).hexdigest()


class _Entry(DataForm):
    """A packaged paper; `known` is what its text cannot say."""

    id: str
    file: str
    known: Overrides = Overrides()


class _Catalog(DataForm):
    document: tuple[_Entry, ...]


@cache
def packaged_documents() -> tuple[Document, ...]:
    """The packaged papers, built once a process. Raises `DataFileError`."""
    return tuple(map(_packaged, read_data("catalog.toml", _Catalog).document))


def _packaged(entry: _Entry) -> Document:
    try:
        source = (PACKAGED / entry.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(
            f"catalog.toml 里 {entry.id} 的文件读不出来（{error}）；请改正 file，或补上这个文件。"
        ) from error
    return build_document(source, entry.id, entry.file, entry.known)
