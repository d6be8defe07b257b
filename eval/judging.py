"""What one answer is worth against what the question set expects."""

import re
from collections.abc import Collection

from assistant import Answer
from corpus import Library

from .questions import Expected

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

right               everything of the next five lines that the question asks for, and the refusal
first_citation      the first citation is one of the gold clauses
lead                the departments named as lead on the gold clauses are exactly those expected
department_f1       F1 of all departments named on the gold clauses, where a question asks for both
required_strings    every string that must occur does, markers and blanks aside
complete_list       the list cites as many clauses as there are, all those expected among them
citation_precision  share of the cited clauses that are expected (not for lists)
citation_recall     share of the expected clauses that are cited; alternatives count as one
status              answered, partial or not found, as expected
refusal_recall      of the questions to be refused, the share that was
refusal_precision   of the questions refused, the share that was to be
false_refusal       of the questions that can be answered, the share refused
follow_up           `right` of a conversation's later turns
verbatim            every quote stands in its document at its place, and markers match citations
"""

_NEEDED = ("first_citation", "lead", "required_strings", "complete_list", "refusal_recall")
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
    needed = [values[name] for name in _NEEDED if name in values]
    values["right"] = float(all(needed) and (to_refuse or not refused))
    return values


def faults(answer: Answer, library: Library) -> tuple[str, ...]:
    """What breaks an answer's promises: a quote that is not the text, a marker out of pair."""
    found = []
    for citation in answer.citations:
        text = library.document(citation.document_id).text
        if text[citation.start : citation.end] != citation.quote:
            found.append(f"[{citation.marker}] is not the text at its place: {citation.quote}")
    shown = {int(number) for number in _MARKER.findall(answer.text)}
    held = {citation.marker for citation in answer.citations}
    found += [f"[{marker}] has no citation" for marker in sorted(shown - held)]
    found += [f"[{marker}] is not in the text" for marker in sorted(held - shown)]
    return tuple(found)


def _citations(expected: Expected, answer: Answer) -> dict[str, float]:
    gold = {place.clause_id for place in expected.gold}
    also = {place.clause_id for place in expected.also}
    if not gold | also:
        return {}
    cited = list(dict.fromkeys(citation.clause_id for citation in answer.citations))
    wanted = [also_clause in cited for also_clause in sorted(also)]
    if gold:
        wanted.append(bool(gold.intersection(cited)))
    values = {"citation_recall": sum(wanted) / len(wanted)}
    if gold:
        values["first_citation"] = float(bool(cited) and cited[0] in gold)
    if expected.count is not None:
        values["complete_list"] = float(all(wanted) and len(cited) == expected.count)
    elif cited:
        values["citation_precision"] = len((gold | also).intersection(cited)) / len(cited)
    return values


def _departments(expected: Expected, answer: Answer) -> dict[str, float]:
    places = {place.clause_id for place in (*expected.gold, *expected.also)}
    markers = {citation.marker for citation in answer.citations if citation.clause_id in places}
    named = [one for one in answer.responsibilities if one.marker in markers]
    values = {}
    if expected.lead is not None:
        lead = {one.department for one in named if one.role == "lead"}
        values["lead"] = float(lead == set(expected.lead))
    if expected.support is not None:
        values["department_f1"] = _f1(
            {one.department for one in named}, {*(expected.lead or ()), *expected.support}
        )
    return values


def _f1(found: Collection[str], wanted: Collection[str]) -> float:
    """Twice the shared ones over both sizes; nothing wanted and nothing found is right."""
    if not found and not wanted:
        return 1.0
    return 2 * len(set(found) & set(wanted)) / (len(found) + len(wanted))


def _plain(text: str) -> str:
    return "".join(_MARKER.sub("", text).split())
