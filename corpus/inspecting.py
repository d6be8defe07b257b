"""What was understood of a document, counted, for the maintainer to hold against the paper."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.building import build_document
from corpus.model import Basis, Document, Kind
from corpus.readers import printable, read_file


@dataclass(frozen=True, slots=True)
class Inspection:
    """counts: clauses of each level · with_departments: clauses that name any · bases: how many
    roles rest on what · with_deadlines: clauses that set one · characters: of the readable text ·
    issues: gaps and doubles in the numbering, repaired spots, unread parts, one sentence each."""

    counts: Mapping[Kind, int]
    with_departments: int
    bases: Mapping[Basis, int]
    with_deadlines: int
    characters: int
    issues: tuple[str, ...]


def inspect(document: Document) -> Inspection:
    """Count what was understood of a document."""
    clauses = document.clauses
    issues = list(document.warnings)
    if document.bold_lost:
        issues.append("原文以黑体标明牵头部门，但文件里没有黑体；牵头部门按列首位推定。")
    if not clauses:
        issues.append("没有读出任何条款；请检查文件是否完整。")
    return Inspection(
        counts=Counter(clause.kind for clause in clauses),
        with_departments=sum(bool(clause.responsibilities) for clause in clauses),
        bases=Counter(r.basis for clause in clauses for r in clause.responsibilities),
        with_deadlines=sum(bool(clause.deadlines) for clause in clauses),
        characters=len(document.text),
        issues=tuple(issues),
    )


def read_document(path: Path) -> Document:
    """Read a file as it would be added, without adding it. Raises `UnreadableFile`."""
    return build_document(read_file(path), "new", printable(path.name))
