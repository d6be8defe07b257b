"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer import Kind
from assistant.understanding.clause_number import take_clause_numbers
from assistant.understanding.phrases import phrases
from assistant.understanding.question import Ask, ClauseNumber, Question, Scope
from assistant.understanding.reading import Reading
from assistant.understanding.scope import take_scope
from corpus import Library, find_departments

# Sections of question_words.toml and what they ask for, in the order in which they are taken.
_ASKS: tuple[tuple[str, Ask], ...] = (
    ("document_count", "count"),
    ("document_issuer", "issuer"),
    ("document_date", "date"),
    ("lead", "lead"),
    ("support", "support"),
    ("previous_clause", "previous"),
    ("next_clause", "next"),
    ("clause_above", "above"),
    ("wording", "wording"),
    ("document_number", "number"),
    ("document_status", "status"),
    ("document_catalog", "catalog"),
    ("document_title", "title"),
    ("contact", "contact"),
    ("deadline", "deadline"),
    ("amount", "amount"),
    ("yesno", "yesno"),
)
_DOCUMENT_ASKS: frozenset[Ask] = frozenset(
    {"number", "issuer", "date", "status", "count", "catalog", "title"}
)
_CLAUSE_ASKS: frozenset[Ask] = frozenset({"wording", "previous", "next", "above"})
_FACT_ASKS: frozenset[Ask] = frozenset({"deadline", "amount", "contact"})
# What makes input no question to the papers, strongest first.
_REASONS = ("instruction", "judgement", "smalltalk", "other_field")
_LETTER = re.compile(r"[\u3400-\u9fffa-z0-9]")


def understand(
    text: str, library: Library, held: Callable[[str], bool], longest: int
) -> Question:
    """Read a question by rule.

    ``held`` tells whether a word stands in the documents. Input that is no question comes back
    with kind "none" and the reason.
    """
    reading = Reading(text[: longest + 1])
    if reason := _unusable(text, reading, longest):
        return Question(text, reading.text, "none", frozenset(), "", reason=reason)
    words = phrases()
    reasons = [name for name in _REASONS if name in words and words[name].search(reading.text)]
    scope = take_scope(reading, library, held)
    numbers = take_clause_numbers(reading)
    compares = bool(reading.take_all(words["comparison"]))
    lists = bool(reading.take_all(words["duties"]))
    asks = frozenset(
        ask for name, ask in _ASKS if name in words and reading.take_all(words[name])
    )
    departments = _departments(reading, lists, asks)
    # 是什么意思 holds 什么: what asks for a meaning goes first.
    measures = bool(reading.take_all(words["definition"]) + reading.take_all(words["measures"]))
    refers_back = bool(reading.take_all(words["follow_up"]))
    reading.take_all(words["filler"])
    topic = reading.topic()
    kind = _kind(asks, numbers, departments, topic, scope, compares=compares, lists=lists)
    if reasons and not (kind == "clause" or departments):
        return Question(text, reading.text, "none", asks, topic, scope, reason=reasons[0])
    return Question(
        text=text,
        plain=reading.text,
        kind=kind,
        asks=asks,
        topic=topic,
        scope=scope,
        numbers=numbers,
        departments=departments,
        titles=tuple(re.findall(r"《[^《》]+》", reading.text)),
        refers_back=refers_back or (not topic and not measures and not departments),
    )


def _unusable(text: str, reading: Reading, longest: int) -> str:
    if len(text) > longest:
        return "too_long"
    if not reading.text:
        return "empty"
    return "" if _LETTER.search(reading.text) else "gibberish"


def _departments(reading: Reading, lists: bool, asks: frozenset[Ask]) -> tuple[str, ...]:
    """The departments named; taken out of the topic where the question is about themselves."""
    found = find_departments(reading.text)
    about = lists or bool(asks & {"lead", "support"})
    for _, start, end in found:
        if about:
            reading.take(start, end)
    return tuple(dict.fromkeys(canonical for canonical, _, _ in found)) if about else ()


def _kind(
    asks: frozenset[Ask],
    numbers: tuple[ClauseNumber, ...],
    departments: tuple[str, ...],
    topic: str,
    scope: Scope,
    *,
    compares: bool,
    lists: bool,
) -> Kind:
    if departments and (lists or "count" in asks or not topic):
        return "duties"
    if asks & _DOCUMENT_ASKS and not numbers and (not topic or scope.named):
        return "document"
    if compares and not asks & {"lead", "support"}:
        return "comparison"
    if asks & {"lead", "support"}:
        return "responsibility"
    if asks & _FACT_ASKS:
        return "fact"
    if asks & _CLAUSE_ASKS or numbers:
        return "clause"
    return "comparison" if compares else "measures"
