"""A real server over the packaged papers, and a real browser before it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from running import Served, serve

from assistant import Assistant
from assistant.web import WebSettings

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def served(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole application with its page, on a free port."""
    feedback = tmp_path_factory.mktemp("served") / "feedback.sqlite"
    with serve(WebSettings(feedback=feedback), assistant) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's chromium; a missing one fails in CI and skips elsewhere."""
    if not CHROMIUM.exists():
        said = f"no chromium at {CHROMIUM}: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()
