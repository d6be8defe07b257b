"""What one answer is worth against what the question set expects."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assistant import Answer, Responsibility
from corpus import Library
from eval.questions import Expected, GoldClause

MEASURES = (
    "right",
    "first_citation",
    "lead",
    "department_f1",
    "required_strings",
    "complete_list",
    "citation_precision",
    "citation_recall",
    "status",
    "refusal_recall",
    "refusal_precision",
    "false_refusal",
    "follow_up",
    "verbatim",
)
"""Names of the measures, the main one first.

right               the status, and all of the first citation, lead, strings and list asked for
first_citation      the first citation is one of the gold clauses
lead                the departments named as lead on the gold clause are exactly those expected
department_f1       F1 of all departments named on it, where a question asks for the supporting ones
required_strings    every string that must occur does, markers and blanks aside
complete_list       the list cites every clause that belongs to it and no other
citation_precision  share of the cited clauses that are expected
citation_recall     share of the expected clauses that are cited; alternatives count as one
status              answered, partial or not found, as expected
refusal_recall      of the questions to be refused, the share that was
refusal_precision   of the questions refused, the share that was to be
false_refusal       of the questions that can be answered, the share refused
follow_up           `right` of a conversation's later turns
verbatim            every quote is the text at its place in its clause; markers match citations
"""

_NEEDED = ("status", "first_citation", "lead", "required_strings", "complete_list")
_MARKER = re.compile(r"\[(\d+)\]")


def judge(expected: Expected, answer: Answer, library: Library) -> dict[str, float]:
    """The measures that the question bears on, each 0..1; absent where it does not."""
    refused = answer.status == "not_found"
    to_refuse = expected.status == "not_found"
    values = {
        "status": float(answer.status == expected.status),
        "verbatim": float(not faults(answer, library)),
    }
    if to_refuse:
        values["refusal_recall"] = float(refused)
    else:
        values["false_refusal"] = float(refused)
    if refused:
        values["refusal_precision"] = float(to_refuse)
    if not to_refuse:
        values |= _citations(expected, answer) | _departments(expected, answer)
        if expected.must:
            text = _plain(answer.text)
            values["required_strings"] = float(all(_plain(word) in text for word in expected.must))
    values["right"] = float(all(values.get(name, 1.0) for name in _NEEDED))
    return values


def faults(answer: Answer, library: Library) -> tuple[str, ...]:
    """What breaks an answer's promises: a quote from elsewhere, a marker out of pair."""
    found = []
    for citation in answer.citations:
        document = library.document(citation.document_id)
        if document.text[citation.start : citation.end] != citation.quote:
            found.append(f"[{citation.marker}] is not the text at its place: {citation.quote}")
        elif not f"{document.clause_at(citation.start).id}/".startswith(f"{citation.clause_id}/"):
            found.append(f"[{citation.marker}] is not from its clause: {citation.quote}")
    shown = {int(number) for number in _MARKER.findall(answer.text)}
    held = {citation.marker for citation in answer.citations}
    found += [f"[{marker}] has no citation" for marker in sorted(shown - held)]
    found += [f"[{marker}] is not in the text" for marker in sorted(held - shown)]
    return tuple(found)


def _citations(expected: Expected, answer: Answer) -> dict[str, float]:
    cited = list(dict.fromkeys(citation.clause_id for citation in answer.citations))
    gold = {place.clause_id for place in expected.gold}
    places = (*expected.gold, *expected.also)
    fitting = [any(place.covers(clause) for place in places) for clause in cited]
    # The gold clauses are alternatives, so they count as one; each of `also` is wanted.
    wanted = [_cited(expected.gold, cited), *(_cited([place], cited) for place in expected.also)]
    values = {
        "first_citation": float(bool(cited) and cited[0] in gold),
        "citation_recall": sum(wanted) / len(wanted),
    }
    if cited:
        values["citation_precision"] = sum(fitting) / len(fitting)
    if expected.count is not None:
        values["complete_list"] = float(all(wanted) and all(fitting))
    return values


def _cited(places: Iterable[GoldClause], cited: Collection[str]) -> bool:
    return any(place.covers(clause) for place in places for clause in cited)


def _departments(expected: Expected, answer: Answer) -> dict[str, float]:
    named = _named(expected, answer)
    values = {}
    if expected.lead is not None:
        lead = {one.department for one in named if one.role == "lead"}
        values["lead"] = float(lead == set(expected.lead))
    if expected.support is not None:
        wanted = {*(expected.lead or ()), *expected.support}
        values["department_f1"] = _f1({one.department for one in named}, wanted)
    return values


def _named(expected: Expected, answer: Answer) -> list[Responsibility]:
    """The departments shown for the first gold clause that is cited with any."""
    for citation in answer.citations:
        if any(place.covers(citation.clause_id) for place in expected.gold):
            named = [one for one in answer.responsibilities if one.marker == citation.marker]
            if named:
                return named
    return []


def _f1(found: Collection[str], wanted: Collection[str]) -> float:
    """Twice the shared ones over both sizes; nothing wanted and nothing found is right."""
    if not found and not wanted:
        return 1.0
    return 2 * len(set(found) & set(wanted)) / (len(found) + len(wanted))


def _plain(text: str) -> str:
    return "".join(_MARKER.sub("", text).split())
