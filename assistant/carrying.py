"""What a follow-up question takes over from what was said before: a few rules, in order."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Ask
from assistant.asked_again import (
    ALSO_OF,
    NAMES_A_TOPIC,
    again,
    as_before,
    says_what,
    takes_over_kind,
)
from assistant.detail_asked import detail_of_before, is_detail
from assistant.going_back import back_to
from assistant.narrowing import part_of_the_list, part_of_what_was_shown, wants_a_part
from assistant.papers import Papers
from assistant.papers_meant import asks_elsewhere, both_papers, over_other_papers, scope_meant
from assistant.pointing import (
    about,
    by_number,
    of_a_called_list,
    one_of_two,
    pointed_at,
    points_beyond,
)
from assistant.role_checks import checks_a_department
from assistant.sentences import opening
from assistant.several_shown import of_several, of_what_was_listed
from assistant.shown import Shown, beginning, below, names_anybody, naming, written_nearby
from assistant.state import Carried, ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.asks_named import SECTIONS
from assistant.understanding.details import names_only_a_detail
from assistant.understanding.intents import INTENTS
from assistant.understanding.phrases import phrases
from assistant.understanding.question import CLAUSE_ASKS, DOCUMENT_ASKS, FACT_ASKS, STEPS
from corpus import Clause

# What such a follow-up says beside its wish names nothing: 哪几家单位一路管到起.
_OF_WHAT_WAS_SHOWN = {each for each in INTENTS if each.startswith("fu_")} - {*NAMES_A_TOPIC}
# Characters; what the papers do not know and is longer may be a matter of another field.
_LONGEST_CHATTER = 5
_FIGURE = re.compile(r"\d")
# 里面讲律师的那条: one of the clauses below the part that was shown.
_AMONG_THEM = re.compile(
    r"(?:里[头面边]|其中|当中|底下|下[面边])(?!的?人).{0,12}[那哪](?:一|几)?[条项点个]"
)
# 这里面说进驻的有哪些业务: within the one clause that was shown
_WITHIN_IT = re.compile(
    r"^(?:那|嗯)?(?:这|那)(?:一?条|一?点|一?项|段)?里[面头边]?(?:说|写|提|讲|的)"
)
# 几时出呀: behind a matter, when what is planned will be there.
_COMES_OUT = re.compile(r"(?<![印写])出(?:台|来)?(?!的)")
# 房子那条, 管农民工的是哪个: one of a list that was shown.
_ONE_OF_THEM = re.compile(r"[那哪这][一几]?[条项点个块](?![处省部年月])")


def carry_over(  # noqa: PLR0911 - the first rule that fits decides
    question: Question,
    before: ConversationState,
    shown: Shown,
    papers: Papers,
) -> Carried:
    """Fill in a question from the state before it; the first rule that fits decides.

    ``shown`` are the clauses whose ids the state holds.
    """
    cited, listed = shown.cited, shown.listed
    matters = bool(question.topic) and papers.names_matter(question.topic)
    back_to_it = question.intent == "fu_back" and matters  # 回到监狱警力那个
    at_list = before.at_the_list()
    listed_one = at_list.kind == "duties" and at_list.departments
    narrows = bool(listed_one) and wants_a_part(question)  # 鉴定占几个
    # 示范创建之后紧接着的那一条: the step is from another clause than the one shown
    steps_from_it = matters and question.asks & STEPS and question.plain.startswith(question.topic)
    if question.intent in _OF_WHAT_WAS_SHOWN and not (back_to_it or narrows or steps_from_it):
        question, matters = _without_chatter(question), False
    question = _of_the_matter(question, before)
    names = matters or narrows or _is_another_matter(question, papers)
    if question.topic and not names and _points(question):
        question = _without_chatter(question)
    scope, kept = scope_meant(question, before, cited)
    of_list = (
        of_what_was_listed(question, before, shown)
        or one_of_two(question, before, shown)
        or of_a_called_list(question, before, shown)
        or (_part_of_the_list(question, at_list, shown, scope, kept) if narrows else None)
    )
    if of_list is not None:
        return of_list
    back = back_to(question, shown, matters=matters, share=papers.share)
    if other := back or _over_others(question, before, matters=matters):
        return other
    if kept and "newest" in question.asks:
        return Carried(replace(question, scope=both_papers(before)))
    question = replace(question, scope=scope)
    of_it = _of_what_was_shown(question, before, cited, kept, matters)
    if not (of_it or matters):
        of_it = of_several(question, cited)
    if of_it is not None:
        return of_it
    if question.topic and not question.numbers:
        carried = _with_topic(question, before, cited, kept, matters)
        within = _meant_among(question, before, cited, listed)
        of_a_list = within and before.kind == "duties"  # whose first clause is no more meant
        # 司法所盖房子也是装备处牵头？ asks of another matter than before.
        checked = question.departments and "yesno" in question.asks
        anew = matters and checked and ALSO_OF.search(question.plain)
        alone = of_a_list or anew
        spoken_of = "" if alone else _spoken_of(before, cited)
        last = cited[0] if cited and not alone else None
        return replace(carried, context=spoken_of, last=last, within=within)
    more = phrases()["more"].search(question.plain) or question.intent == "fu_more"
    more = more and not question.asks & {"lead", "support"}  # 还有哪些跟到起
    if more and question.kind != "duties" and not question.topic:
        return Carried(again(question, before, scope), shown=before.clauses, scope_was_kept=kept)
    if points_beyond(question, cited):
        return Carried(replace(question, kind="none", reason="not_shown"))
    if pointed := pointed_at(question.plain, question, cited):
        return Carried(about(question, before), focus=pointed)
    if question.numbers:
        return by_number(question, before, cited, listed, kept)
    return _without_topic(question, before, cited, kept)


def _part_of_the_list(
    question: Question, at_list: ConversationState, shown: Shown, scope: Scope, kept: bool
) -> Carried | None:
    """只看牵头的, 带财政厅的有几条: a department's list narrowed."""
    if scope.named and not {*scope.documents} <= {*at_list.documents}:
        return None
    part = part_of_the_list(question, at_list, scope)
    these = part_of_what_was_shown(part, at_list, shown) if kept else frozenset()
    return Carried(part, scope_was_kept=kept, within=these)


