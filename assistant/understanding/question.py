"""What a question means, before any clause is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answer import Ask, Correction, Kind
from assistant.understanding.intents import Intent
from assistant.understanding.papers_asked import Property
from corpus import Role

STEPS: frozenset[Ask] = frozenset({"previous", "next", "above"})
CLAUSE_ASKS: frozenset[Ask] = STEPS | {"wording"}
DOCUMENT_ASKS: frozenset[Ask] = frozenset(
    {
        "number",
        "issuer",
        "date",
        "status",
        "count",
        "catalog",
        "title",
        "newest",
        "addressees",
        "approval",
        "roles",
    }
)
FACT_ASKS: frozenset[Ask] = frozenset({"deadline", "amount", "contact", "name"})
Missing = Literal["place", "year", "paper", "law", "department"]


@dataclass(frozen=True, slots=True)
class Unheld:
    """Something the question names and the library does not hold."""

    what: Missing
    name: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents a question is about; without documents it is about all of them."""

    documents: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    unheld: tuple[Unheld, ...] = ()
    several: bool = False

    @property
    def named(self) -> bool:
        """Whether the question itself narrows the documents."""
        return bool(self.documents)


@dataclass(frozen=True, slots=True)
class ClauseNumber:
    """A clause asked for by its printed numbers, from the outermost to the innermost.

    ``levels`` pairs a family of numbers with the number as an integer, for example
    ``(("section", 3), ("subsection", 1), ("task", 2))``; the family "any" stands for a bare
    number such as 第30条, and a negative number counts from the end: -1 is the last.
    """

    levels: tuple[tuple[str, int], ...]
    written: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as understood; ``topic`` is what is left to be looked up in the clauses.

    Input that is no question to the papers is of kind "none" and has a ``reason``.
    """

    text: str
    plain: str
    kind: Kind
    asks: frozenset[Ask] = frozenset()
    topic: str = ""
    scope: Scope = Scope()
    numbers: tuple[ClauseNumber, ...] = ()
    # How many clauses a step goes on: 往下数第三条.
    steps: int = 1
    departments: tuple[str, ...] = ()
    # Canonical name and name as written of each department in ``plain``.
    written: tuple[tuple[str, str], ...] = ()
    # Canonical name of a department and the role that it is asked to have: 由司法厅牵头吗.
    roles_asked: tuple[tuple[str, Role], ...] = ()
    # 四川定的期限呢: asks for a paper's date, and of a matter spoken of before for its deadline.
    of_a_matter: frozenset[Ask] = frozenset()
    # What papers are asked for by: 尚未正式印发, 有文号.
    paper_property: Property | None = None
    due: int | None = None
    corrections: tuple[Correction, ...] = ()
    wants_measures: bool = False
    # 其中财政局也参加的: behind a list, the part of it where all these departments are named.
    of_list: bool = False
    # 装备那两条拿掉: the topic is what the list is wanted without.
    leaves_out: bool = False
    # 哪几份文件写到了: each paper is looked at, also two of one place.
    of_each_paper: bool = False
    refers_back: bool = False
    # “跨省通办”出现在哪几条: every clause that has the word.
    everywhere: bool = False
    # 说简单点: the same in fewer sentences.
    brief: bool = False
    # What the intent is read from: papers, departments and numbers are masked.
    shape: str = ""
    # What is likely asked by such words, if it is likely enough; it stands behind the rules.
    intent: Intent | None = None
    reason: str = ""

    @property
    def possible_kind(self) -> Kind:
        """The kind, or measures where a fact has nothing that is asked and a list nobody."""
        nothing_asked = self.kind == "fact" and not (self.asks & FACT_ASKS or self.due)
        nobody = self.kind == "duties" and not self.departments
        return "measures" if nothing_asked or nobody else self.kind

    def asks_the_same(self, other: Question) -> bool:
        """Whether both ask for the same thing of the same documents, in whatever words."""
        return _meaning(self) == _meaning(other)


def _meaning(question: Question) -> tuple[object, ...]:
    numbers = tuple(number.levels for number in question.numbers)
    scope, departments = question.scope.documents, question.departments
    return question.kind, question.asks, question.topic, scope, departments, numbers
