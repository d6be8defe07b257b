"""An answer in the making: what is said, on which clauses it rests, what the reader must know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answer import (
    Answer,
    Citation,
    NearbyClause,
    Responsibility,
    Status,
    Understanding,
)
from assistant.sentences import opening, pieces, shortened
from corpus import Clause, Span
from corpus import Responsibility as Named

# While an answer is written a marker stands between two noncharacters, so that a [3] in a
# quoted paper or in the question is never mistaken for one of ours.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SHOWN = 48  # characters of a nearby clause without a heading
_FOREIGN_MARKER = re.compile(r"\[(\d+)\]")


@dataclass(slots=True)
class _Cited:
    clause: Clause
    span: Span


@dataclass(slots=True)
class Draft:
    """Collects lines, citations, responsibilities, notes and suggestions in reading order."""

    status: Status = "answered"
    lines: list[str] = field(default_factory=list)
    responsibilities: list[tuple[Named, str, bool]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    nearby: list[Clause] = field(default_factory=list)
    _cited: list[_Cited] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def cite(self, clause: Clause, start: int | None = None, end: int | None = None) -> str:
        """Return the marker for ``clause``; the quote is its own text or ``start:end`` of it.

        Citing a clause again widens its quote so far that it covers both, within one piece of text.
        """
        own = pieces(clause)
        wanted = own[0] if start is None or end is None else Span(start, end)
        piece = next((p for p in own if p.start <= wanted.start and wanted.end <= p.end), wanted)
        number = self._numbers.setdefault((clause.id, piece.start), len(self._cited))
        if number == len(self._cited):
            self._cited.append(_Cited(clause, wanted))
        else:
            cited = self._cited[number]
            cited.span = Span(min(cited.span.start, wanted.start), max(cited.span.end, wanted.end))
        return f"{_OPEN}{number}{_CLOSE}"

    def say(self, line: str) -> None:
        """Add a paragraph or a point."""
        self.lines.append(line)

    def note(self, note: str) -> None:
        """Add what the reader must know, once."""
        if note and note not in self.notes:
            self.notes.append(note)

    def name(self, names: Iterable[Named], marker: str, inherited: bool = False) -> None:
        """Record the departments that the clause behind ``marker`` names."""
        self.responsibilities.extend((each, marker, inherited) for each in names)

    @property
    def cited_clauses(self) -> tuple[Clause, ...]:
        """The clauses cited so far, in the order in which they were first cited."""
        return tuple(cited.clause for cited in self._cited)

    def absorb(self, other: Draft) -> None:
        """Append another draft; what both cite keeps one marker."""
        markers = {
            number: self.cite(cited.clause, *cited.span)
            for number, cited in enumerate(other._cited)
        }

        def moved(text: str) -> str:
            return _MARKER.sub(lambda m: markers[int(m[1])], text)

        self.lines.extend(moved(line) for line in other.lines)
        self.responsibilities.extend((n, moved(m), i) for n, m, i in other.responsibilities)
        for note in other.notes:
            self.note(note)
        self.suggestions.extend(other.suggestions)
        self.nearby.extend(other.nearby)

    def finish(self, question: str, understanding: Understanding) -> Answer:
        """Number the markers as they appear and freeze the answer."""
        text = _FOREIGN_MARKER.sub(r"［\1］", "\n".join(self.lines))
        order = list(dict.fromkeys(int(number) for number in _MARKER.findall(text)))
        markers = {number: place for place, number in enumerate(order, 1)}
        return Answer(
            question=question,
            status=self.status,
            text=_MARKER.sub(lambda m: f"[{markers[int(m[1])]}]", text),
            citations=tuple(self._citation(number, markers[number]) for number in order),
            responsibilities=tuple(
                Responsibility(
                    department=named.department,
                    role=named.role,
                    basis=named.basis,
                    marker=markers[number],
                    inherited=inherited,
                )
                for named, marker, inherited in self.responsibilities
                if (number := int(marker[1:-1])) in markers
            ),
            notes=tuple(self.notes),
            suggestions=tuple(dict.fromkeys(self.suggestions)),
            nearby=tuple(nearby_clause(clause) for clause in self.nearby),
            understanding=understanding,
        )

    def _citation(self, number: int, marker: int) -> Citation:
        clause, (start, end) = self._cited[number].clause, self._cited[number].span
        document = clause.document
        return Citation(
            marker=marker,
            clause_id=clause.id,
            document_id=document.id,
            document_title=document.title,
            path=clause.path,
            label=clause.label,
            quote=document.text[start:end],
            start=start,
            end=end,
        )


def nearby_clause(clause: Clause) -> NearbyClause:
    """A clause as it is named beside a refusal."""
    return NearbyClause(
        clause_id=clause.id,
        document_id=clause.document_id,
        document_title=clause.document.title,
        path=clause.path,
        label=clause.label,
        heading=clause.heading or shortened(opening(clause), _SHOWN),
    )
