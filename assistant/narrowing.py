"""Part of a department's list that was shown: 只看牵头的, 跟戒毒沾边的留下, 其中财政局也参加的."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Ask
from assistant.shown import Shown
from assistant.state import LAST_CLAUSES, Carried, ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.clause_number import number_value
from assistant.understanding.phrases import phrases, without
from assistant.understanding.question import CLAUSE_ASKS
from assistant.understanding.role_words import in_any_role, role_said
from corpus import Clause

# 其中要制定的条例叫什么: what a clause of a list says, and no part of the list.
_OF_A_CLAUSE: frozenset[Ask] = frozenset({"name", "amount", "contact"})
# 其中, 这里头, 这几个当中: of what was shown last, and not of all that the department has.
_OF_THESE = re.compile(
    r"^(?:那|嗯|好的?|行)?[,， ]*"
    r"(?:其中|当中|[这那](?:些|[几\d一二两三四五六七八九十]+[项条个点])(?:其中|当中|之?中|里)|[这那]?里[面头边])"
)
# 装备那两条: how many of the list they are.
_SO_MANY = re.compile(r"(?<=\s)[条项个点块]+(?=\s|$)")
# 剩几个: the list itself is counted.
_COUNTED = re.compile(r"(?:剩|还有|留)下?了?(?:几|多少)[条项个]")
_SECTIONS = {"section", "subsection"}
_BELOW = re.compile(r"下[面边头]|底下|项下|里[面头]")
# Left around a topic they name nothing.
_AROUND = " ,，、的跟和与是有些"


def wants_a_part(question: Question) -> bool:
    """Whether a part of a list that was shown is wanted: 只看牵头的, 跟戒毒沾边的留下."""
    words, said = phrases(), question.plain
    called_a_part = words["of_the_list"].search(said)
    of_list = called_a_part or question.intent == "fu_only"
    part = question.topic or question.departments or _names_a_section(question)
    dated = words["dated"].search(said) and not part
    of_its_clause = question.asks & (_OF_A_CLAUSE | CLAUSE_ASKS)
    if called_a_part and (question.departments or _COUNTED.search(said)):
        of_its_clause = frozenset()  # 其中财政厅也参加的; 剩几个
    return bool(_names_none(said) or (of_list and part and not of_its_clause) or dated)


def _names_a_section(question: Question) -> bool:
    """只看第三部分（二）的, 只留第2项下面的; 第三项 alone counts what was listed."""
    families = {family for number in question.numbers for family, _ in number.levels}
    return bool(families & _SECTIONS) or bool(families and _BELOW.search(question.plain))


def part_of_the_list(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The list of before, narrowed by the role, matter or department that the question names."""
    topic = question.topic
    for _, written in question.written:  # 依法治省办掺在其中几处
        topic = topic.replace(written, " ")
    for company in ("in_company", "alone"):  # 跟别的处合办的
        topic = phrases()[company].sub(" ", topic)
    topic = phrases()["of_the_list_only"].sub(" ", topic)
    topic = _SO_MANY.sub(" ", topic).strip(_AROUND)
    around = ("nobody_else", "together", "listing", "filler", "generic")
    if question.written and not _left_of(topic, *around):
        topic = ""
    role = role_said(question.plain)  # 其中省人大法工委打头的
    return replace(
        question,
        kind="duties",
        asks=question.asks & {"deadline"},
        topic="" if _names_none(question.plain) else topic,
        departments=tuple(dict.fromkeys((*before.departments, *question.departments))),
        scope=scope,
        of_list=bool(question.departments),
        roles_asked=tuple((name, role) for name in question.departments) if role else (),
        leaves_out=bool(topic) and phrases()["left_out"].search(question.plain) is not None,
    )


def part_of_what_was_shown(part: Question, before: ConversationState) -> frozenset[str]:
    """其中财政局也参加的, 装备那两条拿掉: the clauses shown last, if a part of these is wanted."""
    of_these = part.leaves_out or _OF_THESE.search(part.plain)
    shown = before.clauses if of_these and len(before.clauses) < LAST_CLAUSES else ()
    return frozenset(shown)


def of_several(question: Question, cited: tuple[Clause, ...]) -> Carried | None:
    """这三项各有谁配合, 带财政厅的有几条: asked of several clauses of before."""
    if of_them := _points_of_a_department(question, cited):
        return of_them
    here = {clause.document_id for clause in cited} <= set(question.scope.documents)
    if len(cited) > 1 and (here or not question.scope.named) and _asks_of_each(question):
        return Carried(replace(question, topic=""), focus=cited, of_each=True)
    return None


