"""The page in a frame on another site, as a portal shows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from running import Served, serve

from assistant import Assistant
from assistant.web import WebSettings, create_application

_NO_STORES = """
for (const store of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, store, { get() { throw new DOMException("", "SecurityError"); } });
}
"""
QUESTION = "哪个部门牵头法律援助条例"


@contextmanager
def portal() -> Iterator[str]:
    """A site of another name whose page shows, in a frame, the address behind its ``?``."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shown = self.path.partition("?")[2]
            html = f'<link rel="icon" href="data:,"><iframe width=1200 height=640 src="{shown}">'
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    with ThreadingHTTPServer(("localhost", 0), Page) as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            running.join()


@pytest.mark.browser
def test_the_page_works_in_a_frame_of_an_allowed_site(
    chromium: Any, assistant: Assistant, tmp_path: Path
) -> None:
    with portal() as site:
        settings = WebSettings(allowed_origins=(site,), feedback=tmp_path / "feedback.sqlite")
        with serve(settings, assistant) as served:
            profile = chromium.new_context(permissions=["clipboard-read"])
            # As where a browser keeps nothing for frames of another site.
            profile.add_init_script(_NO_STORES)
            page = profile.new_page()
            page.goto(f"{site}/?{served.address}/")
            frame = page.frame_locator("iframe")
            frame.locator("#yj-question textarea").fill(QUESTION)
            frame.locator("#yj-question textarea").press("Enter")
            frame.locator("#yj-log .yj-answer a.yj-marker").first.click()
            frame.get_by_role("button", name="复制引用").click()
            frame.get_by_text("已复制", exact=True).wait_for()
            page.bring_to_front()
            assert "第24项（1）" in page.evaluate("navigator.clipboard.readText()")
            page.on("dialog", lambda dialog: dialog.accept())
            frame.get_by_role("button", name="清空对话").click()
            frame.get_by_text("已清空", exact=True).wait_for()
            assert profile.cookies() == []
            profile.close()


@pytest.mark.browser
def test_no_other_site_may_show_it(chromium: Any, served: Served) -> None:
    with portal() as site:
        page = chromium.new_page()
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(f"{site}/?{served.address}/documents/jilin-2019")
        assert page.frame_locator("iframe").get_by_text("吉林").count() == 0
        page.close()


@pytest.mark.parametrize(
    ("allowed", "ancestors"),
    [
        ((), "'self'"),
        (("https://Portal.example:443/",), "'self' https://portal.example"),
        (
            ("http://10.0.0.5:80", "https://政务.example"),
            "'self' http://10.0.0.5 https://xn--zfr164b.example",
        ),
        (("*",), "'self' *"),
    ],
)
def test_frames_are_allowed_to_the_sites_that_may_call_the_api(
    assistant: Assistant, allowed: tuple[str, ...], ancestors: str
) -> None:
    settings = WebSettings(allowed_origins=allowed)
    with TestClient(create_application(settings, lambda: assistant, page=False)) as client:
        headers = client.get("/documents/jilin-2019").headers
    told = headers["content-security-policy"].rpartition("frame-ancestors ")[2]
    assert told == ancestors
    assert "x-frame-options" not in headers


@pytest.mark.parametrize(
    "written",
    [
        "portal.example",
        "https://portal.example/a",
        "https://a.example;b",
        "https://a,b",
        "ftp://a",
        "",
    ],
)
def test_what_names_no_site_is_told(written: str) -> None:
    with pytest.raises(ValidationError, match=r"https://portal\.example 的样子"):
        WebSettings(allowed_origins=(written,))
