"""Make the pictures of the README: ``python tests/web/screenshots.py [FOLDER]``.

They are taken from the page as it runs, in Debian's chromium, and go to docs/screenshots.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from browsing import PHONE, WIDE, Visit, visiting
from playwright.sync_api import sync_playwright
from running import Served, serve

from assistant import Assistant
from assistant.web import WebSettings

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
QUESTION = "哪个部门牵头法律援助条例"


def main(folder: Path) -> None:
    """Take every picture anew."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept, sync_playwright() as playwright:
        settings = WebSettings(feedback=Path(kept) / "feedback.sqlite")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        with serve(settings, Assistant.open()) as served:
            _on_a_desk(browser, served, folder)
            _on_a_phone(browser, served, folder)
        browser.close()


def _on_a_desk(browser: Any, served: Served, folder: Path) -> None:
    for scheme, ending in (("light", ""), ("dark", "-dark")):
        with visiting(browser, served, WIDE, color_scheme=scheme, reduced_motion="reduce") as visit:
            visit.open()
            visit.page.locator(".yj-examples button").first.wait_for()
            _take(visit, folder / f"welcome{ending}.png")
            _read_beside(visit)
            _take(visit, folder / f"answer{ending}.png")
    with visiting(browser, served, WIDE, reduced_motion="reduce") as visit:
        visit.open()
        visit.ask("江苏的法律援助标准是多少")
        _take(visit, folder / "refusal.png")
        visit.tab("任务分工表")
        visit.page.get_by_label("关键词").fill("法律援助")
        visit.page.get_by_text("已按条件筛选").wait_for()
        _take(visit, folder / "tasks.png")
        visit.tab("文件")
        visit.page.locator(".yj-card").first.wait_for()
        _take(visit, folder / "documents.png")
        visit.tab("对照")
        visit.page.get_by_label("事项", exact=True).fill("社区矫正信息化")
        visit.page.get_by_role("button", name="对照", exact=True).click()
        visit.page.locator(".yj-side").first.wait_for()
        _take(visit, folder / "comparison.png")
        visit.page.goto(f"{served.address}/documents/jilin-2019#二/（六）/24/（1）")
        _take(visit, folder / "document.png")


def _on_a_phone(browser: Any, served: Served, folder: Path) -> None:
    with visiting(browser, served, PHONE, reduced_motion="reduce") as visit:
        visit.open()
        visit.ask(QUESTION)
        _take(visit, folder / "phone-answer.png")
        visit.page.locator("a.yj-marker").first.click()
        visit.page.locator("#yj-panel mark").first.wait_for()
        _take(visit, folder / "phone-document.png")


def _read_beside(visit: Visit) -> None:
    visit.ask(QUESTION).locator("a.yj-marker").first.click()
    visit.page.locator("#yj-panel mark").first.wait_for()


def _take(visit: Visit, path: Path) -> None:
    visit.page.wait_for_timeout(400)  # the answer comes to rest at the top of the conversation
    visit.page.screenshot(path=path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
