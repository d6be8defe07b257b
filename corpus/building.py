"""From a source text to a document: normalise, outline, assign, date."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.deadlines import find_deadlines
from corpus.errors import EmptyDocument
from corpus.metadata import Line, Metadata, lines_of, read_metadata
from corpus.model import ClauseDraft, Document, Path, RoleConvention, Span, Status
from corpus.normalising import normalise
from corpus.numbering import Family
from corpus.outline import Node, build_outline, read_markers, table_of_contents
from corpus.regions import region_of
from corpus.responsibilities import (
    Assignment,
    bears_departments,
    find_assignments,
    find_convention,
    is_bold,
    resolve,
)
from corpus.source import SourceText


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
    text, offsets = normalised.text, normalised.offsets
    if not text.strip():
        raise EmptyDocument(
            f"{source_name or document_id} 里没有可读的文字；扫描件请先做文字识别（OCR）。"
        )
    lines = lines_of(text)
    contents = table_of_contents(lines)
    markers = read_markers(lines, contents)
    first = next((i for i, marker in enumerate(markers) if marker), len(lines))
    metadata = read_metadata(lines, first, source.metadata)
    outline = build_outline(
        lines, markers, metadata.head_end, metadata.back_start, bears_departments
    )
    convention = find_convention(text)
    bold = tuple(offsets.to_text(*span) for span in source.bold)
    title = known.title or metadata.title or _title_from(source_name) or document_id
    date = known.date or metadata.date
    year = known.year or _year(date, title, metadata.number)
    drafts, bold_found = _drafts(outline.nodes, lines, text, convention, bold, year)
    front = Span(0, lines[metadata.head_end - 1].end if metadata.head_end else 0)
    back = Span(
        lines[metadata.back_start].start if metadata.back_start < len(lines) else len(text),
        len(text),
    )
    evidence = dict(metadata.evidence)
    if convention:
        evidence["role_convention"] = convention.span
    bold_lost = convention is not None and convention.kind == "bold" and not bold_found
    return Document(
        id=document_id,
        title=title,
        issuer=known.issuer or metadata.issuer,
        number=known.number or metadata.number,
        date=date,
        published=known.published or metadata.published,
        year=year,
        region=known.region or region_of(title, known.issuer or metadata.issuer, metadata.number),
        status=known.status or metadata.status,
        superseded_by=known.superseded_by,
        aliases=known.aliases,
        source_name=source_name,
        text=text,
        source=source.text,
        front_matter=front,
        back_matter=back,
        evidence=evidence,
        role_convention=convention,
        bold_lost=bold_lost,
        warnings=(*source.warnings, *normalised.warnings, *outline.issues),
        offsets=offsets,
        drafts=drafts,
        pages=source.pages,
    )


def _drafts(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    text: str,
    convention: RoleConvention | None,
    bold: Sequence[Span],
    year: int | None,
) -> tuple[tuple[ClauseDraft, ...], bool]:
    """The clauses, and whether any department of the paper is set in bold."""
    spans = [_spans(node, lines) for node in nodes]
    assigned = [
        [a for start, end in own for a in find_assignments(text[start:end], start)] for own in spans
    ]
    marks = bold if convention is not None and convention.kind == "bold" else ()
    bold_found = bool(marks) and any(
        is_bold(d, marks) for found in assigned for a in found for d in a.departments
    )
    places = {id(node): i for i, node in enumerate(nodes)}
    drafts: list[ClauseDraft] = []
    for node, own, found in zip(nodes, spans, assigned, strict=True):
        drafts.append(
            ClauseDraft(
                path=node.path,
                kind=node.kind,
                number=_number(node),
                label=_label(node.path),
                start=own[0].start,
                end=own[0].end,
                tail=tuple(own[1:]),
                heading_span=_heading(node, own[0], found, text),
                responsibilities=resolve(found, convention, marks if bold_found else ()),
                deadlines=tuple(
                    d for start, end in own for d in find_deadlines(text[start:end], start, year)
                ),
                parent=places[id(node.parent)] if node.parent else None,
            )
        )
    return tuple(drafts), bold_found


def _spans(node: Node, lines: Sequence[Line]) -> list[Span]:
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


def _number(node: Node) -> str:
    return node.marker.number if node.marker is not None and node.marker.value else ""


_LONGEST_HEADING = 40
_SENTENCE = re.compile(r"[^。！？；\n]+")
# 第一条 【立法目的】为了…
_BRACKETED_HEADING = re.compile(r"[【［\[]([^】］\]\n]{2,20})[】］\]]")


def _heading(node: Node, own: Span, found: Sequence[Assignment], text: str) -> Span | None:
    """The words that name the clause: its line where that is all, else a short first sentence."""
    line_end = text.find("\n", own.start, own.end)
    line_end = own.end if line_end < 0 else line_end
    start = own.start + (node.marker.end if node.marker else 0)
    while start < line_end and text[start] in " \u3000\t":
        start += 1
    assigned = min((a.span.start for a in found if a.span.end > start), default=line_end)
    if node.marker and node.marker.family is Family.ARTICLE:
        match = _BRACKETED_HEADING.match(text, start, line_end)
        return Span(*match.span(1)) if match else None
    match = _SENTENCE.match(text, start, min(line_end, max(assigned, start)))
    if match is None:
        return None
    end = match.end()
    whole_line = end >= len(text[:line_end].rstrip("。；： "))
    titled = (
        node.kind in {"section", "subsection"}
        and whole_line
        and end - start <= 2 * _LONGEST_HEADING
    )
    plain = end - start <= _LONGEST_HEADING and not re.search(r"[，,]", text[start:end])
    return Span(start, end) if titled or plain else None


def _label(path: Path) -> str:
    """第二部分（六）第24项（1） for ("二", "（六）", "24", "（1）")."""
    return "".join(_part(component, path[:i]) for i, component in enumerate(path))


def _part(component: str, above: Path) -> str:
    number, _, again = component.partition("#")
    suffix = f"〔同号之{again}〕" if again.isdecimal() else ""
    if re.fullmatch(r"[一二三四五六七八九十百零〇]+", number):
        return f"第{number}部分{suffix}"
    if number.isdecimal():
        return f"第{number}项{suffix}"
    if re.fullmatch(r"¶[\d-]+", number):
        return f"第{number[1:]}段"
    if re.fullmatch(r"（[^）]+）", number) and above and above[-1].endswith("条"):
        return f"第{number}项{suffix}"
    return number + suffix


def _year(date: dt.date | None, title: str, number: str | None) -> int | None:
    if date is not None:
        return date.year
    for text in (number or "", title):
        match = re.search(r"(?:19|20)\d\d", text)
        if match:
            return int(match[0])
    return None


def _title_from(source_name: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", source_name.rsplit("/", 1)[-1]).strip()
