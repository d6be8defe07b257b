"""Composing: one file per kind of answer, and the choice between them."""

from assistant.composing.choosing import compose
from assistant.composing.draft import Draft

__all__ = ["Draft", "compose"]
