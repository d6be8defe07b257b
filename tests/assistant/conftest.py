"""Asking with every promise of an answer checked."""

from __future__ import annotations

import pytest
from invariants import Ask, Say, check

from assistant import Assistant


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Ask, and check what holds of every answer."""
    return lambda question: check(assistant.ask(question), assistant.library)


@pytest.fixture
def say(assistant: Assistant) -> Say:
    """One conversation; every answer is checked."""
    conversation = assistant.conversation()
    return lambda message: check(conversation.ask(message), assistant.library)
