"""Errors of the assistant: each says what is wrong and what to do next.

AssistantError
├── InvalidState        a conversation's state that is not one of ours
├── MissingExtra        an optional part that is not installed
└── RewordingFailed     a language model that cannot be used or gave nothing
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of every error that the assistant raises on purpose."""


class InvalidState(AssistantError):
    """A conversation's state that cannot be read back."""


class MissingExtra(AssistantError):
    """An optional part was asked for that is not installed."""


class RewordingFailed(AssistantError):
    """A language model that is set up wrongly, cannot be reached or gave no text."""
