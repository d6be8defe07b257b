"""Errors of the assistant: each says what is wrong and what to do next.

AssistantError
├── DataFileError       a file under assistant/data that breaks its own rules
├── InvalidState        a conversation's state that is not one of ours
├── NothingChosen       conditions that no document fits
├── RewordingFailed     a language model that cannot be used or gave nothing
└── StillOpening        an index that is not ready yet
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of every error that the assistant raises on purpose."""


class DataFileError(AssistantError):
    """A file under ``assistant/data`` that is not of its form."""


class InvalidState(AssistantError):
    """A conversation's state that cannot be read back."""


class NothingChosen(AssistantError):
    """No document fits all the conditions that a reader has chosen."""


class RewordingFailed(AssistantError):
    """A language model that is set up wrongly, cannot be reached or gave no text."""


class StillOpening(AssistantError):
    """The index is not ready yet; the request may be sent again a little later."""
