"""What stands before the application: sizes, headers, and what of Gradio is reachable at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.errors import failure

# Gradio comes with file serving, uploads, a proxy and a code editor. The page uses none of them,
# so they are refused by listing what it does use. `mount_gradio_app` leaves Gradio's own check of
# file paths off until a launch: a path planted in a message would be copied into its cache and
# served by /gradio_api/file=.
_PAGE_USES = re.compile(
    r"/|/config|/theme\.css|/manifest\.json|/robots\.txt"
    r"|/(?:assets|static)/[\w./-]+"
    r"|/gradio_api/(?:queue/(?:join|data)|run/predict|startup-events|app_id|theme\.css|cancel"
    r"|heartbeat/\w+)"
)
_FAILED = 400  # and every status above
_LENGTH = re.compile(r"[0-9]{1,15}")  # bytes; int() refuses thousands of digits, and takes no ²
_LASTING = re.compile(r".*/(?:assets|static)/")
# Gradio builds its templates from strings, hence 'unsafe-eval'; nothing leaves the machine.
_CONTENT_RULES = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
_BROWSER_RULES = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class PageGuard:
    """Lets only those addresses through to Gradio that the page needs.

    What Gradio refuses or fails at gets one sentence, as all failed requests do.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = _inner_path(scope)
        allowed = ".." not in path and _PAGE_USES.fullmatch(path) is not None
        if scope["type"] == "http" and not allowed:
            await failure(404)(scope, receive, send)
            return
        failed = False

        async def told(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start" and message["status"] >= _FAILED:
                failed = True
                await failure(message["status"])(scope, receive, send)
            elif not failed:
                await send(message)

        await self._app(scope, receive, told)


def _inner_path(scope: Scope) -> str:
    """The path below the one that the application is mounted at."""
    path: str = scope.get("path", "")
    return path.removeprefix(scope.get("root_path", "")) or "/"


class RequestGuard:
    """Refuses bodies that are too large and adds the rules that browsers keep."""

    def __init__(
        self, app: ASGIApp, largest_request: int, allowed_origins: Sequence[str] = ()
    ) -> None:
        """``allowed_origins`` are the other sites that may show the page in a frame."""
        self._app = app
        self._largest = largest_request
        content_rules = " ".join((_CONTENT_RULES, *allowed_origins))
        self._rules = {"content-security-policy": content_rules, **_BROWSER_RULES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received = 0

        async def headed_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message, scope["path"], self._rules)
            await send(message)

        async def counted_send(message: Message) -> None:
            # The application's answer to a body that was cut off is nobody's business.
            if received <= self._largest:
                await headed_send(message)

        async def counted_receive() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            return {"type": "http.disconnect"} if received > self._largest else message

        announced = Headers(scope=scope).get("content-length", "0")
        too_large = not _LENGTH.fullmatch(announced) or int(announced) > self._largest
        if not too_large:
            with suppress(ClientDisconnect):
                await self._app(scope, counted_receive, counted_send)
        if too_large or received > self._largest:
            await failure(413)(scope, receive, headed_send)


def _add_headers(message: Message, path: str, rules: Mapping[str, str]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in rules.items():
        headers.setdefault(name, value)
    if _LASTING.match(path) and message["status"] == 200:
        # The names of these files carry a hash or a version, so they never change.
        headers["cache-control"] = "public, max-age=31536000, immutable"
    else:
        headers.setdefault("cache-control", "no-cache")
