"""The FastAPI application: API, lasting pages, and the Gradio page behind a guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from starlette.routing import Mount

from assistant.assistant import Assistant
from assistant.web.api import api_router
from assistant.web.errors import answer_errors
from assistant.web.feedback import FeedbackStore
from assistant.web.guard import RequestGuard
from assistant.web.mounting import LatePage
from assistant.web.opening import Opening
from assistant.web.pages import page_router
from assistant.web.rendering import Renderer
from assistant.web.settings import WebSettings
from assistant.web.views import Views


def create_application(
    settings: WebSettings | None = None,
    open_assistant: Callable[[], Assistant] | None = None,
    *,
    page: bool = True,
) -> FastAPI:
    """The whole server over one library.

    ``open_assistant`` is called once, in a thread, when the server starts; without it the library
    of the settings is opened. ``page=False`` leaves Gradio out: API and documents only.
    """
    settings = settings or WebSettings()
    opening = Opening(
        open_assistant or (lambda: Assistant.open(settings.library)), settings.opening_patience
    )
    views = Views(Renderer(settings.root_path))
    late_page = LatePage(opening, views, settings.root_path) if page else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opening.start()
        if late_page is None:
            yield
            return
        async with late_page.served():
            yield

    # Swagger UI comes from elsewhere on the net, so the interactive pages are off.
    site = FastAPI(title="依据", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json")
    answer_errors(site)
    site.include_router(api_router(opening, FeedbackStore(settings.feedback_file())))
    site.include_router(page_router(opening, views, late_page))
    if late_page is not None:
        site.router.routes.append(Mount("/", app=late_page))

    public = site
    if settings.root_path:
        public = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
        answer_errors(public)
        public.mount(settings.root_path, site)
    public.router.lifespan_context = lifespan
    public.add_middleware(
        CORSMiddleware,
        allow_origins=list(settings.allowed_origins),
        allow_methods=["GET", "POST"],
        allow_headers=["content-type"],
    )
    public.add_middleware(GZipMiddleware, minimum_size=1024)
    public.add_middleware(
        RequestGuard,
        largest_request=settings.largest_request,
        allowed_origins=settings.allowed_origins,
    )
    return public