def of_the_rest(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """另两项谁牵头, 其余的呢: asked of what of the last list was not shown last."""
    said = phrases()["the_rest"].search(question.plain)
    names = question.departments or question.numbers or question.scope.named
    if said is None or names:
        return None
    others = tuple(clause for clause in shown.listed if clause not in shown.cited)
    if not others and before.kind == "duties" and len(before.clauses) < LAST_CLAUSES:
        others = _other_tasks(before.departments, shown.cited)
    so_many = number_value(said["rest"]) if said["rest"] else len(others)
    roles = question.asks & {"lead", "support"}
    # Behind 装备那两条拿掉 the rest is what was shown.
    left_out = roles and before.topic and shown.listed == shown.cited
    if not others or so_many != len(others) or left_out:
        return None
    if roles:
        return _who_of_each(question, roles, others, before)
    if before.kind != "duties" or not says_only_which(question.topic):
        return None
    rest = replace(
        question,
        kind="duties",
        asks=question.asks & {"deadline"},
        topic="",
        departments=before.departments,
        scope=_scope_of(before),
    )
    return Carried(rest, within=frozenset(clause.id for clause in others), scope_was_kept=True)


def _other_tasks(departments: tuple[str, ...], shown: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What a department has in the papers of the clauses shown, beside these."""
    return tuple(
        clause
        for clause in _clauses_beside(shown)
        if clause not in shown
        and {each.canonical for each in clause.responsibilities} & {*departments}
    )


def _clauses_beside(shown: tuple[Clause, ...]) -> Iterator[Clause]:
    """All clauses of the papers of some."""
    for paper in dict.fromkeys(clause.document for clause in shown):
        yield from paper.clauses


def of_both(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """两个处都在的是哪一项: what the departments asked about last and before that share."""
    if question.departments or not (before.departments and before.earlier_departments):
        return None
    if not phrases()["both_offices"].search(question.plain):
        return None
    both = (*before.earlier_departments, *before.departments)
    shared = tuple(
        clause
        for clause in _clauses_beside(shown.cited)
        if {*both} <= {each.canonical for each in clause.responsibilities}
    )
    roles = question.asks & {"lead", "support"}
    if shared and roles:
        return _who_of_each(question, roles, shared, before)
    listed = replace(question, kind="duties", asks=frozenset(), topic="", departments=both)
    return Carried(replace(listed, scope=_scope_of(before)), scope_was_kept=True)


def _who_of_each(
    question: Question,
    roles: frozenset[Ask],
    clauses: tuple[Clause, ...],
    before: ConversationState,
) -> Carried:
    """Who leads or helps, asked of each of some clauses."""
    scope = _scope_of(before)
    asked = replace(question, kind="responsibility", asks=roles, topic="", scope=scope)
    return Carried(asked, focus=clauses, of_each=len(clauses) > 1, scope_was_kept=True)


def _scope_of(before: ConversationState) -> Scope:
    return Scope(before.documents, before.regions, before.years)


def _points_of_a_department(question: Question, cited: tuple[Clause, ...]) -> Carried | None:
    """带财政厅的有几条, 这五小项里律师工作处也参加的: of a task's points, or of several clauses."""
    of_them = phrases()["of_the_points"].search(question.plain)
    alone = question.kind == "duties" or not question.topic or question.intent == "fu_only"
    if not (of_them and cited and question.departments and alone):
        return None
    question = replace(question, kind="duties", topic="")
    first = cited[0]
    if first.children:
        return Carried(question, focus=tuple(clause for clause in cited if clause.children))
    if 1 < len(cited) < LAST_CLAUSES:
        return Carried(question, within=frozenset(clause.id for clause in cited))
    task = first.parent if first.kind == "item" else None
    return Carried(question, focus=(task,)) if task else None


def _asks_of_each(question: Question) -> bool:
    """这三项各有谁配合, 剩下五条谁牵的头: the same is asked of every clause that was shown."""
    of_roles = question.asks & {"lead", "support"} and not question.numbers
    named = question.departments or question.kind == "duties"
    return bool(of_roles and not named and phrases()["of_each"].search(question.plain))


def says_only_which(topic: str) -> bool:
    """Whether a topic says only what of a list is wanted, and how: 请指明条目, 作为 不计."""
    return not _left_of(topic, "listing", "of_the_list_only", "filler", "generic")


def _names_none(said: str) -> bool:
    """Whether neither matter nor department is named: 只看牵头的, 拢共几条."""
    return _by_role(said) or phrases()["in_all"].search(said) is not None


def _by_role(said: str) -> bool:
    """只看牵头的, 自己打头的不止一项吧, 配合的不用了: nothing but a role, and which part it is."""
    words = phrases()
    named = re.search(in_any_role(), said)
    if not named or not words["by_role"].search(said) or words["by_role_who"].search(said):
        return False
    of_company = ("alone", "in_company")  # 牵头的里头带别人玩的有几条
    return not _left_of(said, *of_company, "of_the_list_only", "filler", "generic")


def _left_of(said: str, *sections: str) -> str:
    """What is left without words for roles, those of the sections, and those around them."""
    return without(re.sub(in_any_role(), "", said), *sections, "by_role_around")
