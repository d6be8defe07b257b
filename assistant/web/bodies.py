"""What requests may hold, with limits, and what they get back."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticKnownError

from assistant.answer import Answer, Understanding
from assistant.state import MOST_DEPARTMENTS, MOST_DOCUMENTS, MOST_REGIONS, MOST_YEARS
from assistant.thresholds import thresholds
from assistant.web.feedback import Mark

MOST_TURNS = 60


def _no_longer_than_a_question(text: str) -> str:
    longest = thresholds().longest_question
    if len(text) > longest:
        raise PydanticKnownError("string_too_long", {"max_length": longest})
    return text


def _tell_longest(schema: dict[str, Any]) -> None:
    schema["maxLength"] = thresholds().longest_question


# The limit stands in a data file, which is read when it is first needed.
_Short = Annotated[
    str, AfterValidator(_no_longer_than_a_question), Field(json_schema_extra=_tell_longest)
]
QuestionText = Annotated[_Short, Field(min_length=1)]
DocumentId = Annotated[str, Field(max_length=200)]


class _Body(BaseModel):
    # As in an answer, half a character is no text.
    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=0)


class RevisedUnderstanding(Understanding):
    """A reading as the reader put it right; as long as a conversation can remember at most."""

    topic: _Short = ""
    documents: Annotated[tuple[DocumentId, ...], Field(max_length=MOST_DOCUMENTS)] = ()
    regions: Annotated[tuple[DocumentId, ...], Field(max_length=MOST_REGIONS)] = ()
    years: Annotated[tuple[int, ...], Field(max_length=MOST_YEARS)] = ()
    departments: Annotated[tuple[DocumentId, ...], Field(max_length=MOST_DEPARTMENTS)] = ()


class AskRequest(_Body):
    """A question, what was said before it, and how it is to be read.

    ``state`` is what the reply to the question before gave. ``documents``, ``regions`` and
    ``years`` limit a question that names no document of its own. ``understanding`` asks the
    question again as the reader put the reading right: it replaces kind, what is asked, topic,
    scope, departments.
    """

    question: QuestionText
    state: dict[str, Any] | None = None
    documents: Annotated[tuple[DocumentId, ...], Field(max_length=MOST_DOCUMENTS)] = ()
    regions: Annotated[tuple[DocumentId, ...], Field(max_length=MOST_REGIONS)] = ()
    years: Annotated[tuple[int, ...], Field(max_length=MOST_YEARS)] = ()
    understanding: RevisedUnderstanding | None = None


class AskReply(_Body):
    """The answer and the state to send along with the next question."""

    answer: Answer
    state: dict[str, Any]


class Turn(_Body):
    """One question of a conversation with its answer, as the reader's browser keeps it."""

    question: QuestionText
    answer: Answer


class ExportRequest(_Body):
    """A conversation to be written out."""

    turns: Annotated[tuple[Turn, ...], Field(min_length=1, max_length=MOST_TURNS)]


class FeedbackRequest(_Body):
    """A mark on an answer with an optional word."""

    answer: Answer
    mark: Mark
    words: str | None = Field(default=None, max_length=1000)


class DocumentBody(_Body):
    """A document's metadata."""

    id: str
    title: str
    issuer: str | None
    number: str | None
    date: dt.date | None
    published: dt.date | None
    year: int | None
    region: str | None
    status: str
    superseded_by: str | None
    clauses: int


class ResponsibilityBody(_Body):
    """A department that a clause names."""

    department: str
    role: str
    basis: str


class ClauseBody(_Body):
    """A clause in full; ``citation`` is how officials quote it."""

    id: str
    document_id: str
    path: tuple[str, ...]
    kind: str
    label: str
    citation: str
    heading: str
    text: str
    start: int
    end: int
    responsibilities: tuple[ResponsibilityBody, ...]
    deadlines: tuple[str, ...]
    parent: str | None
    children: tuple[str, ...]
    previous: str | None
    next: str | None


class HitBody(_Body):
    """A clause found; ``score`` is the probability, 0 to 1, that it is what was asked for."""

    clause_id: str
    document_id: str
    document_title: str
    label: str
    text: str
    score: float


class TaskBody(_Body):
    """A row of the table of tasks."""

    clause_id: str
    document_id: str
    document_title: str
    label: str
    task: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    basis: str
    deadlines: tuple[str, ...]
    inherited: bool
