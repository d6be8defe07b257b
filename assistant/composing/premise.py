"""A year or number that a yes-or-no question takes for granted, held against the clause."""

from __future__ import annotations

import re

from assistant.composing.draft import Draft
from assistant.composing.figures import figures
from assistant.evidence import Evidence
from corpus import Clause

_YEAR = re.compile(r"(20\d{2})年")
_CLOSED = re.compile(r"(?:吗|嘛|么|对不对|是不是|是吧|对吧|没有)[?？。!！]*$|是不是|是否")


def check_premise(clause: Clause, evidence: Evidence) -> Draft | None:
    """是的 or 不是 with the paper's own words; None if the question takes no year or number."""
    question = evidence.question
    if not _CLOSED.search(question.plain):
        return None
    return _check_year(clause, question.plain) or _check_number(clause, evidence)


def _check_year(clause: Clause, question: str) -> Draft | None:
    asked = {int(year) for year in _YEAR.findall(question)}
    points = (clause, *clause.children)
    dated = [(c, d) for c in points for d in c.deadlines if d.year is not None]
    if not asked or not dated or clause.document.year in asked:
        return None  # the year of the paper itself names the paper, not a deadline
    agreeing = [(c, d) for c, d in dated if d.year in asked]
    owner, deadline = (agreeing or dated)[0]
    opening = "是的" if agreeing else f"不是{'、'.join(f'{year}年' for year in sorted(asked))}"
    draft = Draft()
    draft.say(f"{opening}：原文写的是{deadline.text}{draft.cite(owner)}。")
    return draft


def _check_number(clause: Clause, evidence: Evidence) -> Draft | None:
    asked = [figure for figure in figures(evidence.question.plain) if figure.unit != "年"]
    if not asked:
        return None
    written = [f for f in figures(clause.text) if f.unit == asked[0].unit]
    if not written:
        return None
    same = [f for f in written if f.number == asked[0].number]
    opening = "是的" if same else f"不是{asked[0].text}"
    draft = Draft()
    draft.say(f"{opening}：原文写的是{(same or written)[0].text}{draft.cite(clause)}。")
    return draft
