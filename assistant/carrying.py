"""What a follow-up question takes over from what was said before: a few rules, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from assistant.answer import Ask, Kind
from assistant.locating import printed_number
from assistant.shown import below, naming, written_nearby
from assistant.state import LAST_CLAUSES, Carried, ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.clause_number import number_value
from assistant.understanding.details import names_detail, names_only_a_detail
from assistant.understanding.phrases import phrases
from assistant.understanding.question import CLAUSE_ASKS, DOCUMENT_ASKS
from assistant.understanding.role_words import helping, leading
from corpus import Clause

# Kinds of questions that can be put to several papers at once: 两边有什么不同, 它们的文号.
_OF_SEVERAL = ("comparison", "responsibility", "measures", "document")
# Characters; a shorter topic may be a detail of what was said before.
_SHORT_TOPIC = 4
# Characters; a topic beside which an amount, a date or papers to bring are asked for.
_BRIEF = 10
# 第二个呢, 第2条引用, [2]的原文: one of the clauses that the last answer cited.
_ORDINAL = re.compile(
    r"第\s*(?P<place>[一二三四五六七八九十\d]{1,3})\s*(?:个|条引用|处|份)|\[(?P<marker>\d{1,3})\]"
)
_THE_LAST = -1
_FIGURE = re.compile(r"\d")
_WHAT_ABOUT = re.compile(
    r"呢\s*[?？。!！]*$|也(?:是|归|由)(?:他们?|它们?|这[个家].{0,2})?(?:管|负责)?[吗么]?[?？。]*$"
)
# 里头第四项: counted among the points that were shown.
_AMONG = re.compile(r"(?:里[头面边]?|其中|当中|下[面头边]|上面)的?第")
# 里面讲律师的那条: one of the clauses below the part that was shown.
_AMONG_THEM = re.compile(
    r"(?:里[头面边]|其中|当中|底下|下[面边])(?!的?人).{0,12}[那哪](?:一|几)?[条项点个]"
)


def carry_over(  # noqa: PLR0911 - the first rule that fits decides
    question: Question,
    before: ConversationState,
    cited: tuple[Clause, ...],
    names_matter: Callable[[str], bool],
) -> Carried:
    """Fill in a question from the state before it; the first rule that fits decides.

    ``cited`` are the clauses of the last answer, in marker order; ``names_matter`` tells whether
    a topic has a word of the papers at all.
    """
    matters = bool(question.topic) and names_matter(question.topic)
    if question.topic and not matters and _points(question):
        question = _without_chatter(question)
    if (over := _over_other_papers(question, before)) is not None:
        return Carried(_again(question, before, over))
    scope, kept = _scope(question, before)
    if before.kind == "duties" and before.departments and _by_role().search(question.plain):
        return Carried(_the_list_by_role(question, before, scope), scope_was_kept=kept)
    if kept and "newest" in question.asks:
        return Carried(replace(question, scope=_both(before)))
    question = replace(question, scope=scope)
    if question.topic and not question.numbers:
        carried = _with_topic(question, before, cited, kept, matters)
        within = below(cited) if _AMONG_THEM.search(question.plain) else frozenset()
        return replace(carried, context=before.topic, within=within)
    if phrases()["more"].search(question.plain) and not question.topic:
        return Carried(_again(question, before, scope), shown=before.clauses, scope_was_kept=kept)
    if _points_beyond(question, cited):
        return Carried(replace(question, kind="none", reason="not_shown"))
    if pointed := _pointed_at(question.plain, question, cited):
        return Carried(_about(question, before), focus=pointed)
    if question.numbers:
        return _by_number(question, before, cited, kept)
    return _without_topic(question, before, cited, kept)


def _points(question: Question) -> bool:
    """Whether the question asks what only something shown before can answer: 原文, 它归谁管."""
    if question.asks & (CLAUSE_ASKS | DOCUMENT_ASKS - {"count"}):
        return True
    if "yesno" in question.asks and _FIGURE.search(question.plain):
        return True  # 确定是2018年底吗
    return bool(question.asks & {"lead", "support"} and phrases()["pronoun"].search(question.plain))


def _without_chatter(question: Question) -> Question:
    """原文怎么写的，一个字别改: what is left besides the asking names nothing."""
    of_paper = question.asks & DOCUMENT_ASKS and not question.numbers
    return replace(question, topic="", kind="document" if of_paper else question.kind)


def _over_other_papers(question: Question, before: ConversationState) -> Scope | None:
    """不限省份, 回到刚才那份意见, 两边: the papers over which the same is asked again."""
    said, words = question.plain, phrases()
    if words["unlimited"].search(said):
        return question.scope
    if words["back"].search(said) and not question.topic:
        return Scope(documents=_named_before(question, before))
    if words["both"].search(said) and question.kind in _OF_SEVERAL:
        both = _both(before)
        if len(both.documents) > 1:
            return both
        return None if question.kind == "document" else Scope()
    return None


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
        return Carried(_detail_of_what_was_shown(question, before), focus=cited[:1])
    joined = replace(question, topic=f"{before.topic} {question.topic}")
    switches = said.startswith("那")
    if kept and not switches and _is_detail(question) and written_nearby(question.topic, cited):
        return Carried(joined, scope_was_kept=kept)
    if _takes_over_kind(question):
        return Carried(_as_before(question, before), scope_was_kept=kept)
    detail = _is_detail(question) and bool(question.asks) and (kept or not question.scope.named)
    if detail and matters and not written_nearby(question.topic, cited):
        detail = False  # 陪审员是跟谁一起: a matter of its own, however short
    points_back = _is_detail(question) and phrases()["pronoun"].search(said)
    if before.topic and (detail or points_back):
        return Carried(joined, scope_was_kept=kept)
    return Carried(question, scope_was_kept=kept)


def _detail_of_what_was_shown(question: Question, before: ConversationState) -> Question:
    """那要准备啥材料: what the clause does not give is said to be missing."""
    return replace(_as_detail(question), topic=before.topic)


def _as_detail(question: Question) -> Question:
    asks: frozenset[Ask] = question.asks | {"contact"}
    return replace(question, kind="fact", asks=asks)


def second_readings(
    question: Question,
    carried: Carried,
    before: ConversationState,
    cited: tuple[Clause, ...],
    *,
    at_home: bool,
) -> Iterator[Carried]:
    """Other ways to understand a follow-up to which nothing was found, the likeliest first.

    ``at_home`` tells that it sounds like the questions that the papers answer.
    """
    scope = carried.question.scope
    if scope.unheld or question.numbers or carried.shown:
        return  # where there is no more (还有吗), another question would be answered
    if carried.question.topic != question.topic:
        yield replace(carried, question=replace(carried.question, topic=question.topic))
    elif before.topic and question.topic:
        joined = replace(carried.question, topic=f"{before.topic} {question.topic}")
        yield replace(carried, question=joined, own_topic=question.topic)
    turns = _WHAT_ABOUT.search(question.plain) or at_home
    if before.topic and question.scope.named and turns:
        # 要是这钱是在四川欠下的呢: the same asked of another paper, in other words.
        yield replace(carried, question=_again(replace(question, topic=""), before, scope))
    in_scope = [c for c in cited if c.document_id in (scope.documents or (c.document_id,))]
    if in_scope and (_wants_a_detail(question) or at_home):
        # 赔多少, 试点名单里有我们县吗: a detail of the clause that was just shown.
        detail = question if question.kind == "fact" else _as_detail(question)
        shown = tuple(in_scope[:1])
        yield Carried(replace(detail, topic=before.topic, scope=scope), focus=shown)
    if carried.scope_was_kept:
        # What was said before narrowed the documents too far for a new topic.
        yield replace(carried, question=replace(carried.question, scope=question.scope))


@cache
def _by_role() -> re.Pattern[str]:
    """只看牵头的, 其中排第一位的有几项: a list that was shown, by role."""
    said = "|".join((leading().only, leading().either, helping().only, helping().either))
    return re.compile(
        r"^(?:那|请|再)?(?:只|仅|就|单)?(?:看|列|要|说|数)?(?:其中|里面|当中)?(?:自己|它|他们)?"
        rf"(?:{said})的"
        r"(?:都)?(?:有|是)?(?:哪几[项条个]|哪些|[几多]少?[项条个])?[呢吗?？。!！\s]*$"
    )


def _the_list_by_role(question: Question, before: ConversationState, scope: Scope) -> Question:
    listed = replace(question, kind="duties", asks=frozenset(), topic="", scope=scope)
    return replace(listed, departments=before.departments)


def _both(before: ConversationState) -> Scope:
    """The papers spoken of last and those before them."""
    documents = dict.fromkeys((*before.earlier_documents, *before.documents))
    return Scope(tuple(documents), several=True)


def _is_detail(question: Question) -> bool:
    """Whether the topic is so short that it may be a detail of what was said before."""
    return 0 < len(question.topic.replace(" ", "")) <= _SHORT_TOPIC


def _wants_a_detail(question: Question) -> bool:
    """赔多少, 几天能批下来, 要带什么材料: something about the matter, not a matter of its own."""
    brief = len(question.topic.replace(" ", "")) <= _BRIEF
    detail = question.kind == "fact" or names_detail(question.plain)
    return (_is_detail(question) and bool(question.asks)) or (brief and detail)


def _by_number(
    question: Question, before: ConversationState, cited: tuple[Clause, ...], kept: bool
) -> Carried:
    """第2点 below the clause that was shown, 第一项 of the list, or a number of the paper."""
    number = question.numbers[0]
    if cited and len(number.levels) == 1 and not (question.scope.named and not kept):
        (family, value), *_ = number.levels
        listed = before.kind == "duties" or "wording" in question.asks
        if before.kind == "duties" and value == _THE_LAST and len(cited) < LAST_CLAUSES:
            return Carried(_about(question, before), focus=cited[-1:])
        if listed and family in ("task", "any") and 0 < value <= len(cited):
            return Carried(_about(question, before), focus=cited[value - 1 : value])
        points = [c for c in cited[0].children if family in (c.kind, "any")]
        chosen = tuple(c for c in points if printed_number(c) == value)
        if not chosen and _AMONG.search(question.plain):
            chosen = cited[0].children[value - 1 : value] if value > 0 else ()
        if chosen:
            return Carried(_about(question, before), focus=chosen)
        paper = Scope(documents=(cited[0].document_id,))
        return Carried(replace(question, scope=paper), scope_was_kept=True)
    return Carried(question, scope_was_kept=kept)


def _scope(question: Question, before: ConversationState) -> tuple[Scope, bool]:
    """The question's own documents, or those of before if it names none."""
    named = question.scope
    if named.named and len(named.documents) > 1 and not (named.regions or named.years):
        # 那意见里: of several papers of a kind the one that was spoken of.
        spoken_of = tuple(d for d in named.documents if d in before.documents)
        if spoken_of:
            return replace(named, documents=spoken_of), False
    if named.named or named.unheld or not before.documents:
        return named, False
    kept = Scope(before.documents, before.regions, before.years, several=question.scope.several)
    return kept, True


