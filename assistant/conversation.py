"""A conversation: what carries over from one question to the next, by rules, as small JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.carrying import LAST_CLAUSES, ConversationState, carry_over
from assistant.composing import Draft
from assistant.errors import InvalidState
from assistant.understanding import Question
from assistant.understanding.splitting import split_questions
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

    def ask(self, message: str) -> Answer:
        """Answer the message in the light of those before it.

        A message with several questions gets one part for each; later parts may leave unsaid what
        earlier ones said.
        """
        answered = [self._ask_one(part) for part in self._parts(message)]
        question, draft = answered[0]
        if len(answered) > 1:
            draft = _in_parts(answered)
        return self._assistant.finish(replace(question, text=message), draft)

    def _parts(self, message: str) -> tuple[str, ...]:
        """The message's questions; one that only asks more of the same stays with it."""
        parts: list[str] = []
        for part in split_questions(message):
            if parts and self._adds_only_a_wish(part):
                parts[-1] += part
            else:
                parts.append(part)
        return tuple(parts)

    def _adds_only_a_wish(self, part: str) -> bool:
        question = self._assistant.understand(part)
        names = question.topic or question.departments or question.numbers
        another_place = question.scope.named and not question.asks and question.refers_back
        return not (names or another_place or question.reason)

    def _ask_one(self, text: str) -> tuple[Question, Draft]:
        question = self._assistant.understand(text)
        if question.reason or not self._state.remembers:
            draft = self._assistant.compose(question)
        else:
            question, draft = self._follow_up(question)
        self._remember(question, draft)
        return question, draft

    def _follow_up(self, question: Question) -> tuple[Question, Draft]:
        carried = carry_over(question, self._state, self._clauses(self._state.clauses))
        draft = self._assistant.compose(carried.question, carried.focus, carried.shown)
        if draft.status == "not_found" and carried.scope_was_kept:
            # What was said before narrowed the documents too far for a new topic.
            wider = replace(carried.question, scope=question.scope)
            everywhere = self._assistant.compose(wider, carried.focus, carried.shown)
            if everywhere.status != "not_found":
                return wider, everywhere
        return carried.question, draft

    def _clauses(self, ids: tuple[str, ...]) -> tuple[Clause, ...]:
        found = []
        for clause_id in ids:
            document_id, *path = clause_id.split("/")
            try:
                found.append(self._assistant.library.document(document_id).clause(tuple(path)))
            except CorpusError:
                continue  # removed from the library since the last answer
        return tuple(found)

    def _remember(self, question: Question, draft: Draft) -> None:
        if question.reason:
            return
        cited = tuple(dict.fromkeys(clause.id for clause in draft.cited_clauses))
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


def _in_parts(answered: list[tuple[Question, Draft]]) -> Draft:
    """One draft from several, each part under its own question."""
    whole = Draft()
    for question, draft in answered:
        whole.say(f"问：{question.text.strip(' ,，')}")
        whole.absorb(draft)
    statuses = {draft.status for _, draft in answered}
    whole.status = statuses.pop() if len(statuses) == 1 else "partial"
    return whole
