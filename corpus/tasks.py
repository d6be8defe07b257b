"""The table of tasks: who does what by when, as officials make it by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.departments import canonical_department
from corpus.model import Basis, Clause, Deadline, Document


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A clause as a row of the table. `inherited`: the departments are those of the clause above.

    lead and support as written; basis of the roles, "" where no department is named.
    """

    document_id: str
    document_title: str
    clause: Clause
    label: str
    task: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    basis: Basis | str
    deadlines: tuple[Deadline, ...]
    inherited: bool


def task_rows(
    documents: Iterable[Document], department: str | None = None, words: str | None = None
) -> tuple[TaskRow, ...]:
    """One row for each clause that names departments or sets a deadline, and for each task or item
    without sub-clauses.

    department: only rows that name it, in any spelling · words: only rows whose clause or headings
    hold every one of these words (parted by blanks).
    """
    wanted = canonical_department(department) if department else None
    return tuple(
        row
        for document in documents
        for clause in document.clauses
        for row in _row(clause)
        if _names(row, wanted) and _holds(clause, words)
    )


def _row(clause: Clause) -> Iterator[TaskRow]:
    own = clause.responsibilities
    inherited = clause.inherited_responsibilities if not own else None
    work = clause.kind in {"task", "item"} and not clause.children
    if not (own or work or clause.deadlines):
        return
    shown = own or (inherited[1] if inherited else ())
    yield TaskRow(
        document_id=clause.document_id,
        document_title=clause.document.title,
        clause=clause,
        label=clause.label,
        task=clause.heading or _first_sentence(clause),
        lead=tuple(dict.fromkeys(r.department for r in shown if r.role == "lead")),
        support=tuple(dict.fromkeys(r.department for r in shown if r.role == "support")),
        basis=shown[0].basis if shown else "",
        deadlines=clause.deadlines,
        inherited=inherited is not None,
    )


def _names(row: TaskRow, wanted: str | None) -> bool:
    if wanted is None:
        return True
    return any(canonical_department(name) == wanted for name in (*row.lead, *row.support))


def _holds(clause: Clause, words: str | None) -> bool:
    text = "".join((*(above.heading for above in clause.ancestors), clause.text))
    return all(word in text for word in (words or "").split())


def _first_sentence(clause: Clause) -> str:
    return clause.words.split("。", 1)[0].split("\n", 1)[0]
