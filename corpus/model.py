"""Documents and clauses: what the other rooms work with."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from corpus.errors import UnknownClause
from corpus.values import (
    Basis,
    ClauseDraft,
    Deadline,
    Kind,
    Path,
    Responsibility,
    Role,
    RoleConvention,
    Span,
    Status,
)

if TYPE_CHECKING:
    from corpus.offsets import OffsetMap

__all__ = [
    "Basis",
    "Clause",
    "ClauseDraft",
    "Deadline",
    "Document",
    "Kind",
    "Path",
    "Responsibility",
    "Role",
    "RoleConvention",
    "Span",
    "Status",
]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clause:
    """A node of the numbered outline: the unit that is indexed, cited and shown."""

    document: Document
    order: int  # place in document.clauses; the head has -1
    path: Path
    kind: Kind
    number: str
    label: str
    start: int
    body_start: int  # behind the printed number
    end: int
    tail: tuple[Span, ...]
    heading_span: Span | None
    responsibilities: tuple[Responsibility, ...]
    deadlines: tuple[Deadline, ...]
    parent: Clause | None

    @property
    def id(self) -> str:
        """``jilin-2019/二/（六）/24/（1）``; the head has the document's id."""
        return "/".join((self.document.id, *self.path))

    @property
    def document_id(self) -> str:
        return self.document.id

    @property
    def spans(self) -> tuple[Span, ...]:
        """All pieces of its own text, in order."""
        return (Span(self.start, self.end), *self.tail)

    @property
    def text(self) -> str:
        """Its own text, number and line ends included, without the text of its sub-clauses."""
        return "".join(self.document.text[start:end] for start, end in self.spans)

    @property
    def words(self) -> str:
        """Its own text without its number and without blanks at either end."""
        body = self.document.text[self.body_start : self.end]
        return "".join((body, *(self.document.text[start:end] for start, end in self.tail))).strip()

    @property
    def heading(self) -> str:
        if self.heading_span is None:
            return ""
        return self.document.text[self.heading_span.start : self.heading_span.end]

    @property
    def children(self) -> tuple[Clause, ...]:
        return self.document.children(self)

    @property
    def ancestors(self) -> tuple[Clause, ...]:
        """From the outermost down to the parent."""
        found: list[Clause] = []
        clause = self.parent
        while clause is not None:
            found.append(clause)
            clause = clause.parent
        return tuple(reversed(found))

    @property
    def previous(self) -> Clause | None:
        """The clause of the same rank before it, across the borders of its parent: 20 before 21."""
        return self.document.neighbour(self, -1)

    @property
    def next(self) -> Clause | None:
        """The clause of the same rank after it, across the borders of its parent."""
        return self.document.neighbour(self, +1)

    @property
    def inherited_responsibilities(self) -> tuple[Clause, tuple[Responsibility, ...]] | None:
        """The nearest ancestor that names departments, and those; None when none does."""
        for ancestor in reversed(self.ancestors):
            if ancestor.responsibilities:
                return ancestor, ancestor.responsibilities
        return None

    @property
    def page(self) -> int | None:
        return self.document.page(self.start)

    def __repr__(self) -> str:
        return f"<Clause {self.id} {self.start}-{self.end}>"


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """One policy paper, read and understood. Built by `corpus.build_document`."""

    id: str
    title: str
    issuer: str | None
    number: str | None
    date: dt.date | None
    published: dt.date | None
    year: int | None
    region: str | None
    status: Status
    superseded_by: str | None
    aliases: tuple[str, ...]
    source_name: str
    text: str
    source: str
    front_matter: Span
    back_matter: Span
    evidence: Mapping[str, Span]
    role_convention: RoleConvention | None
    bold_lost: bool
    warnings: tuple[str, ...]
    repairs: tuple[str, ...]
    numbering_issues: tuple[str, ...]
    offsets: OffsetMap
    drafts: Sequence[ClauseDraft] = field(repr=False)
    pages: tuple[tuple[int, int], ...] = ()

    @cached_property
    def head(self) -> Clause:
        """Title, number, addressees, date: what stands before the outline."""
        start, end = self.front_matter
        title = self.evidence.get("title")
        return Clause(self, -1, (), "head", "", "文首", start, start, end, (), title, (), (), None)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause in reading order; the head is not among them."""
        made: list[Clause] = []
        for order, draft in enumerate(self.drafts):
            known = {name: getattr(draft, name) for name in _SHARED}
            parent = None if draft.parent is None else made[draft.parent]
            made.append(Clause(document=self, order=order, parent=parent, **known))
        return tuple(made)

    def clause(self, path: Sequence[str]) -> Clause:
        """The clause at `path`, half- and full-width forms alike; ``()`` gives the head.

        Raises `UnknownClause`.
        """
        if not path:
            return self.head
        found = self._by_path.get(tuple(component.translate(FOLD) for component in path))
        if found is None:
            raise UnknownClause(
                f"《{self.title}》（{self.id}）里没有 {'/'.join(path)} 这一条；"
                f"用 yiju show {self.id} 可以看到全部条款。"
            )
        return found

    def clause_at(self, offset: int) -> Clause:
        """The clause whose own text holds the character at `offset`; the head for front and back
        matter. Raises `IndexError` beyond the text."""
        if not 0 <= offset < max(len(self.text), 1):
            raise IndexError(f"offset {offset} is outside the text of {self.id}")
        starts, owners = self._pieces
        return owners[bisect_right(starts, offset) - 1]

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        return self._children.get(clause.order, ())

    @property
    def top_clauses(self) -> tuple[Clause, ...]:
        """The clauses without a parent."""
        return self._children.get(-1, ())

    def neighbour(self, clause: Clause, step: Literal[-1, 1]) -> Clause | None:
        rank = self._ranks.get((clause.kind, len(clause.path)), ())
        position = bisect_right(rank, clause.order) - 1 + step
        if clause.order < 0 or not 0 <= position < len(rank):
            return None
        return self.clauses[rank[position]]

    def source_span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` stand in `source`."""
        return self.offsets.to_source(start, end)

    def page(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands, if the format has pages."""
        if not self.pages:
            return None
        place = self.source_span(offset, offset + 1).start
        position = bisect_right(self.pages, (place, 1 << 60)) - 1
        return self.pages[max(position, 0)][1]

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever anything does that an index or an answer could rest on."""
        known = (
            self.id, self.title, self.issuer, self.number, self.date, self.published, self.year,
            self.region, self.status, self.superseded_by, self.aliases, self.text,
            tuple(self.drafts),
        )  # fmt: skip
        return hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        return f"<Document {self.id} 《{self.title}》 {len(self.drafts)} clauses>"

    @cached_property
    def _by_path(self) -> dict[Path, Clause]:
        return {tuple(part.translate(FOLD) for part in c.path): c for c in self.clauses}

    @cached_property
    def _children(self) -> dict[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(-1 if clause.parent is None else clause.parent.order, []).append(
                clause
            )
        return {order: tuple(children) for order, children in found.items()}

    @cached_property
    def _ranks(self) -> dict[tuple[Kind, int], tuple[int, ...]]:
        found: dict[tuple[Kind, int], list[int]] = {}
        for clause in self.clauses:
            found.setdefault((clause.kind, len(clause.path)), []).append(clause.order)
        return {rank: tuple(orders) for rank, orders in found.items()}

    @cached_property
    def _pieces(self) -> tuple[list[int], list[Clause]]:
        pieces = sorted(self._all_pieces(), key=lambda piece: piece[0])
        return [start for start, _ in pieces], [owner for _, owner in pieces]

    def _all_pieces(self) -> Iterator[tuple[int, Clause]]:
        for clause in (self.head, *self.clauses):
            yield from ((start, clause) for start, end in clause.spans if end > start)
        if self.back_matter.end > self.back_matter.start:
            yield self.back_matter.start, self.head


# （１） and (1) are one number to whoever asks for it.
FOLD = str.maketrans("()０１２３４５６７８９", "（）0123456789")
_SHARED = tuple(f.name for f in fields(ClauseDraft) if f.name != "parent")
