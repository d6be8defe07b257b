"""What a question names of papers, while its scope is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.understanding.question import Unheld


@dataclass(slots=True)
class Found:
    """Sets of documents that each name allows, regions, years, and what is not held."""

    documents: list[set[str]] = field(default_factory=list)
    # Each region named, and where its name ends in the question.
    named: list[tuple[str, int]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    unheld: list[Unheld] = field(default_factory=list)
    # Papers named together with their place: 司法部意见.
    placed: set[str] = field(default_factory=set)

    @property
    def only_placed(self) -> bool:
        """司法部意见里, and no other paper: no year or kind of paper is left to narrow."""
        return bool(self.placed) and not self.documents

    @property
    def regions(self) -> list[str]:
        """The regions in the order of their names in the question."""
        return [region for region, _ in self.named]
