"""Good next questions, offered only after they have been asked and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.composing.departments import departments_of
from assistant.composing.draft import Draft
from assistant.names import side
from assistant.understanding import Question
from corpus import Clause, Document, Library

_SUGGESTIONS = 3
_TRIES = 4
_LONGEST_TOPIC = 14


def suggest(
    question: Question, draft: Draft, library: Library, answerable: Callable[[str], bool]
) -> tuple[str, ...]:
    """At most three next questions about what was just answered.

    ``answerable`` asks a candidate; only those that find an answer are offered.
    """
    offered: list[str] = []
    for tries, candidate in enumerate(dict.fromkeys(_candidates(question, draft, library))):
        if len(offered) == _SUGGESTIONS or tries == _TRIES:
            break
        if answerable(candidate):
            offered.append(candidate)
    return tuple(offered)


def _candidates(question: Question, draft: Draft, library: Library) -> Iterator[str]:
    cited = draft.cited_clauses or tuple(draft.nearby)
    if not cited:
        return
    clause = cited[0]
    topic = _topic(question, clause)
    if draft.status == "not_found":
        yield from (f"{_named(each)}有哪些措施？" for each in cited if _named(each))
        return
    if clause.kind == "head":
        yield from _about_paper(clause.document)
        return
    # What needs no search comes first; the rest asks of the same topic, whose vector is at hand.
    for named in clause.responsibilities[:1]:
        if question.kind != "duties":
            yield f"{side(clause.document)}{named.department}负责哪些任务？"
    wanted = clause.next if question.kind == "clause" else clause
    if wanted is not None:
        yield f"{_called(wanted.document)}{wanted.label}原文是什么？"
    if not topic:
        return
    if question.kind != "responsibility" and departments_of(clause):
        yield f"{side(clause.document)}{topic}由谁牵头？"
    elif question.kind == "responsibility":
        yield f"{side(clause.document)}{topic}有哪些措施？"
    for document in _other_papers(question, clause, library):
        yield f"{side(document)}{topic}有哪些措施？"


def _topic(question: Question, clause: Clause) -> str:
    """The asker's topic where the papers write it so; without one the clause's heading.

    A topic that was searched for is at hand; a heading in its place would be a search more.
    """
    topic = question.topic
    if not topic:
        return _named(clause)
    written = any(topic in above.text for above in (clause, *clause.ancestors))
    return topic if written and len(topic) <= _LONGEST_TOPIC else ""


def _named(clause: Clause) -> str:
    """The clause's heading, if it is short enough to stand in a question."""
    heading = clause.heading.rstrip("。，；：")
    return heading if 0 < len(heading) <= _LONGEST_TOPIC else ""


def _about_paper(document: Document) -> Iterator[str]:
    yield f"{_called(document)}一共有多少项任务？"
    yield f"{_called(document)}是正式文件吗？"
    yield f"{_called(document)}的文号是什么？"


def _other_papers(question: Question, clause: Clause, library: Library) -> Iterator[Document]:
    for document in library.documents():
        if document.id != clause.document_id and document.id not in question.scope.documents:
            yield document


def _called(document: Document) -> str:
    """A name by which a question finds the document again."""
    return document.aliases[0] if document.aliases else f"《{document.title}》"
