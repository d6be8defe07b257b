"""What holds of every answer, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import Answer
from corpus import Library

Ask = Callable[[str], Answer]
Say = Callable[[str], Answer]
"""The same in one conversation."""

_MARKER = re.compile(r"\[(\d+)\]")


def check(answer: Answer, library: Library) -> Answer:
    """Assert what every answer promises, and give it back."""
    for citation in answer.citations:
        document = library.document(citation.document_id)
        assert document.text[citation.start : citation.end] == citation.quote
        clause = document.clause(citation.path)
        assert (clause.id, clause.label) == (citation.clause_id, citation.label)
        assert document.title == citation.document_title
        # The head is cited for what stands around the outline, at the paper's end as well.
        assert citation.quote in clause.text or clause.kind == "head"
    shown = list(dict.fromkeys(int(marker) for marker in _MARKER.findall(answer.text)))
    assert shown == [citation.marker for citation in answer.citations]
    assert shown == list(range(1, len(shown) + 1))
    for named in answer.responsibilities:
        assert named.department in answer.citations[named.marker - 1].quote
    assert answer.text.strip()
    assert len(answer.suggestions) <= 3
    if answer.status == "not_found":
        assert answer.citations == answer.responsibilities == ()
    else:
        assert answer.citations
    return answer


def first(answer: Answer) -> str:
    """The clause that is cited first, or the status of an answer that cites none."""
    return answer.citations[0].clause_id if answer.citations else answer.status


def cited(answer: Answer) -> list[str]:
    """The clauses that are cited, in marker order."""
    return [citation.clause_id for citation in answer.citations]
