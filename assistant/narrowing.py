"""Part of a department's list that was shown: 只看牵头的, 跟戒毒沾边的留下, 其中财政局也参加的."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Ask
from assistant.shown import Shown, names_in, others_of
from assistant.state import LAST_CLAUSES, Carried, ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.clause_number import number_value
from assistant.understanding.departments_asked import asks_who
from assistant.understanding.phrases import phrases, without
from assistant.understanding.question import CLAUSE_ASKS
from assistant.understanding.role_words import in_any_role, role_said
from corpus import Role

# 其中要制定的条例叫什么: what a clause of a list says, and no part of the list.
_OF_A_CLAUSE: frozenset[Ask] = frozenset({"name", "amount", "contact"})
# 装备那两条: how many of the list they are.
_SO_MANY = re.compile(r"(?<=\s)[条项个点块]+(?=\s|$)")
# 剩几个, 鉴定占几个: the list itself is counted.
_COUNTED = re.compile(r"(?:剩|还有|留|占)下?了?(?:几|多少)[条项个]")
# 是哪两条
_SO_MANY_ASKED = re.compile(r"[哪那](?P<number>[一二两三四五六七八九十\d]+)(?:个?[条项点])")
# 司法鉴定的呢
_OF_A_MATTER = re.compile(r"^那?[^,，。?？]{2,8}的(?:呢|咧|喃)[?？]*$")
# 法援的也照样来一遍: another part, and none of what was shown
_LIKEWISE = re.compile(r"照样|照旧|[一同]样的?(?:来|弄|整|列|搞|拉|给|做)")
_INSTEAD = re.compile(r"(?:那|再)?[换改]")
_SECTIONS = {"section", "subsection"}
_BELOW = re.compile(r"下[面边头]|底下|项下|里[面头]")
# Sections of words for tasks that a department has alone, or with others.
_COMPANY = ("in_company", "alone", "so_many_offices")
# Left around a topic they name nothing.
_AROUND = " ,，、的跟和与是有些也"


def wants_a_part(question: Question) -> bool:
    """Whether a part of a list that was shown is wanted: 只看牵头的, 跟戒毒沾边的留下."""
    words, said = phrases(), question.plain
    of_company = any(words[each].search(said) for each in _COMPANY)  # 由它单独承担的是第几项
    if question.departments and words["nobody_else"].search(said):
        of_company = True  # 光我们跟司法厅两家的
    called_a_part = of_company or words["of_the_list"].search(said)
    if question.departments and _INSTEAD.match(said):
        return False  # 换法工委，同样来一遍
    if question.asks & {"lead", "support"} and asks_who(said) and not question.departments:
        return False  # 和我们搭伙的还有哪些单位
    of_matter = not question.departments and _OF_A_MATTER.search(said)
    of_list = called_a_part or question.intent == "fu_only" or of_matter
    part = question.topic or question.departments or _names_a_section(question)
    when = "deadline" in question.asks and words["of_these"].search(said)  # 其中最晚哪年要做到
    dated = (words["dated"].search(said) or when) and not part
    of_its_clause = question.asks & (_OF_A_CLAUSE | CLAUSE_ASKS)
    counted = of_company or _COUNTED.search(said)
    if called_a_part and (question.departments or counted):
        of_its_clause = frozenset()  # 其中财政厅也参加的; 剩几个; 三家一起的是哪条
    of_some = of_list and (part or of_company) and not of_its_clause
    return bool(_names_none(said) or of_some or dated)


def _names_a_section(question: Question) -> bool:
    """只看第三部分（二）的, 只留第2项下面的; 第三项 alone counts what was listed."""
    families = {family for number in question.numbers for family, _ in number.levels}
    return bool(families & _SECTIONS) or bool(families and _BELOW.search(question.plain))


def part_of_the_list(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The list of before, narrowed by the role, matter or department that the question names."""
    topic = question.topic
    for _, written in question.written:  # 依法治省办掺在其中几处
        topic = topic.replace(written, " ")
    for company in _COMPANY:  # 跟别的处合办的
        topic = phrases()[company].sub(" ", topic)
    topic = phrases()["of_the_list_only"].sub(" ", topic)
    topic = _SO_MANY.sub(" ", topic).strip(_AROUND)
    around = ("nobody_else", "together", "listing", "filler", "generic")
    if question.written and not _left_of(topic, *around):
        topic = ""
    role = _role_of_the_other(question)
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


def _role_of_the_other(question: Question) -> Role | None:
    """其中省人大法工委打头的: its role; 配合里边和监狱局一起的 says the role in the list."""
    name = question.written[0][1] if question.written else ""
    return role_said(question.plain.partition(name)[2]) if name else None


def part_of_what_was_shown(
    part: Question, before: ConversationState, shown: Shown
) -> frozenset[str]:
    """其中财政局也参加的, 装备那两条拿掉: the clauses shown last, if a part of these is wanted.

    Without such a word it is one too, where these were a part of the department's tasks already.
    """
    if len(before.clauses) >= LAST_CLAUSES or _LIKEWISE.search(part.plain):
        return frozenset()
    of_these = part.leaves_out or phrases()["of_these"].search(part.plain)
    narrows = of_these or _narrows_again(part, before, shown)
    return frozenset(before.clauses if narrows else ())


def _narrows_again(part: Question, before: ConversationState, shown: Shown) -> bool:
    """（三）那部分的, and behind it 带发改委的; 配合的呢, behind 只看牵头的, is the other part."""
    words, said = phrases(), part.plain
    these = tuple(clause for clause in (*shown.cited, *shown.listed) if clause.id in before.clauses)
    of_all = words["in_all"].search(said) or words["throughout"].search(said)
    if of_all or not others_of(before.departments, these):
        return False
    if so_many := _SO_MANY_ASKED.search(said):  # 国安厅有份的是哪两条
        fitting = [each for each in {*these} if {*part.departments} <= names_in(each)]
        return len(fitting) == number_value(so_many["number"])
    roles = {
        each.role
        for clause in these
        for each in clause.responsibilities
        if each.canonical in before.departments
    }
    return len(roles) > 1 or not _by_role(said)


def by_role(question: Question, before: ConversationState) -> Carried | None:
    """把打配合的去掉还剩什么, 再要一份它只出力的: the open list by a role that is said somehow."""
    at_list, said = before.at_the_list(), question.plain
    names = question.departments or question.numbers or question.scope.named
    if at_list.kind != "duties" or names or asks_who(said) or not role_said(said):
        return None
    return Carried(replace(part_of_the_list(question, at_list, at_list.scope), topic=""))


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
