"""Example questions out of the library itself, each tried before it is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.web.citing import short_title
from corpus import Document, Library, canonical_department

_MOST = 6
_LONGEST_TOPIC = 18


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
    for document in library.documents():
        for topic in _topics(document, named=True):
            yield Example("谁负责", f"哪个部门牵头{topic}")
    if duties := _busiest(library):
        yield Example("单位任务", f"{duties}负责哪些任务")
    for document in reversed(library.documents()):
        for topic in _topics(document, named=False):
            yield Example("工作措施", f"{short_title(document)}{topic}有哪些措施")
    for document in library.documents():
        for clause in document.clauses:
            if clause.deadlines and _short(clause.heading):
                yield Example("完成时限", f"{clause.heading}什么时候完成")
    for document in library.documents():
        if document.number:
            yield Example("文件信息", f"《{document.title}》的文号是什么")
    tasks = [(d, c) for d in library.documents() for c in d.clauses if c.kind == "task"]
    for document, clause in tasks[len(tasks) // 3 :]:
        yield Example("条款原文", f"《{document.title}》第{clause.number.strip('.．、')}项任务原文")


def _topics(document: Document, *, named: bool) -> Iterator[str]:
    for clause in document.clauses:
        if bool(clause.responsibilities) is named and _short(clause.heading):
            yield clause.heading


def _short(heading: str) -> bool:
    return 0 < len(heading) <= _LONGEST_TOPIC and "，" not in heading and "、" not in heading


def _busiest(library: Library) -> str:
    counted = Counter(
        canonical_department(named.department)
        for document in library.documents()
        for clause in document.clauses
        for named in clause.responsibilities
    )
    return counted.most_common(1)[0][0] if counted else ""
