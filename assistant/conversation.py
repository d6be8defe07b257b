"""A conversation: what carries over from one question to the next, by rules, as small JSON."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.carrying import carry_over
from assistant.composing import Draft
from assistant.detail_asked import detail_of
from assistant.errors import InvalidState
from assistant.gathering import A_NAME
from assistant.message_parts import parts_of
from assistant.narrowing import wants_a_part
from assistant.papers_meant import name_one_of_two, says_one_of_two
from assistant.pointing import only_points
from assistant.second_readings import second_readings
from assistant.shown import Shown, name_own_department, name_that_department
from assistant.state import Carried, ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.departments_asked import asks_who
from assistant.understanding.reading import plain, whole
from assistant.understanding.splitting import says_more_than_one
from corpus import Clause, CorpusError

_MOST_PARTS = 6
_ANY = Scope()


class Conversation:
    """Questions one after another; two conversations share nothing but the assistant."""

    def __init__(
        self,
        assistant: Assistant,
        state: dict[str, Any] | str | None = None,
        within: Collection[str] = (),
    ) -> None:
        """Begin anew, or go on from ``state`` as :attr:`state` gave it (or its JSON text).

        ``within`` are the documents that a question which names none of its own is about.
        Raises InvalidState if it is not such a state, UnknownDocument if ``within`` has an id that
        the library does not hold.
        """
        for each in within:
            assistant.library.document(each)
        self._assistant = assistant
        self._within = Scope(documents=tuple(within))
        self._state = _read(state).held_by(assistant.library)

    @property
    def state(self) -> dict[str, Any]:
        """What is remembered, ready for ``json.dumps``."""
        return self._state.model_dump(mode="json")

    def ask(self, message: str) -> Answer:
        """Answer the message in the light of those before it.

        A message with several questions gets one part for each; later parts may leave unsaid what
        earlier ones said.
        """
        message = whole(message)
        parts = parts_of(message, self._assistant)
        before = self._state
        named_later = self._named_later(parts)
        answered = [
            self._ask_one(part, named_later, leans=place == 0 or before.remembers)
            for place, part in enumerate(parts[:_MOST_PARTS])
        ]
        nothing = [question for question, draft in answered if _came_to_nothing(question, draft)]
        if len(answered) > 1 and nothing and not any(map(self._is_foreign, nothing)):
            answered = self._as_one(message, before) or answered
        question, draft = answered[0]
        if len(answered) > 1 and not _refused_alike(answered):
            draft = _in_parts(answered)
        if len(parts) > _MOST_PARTS:
            draft.note(f"一次最多回答{_MOST_PARTS}个问题，其余的请另外再问。")
        return self._assistant.finish(replace(question, text=message), draft)

    def ask_as(self, question: Question) -> Answer:
        """Answer a question as it is understood already; nothing of before is carried over."""
        question = self._limited(question)
        draft = self._assistant.compose(Carried(question))
        self._remember(question, draft)
        return self._assistant.finish(question, draft)

    def _as_one(
        self, message: str, before: ConversationState
    ) -> list[tuple[Question, Draft]] | None:
        """The message as one question, told in several sentences; None where that fails too.

        俺庄里想寻个律师当顾问，公家给派不？上头是咋说的: by itself the second says nothing.
        """
        if says_more_than_one(message):
            return None
        in_parts, self._state = self._state, before
        question, draft = self._ask_one(message)
        if draft.status == "not_found":
            self._state = in_parts
            return None
        return [(question, draft)]

    def _is_foreign(self, question: Question) -> bool:
        """Whether it is nearer to the questions of other fields: 今天天气怎么样."""
        return self._assistant.index.familiarity(question.plain) < 0

    def _named_later(self, parts: tuple[str, ...]) -> Scope:
        """怎么配备，吉林方案里谁牵头: the papers that only a later part of one message names."""
        scopes = [self._assistant.understand(part).scope for part in parts]
        named = [scope for scope in scopes if scope.named or scope.unheld]
        if len(named) != 1 or named[0].unheld or says_more_than_one("".join(parts)):
            return _ANY
        return named[0] if scopes[0] is not named[0] else _ANY

    def _ask_one(
        self, text: str, named_later: Scope = _ANY, *, leans: bool = True
    ) -> tuple[Question, Draft]:
        question = self._assistant.understand(text)
        if named_later.named and not question.scope.named and not question.reason:
            question = replace(question, scope=named_later)
        points = only_points(question.plain) or says_one_of_two(question.topic)
        if points and not self._state.remembers:
            question = replace(question, kind="none", asks=frozenset(), topic="", reason="")
        if question.reason or not self._state.remembers:
            question = self._limited(question)
            draft = self._assistant.compose(Carried(question))
        else:
            shown = self._shown()
            question = self._with_names(text, question, shown)
            question, draft = self._follow_up(question, shown, leans=leans)
        self._remember(question, draft)
        return question, draft

    def _with_names(self, text: str, question: Question, shown: Shown) -> Question:
        """The question with 这个处 read as the department that was named, 前一个 as the paper."""
        said = plain(text)
        if (of_two := name_one_of_two(said, shown)) != said:
            return self._assistant.understand(of_two)
        spoken_of = self._state.list_departments or self._state.departments
        if (own := name_own_department(said, spoken_of)) != said:
            asked = self._assistant.understand(own)
            of_its_role = asked.asks & {"lead", "support"}  # 不由我局挑头的，都谁在挑
            return self._of_a_department(own) or (asked if of_its_role else question)
        if self._state.departments and wants_a_part(question):
            return question
        named = name_that_department(said, shown.cited[:1])
        if named == said:
            return question
        return self._of_a_department(named) or question

    def _of_a_department(self, text: str) -> Question | None:
        """What is asked if it is a department's tasks, or its part in something."""
        question = self._assistant.understand(text)
        of_its_role = "yesno" in question.asks and question.asks & {"lead", "support"}
        of_its_tasks = question.kind == "duties" and not asks_who(question.plain)
        return question if of_its_tasks or of_its_role else None

    def _follow_up(
        self, question: Question, shown: Shown, *, leans: bool
    ) -> tuple[Question, Draft]:
        """Answer in the light of before; ``leans``: other readings too, where that finds little."""
        cited = shown.cited
        carried = carry_over(question, self._state, shown, self._assistant)
        answered = self._compose(carried)
        told = answered[1].status == "answered" or (carried.focus and answered[1].cited_clauses)
        if told or not leans:
            return answered
        others = second_readings(question, carried, self._state, cited, self._assistant)
        for other in others:
            again = self._compose(other)
            turned_away = _turns_away(question.topic, answered[1], again[1])
            if _says_more(again[1], answered[1]) and not turned_away:
                return again
        return self._missing_where_it_was_shown(question, answered, cited)

    def _missing_where_it_was_shown(
        self, question: Question, answered: tuple[Question, Draft], cited: tuple[Clause, ...]
    ) -> tuple[Question, Draft]:
        """一个公证员一年交多少: a detail that is nowhere given is missing where it was spoken of.

        Unless another clause was found that holds more of the follow-up's own words.
        """
        asked, draft = answered
        of_before = question.topic and not (question.scope.named or question.numbers)
        if not (cited and of_before and asked.kind == "fact" and draft.status == "partial"):
            return answered
        found = draft.cited_clauses[0]
        share = self._assistant.share
        if share(question.topic, found) > share(question.topic, cited[0]):
            return answered
        return self._compose(detail_of(cited[0], question, self._state, asked.scope))

    def _compose(self, carried: Carried) -> tuple[Question, Draft]:
        question = self._limited(carried.question)
        return question, self._assistant.compose(replace(carried, question=question))

    def _limited(self, question: Question) -> Question:
        """The question over the reader's own choice of documents, unless it names some."""
        scope = question.scope
        if not self._within.named or scope.named or scope.unheld:
            return question
        return replace(question, scope=replace(self._within, several=scope.several))

    def _shown(self) -> Shown:
        state = self._state
        return Shown(*map(self._clauses, (state.clauses, state.listed, state.earlier)))

    def _clauses(self, ids: tuple[str, ...]) -> tuple[Clause, ...]:
        found = []
        for clause_id in ids:
            try:
                found.append(self._assistant.library.clause(clause_id))
            except CorpusError:
                continue  # removed from the library since the last answer
        return tuple(found)

    def _remember(self, question: Question, draft: Draft) -> None:
        if question.reason:
            return
        refused = draft.status == "not_found" and not question.scope.unheld
        forgets = refused and self._state.remembers
        if forgets and not self._assistant.names_matter(question.topic):
            return  # what names nothing must not stand for what was spoken of
        self._state = self._state.after(question, draft.cited_clauses)


