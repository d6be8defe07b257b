"""From a source text to a document: normalise, outline, assign, date."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.assignments import Assignment, bears_departments, find_assignments
from corpus.deadlines import find_deadlines, read_deadline
from corpus.errors import EmptyDocument
from corpus.headings import heading_span, label
from corpus.lines import Line, lines_of
from corpus.metadata import Metadata, read_metadata
from corpus.model import ClauseDraft, Deadline, Document, RoleConvention, Span, Status
from corpus.nodes import Node
from corpus.normalising import NormalisedText, normalise
from corpus.outline import Outline, build_outline
from corpus.regions import region_of
from corpus.responsibilities import find_convention, is_bold, resolve
from corpus.sequence import read_markers, table_of_contents
from corpus.source import SourceText
from corpus.tasktables import TaskLine, read_task_tables


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the catalog or the maintainer knows better than the text; None leaves it to the text."""

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    published: dt.date | None = None
    year: int | None = None
    region: str | None = None
    status: Status | None = None
    superseded_by: str | None = None
    aliases: tuple[str, ...] = ()


def build_document(
    source: SourceText | str,
    document_id: str,
    source_name: str = "",
    overrides: Overrides | None = None,
) -> Document:
    """Read a paper: its text, outline, responsibilities, deadlines and metadata.

    Raises `EmptyDocument` when nothing readable is in it, no other error whatever the text.
    """
    if isinstance(source, str):
        source = SourceText(source)
    known = overrides or Overrides()
    normalised = normalise(source.text, document_id)
    if not normalised.text.strip():
        raise EmptyDocument(
            f"{source_name or document_id} 里没有可读的文字；扫描件请先做文字识别（OCR）。"
        )
    reading = _read(source, normalised)
    told = _told(reading.metadata, known)
    title = told.title or _stem(source_name) or document_id
    convention = find_convention(normalised.text)
    bold = tuple(normalised.offsets.to_text(*span) for span in source.bold)
    drafts, bold_found = reading.drafts(told.year, convention, bold)
    front_matter, back_matter = reading.borders()
    issues = reading.outline.issues
    return Document(
        id=document_id,
        title=title,
        issuer=told.issuer,
        number=told.number,
        date=told.date,
        published=told.published,
        year=told.year,
        region=known.region or region_of(title, told.issuer, told.number),
        status=told.status,
        superseded_by=known.superseded_by,
        aliases=known.aliases,
        source_name=source_name,
        text=normalised.text,
        source=source.text,
        front_matter=front_matter,
        back_matter=back_matter,
        evidence=told.evidence | ({"role_convention": convention.span} if convention else {}),
        role_convention=convention,
        bold_lost=convention is not None and convention.kind == "bold" and not bold_found,
        warnings=(*source.warnings, *normalised.warnings, *issues),
        repairs=normalised.warnings,
        numbering_issues=issues,
        offsets=normalised.offsets,
        drafts=drafts,
        pages=source.pages,
    )


def _told(found: Metadata, known: Overrides) -> Metadata:
    """What the text says of the paper; what is known better takes its place, without evidence."""
    return replace(
        found,
        title=known.title or found.title,
        issuer=known.issuer or found.issuer,
        number=known.number or found.number,
        date=known.date or found.date,
        published=known.published or found.published,
        year=known.year or (known.date.year if known.date else found.year),
        status=known.status or found.status,
        evidence={
            name: span for name, span in found.evidence.items() if getattr(known, name) is None
        },
    )


