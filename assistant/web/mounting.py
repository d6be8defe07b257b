"""Gradio's page, imported in a thread: the API answers while the page is still on its way."""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from assistant.web.front import FrontPage
from assistant.web.guard import PageGuard
from assistant.web.opening import Opening
from assistant.web.views import Views

if TYPE_CHECKING:
    from gradio import Blocks

_log = logging.getLogger(__name__)


class LatePage:
    """An application that says it is starting until Gradio is there, and then is Gradio."""

    def __init__(self, opening: Opening, views: Views, root_path: str) -> None:
        self._opening = opening
        self._views = views
        self._root_path = root_path
        self._guarded: PageGuard | None = None

    @property
    def ready(self) -> bool:
        """Whether the page itself is served."""
        return self._guarded is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._guarded is not None:
            await self._guarded(scope, receive, send)
            return
        waiting = HTMLResponse(self._views.waiting(), 503, headers={"retry-after": "1"})
        await waiting(scope, receive, send)

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        """Make the page in the background for as long as the server runs."""
        async with AsyncExitStack() as stack:
            making = asyncio.create_task(self._make(stack))
            yield
            making.cancel()

    async def _make(self, stack: AsyncExitStack) -> None:
        try:
            await asyncio.to_thread(asyncio.run, _import_gradio())
            assistant = await self._opening.finished()
            mounted = await asyncio.to_thread(asyncio.run, self._mount())
            await stack.enter_async_context(mounted.router.lifespan_context(mounted))
            head = self._views.renderer.render("head.html")
            self._guarded = PageGuard(FrontPage(mounted, head))
            # What is read at the first question is read before anyone waits for it.
            await asyncio.to_thread(assistant.ask, "法律援助由哪个部门牵头")
        except Exception:
            # The API goes on without the page; whoever runs the server has to see why.
            _log.exception("the page could not be made")

    async def _mount(self) -> FastAPI:
        """Build the page; never awaits, and is a coroutine for the same reason as the import."""
        import gradio

        from assistant.web.page import make_page
        from assistant.web.page.theme import theme

        blocks = make_page(self._opening, self._views)
        parent = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
        # With a CORS middleware of the parent's own, Gradio does not reflect any origin.
        parent.add_middleware(CORSMiddleware, allow_origins=[])
        _check_file_paths(blocks)
        gradio.mount_gradio_app(
            parent,
            blocks,
            path="/",
            footer_links=[],
            run_history=False,
            show_error=False,
            max_file_size=1,
            blocked_paths=["/"],
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            enable_monitoring=False,
            theme=theme(),
        )
        return parent


async def _import_gradio() -> None:
    """Seconds of work that never awaits, done while the assistant is still being opened.

    It is a coroutine because Gradio opens an event loop for each of its locks, and never closes
    it, where none is running.
    """
    _stay_on_this_machine()
    with _without_rewriting_stubs():
        import gradio  # noqa: F401


def _stay_on_this_machine() -> None:
    """Set before Gradio is imported, because it reads these once."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_OFFLINE", "1")


@contextmanager
def _without_rewriting_stubs() -> Iterator[None]:
    """Halve the time that importing Gradio takes.

    At every import it parses its components' sources and writes type stubs beside them, except for
    classes that come from no file; while this lasts, its own are such classes.
    """
    file_of = inspect.getfile

    def file_of_others(thing: Any) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError("no stub wanted")
        return file_of(thing)

    inspect.getfile = file_of_others  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = file_of


def _check_file_paths(blocks: Blocks) -> None:
    """Gradio checks the paths in what clients send only after a launch, and mounting is none."""
    blocks.has_launched = True
