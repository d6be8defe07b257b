"""What a reader must know beside an answer: drafts, lost bold type, roles nobody stated, age."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.composing.draft import Draft
from assistant.document_notes import listed_first_note, status_note
from assistant.names import place_of
from corpus import Clause, Document


def add_notes(draft: Draft, cited: Iterable[Clause]) -> None:
    """Add the notes that the cited clauses and the departments named from them call for."""
    documents = tuple({clause.document.id: clause.document for clause in cited}.values())
    for document in documents:
        draft.note(status_note(document))
        of_paper = (a for a in draft.responsibilities if a.clause.document_id == document.id)
        if any(each.named.basis == "listed_first" for each in of_paper):
            draft.note(listed_first_note(document))
    if any(each.inherited for each in draft.responsibilities):
        draft.note("条款本身没有写明单位，所列单位出自它的上级条款。")
    draft.note(_older_and_newer(documents))


def _older_and_newer(documents: tuple[Document, ...]) -> str:
    """Two papers of one place or body: which one is the newer. Papers of neither are not of one."""
    for place in dict.fromkeys(filter(None, map(place_of, documents))):
        same = [d for d in documents if place_of(d) == place and d.year is not None]
        if len({d.year for d in same}) > 1:
            ordered = sorted(same, key=lambda d: d.year or 0)
            newest = ordered[-1]
            older = "、".join(f"{d.year}年" for d in ordered[:-1])
            return f"{place}的文件有新有旧：{newest.year}年的较新，{older}的较早。"
    return ""
