"""Gradio's first HTML, made ours: in Chinese, with our files first and nothing about elsewhere."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# <meta property="og:image" content="https://raw.githubusercontent.com/…"> and its like name
# Gradio's own site; a page in a closed network has no use for them.
_ELSEWHERE = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_CHARSET = b'<meta charset="utf-8" />'
_LANGUAGE = re.compile(rb'<html\s+lang="en"')


class FrontPage:
    """Rewrites the HTML document at the root; everything else passes through unread."""

    def __init__(self, app: ASGIApp, head: str) -> None:
        """``head`` is put in front of what Gradio's own head holds."""
        self._app = app
        self._head = head.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or path not in ("", "/"):
            await self._app(scope, receive, send)
            return
        begun: Message | None = None
        body = b""

        async def collect(message: Message) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start":
                begun = message
                return
            body += message.get("body", b"")
            if not message.get("more_body", False) and begun is not None:
                whole = self._rewritten(body)
                headers = MutableHeaders(scope=begun)
                headers["content-length"] = str(len(whole) if scope["method"] != "HEAD" else 0)
                await send(begun)
                await send({"type": "http.response.body", "body": whole})

        await self._app(scope, receive, collect)

    def _rewritten(self, html: bytes) -> bytes:
        html = _ELSEWHERE.sub(b"", html)
        html = _LANGUAGE.sub(b'<html lang="zh-CN"', html, count=1)
        return html.replace(_CHARSET, _CHARSET + self._head, 1)
