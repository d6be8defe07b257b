"""A clause cut at its sentences, each with its place in the document's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import Clause, Span

_END = re.compile(r"[。！？!?][”’》）)】]*|\n")
_SEMICOLON = re.compile(r"[；;]")
_LONG = 160
_BRACKETS = ("（(【［[", "）)】］]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``clause.document.text[start:end] == text``; no number before it, no department bracket."""

    clause: Clause
    text: str
    start: int
    end: int


def pieces(clause: Clause) -> tuple[Span, ...]:
    """The spans of a clause's own text without blanks at their ends, its tails included."""
    text = clause.document.text
    trimmed = []
    for start, end in ((clause.start, clause.end), *clause.tail):
        own = text[start:end]
        left, right = len(own) - len(own.lstrip()), len(own.rstrip())
        if right > left:
            trimmed.append(Span(start + left, start + right))
    return tuple(trimmed)


def sentences(clause: Clause) -> tuple[Sentence, ...]:
    """The sentences of the clause's own text and tails; a long one is cut at its semicolons."""
    text = clause.document.text
    found: list[Sentence] = []
    for position, (start, end) in enumerate(pieces(clause)):
        begin = max(start, clause.body_start) if position == 0 else start
        for left, right in _cut(text, begin, end, _END):
            parts = _cut(text, left, right, _SEMICOLON) if right - left > _LONG else [(left, right)]
            for part in parts:
                first, last = _without_departments(clause, text, *part)
                if last > first:
                    found.append(Sentence(clause, text[first:last], first, last))
    return tuple(found)


def opening(clause: Clause) -> str:
    """What the clause is about, without its number: its heading or its first sentence.

    A line that only names the clause (前 言) is passed over.
    """
    if clause.heading:
        return clause.heading
    name = "".join(clause.path[-1:])
    told = (each.text for each in sentences(clause) if "".join(each.text.split()) != name)
    return next(told, " ".join(clause.words.split()))


def opening_words(clause: Clause, longest: int) -> str:
    """The clause's heading as it stands, or the first ``longest`` characters of its opening."""
    return clause.heading or shortened(opening(clause), longest)


def shortened(text: str, longest: int) -> str:
    """The text, or its first ``longest`` characters and ……."""
    return text if len(text) <= longest else f"{text[:longest]}……"


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts, left = [], start
    for match in at.finditer(text, start, end):
        cuts.append((left, match.end()))
        left = match.end()
    cuts.append((left, end))
    return [trimmed for each in cuts if (trimmed := _trim(text, *each)) is not None]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _without_departments(clause: Clause, text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a bracket at either end that does nothing but name the clause's departments."""
    for name in clause.responsibilities:
        if not (start <= name.start and name.end <= end):
            continue
        opening = max(text.rfind(bracket, start, name.start) for bracket in _BRACKETS[0])
        closings = [p for b in _BRACKETS[1] if (p := text.find(b, name.end, end)) >= 0]
        if opening < 0 or not closings:
            continue
        closing = min(closings)
        if opening == start:
            return (closing + 1, end) if closing + 1 < end else (start, start)
        if closing >= end - 2:
            return start, opening
    return start, end