def _read(state: dict[str, Any] | str | None) -> ConversationState:
    if state is None:
        return ConversationState()
    try:
        if isinstance(state, str):
            return ConversationState.model_validate_json(state)
        return ConversationState.model_validate(state)
    except ValidationError as error:
        raise InvalidState("这不是本助手给出的对话状态；请不带状态重新开始对话。") from error


def _says_more(draft: Draft, than: Draft) -> bool:
    """Whether a second reading found more than the first: anything, or all instead of a part."""
    order = ("not_found", "partial", "answered")
    return order.index(draft.status) > order.index(than.status)


def _turns_away(topic: str, found: Draft, other: Draft) -> bool:
    """公司律师呢, behind 公职律师: what the clause that writes of it does not give is missing.

    Another reading may look for it there and below, but not where something else is spoken of.
    """
    if len(topic) < A_NAME or not (found.cited_clauses and other.cited_clauses):
        return False
    first, then = found.cited_clauses[0], other.cited_clauses[0]
    there = first in (then, *then.ancestors) or topic in then.text
    return topic in first.text and not there


def _came_to_nothing(question: Question, draft: Draft) -> bool:
    """Whether a part was refused, and not for what it names or for the detail that it wants."""
    names = question.reason or question.scope.unheld or question.numbers
    return draft.status == "not_found" and not names and question.kind != "fact"


def _refused_alike(answered: list[tuple[Question, Draft]]) -> bool:
    """Whether no part is a question to the papers, all for one reason, which is said once."""
    reasons = {question.reason for question, _ in answered}
    return len(reasons) == 1 and reasons != {""}


def _in_parts(answered: list[tuple[Question, Draft]]) -> Draft:
    """One draft from several, each part under its own question."""
    together = Draft()
    for question, draft in answered:
        together.say(f"问：{question.text.strip(' ,，')}")
        together.absorb(draft)
    statuses = {draft.status for _, draft in answered}
    together.status = statuses.pop() if len(statuses) == 1 else "partial"
    return together
