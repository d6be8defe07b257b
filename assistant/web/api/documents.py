"""Documents and their clauses."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.web.bodies import ClauseBody, DocumentBody, ResponsibilityBody
from assistant.web.citing import official_citation
from assistant.web.opening import Opening
from corpus import Clause, Document


def router(opening: Opening) -> APIRouter:
    """Addresses that read the library."""
    routes = APIRouter(prefix="/documents")

    @routes.get("")
    def documents() -> list[DocumentBody]:
        return [_document(each) for each in opening.assistant().library.documents()]

    @routes.get("/{document_id}")
    def document(document_id: str) -> DocumentBody:
        return _document(opening.assistant().library.document(document_id))

    @routes.get("/{document_id}/clauses")
    def clauses(document_id: str) -> list[ClauseBody]:
        return [_clause(each) for each in opening.assistant().library.document(document_id).clauses]

    @routes.get("/{document_id}/clauses/{path:path}")
    def clause(document_id: str, path: str) -> ClauseBody:
        return _clause(opening.assistant().library.clause(f"{document_id}/{path}"))

    return routes


def _document(document: Document) -> DocumentBody:
    return DocumentBody(
        id=document.id,
        title=document.title,
        issuer=document.issuer,
        number=document.number,
        date=document.date,
        published=document.published,
        year=document.year,
        region=document.region,
        status=document.status,
        superseded_by=document.superseded_by,
        clauses=len(document.clauses),
    )


def _clause(clause: Clause) -> ClauseBody:
    return ClauseBody(
        id=clause.id,
        document_id=clause.document_id,
        path=clause.path,
        kind=clause.kind,
        label=clause.label,
        citation=official_citation(clause),
        heading=clause.heading,
        text=clause.text,
        start=clause.start,
        end=clause.end,
        responsibilities=tuple(
            ResponsibilityBody(department=named.department, role=named.role, basis=named.basis)
            for named in clause.responsibilities
        ),
        deadlines=tuple(deadline.text for deadline in clause.deadlines),
        parent=clause.parent.id if clause.parent else None,
        children=tuple(child.id for child in clause.children),
        previous=clause.previous.id if clause.previous else None,
        next=clause.next.id if clause.next else None,
    )
