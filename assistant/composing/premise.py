"""A year or number that a yes-or-no question takes for granted, held against the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.composing.draft import Draft
from assistant.composing.figures import figures
from assistant.evidence import Evidence
from corpus import Clause

_YEAR = re.compile(r"(20\d{2})年")


@dataclass(frozen=True, slots=True)
class _Check:
    """What the question takes for granted, what the clause writes, and whether they agree."""

    clause: Clause
    asked: str
    written: str
    agrees: bool


def check_premise(clause: Clause, evidence: Evidence) -> Draft | None:
    """是的 or 不是 with the paper's own words; None if the question takes no year or number."""
    question = evidence.question
    if "yesno" not in question.asks:
        return None
    said = question.plain
    for _, name in question.written:  # 复议一处 counts nothing
        said = said.replace(name, "")
    checks = [_check_year(clause, said), _check_number(clause, said)]
    found = [check for check in checks if check is not None]
    if not found:
        return None
    # One thing that is not so makes the whole not so.
    wrong = next((check for check in found if not check.agrees), found[0])
    draft = Draft()
    opening = "是的" if wrong.agrees else f"不是{wrong.asked}"
    draft.say(f"{opening}：原文写的是{wrong.written}{draft.cite(wrong.clause)}。")
    return draft


def _check_year(clause: Clause, question: str) -> _Check | None:
    asked = {int(year) for year in _YEAR.findall(question)}
    points = (clause, *clause.children)
    dated = [(c, d) for c in points for d in c.deadlines if d.year is not None]
    if not asked or not dated or clause.document.year in asked:
        return None  # the year of the paper itself names the paper, not a deadline
    agreeing = [(c, d) for c, d in dated if d.year in asked]
    owner, deadline = (agreeing or dated)[0]
    years = "、".join(f"{year}年" for year in sorted(asked))
    return _Check(owner, years, deadline.text, bool(agreeing))


def _check_number(clause: Clause, question: str) -> _Check | None:
    asked = [figure for figure in figures(question) if figure.unit != "年"]
    written = [f for f in figures(clause.text) if asked and f.unit == asked[0].unit]
    if not written:
        return None
    same = [f for f in written if f.number == asked[0].number]
    return _Check(clause, asked[0].text, (same or written)[0].text, bool(same))
