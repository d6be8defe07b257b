"""A conversation: what carries over from one question to the next, by rules, as small JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.carrying import LAST_CLAUSES, ConversationState, carry_over
from assistant.errors import InvalidState
from assistant.understanding import Question
from corpus import Clause, CorpusError



class Conversation:
    """Questions one after another; two conversations share nothing but the assistant."""

    def __init__(
        self, assistant: Assistant, state: dict[str, Any] | str | None = None
    ) -> None:
        """Begin anew, or go on from ``state`` as :attr:`state` gave it (or its JSON text).

        Raises InvalidState if it is not such a state.
        """
        self._assistant = assistant
        self._state = _read(state)

    @property
    def state(self) -> dict[str, Any]:
        """What is remembered, ready for ``json.dumps``."""
        return self._state.model_dump(mode="json")

    def ask(self, question: str) -> Answer:
        """Answer the question in the light of those before it."""
        understood = self._assistant.understand(question)
        if understood.reason or not self._state.remembers:
            answer = self._assistant.answer(understood)
            self._remember(understood, answer)
            return answer
        carried = carry_over(understood, self._state, self._clauses(self._state.clauses))
        answer = self._assistant.answer(carried.question, carried.focus, carried.shown)
        if answer.status == "not_found" and carried.scope_was_kept:
            # What was said before narrowed the documents too far for a new topic.
            wider = replace(carried.question, scope=understood.scope)
            everywhere = self._assistant.answer(wider, carried.focus, carried.shown)
            if everywhere.status != "not_found":
                carried, answer = replace(carried, question=wider), everywhere
        self._remember(carried.question, answer)
        return answer

    def _clauses(self, ids: tuple[str, ...]) -> tuple[Clause, ...]:
        found = []
        for clause_id in ids:
            document_id, *path = clause_id.split("/")
            try:
                found.append(self._assistant.library.document(document_id).clause(tuple(path)))
            except CorpusError:
                continue  # removed from the library since the last answer
        return tuple(found)

    def _remember(self, question: Question, answer: Answer) -> None:
        if question.reason:
            return
        cited = tuple(dict.fromkeys(citation.clause_id for citation in answer.citations))
        before = self._state
        self._state = ConversationState(
            kind=question.kind,
            asks=tuple(sorted(question.asks)),
            topic=question.topic[:1000],
            documents=question.scope.documents,
            regions=question.scope.regions,
            years=question.scope.years,
            departments=question.departments,
            clauses=(cited or before.clauses)[:LAST_CLAUSES],
            earlier_documents=before.documents or before.earlier_documents,
        )


def _read(state: dict[str, Any] | str | None) -> ConversationState:
    if state is None:
        return ConversationState()
    try:
        return ConversationState.model_validate(
            json.loads(state) if isinstance(state, str) else state
        )
    except (ValidationError, ValueError) as error:
        raise InvalidState(
            "这不是本助手给出的对话状态；请不带状态重新开始对话。"
        ) from error
