"""Asking with every promise of an answer checked."""

from __future__ import annotations

import pytest
from invariants import Ask, check

from assistant import Assistant


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Ask, and check what holds of every answer."""
    return lambda question: check(assistant.ask(question), assistant.library)
