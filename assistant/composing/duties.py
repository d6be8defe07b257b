"""Everything the papers give a department to do: complete, counted, lead and support apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.composing.draft import Draft
from assistant.composing.duty_filters import Wanted, asks_beyond, wanted
from assistant.composing.wording import joined, times, titled
from assistant.evidence import Evidence
from assistant.locating import PART_WORDS
from assistant.sentences import opening
from assistant.understanding.phrases import phrases
from corpus import Clause, Document, Responsibility, Role

# What kind of a department's tasks are listed, where not all of them are.
_LIMITED = {
    "dated": "写明时限的",
    "alone": "单独承担的",
    "offices": "与多家一起的",
    "in_company": "与其他单位一起的",
}
_QUOTED = re.compile(r"[“\"]([^“”\"]{2,12})[”\"]")
_ROLE_NAMES: dict[Role, str] = {"lead": "牵头或列首位", "support": "配合或列在其后"}


@dataclass(frozen=True, slots=True)
class _Duty:
    """A clause that names the department, and in which role.

    ``others`` are the departments asked about together with it, as the clause names them.
    """

    clause: Clause
    names: tuple[Responsibility, ...]
    others: tuple[Responsibility, ...] = ()

    @property
    def role(self) -> Role:
        named = (*self.names, *self.others)
        return "lead" if any(each.role == "lead" for each in named) else "support"

    @property
    def led_by(self) -> tuple[Responsibility, ...]:
        """Who leads the clause or stands first, unless it goes without saying."""
        leading = tuple(each for each in self.clause.responsibilities if each.role == "lead")
        said_already = {*leading} & {*self.names} and not self.others
        return () if said_already else leading


def compose_duties(evidence: Evidence) -> Draft | None:
    """List every clause in scope that names the departments asked about.

    The list is read from the outline, never from a ranking, so that it is complete. Parts of a
    paper that the question names, its topic, the role and the company it asks for narrow it.
    """
    limits = _limits(evidence)
    draft = Draft()
    all_of_each = {name: _duties(name, evidence) for name in evidence.question.departments}
    if evidence.within and "deadline" in evidence.question.asks:  # 其中最晚哪年要做到
        these = (
            d for duties in all_of_each.values() for d in duties if _let_in(d, limits, evidence)
        )
        limits = replace(limits, dated=any(duty.clause.deadlines for duty in these))
    if evidence.focus and not evidence.question.numbers and not any(all_of_each.values()):
        return compose_duties(replace(evidence, focus=()))  # what is called so has none of them
    of_these = phrases()["of_these"].search(evidence.question.plain)
    for department, all_of_them in all_of_each.items():
        if department in (*limits.without, *limits.not_led_by):
            continue
        duties = [duty for duty in all_of_them if _let_in(duty, limits, evidence)]
        if limits.together:
            duties = [_with_others(duty, evidence.question.departments) for duty in duties]
        about = _about_topic(duties, evidence)
        if duties and (about or of_these or not evidence.within):
            among = evidence.within and len(duties) < len(all_of_them)
            _list(duties, about, limits, evidence, draft, among=bool(among))
        if limits.together or limits.roles_of:
            break
    if not draft.lines and all(all_of_each.values()):
        _say_none(list(all_of_each.values()), draft)
    return draft if draft.lines else None


def _with_others(duty: _Duty, departments: tuple[str, ...]) -> _Duty:
    named = duty.clause.responsibilities
    others = (each for each in named if each.canonical in departments and each not in duty.names)
    return replace(duty, others=tuple(others))


def _say_none(all_of_each: list[list[_Duty]], draft: Draft) -> None:
    """立法一处和省法援中心一起负责的: each has tasks, and none is as asked."""
    counted = (f"{duties[0].names[0].department}共有{len(duties)}项" for duties in all_of_each)
    draft.status = "not_found"
    draft.say(f"没有符合所问条件的任务：{joined(counted)}，都不是这样写的。")


def _limits(evidence: Evidence) -> Wanted:
    question = evidence.question
    named = dict(question.written)
    written = tuple(named.get(department, "") for department in question.departments)
    limits = wanted(question.plain, question.departments, written)
    left_out = limits.without or limits.not_led_by
    shared = question.of_list and len(question.departments) > 1 and not left_out
    if limits.not_led_by or (question.of_list and question.roles_asked):
        limits = replace(limits, roles=("lead", "support"))  # of the other department
    return replace(limits, together=limits.together or shared)


def _let_in(duty: _Duty, limits: Wanted, evidence: Evidence) -> bool:
    question, clause = evidence.question, duty.clause
    named = {each.canonical for each in clause.responsibilities}
    asked = set(question.departments)
    roles = {(each.canonical, each.role) for each in clause.responsibilities}
    kept_out = (
        evidence.within and clause.id not in evidence.within,
        question.of_list and not (limits.not_led_by or set(question.roles_asked) <= roles),
        roles & {(name, "lead") for name in limits.not_led_by},
        not set(limits.roles_of) <= roles,
        limits.dated and not clause.deadlines,
        limits.together and not asked - {*limits.without} <= named,
        limits.nobody_else and named != asked,
        limits.alone and len(named) > 1,
        limits.in_company and len(named) < 2,
        len(named) < limits.offices,
        named & set(limits.without),
    )
    return not any(kept_out)


def _duties(department: str, evidence: Evidence) -> list[_Duty]:
    duties = [
        _Duty(clause, names)
        for document in evidence.documents
        for clause in document.clauses
        if (names := tuple(n for n in clause.responsibilities if n.canonical == department))
    ]
    inside = [duty for duty in duties if evidence.in_focus(duty.clause)]
    if evidence.focus and asks_beyond(evidence.question.plain):
        return [duty for duty in duties if duty not in inside]
    return inside


def _list(
    duties: list[_Duty],
    about: list[_Duty],
    limits: Wanted,
    evidence: Evidence,
    draft: Draft,
    *,
    among: bool,
) -> None:
    """The duties ``about`` the topic, counted; ``among``: the department has others too."""
    name = _called(list(dict.fromkeys(n.department for duty in duties for n in duty.names)))
    if evidence.focus:
        beyond = asks_beyond(evidence.question.plain)
        named = {c for duty in duties for c in (duty.clause, *duty.clause.ancestors)}
        parts = (titled(part) for part in evidence.focus if beyond or part in named)
        name = f"{name}在{joined(dict.fromkeys(parts))}{'以外' if beyond else '中'}"
    limited = _LIMITED[limits.limited_by] if limits.limited_by else ""
    tasks = f"{name}{limited or '的'}任务"
    narrowed = tasks if limited else name
    if not about:
        draft.say(f"{tasks}中没有找到专门写到所问事项的，全部任务如下。")
        about = duties
    elif about != duties:
        which = "不涉及所指事项的" if evidence.question.leaves_out else "与所问事项有关的"
        narrowed = f"{tasks}共有{len(duties)}项，其中{which}"
    narrowed = f"{_in_company(narrowed, about, limits, evidence)}{_left_out(limits, evidence)}"
    if among and about == duties:
        narrowed = f"{narrowed}在这些条款中"
    lead = sum(duty.role == "lead" for duty in about)
    draft.say(
        f"{narrowed}共有{len(about)}项：牵头或列首位{lead}项，配合或列在其后{len(about) - lead}项。"
    )
    times_too = limits.dated or "deadline" in evidence.question.asks
    for document in dict.fromkeys(duty.clause.document for duty in about):
        of_paper = [duty for duty in about if duty.clause.document is document]
        _list_in(document, of_paper, limits, draft, times_too=times_too)
    if times_too and not any(duty.clause.deadlines for duty in about):
        draft.say("这些任务都没有写明完成的时间。")
        draft.status = "partial"


def _in_company(name: str, duties: list[_Duty], limits: Wanted, evidence: Evidence) -> str:
    """司法厅牵头、财政厅配合的任务: the list's name where other departments limit it too."""
    written = {r.canonical: r.department for duty in duties for r in duty.clause.responsibilities}
    first, *rest = evidence.question.departments
    others = [written[one] for one in rest if one in written]
    if limits.roles_of:
        roles, called = dict(limits.roles_of), {**written, first: name}
        does = {"lead": "牵头", "support": "配合"}
        said = "、".join(called[one] + does[role] for one, role in roles.items())
        return f"{said}的任务" if first in roles else f"{name}的任务中，{said}的"
    return f"{joined((name, *others))}同在的任务" if limits.together and others else name