def _named_before(question: Question, before: ConversationState) -> tuple[str, ...]:
    """回到刚才那份意见: of the papers called 意见 the one that was spoken of."""
    named = question.scope.documents
    spoken_of = {*before.documents, *before.earlier_documents}
    known = tuple(document for document in named if document in spoken_of)
    return known or named or before.earlier_documents or before.documents


def _again(question: Question, before: ConversationState, scope: Scope) -> Question:
    """The question of before over other documents."""
    return replace(
        question,
        kind=question.kind if _says_what(question) else before.kind,
        asks=question.asks or frozenset(before.asks),
        topic=question.topic or before.topic,
        departments=question.departments or before.departments,
        scope=scope,
    )


def _says_what(question: Question) -> bool:
    """Whether the question itself says what it wants to know."""
    return bool(question.asks) or question.wants_measures or question.kind == "comparison"


def _as_before(question: Question, before: ConversationState) -> Question:
    """那公证呢, 不对我问的是公证: the same thing asked of another topic."""
    kind: Kind = "measures" if before.kind in ("clause", "document", "duties") else before.kind
    if "contact" in before.asks:
        return question  # 门牌号给我一个。低保呢: what no paper gives is not asked for again
    asks = frozenset(before.asks) if before.kind in ("responsibility", "fact") else question.asks
    return replace(question, kind=kind, asks=asks)


