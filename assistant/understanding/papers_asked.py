"""Questions about papers themselves: which have a property, and what stands at their head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from assistant.understanding.phrases import group_pattern, phrases
from corpus import Document

Property: TypeAlias = Literal["draft", "formal", "numbered", "unnumbered", "dated", "naming"]
"""What a paper may be asked for by: its standing, its number or date, that it names departments."""

# The first that fits is meant: what is not formal yet is a draft.
_PROPERTIES: tuple[Property, ...] = (
    "draft",
    "unnumbered",
    "numbered",
    "dated",
    "naming",
    "formal",
)


def property_asked(text: str) -> Property | None:
    """The property by which papers are asked for: 哪一份尚未正式印发, 有文号的是哪几个."""
    if not asks_for_one(text):
        return None
    words = phrases()
    return next((name for name in _PROPERTIES if words[f"property_{name}"].search(text)), None)


def asks_which_papers(text: str) -> bool:
    """Whether papers are asked for: 收录了哪几份文件."""
    return phrases()["papers_held"].search(text) is not None


def asks_for_one(text: str) -> bool:
    """Whether one of the papers is asked for: 年份最晚的是哪份."""
    return phrases()["which_paper"].search(text) is not None


def one_by_age(text: str, papers: Iterable[Document]) -> tuple[str, re.Match[str]] | None:
    """早的那份, 吉林后出的那份: the oldest or newest of some papers by id, and where it is said."""
    dated = sorted({(paper.year, paper.id) for paper in papers if paper.year})
    if len(dated) > 1:
        for group, (_, paper) in (("the_older", dated[0]), ("the_newer", dated[-1])):
            if said := group_pattern(group).search(text):
                return paper, said
    return None


def asks_of_the_head(text: str) -> bool:
    """Whether the question has a word for what a paper's head tells: 主送, 栏目, 谁签的."""
    return phrases()["of_the_head"].search(text) is not None


def asks_literally(text: str) -> bool:
    """Whether a word itself is asked after, and not what means the same: 提过复议没."""
    return phrases()["literally"].search(text) is not None


def asks_year_alone(text: str) -> bool:
    """Whether the year will do: 这是哪年的文件, 哪年印的; not 哪年哪月."""
    return phrases()["year_alone"].search(text) is not None


def asks_day_of_issue(text: str) -> bool:
    """Whether only the day of issue will do, and not that of a web page."""
    return phrases()["day_of_issue"].search(text) is not None
