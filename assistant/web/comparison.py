"""One topic in several documents: the clauses that speak of it, document by document."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.assistant import Assistant
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
    """The sides in the order of the library, or a title and sentence saying what is missing."""

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
    sides = tuple(
        Side(assistant.library.document(each), _about(assistant, topic, each)) for each in chosen
    )
    if not any(side.clauses for side in sides):
        return Comparison(
            topic, (), "都没有写到", f"所选文件里没有找到“{topic}”的条款；可以换一种说法再试。"
        )
    return Comparison(topic, sides)


def _about(assistant: Assistant, topic: str, document_id: str) -> tuple[Clause, ...]:
    hits = assistant.search(topic, k=_MOST_CLAUSES, documents=(document_id,))
    return tuple(hit.clause for hit in hits if hit.score >= assistant.thresholds.answer)
