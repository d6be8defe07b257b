"""Which clauses of the last answer a follow-up points at: 第二个, [2], 那条, 第3点."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.locating import locate, printed_number
from assistant.shown import Shown, beside, tasks_of
from assistant.state import LAST_CLAUSES, Carried, ConversationState
from assistant.understanding import ClauseNumber, Question, Scope
from assistant.understanding.clause_number import number_value
from assistant.understanding.phrases import phrases
from assistant.understanding.question import CLAUSE_ASKS, STEPS
from assistant.understanding.role_words import role_said
from corpus import Clause

# 第二个呢, 第2条引用, [2]的原文: one of the clauses that the last answer cited.
_ORDINAL = re.compile(
    r"第\s*(?P<place>[一二三四五六七八九十\d]{1,3})\s*(?:个|条引用|处|份)|\[(?P<marker>\d{1,3})\]"
)
# 后一条除它之外还有谁, behind two clauses side by side
_OF_TWO = re.compile(r"(?:那|嗯)?[,，]?(?:(?P<former>前)|后)(?:面|头)?那?一?[条项点个]")
# 牵头清单第3条, 那个单子的第三条
_A_LIST = re.compile(r"清单|单子|名单(?!里)|列表|[那这]张表")
_THE_LAST = -1
_ENDS = " ,，。.?？呢吧啊"
# 里头第四项: counted among the points that were shown.
_AMONG = re.compile(r"最前面|头一|打头|(?:里[头面边]?|其中|当中|下[面头边]|上面)的?第")


def pointed_at(said: str, question: Question, cited: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """第二个, 那条, 它的前一条: clauses of the last answer."""
    if question.scope.named:  # 再看看吉林怎么写的: not the clause of another paper
        cited = tuple(c for c in cited if c.document_id in question.scope.documents)
    if not cited or question.topic:
        return ()
    if match := _ORDINAL.search(said):
        place = number_value(match["place"] or match["marker"])
        counted = cited if match["marker"] else _counted(cited)
        return counted[place - 1 : place] if place else ()
    clause_asks = question.asks & CLAUSE_ASKS
    if clause_asks and not question.numbers and not question.scope.several:
        return cited[:1]
    return ()


def one_of_two(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """后一条除它之外还有谁: behind a list of two, the one of them that is meant, and no step."""
    match = _OF_TWO.match(question.plain)
    two = shown.cited == shown.listed and len(shown.listed) == 2
    if match is None or not two or question.numbers or question.scope.named:
        return None
    one = shown.cited[0] if match["former"] else shown.cited[1]
    asked = replace(question, asks=question.asks - STEPS)
    return Carried(about(asked, before), focus=(one,))


def of_a_called_list(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """牵头清单第3条原文, 回到人社厅那个单子，第三条: of a list called by its role or office."""
    departments = question.departments or before.list_departments
    values = [number.levels[0][1] for number in question.numbers if len(number.levels) == 1]
    if not (departments and values and _A_LIST.search(question.plain)):
        return None
    role = role_said(question.plain)
    counted = tasks_of(departments, shown.cited, role)
    if not all(0 < value <= len(counted) for value in values):
        return None
    focus = tuple(counted[value - 1] for value in values)
    asked = replace(question, departments=(), scope=Scope(documents=before.documents))
    return Carried(about(asked, before), focus=focus, of_each=len(focus) > 1, scope_was_kept=True)


def only_points(said: str) -> bool:
    """Whether nothing is said but which one of those shown is meant: 第二个, [2]."""
    return _ORDINAL.fullmatch(said.strip(_ENDS)) is not None


def _counted(cited: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What 第二个 counts: a task's points where they, or one of them, were shown; else what was."""
    first, *others = cited
    if others and all(each.parent is first for each in others):
        return first.children
    return beside(first) if not others and first.kind == "item" else cited


def points_beyond(question: Question, cited: tuple[Clause, ...]) -> bool:
    """[99]的原文: a marker that the last answer does not have."""
    match = _ORDINAL.search(question.plain)
    marker = number_value(match["marker"]) if match and match["marker"] else None
    return marker is not None and not question.topic and not 0 < marker <= len(cited)


def by_number(
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    listed: tuple[Clause, ...],
    kept: bool,
) -> Carried:
    """第2点 below the clause that was shown, 第一项 of the list, or a number of the paper."""
    corrected = phrases()["correction"].search(question.plain) and not question.asks
    if corrected and before.kind == "responsibility":  # 说错了，是23（3）
        question = replace(question, kind=before.kind, asks=frozenset(before.asks))
    alone = all(len(number.levels) == 1 for number in question.numbers)
    if cited and alone and not (question.scope.named and not kept):
        of_each_number = [
            _in_the_list(number, question, before, cited, listed) or _below(number, question, cited)
            for number in question.numbers
        ]
        if all(of_each_number):
            focus = tuple(clause for clauses in of_each_number for clause in clauses)
            return Carried(about(question, before), focus=focus, of_each=len(focus) > 1)
        paper = Scope(documents=(_paper_with(question.numbers[0], cited),))
        return Carried(replace(question, scope=paper), scope_was_kept=True)
    return Carried(question, scope_was_kept=kept)


def _below(
    number: ClauseNumber, question: Question, cited: tuple[Clause, ...]
) -> tuple[Clause, ...]:
    """第2点 below the clause that was shown, 里头第四项 counted there, (5) beside a point."""
    (family, value), *_ = number.levels
    below = cited[0].children if cited[0].path else ()  # not the sections of a paper
    points = [c for c in below if family in (c.kind, "any")]
    if not points and family == "item":  # （5）呢, behind 24（3）
        points = list(beside(cited[0]))
    chosen = tuple(c for c in points if printed_number(c) == value)
    if not chosen and _AMONG.search(question.plain):
        chosen = below[value - 1 : value] if value > 0 else ()
    return chosen


def _paper_with(number: ClauseNumber, cited: tuple[Clause, ...]) -> str:
    """88谁配合: of the papers that were shown the first that has the number."""
    papers = dict.fromkeys(clause.document for clause in cited)
    holding = (paper.id for paper in papers if locate(paper, number).clauses)
    return next(holding, cited[0].document_id)


def _in_the_list(
    number: ClauseNumber,
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    listed: tuple[Clause, ...],
) -> tuple[Clause, ...]:
    """第二项念一下, 末一条原文, and behind that 看错行了,要的是第三项: one of the last list."""
    (family, value), *_ = number.levels
    counted = listed or cited
    if len(counted) > 1 and all(each.parent is counted[0] for each in counted[1:]):
        counted = counted[1:]  # a part's points, shown below its own words
    pointed_before = len(cited) == 1 and cited[0] in listed
    if value == _THE_LAST and (before.kind == "duties" or pointed_before):
        return counted[-1:] if len(counted) < LAST_CLAUSES else ()
    of_list = before.kind == "duties" or pointed_before or "wording" in question.asks
    fits = of_list and family in ("task", "any") and 0 < value <= len(counted)
    return counted[value - 1 : value] if fits else ()


def about(question: Question, before: ConversationState) -> Question:
    """The question put to clauses of the last answer."""
    kind = question.kind if question.asks else "clause"
    return replace(question, kind=kind, topic=before.topic)
