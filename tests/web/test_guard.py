"""What the outside can't do: read files, upload, flood, borrow the server from another site."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from running import Served

from assistant import Assistant
from assistant.web import WebSettings, create_application

SECRET = "the canary sings"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file of the server that nobody may read."""
    path = tmp_path / "canary.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


def test_a_path_planted_in_the_chat_history_is_never_served(served: Served, canary: Path) -> None:
    # A mounted Gradio does not check the paths in what clients send: it copies the file into its
    # cache and tells the client where to fetch it.
    planted = {"path": str(canary), "meta": {"_type": "gradio.FileData"}}
    with httpx.Client(base_url=served.address) as client:
        config = client.get("/config").json()
        for event in range(len(config["dependencies"])):
            for payload in (planted, [{"role": "user", "content": planted}], {"file": planted}):
                body = {"data": [payload] * 4, "fn_index": event, "session_hash": "canary"}
                reply = client.post("/gradio_api/run/predict", json=body)
                assert SECRET not in reply.text
                for address in re.findall(r"/gradio_api/file=[^\"\\]+", reply.text):
                    assert SECRET not in client.get(address).text


@pytest.mark.parametrize(
    "address",
    [
        "/gradio_api/file={canary}",
        "/gradio_api/file/{canary}",
        "/file={canary}",
        "//gradio_api/file={canary}",
        "/gradio_api/%66ile={canary}",
        "/gradio_api/proxy=http://127.0.0.1:1/",
        "/static/../../../../../../../..{canary}",
        "/static/%2e%2e/%2e%2e{canary}",
        "/assets/..%2f..%2f{canary}",
        "/page-files/x/..%2f..%2fsettings.py",
        "/gradio_api/info",
        "/gradio_api/openapi.json",
        "/monitoring",
        "/docs",
    ],
)
def test_what_the_page_does_not_use_is_not_there(
    served: Served, canary: Path, address: str
) -> None:
    with httpx.Client(base_url=served.address) as client:
        reply = client.get(address.format(canary=canary))
    assert reply.status_code == 404
    assert SECRET not in reply.text
    assert reply.json().keys() == {"error"}


def test_nothing_can_be_uploaded(served: Served, canary: Path) -> None:
    with canary.open("rb") as file:
        reply = httpx.post(f"{served.address}/gradio_api/upload", files={"files": file})
    assert reply.status_code == 404


def test_no_other_site_may_read_answers(served: Served) -> None:
    origin = {"origin": "https://elsewhere.example", "host": "yiju.example"}
    for address in ("/", "/config", "/api/v1/documents"):
        reply = httpx.get(served.address + address, headers=origin)
        assert "access-control-allow-origin" not in reply.headers


def test_an_allowed_site_may(assistant: Assistant) -> None:
    settings = WebSettings(allowed_origins=("https://portal.example",))
    with TestClient(create_application(settings, lambda: assistant, page=False)) as client:
        reply = client.get("/api/v1/documents", headers={"origin": "https://portal.example"})
    assert reply.headers["access-control-allow-origin"] == "https://portal.example"


def test_the_browser_is_told_to_stay_here(served: Served) -> None:
    headers = httpx.get(served.address).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_first_html_is_chinese_and_names_no_other_site(served: Served) -> None:
    html = httpx.get(served.address).text
    assert '<html lang="zh-CN"' in html.replace("\n\t", " ")
    head = html.partition("<script")[0]
    assert "http" not in head


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_that_is_too_large_is_refused(assistant: Assistant, announced: bool) -> None:
    settings = WebSettings(largest_request=10_000)
    body = b'{"question": "' + b"x" * 20_000 + b'"}'
    with TestClient(create_application(settings, lambda: assistant, page=False)) as client:
        content = body if announced else iter([body[:5_000], body[5_000:]])
        headers = {"content-type": "application/json"}
        reply = client.post("/api/v1/ask", content=content, headers=headers)
    assert reply.status_code == 413
    assert reply.json() == {"error": "请求太大，请缩短内容后再试。"}


@pytest.mark.parametrize("announced", ["9" * 5000, "-1", "much"])
def test_a_size_that_is_none_is_refused(assistant: Assistant, announced: str) -> None:
    application = create_application(WebSettings(), lambda: assistant, page=False)
    with TestClient(application) as client:
        headers = {"content-type": "application/json", "content-length": announced}
        reply = client.post("/api/v1/ask", content=b'{"question": "x"}', headers=headers)
    assert (reply.status_code, list(reply.json())) == (413, ["error"])


@pytest.mark.parametrize(
    ("method", "address", "body"),
    [
        ("POST", "/gradio_api/run/predict", b"{"),
        ("POST", "/gradio_api/run/predict", b'{"data": [], "fn_index": 999}'),
        ("POST", "/gradio_api/run/predict", b'{"data": [], "fn_index": 1, "session_hash": "x"}'),
        ("POST", "/gradio_api/cancel", b'{"data": ["\\ud800"]}'),
        ("GET", "/static/" + "a" * 3000, b""),
        ("PUT", "/", b""),
    ],
)
def test_what_gradio_fails_at_is_a_sentence(
    served: Served, method: str, address: str, body: bytes
) -> None:
    headers = {"content-type": "application/json"}
    reply = httpx.request(method, served.address + address, content=body, headers=headers)
    assert reply.status_code >= 400
    assert list(reply.json()) == ["error"]
    assert reply.json()["error"].endswith("。")


def test_files_that_never_change_are_kept_by_browsers(served: Served) -> None:
    html = httpx.get(served.address).text
    script = re.search(r"\./assets/index-[\w-]+\.js", html)
    own = re.search(r"/page-files/\w+/page\.js", html)
    assert script
    assert own
    for address in (script[0].removeprefix("."), own[0]):
        cached = httpx.get(served.address + address).headers["cache-control"]
        assert "immutable" in cached
