"""Questions, searches, marks on answers, and conversations written out."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from assistant.web.asking import reply_to
from assistant.web.bodies import (
    AskReply,
    AskRequest,
    ExportRequest,
    FeedbackRequest,
    HitBody,
    QuestionText,
)
from assistant.web.examples import Example, examples
from assistant.web.exporting import export_conversation
from assistant.web.feedback import FeedbackStore
from assistant.web.opening import Opening


def router(opening: Opening, feedback: FeedbackStore) -> APIRouter:
    """Addresses that need the assistant."""
    routes = APIRouter()
    offered = cache(examples)  # the library of a running server does not change

    @routes.post("/ask")
    def ask(request: AskRequest) -> AskReply:
        return reply_to(opening.assistant(), request)

    @routes.get("/search")
    def search(
        q: Annotated[QuestionText, Query()],
        k: Annotated[int, Query(ge=1, le=100)] = 10,
        document: Annotated[list[str] | None, Query(max_length=200)] = None,
    ) -> list[HitBody]:
        hits = opening.assistant().search(q, k=k, documents=document)
        return [
            HitBody(
                clause_id=hit.clause.id,
                document_id=hit.clause.document_id,
                document_title=hit.clause.document.title,
                label=hit.clause.label,
                text=hit.clause.text,
                score=round(hit.score, 4),
            )
            for hit in hits
        ]

    @routes.get("/examples")
    def example_questions() -> tuple[Example, ...]:
        return offered(opening.assistant())

    @routes.post("/feedback", status_code=201)
    def mark(request: FeedbackRequest) -> dict[str, int]:
        version = opening.assistant().library.fingerprint[:16]
        return {"id": feedback.add(request.answer, request.mark, request.words, version)}

    @routes.post("/export")
    def export(
        request: ExportRequest, format: Annotated[Literal["docx", "md"], Query()] = "docx"
    ) -> Response:
        written = export_conversation(request.turns, opening.assistant().library, format)
        return Response(written.content, media_type=written.media_type)

    return routes
