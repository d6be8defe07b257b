"""Asking with every promise of an answer checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from invariants import check

from assistant import Answer, Assistant

Ask = Callable[[str], Answer]


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Ask, and check what holds of every answer."""
    return lambda question: check(assistant.ask(question), assistant.library)
