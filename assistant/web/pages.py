"""Addresses that people open: a document, the place of a clause, the page's own files."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from assistant.web.mounting import LatePage
from assistant.web.opening import Opening
from assistant.web.rendering import static_version
from assistant.web.views import Views
from corpus import Clause, Span

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "ico": "image/x-icon",
}
_Offset = Annotated[int | None, Query(ge=0)]


def page_router(opening: Opening, views: Views, page: LatePage | None) -> APIRouter:
    """Addresses outside the API."""
    routes = APIRouter()

    @routes.get("/health")
    def health(response: Response) -> dict[str, object]:
        failure = opening.failure
        if failure is not None:
            response.status_code = 503
        status = "failed" if failure else "ready" if opening.ready else "opening"
        return {"status": status, "page": page is not None and page.ready}

    @routes.get("/documents/{document_id}", response_class=HTMLResponse)
    def document(
        document_id: str, clause: str = "", start: _Offset = None, end: _Offset = None
    ) -> HTMLResponse:
        found = opening.assistant().library.clause(f"{document_id}/{clause}")
        if not found.path and _quote(found, start, end):
            found = found.document.clause_at(start or 0)
        return HTMLResponse(views.document_page(found, _quote(found, start, end)))

    @routes.get("/reading/{document_id}", response_class=HTMLResponse)
    def reading(
        document_id: str, clause: str = "", start: _Offset = None, end: _Offset = None
    ) -> HTMLResponse:
        found = opening.assistant().library.clause(f"{document_id}/{clause}")
        return HTMLResponse(views.place(found, _quote(found, start, end)))

    @routes.get("/page-files/{version}/{name}")
    def page_file(version: str, name: str) -> Response:
        content = _static(name)
        lasting = version == static_version()
        cache = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return Response(
            content, media_type=_TYPES[name.rpartition(".")[2]], headers={"cache-control": cache}
        )

    @routes.get("/favicon.ico")
    def favicon() -> Response:
        return Response(
            _static("favicon.svg"),
            media_type="image/svg+xml",
            headers={"cache-control": "public, max-age=86400"},
        )

    return routes


def _static(name: str) -> bytes:
    for file in files("assistant.web").joinpath("static").iterdir():
        if file.name == name:
            return file.read_bytes()
    raise HTTPException(404)


def _quote(clause: Clause, start: int | None, end: int | None) -> Span | None:
    """The marked quote, if the offsets lie in the document."""
    if start is None or end is None or not start < end <= len(clause.document.text):
        return None
    return Span(start, end)
