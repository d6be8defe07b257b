"""Yiju: answers about policy papers, with the clause quoted under every statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import (
    Answer,
    Citation,
    Correction,
    Kind,
    NearbyClause,
    Responsibility,
    Status,
    Understanding,
)
from assistant.errors import AssistantError, InvalidState

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.commands.progress import progress_bar
    from assistant.conversation import Conversation

__all__ = [
    "Answer",
    "Assistant",
    "AssistantError",
    "Citation",
    "Conversation",
    "Correction",
    "InvalidState",
    "Kind",
    "NearbyClause",
    "Responsibility",
    "Status",
    "Understanding",
    "progress_bar",
]


def __getattr__(name: str) -> object:
    # The index and its models are loaded when the assistant is first asked for, not at import.
    if name == "Assistant":
        from assistant.assistant import Assistant

        return Assistant
    if name == "Conversation":
        from assistant.conversation import Conversation

        return Conversation
    if name == "progress_bar":
        from assistant.commands.progress import progress_bar

        return progress_bar
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
