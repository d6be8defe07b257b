"""Example questions out of the library itself, each tried before it is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.assistant import Assistant
from corpus import Clause, Library, departments_of

_MOST = 6
_SHORTEST, _LONGEST = 6, 16


@dataclass(frozen=True, slots=True)
class Example:
    """A question that the library answers, and what it is an example of."""

    about: str
    question: str


def examples(assistant: Assistant) -> tuple[Example, ...]:
    """At most six questions of different kinds; they change when the documents do."""
    found: dict[str, Example] = {}
    for example in _candidates(assistant.library):
        if example.about not in found and assistant.ask(example.question).status == "answered":
            found[example.about] = example
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _candidates(library: Library) -> Iterator[Example]:
    documents = library.documents()
    clauses = [clause for document in documents for clause in document.clauses]
    for heading in _shared_headings(clauses, named=True):
        yield Example("谁负责", f"哪个部门牵头{heading}")
    if department := _busiest(library):
        yield Example("单位任务", f"{department}负责哪些任务")
    for heading in _shared_headings(clauses, named=False):
        yield Example("工作措施", f"{heading}有哪些措施")
    for clause in clauses:
        if len(clause.heading) >= _SHORTEST and clause.deadlines and clause.deadlines[0].year:
            yield Example("完成时限", f"{clause.heading.replace(' ', '')}什么时候完成")
    for document in documents:
        if document.number:
            yield Example("文件信息", f"《{document.title}》的文号是什么")
    for clause in clauses[len(clauses) // 3 :]:
        if clause.kind == "task":
            number = clause.number.strip(".．、")
            yield Example("条款原文", f"《{clause.document.title}》第{number}项任务原文")


def _shared_headings(clauses: Sequence[Clause], *, named: bool) -> Iterator[str]:
    """Short headings of clauses that name departments or do not; those of most papers first."""
    papers: dict[str, set[str]] = {}
    for clause in clauses:
        if bool(clause.responsibilities) is named and clause.kind != "section" and _fits(clause):
            papers.setdefault(clause.heading, set()).add(clause.document_id)
    yield from sorted(papers, key=lambda heading: -len(papers[heading]))


def _fits(clause: Clause) -> bool:
    heading = clause.heading
    return _SHORTEST <= len(heading) <= _LONGEST and not any(sign in heading for sign in "，、“（(")


def _busiest(library: Library) -> str:
    """The department named most often that is not a paper's issuer itself."""
    issuers = [document.issuer or "" for document in library.documents()]
    named = departments_of(library.documents())
    return next((n for n in named if not any(each.endswith(n) for each in issuers)), "")
