"""The server while its index is being opened, and when it can't be."""

from __future__ import annotations

import threading
import time

from fastapi.testclient import TestClient

from assistant import Assistant, AssistantError
from assistant.web import WebSettings, create_application


def test_a_question_waits_for_the_index_and_then_says_so(assistant: Assistant) -> None:
    opened = threading.Event()

    def slowly() -> Assistant:
        opened.wait()
        return assistant

    settings = WebSettings(opening_patience=0)
    with TestClient(create_application(settings, slowly, page=False)) as client:
        assert client.get("/health").json() == {"status": "opening", "page": False}
        reply = client.post("/api/v1/ask", json={"question": "法律援助由谁负责"})
        assert (reply.status_code, reply.json()["error"]) == (
            503,
            "索引还在建立，请过一会儿再试。",
        )
        opened.set()


def test_the_page_waits_for_the_index_however_long_it_takes(assistant: Assistant) -> None:
    import gradio  # noqa: F401 - so that the index is all that the page waits for

    def slowly() -> Assistant:
        time.sleep(1)
        return assistant

    settings = WebSettings(opening_patience=0)
    with TestClient(create_application(settings, slowly)) as client:
        latest = time.monotonic() + 60
        while not client.get("/health").json()["page"] and time.monotonic() < latest:
            time.sleep(0.1)
        assert client.get("/health").json() == {"status": "ready", "page": True}
        assert client.get("/").status_code == 200


def test_a_server_stops_while_the_index_is_still_being_opened(assistant: Assistant) -> None:
    opened = threading.Event()

    def slowly() -> Assistant:
        opened.wait()
        return assistant

    with TestClient(create_application(WebSettings(), slowly)) as client:
        assert client.get("/health").json()["status"] == "opening"
    opened.set()


def test_a_library_that_cannot_be_opened_is_reported() -> None:
    def broken() -> Assistant:
        raise AssistantError("文件库打不开。")

    with TestClient(create_application(WebSettings(), broken, page=False)) as client:
        reply = client.get("/api/v1/documents")
        assert (reply.status_code, reply.json()) == (400, {"error": "文件库打不开。"})
        assert client.get("/health").json()["status"] == "failed"
