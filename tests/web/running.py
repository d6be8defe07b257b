"""The application on a real port, for tests and for the script that makes the screenshots."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn

from assistant import Assistant
from assistant.web import WebSettings, create_application

_PATIENCE = 180  # seconds for a page to be there, on the slowest machine


@dataclass(frozen=True)
class Served:
    """A running server: its address and the file it keeps marks in."""

    address: str
    feedback: Path


@contextmanager
def serve(settings: WebSettings, assistant: Assistant) -> Iterator[Served]:
    """Run a server for as long as the context lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}{settings.root_path}"
        application = create_application(settings, lambda: assistant)
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        running.start()
        try:
            _wait_for_page(address, running)
            yield Served(address, settings.feedback_file())
        finally:
            server.should_exit = True
            running.join()


def _wait_for_page(address: str, running: threading.Thread) -> None:
    latest = time.monotonic() + _PATIENCE
    while running.is_alive() and time.monotonic() < latest:
        try:
            if httpx.get(f"{address}/health").json()["page"]:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the server stopped, or its page could not be made; see the log")
