"""axe-core over every view, light and dark, and what it cannot see: the language, the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PHONE, WIDE, Visit, visiting
from running import Served

pytestmark = pytest.mark.browser


def _with_document(visit: Visit) -> None:
    visit.ask("哪个部门牵头法律援助条例").locator("a.yj-marker").first.click()
    visit.page.locator("#yj-panel mark").first.wait_for()


def _opened(visit: Visit, name: str, selector: str) -> None:
    visit.tab(name)
    visit.page.locator(selector).first.wait_for()


VIEWS: dict[str, Callable[[Visit], object]] = {
    "welcome": lambda visit: None,
    "answer": _with_document,
    "refusal": lambda visit: visit.ask("江苏的法律援助标准是多少"),
    "tasks": lambda visit: _opened(visit, "任务分工表", "#yj-task-table tbody tr"),
    "documents": lambda visit: _opened(visit, "文件", ".yj-card"),
    "comparison": lambda visit: _opened(visit, "对照", "#yj-comparison .yj-empty"),
    "about": lambda visit: _opened(visit, "关于", ".yj-about"),
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_serious_fault(
    chromium: Any, served: Served, view: str, size: tuple[int, int], dark: bool
) -> None:
    with visiting(
        chromium,
        served,
        size,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    ) as visit:
        visit.open()
        VIEWS[view](visit)
        found = Axe().run(visit.page).response["violations"]
        serious = [
            f"{fault['id']}: {node['target']} {node['failureSummary']}"
            for fault in found
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]
        assert serious == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_english_is_left_over(chromium: Any, served: Served, view: str) -> None:
    with visiting(chromium, served) as visit:
        visit.open()
        VIEWS[view](visit)
        shown = visit.page.evaluate(
            """() => [document.body.innerText, ...[...document.querySelectorAll(
                "[aria-label], [title], [placeholder]")].filter(e => e.checkVisibility()).flatMap(
                e => [e.ariaLabel, e.title, e.placeholder])].filter(Boolean).join("\\n")"""
        )
        known = {"Word", "Markdown", "CSV", "Excel", "yiju", "eval"}
        known |= {"APP", "GPS"}  # the papers' own words
        assert set(re.findall(r"[A-Za-z]{3,}", shown)) <= known


def test_a_question_is_asked_and_its_source_opened_by_keyboard(
    chromium: Any, served: Served
) -> None:
    with visiting(chromium, served) as visit:
        visit.open()
        visit.page.locator("#yj-question textarea").focus()
        visit.page.keyboard.type("哪个部门牵头法律援助条例")
        visit.answered(lambda: visit.page.keyboard.press("Enter"))
        marker = visit.page.locator("a.yj-marker").first
        for _ in range(60):
            visit.page.keyboard.press("Shift+Tab")
            if marker.evaluate("element => element === document.activeElement"):
                break
        outline = marker.evaluate("element => getComputedStyle(element).outlineStyle")
        assert outline == "solid"
        visit.page.keyboard.press("Enter")
        visit.page.locator("#yj-panel mark").first.wait_for()
