"""Whether a paper is in a library already, and which document a new version replaces."""

import hashlib
from collections.abc import Sequence

from corpus.catalog import Entry
from corpus.errors import DuplicateDocument, ReadOnlyDocument, UnknownDocument
from corpus.model import Document


def text_hash(document: Document) -> str:
    """The same for the same paper, whatever its format and its blanks."""
    return hashlib.sha256(_plain(document.text).encode("utf-8", "surrogatepass")).hexdigest()


def find_place(
    read: Document,
    document_id: str | None,
    entries: Sequence[Entry],
    packaged: Sequence[Document],
    replace: bool,
) -> Entry | None:
    """The entry that a paper as read is to replace, None if it is to be added.

    Raises:
        DuplicateDocument: its text, its title or the id asked for is taken.
        ReadOnlyDocument, UnknownDocument: it can't replace a packaged document, or none.
    """
    same_id = next((entry for entry in entries if entry.id == document_id), None)
    same_title = next((entry for entry in entries if _same_title(entry, read)), None)
    replaced = (same_id if document_id else same_title) if replace else None
    _refuse_same_text(read, [entry for entry in entries if entry is not replaced], packaged)
    if replaced is not None:
        return replaced
    own = next(
        (p for p in packaged if p.id == document_id or (not document_id and _same_title(p, read))),
        None,
    )
    if own is not None and (document_id or replace):
        raise ReadOnlyDocument(
            f"{read.source_name}：{own.id} 是自带的文件，不能改；请用 --id 给它另一个编号。"
        )
    if replace and document_id:
        raise UnknownDocument(
            f"{read.source_name}：文件库里没有 {document_id}，没有可替换的；"
            "请去掉 --replace 再添加。"
        )
    if same_id is not None:
        raise DuplicateDocument(
            f"{read.source_name}：编号 {document_id} 已有文件《{same_id.title}》；"
            "要替换它请加 --replace，否则请另给一个 --id。"
        )
    namesake = same_title or own
    if namesake is not None and not document_id:
        raise DuplicateDocument(
            f"{read.source_name}：库里的 {namesake.id} 也叫《{namesake.title}》，但文字不同；"
            "新版本请加 --replace，另一份文件请用 --id 给它一个编号。"
        )
    return None


def _refuse_same_text(
    read: Document, entries: Sequence[Entry], packaged: Sequence[Document]
) -> None:
    wanted = text_hash(read)
    same = next((entry.id for entry in entries if entry.text_hash == wanted), None)
    if same is not None:
        raise DuplicateDocument(
            f"{read.source_name}：与库里的 {same} 文字相同，没有重复添加；"
            f"要改它的信息请用 yiju amend {same}。"
        )
    same = next((document.id for document in packaged if text_hash(document) == wanted), None)
    if same is not None:
        raise DuplicateDocument(
            f"{read.source_name}：与自带的 {same} 文字相同，没有重复添加；不需要再做什么。"
        )


def _same_title(known: Entry | Document, read: Document) -> bool:
    return _plain(known.title) == _plain(read.title)


def _plain(text: str) -> str:
    return "".join(text.split())