def _left_out(limits: Wanted, evidence: Evidence) -> str:
    """除监狱管理局牵头的以外, 除财政厅也在的以外: which tasks the list does not have."""
    written = dict(evidence.question.written)
    named = [written.get(name, name) for name in limits.without]
    led = [f"{written.get(name, name)}牵头的" for name in limits.not_led_by]
    out = joined((*(f"{name}也在的" for name in named), *led))
    return f"除{out}以外，" if out else ""


def _about_topic(duties: list[_Duty], evidence: Evidence) -> list[_Duty]:
    """The duties about the topic, or with the words it quotes; all where no topic is named."""
    quoted = _QUOTED.findall(evidence.question.plain)
    if with_it := [duty for duty in duties if any(word in duty.clause.text for word in quoted)]:
        return with_it  # 沾到“队建制”的是哪两点
    names = "".join(named.department for duty in duties for named in duty.names)
    for part in evidence.focus:  # 完善司法行政保障制度那一部分里
        names += part.heading + PART_WORDS
    understood = (t for t in evidence.terms if t.known or t.expansions)  # 法援 is 法律援助
    telling = [t for t in understood if len(t.text) > 1 and t.text not in names]
    if not telling:
        return duties
    good = {hit.clause.id for hit in evidence.good}
    known = replace(evidence, terms=tuple(telling))
    about = [
        duty
        for duty in duties
        if known.share(duty.clause) >= evidence.thresholds.narrows
        and (duty.clause.id in good or any(c.id in good for c in duty.clause.ancestors[1:]))
    ]
    if evidence.question.leaves_out:
        return [duty for duty in duties if duty not in about]
    # 领导问…: what is surely found nowhere names no matter
    return about if about or evidence.surely_on_it else duties


