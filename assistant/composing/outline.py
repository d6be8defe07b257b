"""What a paper is about as a whole: its sections, as they are headed."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.composing.wording import titled
from assistant.evidence import Evidence

_PAPERS = 3


def compose_outline(evidence: Evidence) -> Draft | None:
    """司法部那份意见讲了些什么: the headings of each paper's sections.

    None where no paper is named, its contents are not asked for, or it has no sections.
    """
    question = evidence.question
    asked = question.wants_measures or "wording" in question.asks
    if not (asked and question.scope.documents):
        return None
    draft = Draft()
    for document in evidence.documents[:_PAPERS]:
        sections = [clause for clause in document.clauses if clause.kind == "section"]
        if sections:
            draft.say(f"《{document.title}》分{len(sections)}个部分：")
        for section in sections:
            heading = titled(section)
            marker = draft.cite(section, section.start, section.start + len(heading))
            draft.say(f"- {heading}{marker}")
    return draft if draft.cited_clauses else None
