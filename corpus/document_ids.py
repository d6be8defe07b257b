"""Readable ids for documents: the place or issuer in pinyin and the year, baotou-2022."""

import re
from collections.abc import Container
from functools import cache

from corpus.errors import LibraryError
from corpus.model import Document

_VALID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
# 包头市人民政府办公室 is known as 包头, 国家发展改革委 as itself
_PLACE = re.compile(
    r"(?:中国|中华人民共和国)?(?:[\u4e00-\u9fff]{2,5}?(?:省|自治区))?(?P<place>[\u4e00-\u9fff]{2,4}?)"
    r"(?:省|市|自治州|州|地区|盟|县|区|旗|自治区)"
)
_OFFICE = re.compile(r"(?:人民政府)?(?:办公厅|办公室)?$")
_LONGEST_NAME = 6
"""Characters of a name that go into an id, 发展改革委 and the like."""


def check_id(document_id: str) -> str:
    """The id as it is, if it can stand in paths, addresses and file names."""
    if not _VALID.fullmatch(document_id) or ".." in document_id:
        raise LibraryError(
            f"编号 {document_id!r} 不能用；请用小写字母、数字、-、_、. 组成，如 baotou-2022。"
        )
    return document_id


def derive_id(document: Document, taken: Container[str]) -> str:
    """An id that is not `taken`, from what a document says of its place, issuer and year."""
    from pypinyin import lazy_pinyin

    _know_phrases()
    syllables = lazy_pinyin(_name_of(document))
    name = re.sub(r"[^a-z0-9]", "", "".join(syllables).lower())[:40] or "document"
    stem = f"{name}-{document.year}" if document.year else name
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


@cache
def _know_phrases() -> None:
    """长春 is chángchūn by its phrase only, and pypinyin may have been imported without phrases."""
    from pypinyin import load_phrases_dict
    from pypinyin.phrases_dict import phrases_dict

    load_phrases_dict(phrases_dict)


def _name_of(document: Document) -> str:
    for text in (document.issuer, document.title):
        place = _PLACE.match(text or "")
        if place is not None:
            return place["place"]
    if document.issuer:
        return _OFFICE.sub("", document.issuer)[:_LONGEST_NAME]
    if document.region and document.region != "全国":
        return document.region
    return re.sub(r"[^\u4e00-\u9fffa-zA-Z0-9]", "", document.title)[:_LONGEST_NAME]