def _list_in(
    document: Document, duties: list[_Duty], limits: Wanted, draft: Draft, *, times_too: bool
) -> None:
    draft.say(f"《{document.title}》，共{len(duties)}项")
    roles = limits.roles
    if not any(duty.role in roles for duty in duties):
        roles = ("lead", "support")  # asked for what it leads, it only helps, or the reverse
    for role in roles:
        of_role = [duty for duty in duties if duty.role == role]
        leading = {_leading(duty) for duty in of_role}
        by_one = leading.pop() if len(of_role) > 1 and len(leading) == 1 else ""
        if of_role:
            counted = f"{len(of_role)}项，均由{by_one}" if by_one else f"{len(of_role)}项"
            draft.say(f"{_ROLE_NAMES[role]}（{counted}）：")
        for duty in of_role:
            marker = draft.name(duty.clause, _named_with(duty, limits))
            by_when = f"（{times(duty.clause)}）" if times_too and duty.clause.deadlines else ""
            leads = f"（{_leading(duty)}）" if duty.led_by and not by_one else ""
            draft.say(f"- {duty.clause.label}：{opening(duty.clause)}{leads}{by_when}{marker}")


def _leading(duty: _Duty) -> str:
    """司法厅列首位, 政治部牵头: who leads the clause, and as what; empty if the department does."""
    said = {"listed_first": "列首位"}
    return "、".join(f"{each.department}{said.get(each.basis, '牵头')}" for each in duty.led_by)


def _named_with(duty: _Duty, limits: Wanted) -> tuple[Responsibility, ...]:
    """The department, who leads where it helps, and those whose role is asked for too."""
    beside = dict(limits.roles_of)
    others = (each for each in duty.clause.responsibilities if each.canonical in beside)
    return tuple(dict.fromkeys((*duty.names, *duty.others, *duty.led_by, *others)))


def _called(names: list[str]) -> str:
    return f"{names[0]}（也写作{joined(names[1:])}）" if names[1:] else names[0]
