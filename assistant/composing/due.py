"""What is to be done by a year: every clause in scope with that deadline, counted."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.evidence import Evidence
from assistant.sentences import sentences
from corpus import Clause, Deadline


def compose_due(evidence: Evidence) -> Draft | None:
    """List the clauses that set a time in the year asked for, with the sentence that sets it.

    Read from the outline, so that it is complete. None if no clause in scope sets such a time.
    """
    year = evidence.question.due
    found = [
        (clause, deadline)
        for document in evidence.documents
        for clause in document.clauses
        for deadline in clause.deadlines
        if deadline.year == year and evidence.in_focus(clause)
    ]
    if not found:
        return None
    draft = Draft()
    clauses = {clause.id for clause, _ in found}
    draft.say(f"写明{year}年时限的共有{len(clauses)}条：")
    for document in evidence.documents:
        of_paper = [each for each in found if each[0].document_id == document.id]
        if of_paper:
            draft.say(f"《{document.title}》")
            for clause, deadline in of_paper:
                draft.say(f"- {clause.label}：{_sentence(clause, deadline, draft)}")
    return draft


def _sentence(clause: Clause, deadline: Deadline, draft: Draft) -> str:
    for sentence in sentences(clause):
        if sentence.start <= deadline.start < sentence.end:
            return f"{sentence.text}{draft.cite(clause, sentence.start, sentence.end)}"
    return f"{deadline.text}{draft.cite(clause)}"
