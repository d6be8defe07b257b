"""What was understood of a paper, counted, so that a person can hold it against the paper."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.assignments import outer_brackets
from corpus.model import Clause, Document, Kind
from corpus.values import KIND_NAMES

# A bracket with such a word mostly assigns work.
_ASSIGNS = re.compile(r"牵头|负责|配合|责任单位|责任部门|主办|协办")
_MOST = 0.5  # share of leaves with departments above which one without is worth a word
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class CheckReport:
    """counts: clauses of each kind · with_departments: clauses that name some · departments: bodies
    named, spellings of one counted once · bases: leads by the basis of their role · numbering:
    gaps, doubles, slips · repairs: what was mended in the text · unread: brackets that look like an
    assignment and were not read as one · without: labels of work that names no department, where
    most does."""

    document_id: str
    title: str
    counts: Mapping[Kind, int]
    with_departments: int
    departments: int
    bases: Mapping[str, int]
    deadlines: int
    numbering: tuple[str, ...]
    repairs: tuple[str, ...]
    warnings: tuple[str, ...]
    unread: tuple[str, ...]
    without: tuple[str, ...]


def check(document: Document) -> CheckReport:
    """Count what was understood and list what a person should look at."""
    clauses = document.clauses
    named = [r for clause in clauses for r in clause.responsibilities]
    known = {*document.repairs, *document.numbering_issues}
    kinds = Counter(clause.kind for clause in clauses)
    return CheckReport(
        document_id=document.id,
        title=document.title,
        counts={kind: kinds[kind] for kind in KIND_NAMES},
        with_departments=sum(bool(clause.responsibilities) for clause in clauses),
        departments=len({r.canonical for r in named}),
        bases=dict(Counter(r.basis for r in named if r.role == "lead")),
        deadlines=sum(len(clause.deadlines) for clause in clauses),
        numbering=document.numbering_issues,
        repairs=document.repairs,
        warnings=tuple(w for w in document.warnings if w not in known),
        unread=tuple(quote for clause in clauses for quote in _unread(clause)),
        without=_without_departments(document),
    )


def _unread(clause: Clause) -> Iterator[str]:
    text = clause.document.text
    for start, end in clause.spans:
        for opening, closing in outer_brackets(text[start:end]):
            inside = text[start + opening : start + closing]
            read = any(
                start + opening <= r.start < start + closing for r in clause.responsibilities
            )
            if not read and len(inside) <= _LONGEST_QUOTE and _ASSIGNS.search(inside):
                yield f"{clause.label}：{inside}"


def _without_departments(document: Document) -> tuple[str, ...]:
    """Work that names no department, nor lies below work that does, where most does."""
    leaves = [c for c in document.clauses if not c.children and c.kind in {"task", "item"}]
    bare = [c for c in leaves if not c.responsibilities and c.inherited_responsibilities is None]
    if not leaves or len(bare) > _MOST * len(leaves):
        return ()
    return tuple(clause.label for clause in bare)
