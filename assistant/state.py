"""What a conversation remembers, and a question with what it has taken over from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Ask, Kind
from assistant.shown import names_in
from assistant.understanding import Question, Scope
from corpus import Clause, Library

LAST_CLAUSES = 120
_EARLIER_ANSWERS = 30
_LONGEST_TOPIC = 1000  # characters
MOST_DOCUMENTS, MOST_REGIONS, MOST_YEARS, MOST_DEPARTMENTS = 200, 50, 50, 20


class ConversationState(BaseModel):
    """All that a conversation remembers; a stateless server gets it back from the client.

    ``clauses`` are the ids cited by the last answer in marker order, so that 那条 is the first and
    第二个 the second of them; ``listed`` those of the last answer with several of them, as long as
    what is shown is one of these; ``earlier`` the first clause of each answer before the last, the
    oldest first. ``earlier_documents`` and ``earlier_departments`` are those before the last ones.
    ``list_departments`` are those whose list was shown, and not those that narrowed it, as long as
    what is shown is theirs.
    """

    # As in an answer, half a character is no text.
    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=0)

    kind: Kind = "none"
    asks: tuple[Ask, ...] = ()
    topic: str = Field(default="", max_length=_LONGEST_TOPIC)
    documents: tuple[str, ...] = Field(default=(), max_length=MOST_DOCUMENTS)
    regions: tuple[str, ...] = Field(default=(), max_length=MOST_REGIONS)
    years: tuple[int, ...] = Field(default=(), max_length=MOST_YEARS)
    departments: tuple[str, ...] = Field(default=(), max_length=MOST_DEPARTMENTS)
    clauses: tuple[str, ...] = Field(default=(), max_length=LAST_CLAUSES)
    listed: tuple[str, ...] = Field(default=(), max_length=LAST_CLAUSES)
    earlier: tuple[str, ...] = Field(default=(), max_length=_EARLIER_ANSWERS)
    earlier_documents: tuple[str, ...] = Field(default=(), max_length=MOST_DOCUMENTS)
    earlier_departments: tuple[str, ...] = Field(default=(), max_length=MOST_DEPARTMENTS)
    list_departments: tuple[str, ...] = Field(default=(), max_length=MOST_DEPARTMENTS)

    def after(self, question: Question, cited: Iterable[Clause]) -> ConversationState:
        """What to remember once a question was answered from ``cited``, cut to what fits."""
        scope, cited = question.scope, tuple(cited)
        clauses = tuple(dict.fromkeys(clause.id for clause in cited)) or self.clauses
        turned = bool(self.documents) and self.documents != scope.documents
        departments = question.departments[:MOST_DEPARTMENTS]
        to_others = bool(self.departments) and self.departments != departments
        return ConversationState(
            kind=question.kind,
            asks=tuple(sorted(question.asks)),
            topic=question.topic[:_LONGEST_TOPIC],
            documents=scope.documents[:MOST_DOCUMENTS],
            regions=scope.regions[:MOST_REGIONS],
            years=scope.years[:MOST_YEARS],
            departments=departments,
            clauses=clauses[:LAST_CLAUSES],
            listed=(clauses if len(clauses) > 1 else self._still_listed(clauses))[:LAST_CLAUSES],
            earlier=self._earlier(),
            earlier_documents=self.documents if turned else self.earlier_documents,
            earlier_departments=self.departments if to_others else self.earlier_departments,
            list_departments=self._whose_list(question, cited),
        )

    def at_the_list(self) -> ConversationState:
        """The state as it was when the list was shown, of which some was asked since."""
        if not self.list_departments:
            return self
        at_list = self.model_copy(update={"departments": self.list_departments})
        if self.kind == "duties":
            return at_list
        of_list = {
            "kind": "duties",
            "asks": (),
            "topic": "",
            "clauses": self.listed or self.clauses,
        }
        return at_list.model_copy(update=of_list)

    @property
    def scope(self) -> Scope:
        """The papers spoken of last."""
        return Scope(self.documents, self.regions, self.years)

    def _whose_list(self, question: Question, cited: tuple[Clause, ...]) -> tuple[str, ...]:
        narrowed = question.of_list and self.list_departments  # 带财政厅的, 扣掉监狱局牵头的
        if question.kind == "duties" and question.departments and not narrowed:
            return question.departments[:MOST_DEPARTMENTS]
        of_theirs = cited and names_in(cited[0]) & {*self.list_departments}
        return self.list_departments if of_theirs else ()

    def _earlier(self) -> tuple[str, ...]:
        """With the last answer's first clause at the end; the very first one stays."""
        first, others = self.earlier[:1], self.earlier[1:]
        shown = tuple(each for each in self.clauses[:1] if each not in first)
        kept = (*(each for each in others if each not in shown), *shown)
        return (*first, *kept[-(_EARLIER_ANSWERS - 1) :])

    def _still_listed(self, clauses: tuple[str, ...]) -> tuple[str, ...]:
        return self.listed if set(clauses) <= set(self.listed) else ()

    def held_by(self, library: Library) -> ConversationState:
        """The state without documents that the library does not hold, or holds no longer."""
        held = {document.id for document in library.documents()}
        return self.model_copy(
            update={
                "documents": tuple(each for each in self.documents if each in held),
                "earlier_documents": tuple(e for e in self.earlier_documents if e in held),
            }
        )

    @property
    def remembers(self) -> bool:
        """Whether anything was said that a follow-up could refer to."""
        return bool(self.topic or self.clauses or self.departments)


@dataclass(frozen=True, slots=True)
class Carried:
    """A question with what it left unsaid filled in.

    ``focus`` are the clauses that it points back at; ``shown`` those it asks to go beyond (还有吗);
    ``context`` is the topic of before, in whose light a topic of its own is looked up;
    ``last`` is the clause that was shown first: those around it, and those of other papers that
    say the same, are meant more often;
    ``within`` are the clauses among which one is asked for, none if it may be any;
    ``own_topic`` is what a clause must also be about where the topic of before was added;
    ``scope_was_kept`` tells that the documents come from what was said before; ``leans`` that it
    sounds like what the papers answer, so that less certainty will do; ``of_each`` that something
    is asked of every clause in focus.
    """

    question: Question
    focus: tuple[Clause, ...] = ()
    shown: tuple[str, ...] = ()
    context: str = ""
    own_topic: str = ""
    last: Clause | None = None
    within: frozenset[str] = frozenset()
    scope_was_kept: bool = False
    leans: bool = False
    of_each: bool = False
