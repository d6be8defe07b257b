"""Two or more papers side by side on one topic, and what only one of them says."""

from __future__ import annotations

from itertools import pairwise

from assistant.composing.draft import Draft
from assistant.composing.wording import joined, place, quoted, who
from assistant.evidence import Evidence
from assistant.names import short
from assistant.sentences import Sentence, sentences
from corpus import Clause, Document

_POINTS = 4


def compose_comparison(evidence: Evidence) -> Draft | None:
    """Put the documents in scope beside each other; None if none is about the topic.

    ``partial`` where only one is, unless it is asked which papers are.
    """
    sides: list[tuple[Document, Clause]] = []
    missing: list[Document] = []
    for document in evidence.sides:
        hit = evidence.best_of(document)
        if hit is None:
            missing.append(document)
        else:
            sides.append((document, hit.clause))
    if not sides:
        return None
    told = len(sides) > 1 or evidence.question.of_each_paper
    draft = Draft(status="answered" if told else "partial")
    draft.say(_opening(sides, missing))
    points = {document.id: _points(clause) for document, clause in sides}
    for document, clause in sides:
        _say_side(document, clause, evidence, draft)
    for document, _ in sides:
        others = [s for d, _ in sides if d is not document for s in points[d.id]]
        own = [s for s in points[document.id] if not _said(s, others, evidence.thresholds.same)]
        if others and own and len(own) < len(points[document.id]):
            draft.say(f"只有{short(document)}写到：")
            for sentence in own[:_POINTS]:
                marker = draft.cite(sentence.clause, sentence.start, sentence.end)
                draft.say(f"- {sentence.text}{marker}")
    return draft


def _opening(sides: list[tuple[Document, Clause]], missing: list[Document]) -> str:
    names = joined(short(document) for document, _ in sides)
    if missing:
        absent = joined(short(document) for document in missing)
        return f"写到这一事项的有{names}；{absent}的文件中没有找到。"
    return f"{names}都写到这一事项，对照如下。"


def _say_side(document: Document, clause: Clause, evidence: Evidence, draft: Draft) -> None:
    fitting = evidence.fitting(clause, evidence.thresholds.shown)
    draft.say(f"{short(document)}：{place(clause)}：{quoted(fitting, draft)}")
    for other in evidence.besides(clause)[:_POINTS]:
        sentence = max(sentences(other), key=lambda each: evidence.relevance(each.text))
        called = other.number if other.parent is clause else f"{other.label}："
        marker = draft.cite(other, sentence.start, sentence.end)
        draft.say(f"- {called}{sentence.text}{marker}")
    if clause.responsibilities:
        marker = draft.name(clause, clause.responsibilities)
        draft.say(f"{short(document)}的单位：{who(clause, clause.responsibilities)}{marker}。")


def _points(clause: Clause) -> list[Sentence]:
    """What the clause and its points say, their headings left out."""
    return [
        sentence
        for each in (clause, *clause.children)
        for sentence in sentences(each)
        if sentence.text.rstrip("。") != each.heading.rstrip("。")
    ]


def _said(sentence: Sentence, others: list[Sentence], same: float) -> bool:
    pairs = _pairs(sentence.text)
    return any(len(pairs & _pairs(other.text)) >= same * len(pairs) for other in others)


def _pairs(text: str) -> set[str]:
    """Neighbouring characters, the cheapest measure of saying the same."""
    letters = [character for character in text if character.isalnum()]
    return {a + b for a, b in pairwise(letters)}
