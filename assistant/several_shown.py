"""What is asked of several clauses that were shown: who of each, the rest of a list, some of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.answer import Ask
from assistant.narrowing import says_only_which
from assistant.sentences import opening
from assistant.shown import Shown, names_in, others_of, tasks_of
from assistant.state import LAST_CLAUSES, Carried, ConversationState
from assistant.understanding import Question
from assistant.understanding.clause_number import number_value
from assistant.understanding.phrases import phrases
from assistant.understanding.question import STEPS
from assistant.understanding.role_words import helping, leading, role_said
from corpus import Clause

_NUMBER = r"[一二两三四五六七八九十\d]"
# 装备那两条头儿是谁, 戒毒那几条谁牵头: some of what was shown, by their matter.
_THE_ONES = re.compile(rf"(?P<matter>.{{2,14}}?)的?那(?P<number>{_NUMBER}|几)[条项个点]")
# 谈税收的那点, 这几条里说到单警装备的是哪条: one of what was shown, by its matter.
_SAYS = r"(?:谈|讲|说|写|提|管|涉及|关于)(?:到|起|着|了)?"
_THE_ONE_ABOUT = re.compile(
    rf"(?:^|[,，])(?:那|就|还有|里[面头]|其中)*(?:{_SAYS})?(?P<matter>[^,，。?？]{{2,10}}?)的?[那这]一?[点段条项款](?!件)"
    rf"|{_SAYS}的?(?P<of>[^,，。?？]{{2,10}}?)的?是[哪那]一?[个点条项段]"
)


def of_what_was_listed(
    question: Question, before: ConversationState, shown: Shown
) -> Carried | None:
    """两个处都在的, 其余的呢, 装备那两条谁牵头: of a list that was shown; the first that fits."""
    return (
        _of_both(question, before, shown)
        or _of_the_rest(question, before, shown)
        or _the_one_of(question, before, shown)
        or _not_led_by(question, before, shown)
        or _in_a_role(question, before, shown)
        or _about_a_matter(question, before, shown)
        or _the_one_about(question, before, shown)
        or _with_company(question, before, shown)
    )


def of_several(question: Question, cited: tuple[Clause, ...]) -> Carried | None:
    """这三项各有谁配合, 带财政厅的有几条: asked of several clauses of before."""
    if of_them := _points_of_a_department(question, cited):
        return of_them
    here = {clause.document_id for clause in cited} <= set(question.scope.documents)
    if len(cited) > 1 and (here or not question.scope.named) and _asks_of_each(question):
        return Carried(replace(question, topic=""), focus=cited, of_each=True)
    return None


def _of_the_rest(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """另两项谁牵头, 其余的呢: asked of what of the last list was not shown last."""
    said = phrases()["the_rest"].search(question.plain)
    names = question.departments or question.numbers or question.scope.named
    checks = question.departments and "yesno" in question.asks  # 其他几点要不要律师工作处配合
    if said is None or (names and not checks):
        return None
    others = tuple(clause for clause in shown.listed if clause not in shown.cited)
    if not others and before.kind == "duties" and len(before.clauses) < LAST_CLAUSES:
        others = others_of(before.departments, shown.cited)
    so_many = number_value(said["rest"]) if said["rest"] else len(others)
    roles = question.asks & {"lead", "support"} or (frozenset({"lead"}) if checks else frozenset())
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
        scope=before.scope,
    )
    return Carried(rest, within=frozenset(clause.id for clause in others), scope_was_kept=True)


def _of_both(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """两个处都在的是哪一项: what the departments asked about last and before that share."""
    if question.departments or not (before.departments and before.earlier_departments):
        return None
    if not phrases()["both_offices"].search(question.plain):
        return None
    both = (*before.earlier_departments, *before.departments)
    shared = tuple(c for c in tasks_of(both, shown.cited) if {*both} <= names_in(c))
    roles = question.asks & {"lead", "support"}
    if shared and roles:
        return _who_of_each(question, roles, shared, before)
    listed = replace(question, kind="duties", asks=frozenset(), topic="", departments=both)
    return Carried(replace(listed, scope=before.scope), scope_was_kept=True)


def _the_one_of(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """人社厅牵头的那条，财政也在吧: the one of a list in which a department has the role."""
    departments = before.departments or before.list_departments
    if not (question.written and departments):
        return None
    canonical, name = question.written[0]
    role = (
        rf"{re.escape(name)}(?:来|在)?(?P<role>{leading().only}|{helping().only})的那一?[条项个点]"
    )
    match = re.search(role, question.plain)
    if match is None:
        return None
    said = role_said(match["role"])
    fitting = tuple(c for c in tasks_of(departments, shown.cited) if canonical in names_in(c, said))
    if len(fitting) != 1:
        return None
    return _who_of_each(question, frozenset({"lead", "support"}), fitting, before)


def _not_led_by(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """有没有不是司法厅领头的: behind several clauses, those that another department leads."""
    if not (question.departments and shown.cited):
        return None
    names = "|".join(re.escape(name) for _, name in question.written if name)
    not_by = rf"(?:不是|不归|不由|非)(?:{names})(?:来|在)?(?:{leading().said}|管|抓)的"
    several = shown.cited if len(shown.cited) > 1 else shown.cited[0].children or shown.listed
    if not (names and several and re.search(not_by, question.plain)):
        return None
    by_others = tuple(
        clause
        for clause in several
        if clause.responsibilities and not names_in(clause, "lead") & {*question.departments}
    )
    return _who_of_each(question, frozenset({"lead"}), by_others or several, before)


def _in_a_role(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """作配合的那几项，由谁牵头: who leads or helps in what a department does in one role."""
    match = _those_in_a_role().search(question.plain)
    departments = before.departments or before.list_departments
    if match is None or not departments or question.departments:
        return None
    role = role_said(match["role"]) or "support"
    if match["not"]:  # 里面只有一条它不主事
        role = "support" if role == "lead" else "lead"
    theirs = tasks_of(departments, shown.cited, role)
    return _who_of_each(question, frozenset({"lead"}), theirs, before) if theirs else None


@cache
def _those_in_a_role() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=[,，]))(?:里[面头]|其中|唯一|仅有|只有|就|那|这|有没有|(?:一|几)[项条个点]|给(?:人|别人|别的处))*(?:它们?|他们)?"
        rf"(?P<not>不)?(?:作为?|当|打)?(?P<role>{leading().only}|{helping().said})的?"
        r"(?:[,，]?那?(?:几|些|\d+|[一二两三四五六七八九十])?(?:[项条个点]|任务)+[,，]?|[,，])(?=.*[谁哪])"
    )


def _about_a_matter(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """装备那两条头儿是谁: of what was listed so many as are about a matter."""
    match = _THE_ONES.match(question.plain)
    asks = question.asks & {"lead", "support", "wording"}
    if match is None or not asks or len(shown.listed) < 2 or question.departments:
        return None
    about = tuple(clause for clause in shown.listed if match["matter"] in clause.text)
    number = number_value(match["number"]) or len(about)
    if len(about) != number or number < 2:
        return None
    if asks == {"wording"}:
        return Carried(replace(question, kind="clause", topic="", scope=before.scope), focus=about)
    return _who_of_each(question, asks, about, before)


def _the_one_about(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """谈税收的那点，把原话抄来: the only one of what was shown that writes of it."""
    match = _THE_ONE_ABOUT.search(question.plain)
    named = question.numbers or question.scope.named
    asks = question.asks and "yesno" not in question.asks
    if match is None or named or not asks or question.asks & STEPS:
        return None
    matter = match["matter"] or match["of"]
    about_it = [clause for clause in _beside_what_was_shown(shown) if matter in clause.text]
    if len(about_it) > 1:
        about_it = [clause for clause in about_it if matter in opening(clause)]
    if len(about_it) != 1:
        return None
    asked = replace(question, departments=(), topic="", scope=before.scope)
    if not question.asks - {"wording"}:
        asked = replace(asked, kind="clause")
    return Carried(asked, focus=tuple(about_it), scope_was_kept=True)


def _beside_what_was_shown(shown: Shown) -> tuple[Clause, ...]:
    """The list that was shown, or the points of the clause that was, or those beside it."""
    if len(shown.listed) > 1 or not shown.cited:
        return shown.listed
    first = shown.cited[0]
    return first.children or (first.parent.children if first.parent else ())


def _who_of_each(
    question: Question,
    roles: frozenset[Ask],
    clauses: tuple[Clause, ...],
    before: ConversationState,
) -> Carried:
    """Who leads or helps, asked of each of some clauses."""
    asked = replace(question, kind="responsibility", asks=roles, topic="", scope=before.scope)
    return Carried(asked, focus=clauses, of_each=len(clauses) > 1, scope_was_kept=True)


def _points_of_a_department(question: Question, cited: tuple[Clause, ...]) -> Carried | None:
    """带财政厅的有几条, 这五小项里律师工作处也参加的: of a task's points, or of several clauses."""
    of_them = phrases()["of_the_points"].search(question.plain)
    alone = question.kind == "duties" or not question.topic or question.intent == "fu_only"
    of_all = phrases()["throughout"].search(question.plain)  # 里边的教育厅，从头到尾派了它哪些事
    if of_all or not (of_them and cited and question.departments and alone):
        return None
    question = replace(question, kind="duties", topic="")
    first = cited[0]
    if first.children:
        return Carried(question, focus=tuple(clause for clause in cited if clause.children))
    if 1 < len(cited) < LAST_CLAUSES:
        return Carried(question, within=frozenset(clause.id for clause in cited))
    task = first.parent if first.kind == "item" else None
    return Carried(question, focus=(task,)) if task else None


def _with_company(question: Question, before: ConversationState, shown: Shown) -> Carried | None:
    """七小点里带配合单位的是哪两个，谁配合: of a task's points those that name several."""
    roles = question.asks & {"lead", "support"}
    named = question.departments or before.list_departments
    if not roles or named or not phrases()["in_company"].search(question.plain):
        return None
    first = shown.cited[0] if shown.cited else None
    task = first.parent if first is not None and first.kind == "item" else first
    several = tuple(c for c in (task.children if task else ()) if len(names_in(c)) > 1)
    if not several:
        return None
    asked = replace(question, kind="responsibility", asks=roles, topic="")
    return Carried(asked, focus=several, of_each=len(several) > 1)


def _asks_of_each(question: Question) -> bool:
    """这三项各有谁配合, 剩下五条谁牵的头: the same is asked of every clause that was shown."""
    of_roles = question.asks & {"lead", "support"} and not question.numbers
    named = question.departments or question.kind == "duties"
    return bool(of_roles and not named and phrases()["of_each"].search(question.plain))