def _over_others(question: Question, before: ConversationState, *, matters: bool) -> Carried | None:
    """两地各是哪个处承办的, 外省也这么规定: the same asked of other papers than before."""
    over = over_other_papers(question, before)
    elsewhere = asks_elsewhere(question.plain)
    if over is None or (elsewhere and question.kind == "duties"):  # 禁毒委别处还出现没得
        return None
    others = before.clauses if elsewhere else ()
    question = question if matters else replace(question, topic="")
    return Carried(again(question, before, over), shown=others)


def _spoken_of(before: ConversationState, cited: tuple[Clause, ...]) -> str:
    """The topic of before and how the clause shown begins: people's words and the paper's."""
    shown = cited[0] if cited and cited[0].path else None
    begins = f" {beginning(shown)}" if before.topic and shown else ""
    return before.topic + begins


def _of_what_was_shown(
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    kept: bool,
    matters: bool,
) -> Carried | None:
    """说简单点, 不是司法厅吗, 上一级说要建成什么: asked of the clause shown."""
    if not cited:
        return None
    if question.brief and kept and not (matters or question.numbers):
        told = replace(question, kind="measures", topic=before.topic)
        return Carried(told, focus=cited[:1], scope_was_kept=kept)
    if (checked := checks_a_department(question, before)) is not None:
        papers = question.scope.documents
        inside = tuple(c for c in cited if not papers or c.document_id in papers)
        focus = naming(inside) if inside else ()
        return Carried(replace(checked, topic=before.topic), focus=focus)
    if kept and len(cited) == 1 and not cited[0].children and _WITHIN_IT.match(question.plain):
        return Carried(replace(question, topic=question.topic or before.topic), focus=cited)
    same_papers = kept or question.scope.documents == before.documents
    if same_papers and _steps_first(question):
        return Carried(about(question, before), focus=cited[:1])
    return None


def _meant_among(
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    listed: tuple[Clause, ...],
) -> frozenset[str]:
    """里面讲律师的那条, and behind a list 换证件那条: the clauses of which one is meant."""
    if question.asks & STEPS:
        return frozenset()  # 示范创建之后紧接着的那一条
    if before.kind == "duties" and len(listed) > 1 and _ONE_OF_THEM.search(question.plain):
        return frozenset(clause.id for clause in listed)
    return below(cited) if _AMONG_THEM.search(question.plain) else frozenset()


def _of_the_matter(question: Question, before: ConversationState) -> Question:
    """四川定的期限呢, 四川叫什么: behind a matter it is the matter's, not the paper's."""
    if before.kind == "document":
        return _of_the_papers(question)
    asks, facts = question.asks, question.of_a_matter & FACT_ASKS
    of_paper = question.kind == "document"
    instead: frozenset[Ask]
    if not before.topic:
        return question
    if of_paper and not question.scope.named and asks == {"count"}:
        instead = frozenset({"amount"})
    elif of_paper and not question.scope.named and asks == {"date"} and _comes_out(question):
        instead = frozenset({"deadline"})
    elif of_paper and "contact" in asks and not question.scope.named:  # 会期定了吗
        instead = asks & FACT_ASKS
    elif of_paper and facts and not asks & facts:
        instead = question.of_a_matter
    else:
        return question
    return replace(question, kind="fact", asks=instead)


def _of_the_papers(question: Question) -> Question:
    """各哪年, 正文从头排到尾共多少条: behind papers their dates and counts are asked for."""
    named = question.numbers or question.departments
    if not named and question.asks == {"deadline"} and is_detail(question):
        return replace(question, kind="document", asks=frozenset[Ask]({"date"}), topic="")
    if not named and question.asks == {"count"}:
        return replace(question, kind="document", topic="")
    return question


def _comes_out(question: Question) -> bool:
    return _COMES_OUT.search(question.plain) is not None


