"""An answer in the making: what is said, on which clauses it rests, what the reader must know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from assistant.answer import (
    Answer,
    Citation,
    NearbyClause,
    Responsibility,
    Status,
    Understanding,
)
from assistant.sentences import opening_words, pieces
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


@dataclass(frozen=True, slots=True)
class Assigned:
    """A department, the clause whose words name it, and where that stands among those cited.

    ``inherited``: it is named by the clause above the one asked about.
    """

    named: Named
    clause: Clause
    cited: int
    inherited: bool = False


@dataclass(slots=True)
class Draft:
    """Collects lines, citations, responsibilities, notes and suggestions in reading order."""

    status: Status = "answered"
    lines: list[str] = field(default_factory=list)
    responsibilities: list[Assigned] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    nearby: list[Clause] = field(default_factory=list)
    _cited: list[_Cited] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def cite(self, clause: Clause, start: int | None = None, end: int | None = None) -> str:
        """Return the marker for ``clause``; the quote is its own text or ``start:end`` of it.

        Citing a clause again widens its quote so far that it covers both, within one piece of text.
        """
        return _marker(self._cite(clause, start, end))

    def say(self, line: str) -> None:
        """Add a paragraph or a point."""
        self.lines.append(line)

    def note(self, note: str) -> None:
        """Add what the reader must know, once."""
        if note and note not in self.notes:
            self.notes.append(note)

    def name(self, clause: Clause, names: Iterable[Named], *, inherited: bool = False) -> str:
        """Record departments that ``clause`` names, and return the marker for it.

        The whole clause is quoted, so that the bracket with the departments is in the quote; a
        line behind its points that names them (责任单位：…) has a marker of its own.
        """
        own = pieces(clause)
        cited = [self._cite(clause)]
        for each in names:
            piece = next((p for p in own if p.start <= each.start < p.end), own[0])
            cited.append(self._cite(clause, *piece))
            self.responsibilities.append(Assigned(each, clause, cited[-1], inherited))
        return "".join(map(_marker, dict.fromkeys(cited)))

    @property
    def cited_clauses(self) -> tuple[Clause, ...]:
        """The clauses cited so far, in the order in which they were first cited."""
        return tuple(cited.clause for cited in self._cited)

    def absorb(self, other: Draft) -> None:
        """Append another draft; what both cite keeps one marker."""
        moved = [self._cite(cited.clause, *cited.span) for cited in other._cited]
        self.lines.extend(
            _MARKER.sub(lambda m: _marker(moved[int(m[1])]), line) for line in other.lines
        )
        self.responsibilities.extend(
            replace(each, cited=moved[each.cited]) for each in other.responsibilities
        )
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
            responsibilities=tuple(dict.fromkeys(self._responsibilities(markers))),
            notes=tuple(self.notes),
            suggestions=tuple(dict.fromkeys(self.suggestions)),
            nearby=tuple(nearby_clause(clause) for clause in self.nearby),
            understanding=understanding,
        )

    def _responsibilities(self, markers: Mapping[int, int]) -> Iterator[Responsibility]:
        """The departments behind the markers that are shown."""
        for each in self.responsibilities:
            if each.cited in markers:
                yield Responsibility(
                    department=each.named.department,
                    role=each.named.role,
                    basis=each.named.basis,
                    marker=markers[each.cited],
                    inherited=each.inherited,
                )

    def _cite(self, clause: Clause, start: int | None = None, end: int | None = None) -> int:
        """The place of the quote among those cited, where it is put if it is not there yet."""
        own = pieces(clause)
        wanted = own[0] if start is None or end is None else Span(start, end)
        piece = next((p for p in own if p.start <= wanted.start and wanted.end <= p.end), wanted)
        number = self._numbers.setdefault((clause.id, piece.start), len(self._cited))
        if number == len(self._cited):
            self._cited.append(_Cited(clause, wanted))
        else:
            cited = self._cited[number]
            cited.span = Span(min(cited.span.start, wanted.start), max(cited.span.end, wanted.end))
        return number

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


def _marker(cited: int) -> str:
    return f"{_OPEN}{cited}{_CLOSE}"


def nearby_clause(clause: Clause) -> NearbyClause:
    """A clause as it is named beside a refusal."""
    return NearbyClause(
        clause_id=clause.id,
        document_id=clause.document_id,
        document_title=clause.document.title,
        path=clause.path,
        label=clause.label,
        heading=opening_words(clause, _SHOWN),
    )
