"""Questions as the assistant puts them to the index: what the ranking learns from.

What the ranking has to order is a topic within a scope, not a question as it was typed; questions
that rules alone decide (clause numbers, lists, other places, small talk) never reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant import Assistant
from eval.questions import Question
from index import TrainingQuery, read_strangers


def training_queries(
    assistant: Assistant, questions: Iterable[Question]
) -> Iterator[TrainingQuery]:
    """The questions of a set, and those of other fields, that reach the index."""
    for question in questions:
        gold = tuple(place.clause_id for place in question.gold if place.path)
        if question.gold and not gold:
            continue  # a document's head is not indexed
        if (found := assistant.query_of(question.question)) and (gold or not question.documents):
            query, documents = found
            yield TrainingQuery(query=query, documents=documents, gold=gold)
    for place, stranger in enumerate(read_strangers()):
        if found := assistant.query_of(stranger):
            query, documents = found
            yield TrainingQuery(query=query, documents=documents, stranger=place)