def _steps_first(question: Question) -> bool:
    """上一级那一项说要建成什么: the step is from what was shown, the rest asks of where it ends."""
    words, said = phrases(), question.plain
    asked = question.asks & STEPS
    steps = [words[section].search(said) for section, ask in SECTIONS if ask in asked]
    first = min((step.start() for step in steps if step), default=len(said))
    topic = said.find(question.topic.split()[0]) if question.topic else -1
    return first < topic and not question.numbers


def _points(question: Question) -> bool:
    """Whether the question asks what only something shown before can answer: 原文, 它归谁管."""
    if question.asks & (CLAUSE_ASKS | DOCUMENT_ASKS - {"count"}):
        return True
    if "yesno" in question.asks and _FIGURE.search(question.plain):
        return True  # 确定是2018年底吗
    return bool(question.asks & ({"lead", "support"} | FACT_ASKS))  # 哪个部门管的,就一家吗


def _is_another_matter(question: Question, papers: Papers) -> bool:
    """对了我们租的宿舍消防验收该找谁批: too much for chatter, and of another field."""
    long = len(question.topic.replace(" ", "")) > _LONGEST_CHATTER
    return long and papers.is_foreign(question.plain)


def _without_chatter(question: Question) -> Question:
    """原文怎么写的，一个字别改: what is left besides the asking names nothing."""
    of_paper = question.asks & DOCUMENT_ASKS and not question.numbers
    return replace(question, topic="", kind="document" if of_paper else question.kind)


def _with_topic(
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    kept: bool,
    matters: bool,
) -> Carried:
    """A topic of its own: a detail of what was shown, the same asked of it, or a new matter."""
    said = question.plain
    own_papers = question.scope.named and not kept
    if cited and not own_papers and names_only_a_detail(question.topic):
        return Carried(detail_of_before(question, before), focus=cited[:1])
    if question.kind == "duties" and question.departments:
        return Carried(question if matters else replace(question, topic=""), scope_was_kept=kept)
    joined = replace(question, topic=f"{before.topic} {question.topic}")
    switches = said.startswith("那") or phrases()["correction"].search(said)
    if kept and not switches and is_detail(question) and written_nearby(question.topic, cited):
        return Carried(joined, scope_was_kept=kept)
    if takes_over_kind(question):
        return Carried(as_before(question, before), scope_was_kept=kept)
    detail = is_detail(question) and bool(question.asks) and (kept or not question.scope.named)
    if detail and matters and not written_nearby(question.topic, cited):
        detail = False  # 陪审员是跟谁一起: a matter of its own, however short
    points_back = is_detail(question) and phrases()["pronoun"].search(said)
    if before.topic and (detail or points_back):
        return Carried(joined, scope_was_kept=kept)
    return Carried(question, scope_was_kept=kept)


def _asked_again(same: Question, shown: Clause | None, kept: bool) -> Carried:
    """The same over other papers, in the light of the clause ``shown``, if they are named."""
    called = opening(shown) if shown is not None else ""
    named = same.topic or same.departments or same.kind == "document"
    if shown is not None and not named:
        # 这一条对应四川稿哪一条, behind a clause that was asked for by its number
        return Carried(replace(same, topic=called), last=shown)
    return Carried(same, context=called, scope_was_kept=kept)


def _without_topic(
    question: Question, before: ConversationState, cited: tuple[Clause, ...], kept: bool
) -> Carried:
    """Only documents (那四川呢), only a department (科技信息处呢) or only a wish (什么时候完成)."""
    # 这事归谁管，吉林的, behind a clause of 吉林, names no other paper.
    named_again = bool(cited) and cited[0].document_id in question.scope.documents
    asked = question.asks & ({"lead", "support"} | FACT_ASKS)
    names_documents = question.scope.named and not kept and not (named_again and asked)
    if question.departments and question.kind == "duties":
        return Carried(question, scope_was_kept=kept)
    of_list = before.kind == "duties" and not (len(cited) == 1 and asked)  # 这一项谁当家
    if names_documents or not says_what(question) or of_list:
        shown = cited[0] if names_documents and cited and cited[0].path else None
        return _asked_again(again(question, before, question.scope), shown, kept)
    if question.kind == "document":
        documents = tuple(dict.fromkeys(clause.document_id for clause in cited))
        if question.paper_property and len(documents) <= 1:
            return Carried(question)  # 带文号的都有谁, behind one of them
        listed = question.paper_property or "catalog" in before.asks
        meant = documents if listed else documents[:1]
        scope = question.scope if names_documents else Scope(documents=meant)
        return Carried(replace(question, scope=scope))
    of_roles = question.asks & {"lead", "support"}
    focus = naming(cited) if cited and of_roles else cited[:1]
    # 谁牵头, behind a paper that names nobody, of a province whose other paper may.
    several = len(question.scope.documents) > 1
    elsewhere = bool(cited) and of_roles and several and not names_anybody(focus)
    if cited and not elsewhere and (cited[0].path or question.kind != "responsibility"):
        return Carried(replace(question, topic=before.topic), focus=focus)
    called = opening(cited[0]) if elsewhere else ""
    return Carried(again(question, before, question.scope), context=called, scope_was_kept=kept)
