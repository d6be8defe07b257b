"""The HTTP API: one file per group of addresses, all below ``/api/v1``."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.web.api import answering, documents, tasks
from assistant.web.feedback import FeedbackStore
from assistant.web.opening import Opening


def api_router(opening: Opening, feedback: FeedbackStore) -> APIRouter:
    """All addresses of the API's first version."""
    router = APIRouter(prefix="/api/v1")
    router.include_router(answering.router(opening, feedback))
    router.include_router(documents.router(opening))
    router.include_router(tasks.router(opening))
    return router
