"""What a reader must know beside an answer: drafts, lost bold type, roles nobody stated, age."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.composing.draft import Draft
from assistant.document_notes import listed_first_note, status_note
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
    """Two papers of one region: which one is the newer. Papers of no region are not of one."""
    for region in dict.fromkeys(d.region for d in documents if d.region):
        same = [d for d in documents if d.region == region and d.year is not None]
        if len({d.year for d in same}) > 1:
            ordered = sorted(same, key=lambda d: d.year or 0)
            newest = ordered[-1]
            older = "、".join(f"{d.year}年" for d in ordered[:-1])
            return f"{region}的文件有新有旧：{newest.year}年的较新，{older}的较早。"
    return ""
