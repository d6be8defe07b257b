"""What the reading of a follow-up asks of the papers; the assistant answers it."""

from __future__ import annotations

from typing import Protocol

from corpus import Clause


class Papers(Protocol):
    """What the papers tell of a topic or a question."""

    def names_matter(self, topic: str) -> bool:
        """Whether it has a word of theirs at all."""

    def holds(self, topic: str, clause: Clause) -> bool:
        """Whether a clause has most of its words."""

    def is_at_home(self, question: str) -> bool:
        """Whether a question sounds like those that the papers answer."""

    def is_foreign(self, question: str) -> bool:
        """Whether a question sounds like those of other fields."""

    def share(self, topic: str, clause: Clause) -> float:
        """How much of its words a clause holds, 0 to 1."""
