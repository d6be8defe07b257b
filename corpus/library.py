"""The documents at hand: the packaged five, or any ordered mapping of them."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from corpus.building import Overrides, build_document
from corpus.errors import DataFileError, UnknownDocument
from corpus.model import Clause, Document

_ROOM = Path(__file__).parent
PACKAGED = _ROOM / "documents"
_CATALOG = _ROOM / "data" / "catalog.toml"


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


@cache
def packaged_documents() -> tuple[Document, ...]:
    """The packaged papers, built once a process."""
    entries = tomllib.loads(_CATALOG.read_text(encoding="utf-8")).get("document", [])
    return tuple(_packaged(entry) for entry in entries)


def _packaged(entry: dict[str, object]) -> Document:
    fields = dict(entry)
    try:
        document_id, file = str(fields.pop("id")), str(fields.pop("file"))
        aliases = fields.pop("aliases", [])
        overrides = Overrides(aliases=tuple(aliases), **fields)  # type: ignore[arg-type]
    except (KeyError, TypeError) as error:
        raise DataFileError(f"catalog.toml 里有一条文件的字段不对：{error}。") from error
    source = (PACKAGED / file).read_text(encoding="utf-8")
    return build_document(source, document_id, file, overrides)
