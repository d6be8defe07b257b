"""What a conversation remembers, and a question with what it has taken over from there."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Ask, Kind
from assistant.understanding import Question
from corpus import Clause

LAST_CLAUSES = 30


class ConversationState(BaseModel):
    """All that a conversation remembers; a stateless server gets it back from the client.

    ``clauses`` are the ids cited by the last answer in marker order, so that 那条 is the first and
    第二个 the second of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind = "none"
    asks: tuple[Ask, ...] = ()
    topic: str = Field(default="", max_length=1000)
    documents: tuple[str, ...] = Field(default=(), max_length=200)
    regions: tuple[str, ...] = Field(default=(), max_length=50)
    years: tuple[int, ...] = Field(default=(), max_length=50)
    departments: tuple[str, ...] = Field(default=(), max_length=20)
    clauses: tuple[str, ...] = Field(default=(), max_length=LAST_CLAUSES)
    earlier_documents: tuple[str, ...] = Field(default=(), max_length=200)

    @property
    def remembers(self) -> bool:
        """Whether anything was said that a follow-up could refer to."""
        return bool(self.topic or self.clauses or self.departments)


@dataclass(frozen=True, slots=True)
class Carried:
    """A question with what it left unsaid filled in.

    ``focus`` are the clauses that it points back at; ``shown`` those it asks to go beyond (还有吗);
    ``context`` is the topic of before, in whose light a topic of its own is looked up;
    ``within`` are the clauses among which one is asked for, none if it may be any;
    ``own_topic`` is what a clause must also be about where the topic of before was added;
    ``scope_was_kept`` tells that the documents come from what was said before.
    """

    question: Question
    focus: tuple[Clause, ...] = ()
    shown: tuple[str, ...] = ()
    context: str = ""
    own_topic: str = ""
    within: frozenset[str] = frozenset()
    scope_was_kept: bool = False
