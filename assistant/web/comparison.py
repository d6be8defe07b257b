"""One topic in several documents: the clauses that speak of it, document by document."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.evidence import Evidence
from assistant.gathering import gather
from assistant.state import Carried
from assistant.understanding import Question, Scope
from assistant.understanding.reading import fold_compatible
from corpus import Clause, Document

_FEWEST = 2
_MOST_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A document and its clauses on the topic, best first; none if it does not speak of it."""

    document: Document
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sides in the order of the library, or a title and sentence saying what is missing.

    ``topic`` is what was looked up: of a whole question its matter.
    """

    topic: str
    sides: tuple[Side, ...] = ()
    title: str = ""
    sentence: str = ""

    @property
    def summary(self) -> str:
        """Which documents speak of the topic, in a few words."""
        found = sum(1 for side in self.sides if side.clauses)
        silent = len(self.sides) - found
        return f"{found} 份文件写到" + (
            f"，{silent} 份没有写到。" if silent else "，可以逐条对照。"
        )


def compare(assistant: Assistant, topic: str, documents: tuple[str, ...]) -> Comparison:
    """Put the documents beside each other; all of the library's without any chosen."""
    topic = " ".join(topic.split())
    if not topic:
        return Comparison(topic, (), "要对照哪件事？", "请写下一个事项，例如“社区矫正”。")
    if len(documents) == 1 or len(assistant.library.documents()) < _FEWEST:
        return Comparison(topic, (), "至少要两份文件", "请再选一份文件，或者清空选择以对照全部。")
    chosen = documents or tuple(document.id for document in assistant.library.documents())
    evidence = _gathered(assistant, topic, chosen)
    sides = tuple(
        Side(document, _about(document, evidence))
        for document in map(assistant.library.document, chosen)
    )
    if not any(side.clauses for side in sides):
        return Comparison(
            topic, (), "都没有写到", f"所选文件里没有找到“{topic}”的条款；可以换一种说法再试。"
        )
    return Comparison(evidence.question.topic, sides)


def _gathered(assistant: Assistant, topic: str, documents: tuple[str, ...]) -> Evidence:
    """What a question that compares these documents on the topic would be answered from."""
    read = assistant.understand(topic)
    question = Question(
        text=topic,
        plain=read.plain,
        kind="comparison",
        asks=frozenset(),
        topic=read.topic or topic,
        scope=Scope(documents, several=True),
    )
    return gather(Carried(question), assistant.library, assistant.index, assistant.thresholds)


def _about(document: Document, evidence: Evidence) -> tuple[Clause, ...]:
    """The document's clauses that hold most of the topic, as far as they are certain.

    Where none is, one that is likely or has the topic to the letter: a paper that writes of
    公证 only in passing is not silent on it. 行政 is less than half of 行政复议.
    """
    limits = evidence.thresholds
    own = [
        hit
        for hit in evidence.hits
        if hit.clause.document_id == document.id and evidence.share(hit.clause) >= limits.narrows
    ]
    certain = tuple(hit.clause for hit in own if hit.score >= limits.answer)
    if certain:
        return certain[:_MOST_CLAUSES]
    likely = limits.answer / 2 if evidence.good else limits.answer
    topic = fold_compatible(evidence.question.topic)
    return tuple(
        hit.clause
        for hit in own
        if hit.score >= likely or topic in fold_compatible(hit.clause.text)
    )[:1]