def _read(source: SourceText, normalised: NormalisedText) -> "_Reading":
    """The lines of the text, which of them are head and foot, and the outline between."""
    text = normalised.text
    lines = lines_of(text)
    contents = table_of_contents(lines)
    tables = read_task_tables(text, lines, source.tables, normalised.offsets.to_text)
    markers = read_markers(
        lines, contents | tables.lines, {i: row.marker for i, row in tables.rows.items()}
    )
    first = next((i for i, marker in enumerate(markers) if marker), len(lines))
    metadata = read_metadata(lines, first, contents, source.metadata)
    outline = build_outline(
        lines, markers, range(metadata.head_end, metadata.back_start), bears_departments
    )
    return _Reading(text, lines, metadata, outline, tables.rows)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The outline of a text, about to become clauses."""

    text: str
    lines: Sequence[Line]
    metadata: Metadata
    outline: Outline
    rows: Mapping[int, TaskLine]

    def borders(self) -> tuple[Span, Span]:
        """The front matter, up to the outline, and the back matter behind it."""
        head, back = self.metadata.head_end, self.metadata.back_start
        front_end = self.lines[head - 1].end if head else 0
        back_start = self.lines[back].start if back < len(self.lines) else len(self.text)
        return Span(0, front_end), Span(back_start, len(self.text))

    def drafts(
        self, year: int | None, convention: RoleConvention | None, bold: Sequence[Span]
    ) -> tuple[tuple[ClauseDraft, ...], bool]:
        """The clauses, and whether any department of the paper is set in bold.

        year: the paper's, which a deadline without one means.
        """
        nodes = self.outline.nodes
        places = {id(node): i for i, node in enumerate(nodes)}
        spans = [_spans(node, self.lines) for node in nodes]
        assigned = [self._assigned(node, own) for node, own in zip(nodes, spans, strict=True)]
        marks = bold if convention is not None and convention.kind == "bold" else ()
        named = (d for found in assigned for a in found for d in a.departments)
        bold_found = any(is_bold(d, marks) for d in named) if marks else False
        drafts = (
            ClauseDraft(
                path=node.path,
                kind=node.kind,
                number=node.marker.number if node.marker and node.marker.value else "",
                label=label(node.path),
                start=own[0].start,
                body_start=own[0].start + _number_length(node),
                end=own[0].end,
                tail=tuple(own[1:]),
                heading_span=self._heading(node, own[0], found),
                responsibilities=resolve(found, convention, marks if bold_found else ()),
                deadlines=self._deadlines(node, own, year),
                parent=places[id(node.parent)] if node.parent else None,
            )
            for node, own, found in zip(nodes, spans, assigned, strict=True)
        )
        return tuple(drafts), bold_found

    def _row(self, node: Node) -> TaskLine | None:
        return self.rows.get(node.lines[0])

    def _assigned(self, node: Node, own: Sequence[Span]) -> list[Assignment]:
        row = self._row(node)
        if row is not None:
            return [Assignment(own[0], row.departments)] if row.departments else []
        begin = own[0].start + _number_length(node)  # the number is no part of a name
        words = [Span(begin, own[0].end), *own[1:]]
        return [a for start, end in words for a in find_assignments(self.text[start:end], start)]

    def _heading(self, node: Node, own: Span, found: Sequence[Assignment]) -> Span | None:
        row = self._row(node)
        return row.task if row else heading_span(node, self.lines, own, found, self.text)

    def _deadlines(self, node: Node, own: Sequence[Span], year: int | None) -> tuple[Deadline, ...]:
        row = self._row(node)
        if row is not None:
            words = self.text[slice(*row.deadline)] if row.deadline else ""
            return (read_deadline(words, row.deadline.start, year),) if row.deadline else ()
        return tuple(
            deadline
            for start, end in own
            for deadline in find_deadlines(self.text[start:end], start, year)
        )


def _number_length(node: Node) -> int:
    return node.marker.end if node.marker else 0


def _spans(node: Node, lines: Sequence[Line]) -> list[Span]:
    """The stretches of a clause's own text."""
    if node.cut is not None:
        start = lines[node.lines[0]].start
        return [Span(start + node.cut[0], start + node.cut[1])]
    spans: list[Span] = []
    for i in node.lines:
        line = lines[i]
        if spans and spans[-1].end == line.start:
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(Span(line.start, line.end))
    return spans


def _stem(source_name: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", source_name.rsplit("/", 1)[-1]).strip()
