"""What a reader must know beside an answer: drafts, lost bold type, roles nobody stated, age."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.composing.draft import Draft
from corpus import Clause, Document


def add_notes(draft: Draft, cited: Iterable[Clause]) -> None:
    """Add the notes that the cited clauses and the departments named from them call for."""
    documents = tuple({clause.document.id: clause.document for clause in cited}.values())
    for document in documents:
        draft.note(_status(document))
        own = {id(named) for clause in document.clauses for named in clause.responsibilities}
        bases = {named.basis for named, _, _ in draft.responsibilities if id(named) in own}
        if "listed_first" in bases:
            draft.note(_listed_first(document))
    if any(inherited for _, _, inherited in draft.responsibilities):
        draft.note("条款本身没有写明单位，所列单位出自它的上级条款。")
    draft.note(_older_and_newer(documents))


def _status(document: Document) -> str:
    if document.status == "征求意见稿":
        return f"《{document.title}》是征求意见稿，不是正式文件，内容可能与正式印发的文本不同。"
    if document.status == "已废止":
        return f"《{document.title}》已废止。"
    if document.status == "已被替代":
        return f"《{document.title}》已被新文件替代。"
    return ""


def _listed_first(document: Document) -> str:
    if document.bold_lost:
        return (
            f"《{document.title}》以黑体字标明牵头部门，所收文本没有保留字体，"
            "这里把列在首位的部门作为牵头部门，其余作为配合部门，请以原件为准。"
        )
    return (
        f"《{document.title}》只写由哪些单位负责，没有区分牵头与配合，"
        "这里把列在首位的单位作为牵头单位。"
    )


def _older_and_newer(documents: tuple[Document, ...]) -> str:
    """Two papers of one region: which one is the newer."""
    for region in dict.fromkeys(document.region for document in documents):
        same = [d for d in documents if d.region == region and d.year is not None]
        if len({d.year for d in same}) > 1:
            ordered = sorted(same, key=lambda d: d.year or 0)
            newest = ordered[-1]
            older = "、".join(f"{d.year}年" for d in ordered[:-1])
            return f"{region}的文件有新有旧：{newest.year}年的较新，{older}的较早。"
    return ""
