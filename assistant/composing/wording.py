"""Turns of phrase that several kinds of answers share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.composing.draft import Draft
from assistant.evidence import Evidence
from assistant.sentences import Sentence, sentences
from corpus import Clause, Responsibility


def place(clause: Clause) -> str:
    """《…》第二部分（六）第24项（1）: how a person cites the clause."""
    return f"《{clause.document.title}》{clause.label}"


def titled(clause: Clause) -> str:
    """The clause's printed number and heading as they stand, or its first sentence."""
    if clause.heading_span is not None:
        return clause.document.text[clause.start : clause.heading_span.end]
    first = sentences(clause)
    return clause.document.text[clause.start : first[0].end] if first else clause.text.strip()


def joined(names: Iterable[str]) -> str:
    """Names in a row, as a paper sets them."""
    return "、".join(names)


def times(clause: Clause) -> str:
    """By when the clause's work is to be done, each time once and in its words; may be empty."""
    return joined(dict.fromkeys(deadline.text for deadline in clause.deadlines))


def quoted(sentences: Sequence[Sentence], draft: Draft) -> str:
    """The sentences as they stand, each run of neighbours in quotation marks, with the marker."""
    if not sentences:
        return ""
    clause = sentences[0].clause
    text = clause.document.text
    runs: list[list[int]] = []
    for each in sentences:
        if runs and not text[runs[-1][1] : each.start].strip():
            runs[-1][1] = each.end
        else:
            runs.append([each.start, each.end])
    quotes: dict[str, list[str]] = {}
    for start, end in runs:
        quotes.setdefault(draft.cite(clause, start, end), []).append(f"“{text[start:end]}”")
    return "……".join("……".join(each) + marker for marker, each in quotes.items())


def source_line(clause: Clause, evidence: Evidence, draft: Draft) -> str:
    """依据：《…》第…项：“…”[1] with the sentences of the clause that answer."""
    fitting = evidence.fitting(clause, evidence.thresholds.shown)
    return f"依据：{place(clause)}：{quoted(fitting, draft)}"


def who(clause: Clause, names: Sequence[Responsibility]) -> str:
    """Departments and roles as one phrase, no more certain than their basis allows.

    A paper that speaks of lead and support departments is followed in these words; of one that
    only says 负责 no more is said than who stands first.
    """
    lead = [each.department for each in names if each.role == "lead"]
    support = [each.department for each in names if each.role == "support"]
    if names[0].basis == "sole":
        return f"由{joined(lead)}负责"
    if names[0].basis == "listed_first" and clause.document.role_convention is None:
        return f"由{joined(each.department for each in names)}负责，列首位的是{joined(lead)}"
    phrase = f"由{joined(lead)}牵头" if lead else ""
    if support:
        phrase += ("，" if phrase else "由") + f"{joined(support)}配合"
    return phrase