def _takes_over_kind(question: Question) -> bool:
    """Whether the question names a topic but not what it wants to know of it."""
    plain_topic = question.kind == "measures" and not _says_what(question)
    said = question.plain
    asks_alike = bool(_WHAT_ABOUT.search(said)) or bool(phrases()["correction"].search(said))
    return plain_topic and asks_alike


def _pointed_at(said: str, question: Question, cited: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """第二个, 那条, 它的前一条: clauses of the last answer."""
    if not cited or question.topic:
        return ()
    if match := _ORDINAL.search(said):
        place = number_value(match["place"] or match["marker"])
        return cited[place - 1 : place] if place else ()
    clause_asks = question.asks & CLAUSE_ASKS
    if clause_asks and not question.numbers and not question.scope.several:
        return cited[:1]
    return ()


def _points_beyond(question: Question, cited: tuple[Clause, ...]) -> bool:
    """[99]的原文: a marker that the last answer does not have."""
    match = _ORDINAL.search(question.plain)
    marker = number_value(match["marker"]) if match and match["marker"] else None
    return marker is not None and not question.topic and not 0 < marker <= len(cited)


def _about(question: Question, before: ConversationState) -> Question:
    """The question put to clauses of the last answer."""
    kind = question.kind if question.asks else "clause"
    return replace(question, kind=kind, topic=before.topic)


def _without_topic(
    question: Question, before: ConversationState, cited: tuple[Clause, ...], kept: bool
) -> Carried:
    """Only documents (那四川呢), only a department (科技信息处呢) or only a wish (什么时候完成)."""
    names_documents = question.scope.named and not kept
    if question.departments and question.kind == "duties":
        return Carried(question, scope_was_kept=kept)
    if names_documents or not _says_what(question) or before.kind == "duties":
        return Carried(_again(question, before, question.scope), scope_was_kept=kept)
    if question.kind == "document":
        documents = tuple(dict.fromkeys(clause.document_id for clause in cited))
        scope = question.scope if question.scope.named else Scope(documents=documents[:1])
        return Carried(replace(question, scope=scope))
    if cited:
        focus = naming(cited) if question.asks & {"lead", "support"} else cited[:1]
        return Carried(replace(question, topic=before.topic), focus=focus)
    return Carried(_again(question, before, question.scope), scope_was_kept=kept)
