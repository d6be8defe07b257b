"""What the assistant gives back: one frozen model, one JSON form for every way in."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus import Basis, Role

Status = Literal["answered", "partial", "not_found"]
Kind = Literal[
    "responsibility", "duties", "measures", "fact", "clause", "document", "comparison", "none"
]
Ask = Literal[
    "lead", "support", "deadline", "amount", "contact", "wording", "previous", "next", "above",
    "number", "issuer", "date", "status", "count", "catalog", "title", "newest", "addressees",
    "approval", "roles", "name", "yesno", "due",
]  # fmt: skip


class _Frozen(BaseModel):
    # With a least length, be it 0, pydantic reads every text to its end: half a character (\ud800
    # in JSON) is no text, and could be neither stored nor sent back.
    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=0)


class Citation(_Frozen):
    """A marker in the answer's text, the clause behind it and the words it rests on.

    ``library.document(document_id).text[start:end] == quote`` always holds.
    A document's head is cited with the empty path and the document's own id as clause id.
    """

    marker: int = Field(ge=1)
    clause_id: str
    document_id: str
    document_title: str
    path: tuple[str, ...]
    label: str
    quote: str = Field(min_length=1)
    start: int = Field(ge=0, description="offset of the quote in the document's text")
    end: int = Field(description="offset behind the quote's last character")


class Responsibility(_Frozen):
    """One department that the cited clause names, with its role and what the role rests on."""

    department: str = Field(description="as written in the clause")
    role: Role
    basis: Basis
    marker: int = Field(ge=1, description="the citation that shows it")
    inherited: bool = Field(
        default=False, description="named by the clause above, not by the clause asked about"
    )


class Correction(_Frozen):
    """A word of the question that was read as another one."""

    written: str
    read_as: str


class Understanding(_Frozen):
    """How the question was read: what the page shows as chips and lets the reader change."""

    kind: Kind = "none"
    asks: tuple[Ask, ...] = Field(default=(), description="what is asked for: lead, deadline …")
    topic: str = ""
    documents: tuple[str, ...] = Field(default=(), description="ids; empty means all documents")
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


class NearbyClause(_Frozen):
    """A clause near a question that was not answered; marked as not being the answer."""

    clause_id: str
    document_id: str
    document_title: str
    path: tuple[str, ...]
    label: str
    heading: str


class Answer(_Frozen):
    """An answer in Chinese with its grounds.

    Every marker ``[n]`` in ``text`` has exactly one citation and the reverse; citations are in
    marker order. An answer that was not found cites nothing and may name ``nearby`` clauses.
    """

    question: str
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    nearby: tuple[NearbyClause, ...] = ()
    understanding: Understanding = Understanding()
