"""A page in a browser that notes every console error and every request beyond this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from running import Served

WIDE = (1280, 800)
PHONE = (390, 844)
_QUESTION = "#yj-question textarea"


@dataclass
class Visit:
    """One visitor: the browser's page and what went wrong in it."""

    page: Any
    address: str
    faults: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def open(self, query: str = "") -> None:
        """Load the page and wait until a question can be asked."""
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector("#yj-send")
        self.page.wait_for_function("document.body.dataset.tab === 'chat'")

    def ask(self, question: str) -> Any:
        """Ask in the box and return the new answer."""
        self.page.fill(_QUESTION, question)
        return self.answered(lambda: self.page.press(_QUESTION, "Enter"))

    def answered(self, act: Any) -> Any:
        """Do something that asks a question; return the answer to it."""
        answers = self.page.locator("#yj-log .yj-answer")
        before = answers.count()
        act()
        answers.nth(before).wait_for()
        return answers.nth(before)

    def tab(self, name: str) -> None:
        """Go to another tab."""
        self.page.get_by_role("tab", name=name, exact=True).click()

    @property
    def beyond(self) -> list[str]:
        """What was asked of another machine."""
        here = (self.address, "data:", "blob:")
        return [url for url in self.requested if not url.startswith(here)]

    def fits(self) -> bool:
        """Whether nothing has to be scrolled sideways."""
        wide: int = self.page.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
        )
        return wide <= int(self.page.viewport_size["width"])


@contextmanager
def visiting(
    chromium: Any, served: Served, size: tuple[int, int] = WIDE, **context: Any
) -> Iterator[Visit]:
    """A fresh browser profile on the page, set to English to see that none is shown."""
    profile = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="en-US", **context
    )
    visit = Visit(profile.new_page(), served.address)
    visit.page.on("request", lambda request: visit.requested.append(request.url))
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    visit.page.on(
        "console",
        lambda message: visit.faults.append(message.text) if message.type == "error" else None,
    )
    try:
        yield visit
    finally:
        profile.close()
