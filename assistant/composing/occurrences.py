"""Every clause that has a word, in reading order: “跨省通办”出现在哪几条."""

from __future__ import annotations

import re

from assistant.composing.draft import Draft
from assistant.composing.refusal import refuse_word
from assistant.composing.wording import joined
from assistant.evidence import Evidence
from assistant.sentences import Sentence, sentences
from assistant.understanding.reading import fold_compatible
from corpus import Document

_QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{2,20})[”\"」』]")
_MOST = 20  # clauses that are shown with their sentences


def compose_occurrences(evidence: Evidence) -> Draft | None:
    """List the clauses in scope whose own words have the term, counted, each with its sentence.

    None where the question names no term, or none in quotation marks that a paper in scope has.
    """
    quoted = _QUOTED.search(evidence.question.plain)
    term = quoted[1] if quoted else evidence.question.topic.strip('“”"「」『』 ')
    found = [(document, _having(term, document)) for document in evidence.documents if term]
    having = [(document, told) for document, told in found if told]
    if not having:
        return refuse_word(term) if quoted else None
    number = sum(len(told) for _, told in having)
    draft = Draft()
    silent = joined(f"《{document.title}》" for document, told in found if not told)
    beside = f"；{silent}没有这个词" if silent else ""
    draft.say(f"“{term}”出现在{number}条{beside}。")
    left = _MOST
    for document, told in having:
        draft.say(f"《{document.title}》，{len(told)}条：")
        for each in told[:left]:
            marker = draft.cite(each.clause, each.start, each.end)
            draft.say(f"- {each.clause.label}：{each.text}{marker}")
        left = max(0, left - len(told))
    if number > _MOST:
        draft.note(f"只列出前{_MOST}条，其余{number - _MOST}条见原文；说明文件可以分开看。")
    return draft


def _having(term: str, document: Document) -> list[Sentence]:
    """The first sentence with the term of each clause that has it."""
    first = (
        next((each for each in sentences(clause) if term in fold_compatible(each.text)), None)
        for clause in document.clauses
    )
    return [each for each in first if each is not None]
