"""The small values that documents and clauses are made of.

All offsets count characters of `Document.text`, from 0, end excluded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Path: TypeAlias = tuple[str, ...]
Kind = Literal["head", "section", "subsection", "task", "item", "paragraph"]
Role = Literal["lead", "support"]
Basis = Literal["stated", "bold", "sole", "listed_first"]
Status = Literal["正式", "征求意见稿", "已废止", "已被替代"]
KIND_NAMES: Mapping[Kind, str] = {
    "section": "部分",
    "subsection": "小节",
    "task": "任务",
    "item": "点",
    "paragraph": "段",
}
"""What a clause of a kind is called in Chinese."""


class Span(NamedTuple):
    """A stretch of text, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A department named for a clause; `start`/`end` is the name's place in the document's text.

    basis: "stated" the text says who leads or supports · "bold" bold type says it · "sole" the only
    one named · "listed_first" no word on it, the first-named is taken as lead.
    """

    department: str
    canonical: str
    role: Role
    basis: Basis
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time a clause sets for its work; `standing` for work without an end (长期坚持)."""

    text: str
    start: int
    end: int
    year: int | None
    standing: bool = False


@dataclass(frozen=True, slots=True)
class RoleConvention:
    """The sentence by which a paper says how it marks the lead (黑体字为牵头部门)."""

    kind: Literal["bold", "first"]
    span: Span


@dataclass(frozen=True, slots=True)
class ClauseDraft:
    """A clause before it knows its document; `parent` is a position in the list of drafts.

    body_start: where its words begin, behind the printed number.
    """

    path: Path
    kind: Kind
    number: str
    label: str
    start: int
    body_start: int
    end: int
    tail: tuple[Span, ...] = ()
    heading_span: Span | None = None
    responsibilities: tuple[Responsibility, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    parent: int | None = None
