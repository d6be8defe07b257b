"""Everything the papers give a department to do: complete, counted, lead and support apart."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.composing.wording import joined, subject
from assistant.evidence import Evidence
from corpus import Clause, Document, Responsibility


def compose_duties(evidence: Evidence) -> Draft | None:
    """List every clause in scope that names the departments asked about.

    The list is read from the outline, never from a ranking, so that it is complete. A topic in
    the question narrows it to the clauses that are about it.
    """
    draft = Draft()
    for department in evidence.question.departments:
        _list(department, evidence, draft)
    return draft if draft.lines else None


def _list(department: str, evidence: Evidence, draft: Draft) -> None:
    found = [
        (document, _clauses_of(document, department, evidence)) for document in evidence.documents
    ]
    found = [(document, clauses) for document, clauses in found if clauses]
    total = sum(len(clauses) for _, clauses in found)
    if not total:
        return
    names = list(
        dict.fromkeys(
            named.department
            for _, clauses in found
            for clause in clauses
            for named in _of(clause, department)
        )
    )
    lead = sum(_role(clause, department) == "lead" for _, clauses in found for clause in clauses)
    draft.say(
        f"{_called(names)}共有{total}项：牵头或列首位{lead}项，配合或列在其后{total - lead}项。"
    )
    for document, clauses in found:
        _list_in(document, clauses, department, evidence, draft)


def _list_in(
    document: Document,
    clauses: tuple[Clause, ...],
    department: str,
    evidence: Evidence,
    draft: Draft,
) -> None:
    draft.say(f"《{document.title}》，共{len(clauses)}项")
    asks = evidence.question.asks
    roles = ("lead", "support")
    if ("support" in asks) != ("lead" in asks):
        roles = ("support", "lead") if "support" in asks else ("lead", "support")
    for role in roles:
        of_role = [clause for clause in clauses if _role(clause, department) == role]
        if not of_role:
            continue
        draft.say(f"{_ROLE_NAMES[role]}（{len(of_role)}项）：")
        for clause in of_role:
            marker = draft.cite(clause)
            draft.say(f"- {clause.label}：{subject(clause)}{marker}")
            draft.name(_of(clause, department), marker)


_ROLE_NAMES = {"lead": "牵头或列首位", "support": "配合或列在其后"}


def _clauses_of(document: Document, department: str, evidence: Evidence) -> tuple[Clause, ...]:
    named = tuple(clause for clause in document.clauses if _of(clause, department))
    if not evidence.question.topic:
        return named
    good = {hit.clause.id for hit in evidence.good()}
    about = tuple(
        clause
        for clause in named
        if clause.id in good or any(above.id in good for above in clause.ancestors[1:])
    )
    # Words that narrow the list to nothing were no topic but a way of asking.
    return about or named


def _of(clause: Clause, department: str) -> tuple[Responsibility, ...]:
    return tuple(named for named in clause.responsibilities if named.canonical == department)


def _role(clause: Clause, department: str) -> str:
    return "lead" if any(n.role == "lead" for n in _of(clause, department)) else "support"


def _called(names: list[str]) -> str:
    return f"{names[0]}（也写作{joined(names[1:])}）" if names[1:] else names[0]
