"""Everything the papers give a department to do: complete, counted, lead and support apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Role
from assistant.composing.draft import Draft
from assistant.composing.wording import joined, subject, titled
from assistant.evidence import Evidence
from corpus import Clause, Document, Responsibility

_LEADS = re.compile(r"牵头|[排列挂摆](?:在)?(?:第一|首位|最前)|打头|领头|主办|为主")
_SUPPORTS = re.compile(r"配合|协助|协办|协同|帮忙|打下手")
_NOT_IT = re.compile(r"(?:不|没)(?:是)?(?:牵头|打头|领头|主办|配合|协办|协助)")
_EITHER = re.compile(r"参与|参加|承担")
_TOGETHER = re.compile(r"一起|共同|联合|同时|都有")
_ROLE_NAMES: dict[Role, str] = {"lead": "牵头或列首位", "support": "配合或列在其后"}


@dataclass(frozen=True, slots=True)
class _Duty:
    """A clause that names the department, and in which role."""

    clause: Clause
    names: tuple[Responsibility, ...]

    @property
    def role(self) -> Role:
        return "lead" if any(named.role == "lead" for named in self.names) else "support"


def compose_duties(evidence: Evidence) -> Draft | None:
    """List every clause in scope that names the departments asked about.

    The list is read from the outline, never from a ranking, so that it is complete. Parts of a
    paper that the question names, or its topic, narrow it, and the answer says so.
    """
    departments = evidence.question.departments
    draft = Draft()
    shared = _shared(departments, evidence) if _TOGETHER.search(evidence.question.plain) else None
    for department in departments:
        duties = [d for d in _duties(department, evidence) if shared is None or d.clause in shared]
        if duties:
            _list(duties, evidence, draft)
        if shared is not None:
            break
    return draft if draft.lines else None


def _duties(department: str, evidence: Evidence) -> list[_Duty]:
    parts = set(evidence.focus)
    return [
        _Duty(clause, names)
        for document in evidence.documents
        for clause in document.clauses
        if (not parts or parts.intersection((clause, *clause.ancestors)))
        and (names := tuple(n for n in clause.responsibilities if n.canonical == department))
    ]


def _shared(departments: tuple[str, ...], evidence: Evidence) -> set[Clause] | None:
    """The clauses that name all the departments, if several are asked about together."""
    if len(departments) < 2:
        return None
    return set.intersection(
        *({duty.clause for duty in _duties(name, evidence)} for name in departments)
    )


def _list(duties: list[_Duty], evidence: Evidence, draft: Draft) -> None:
    name = _called(list(dict.fromkeys(n.department for duty in duties for n in duty.names)))
    if evidence.focus:
        name = f"{name}在{joined(titled(part) for part in evidence.focus)}中"
    about = _about_topic(duties, evidence)
    lead = sum(duty.role == "lead" for duty in about)
    narrowed = f"{name}的任务共有{len(duties)}项，其中与所问事项有关的" if about != duties else name
    draft.say(
        f"{narrowed}共有{len(about)}项：牵头或列首位{lead}项，配合或列在其后{len(about) - lead}项。"
    )
    for document in dict.fromkeys(duty.clause.document for duty in about):
        _list_in(document, [d for d in about if d.clause.document is document], evidence, draft)


def _about_topic(duties: list[_Duty], evidence: Evidence) -> list[_Duty]:
    """The duties about the topic; all of them where the topic narrows the list to nothing."""
    names = "".join(named.department for duty in duties for named in duty.names)
    telling = [t for t in evidence.terms if t.known and len(t.text) > 1 and t.text not in names]
    if not telling:
        return duties
    good = {hit.clause.id for hit in evidence.good}
    about = [
        duty
        for duty in duties
        if evidence.share(duty.clause) >= evidence.thresholds.narrows
        and (duty.clause.id in good or any(c.id in good for c in duty.clause.ancestors[1:]))
    ]
    return about or duties


def _list_in(document: Document, duties: list[_Duty], evidence: Evidence, draft: Draft) -> None:
    draft.say(f"《{document.title}》，共{len(duties)}项")
    roles = _roles_asked(evidence.question.plain)
    if not any(duty.role in roles for duty in duties):
        roles = ("lead", "support")  # asked for what it leads, it only helps, or the reverse
    for role in roles:
        of_role = [duty for duty in duties if duty.role == role]
        if of_role:
            draft.say(f"{_ROLE_NAMES[role]}（{len(of_role)}项）：")
        for duty in of_role:
            marker = draft.cite(duty.clause)
            draft.say(f"- {duty.clause.label}：{subject(duty.clause)}{marker}")
            draft.name(duty.names, marker)


def _roles_asked(question: str) -> tuple[Role, ...]:
    """Only lead or only support where the question says so, both where it does not."""
    question = _NOT_IT.sub("", question)
    leads, supports = bool(_LEADS.search(question)), bool(_SUPPORTS.search(question))
    if leads == supports or _EITHER.search(question):
        return ("lead", "support")
    return ("lead",) if leads else ("support",)


def _called(names: list[str]) -> str:
    return f"{names[0]}（也写作{joined(names[1:])}）" if names[1:] else names[0]
