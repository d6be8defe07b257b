"""Other ways to understand a follow-up to which little was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.asked_again import WHAT_ABOUT, again
from assistant.detail_asked import detail_of, is_detail
from assistant.narrowing import by_role
from assistant.papers import Papers
from assistant.papers_meant import asks_elsewhere
from assistant.pointing import about
from assistant.sentences import opening
from assistant.shown import tasks_of
from assistant.state import Carried, ConversationState
from assistant.understanding import Question
from assistant.understanding.details import names_detail
from assistant.understanding.phrases import phrases
from corpus import Clause

# Characters; a topic beside which an amount, a date or papers to bring are asked for.
_BRIEF = 10
# Share of a topic's words from which a task of an open list is meant.
_SOME_WORDS = 0.2


def second_readings(
    question: Question,
    carried: Carried,
    before: ConversationState,
    cited: tuple[Clause, ...],
    papers: Papers,
) -> Iterator[Carried]:
    """Other ways to understand a follow-up to which nothing was found, the likeliest first."""
    scope = carried.question.scope
    at_home = papers.is_at_home(question.plain)
    yield from _of_the_list(question, carried, before, cited, papers)
    if question.kind == "duties" and question.departments and not scope.unheld:
        yield Carried(question)  # 戒毒管理局牵头的全部列出来, behind a paper that does not name it
        return
    if carried.shown and before.topic and cited and asks_elsewhere(question.plain):
        called = replace(carried.question, topic=opening(cited[0]))  # 别的地儿也这么整？
        yield replace(carried, question=called)
    if scope.unheld or question.numbers or carried.shown:
        return  # where there is no more (还有吗), another question would be answered
    if question.paper_property:  # 有字号的两份, behind those without: of all papers
        yield Carried(question)
    alone = replace(carried.question, topic=question.topic)
    if carried.question.topic != question.topic:
        yield replace(carried, question=alone)
    elif before.topic and question.topic:
        joined = replace(carried.question, topic=f"{before.topic} {question.topic}")
        yield replace(carried, question=joined, own_topic=question.topic)
    if at_home and question.topic:
        yield replace(carried, question=alone, context="", leans=True)
    turns = WHAT_ABOUT.search(question.plain) or at_home
    if before.topic and question.scope.named and turns:
        # 要是这钱是在四川欠下的呢: the same asked of another paper, in other words.
        asked = carried.question if question.kind == "document" else question
        same = replace(question, kind=asked.kind, asks=asked.asks, topic="")
        yield replace(carried, question=again(same, before, scope))
        if cited:  # told as a story, the matter is found by what the shown clause calls it
            yield replace(
                carried, question=again(replace(same, topic=opening(cited[0])), before, scope)
            )
    in_scope = [c for c in cited if c.document_id in (scope.documents or (c.document_id,))]
    if in_scope and (_wants_a_detail(question) or at_home):
        shown = in_scope[0]
        if question.topic and question.kind != "fact" and papers.holds(question.topic, shown):
            told = replace(carried.question, kind="measures", topic=before.topic)
            yield replace(carried, question=told, focus=(shown,))
        yield detail_of(shown, question, before, scope)
    if carried.scope_was_kept:
        # What was said before narrowed the documents too far for a new topic.
        yield replace(carried, question=replace(carried.question, scope=question.scope))


def _of_the_list(
    question: Question,
    carried: Carried,
    before: ConversationState,
    cited: tuple[Clause, ...],
    papers: Papers,
) -> Iterator[Carried]:
    """The whole of a list where nothing of its part fits, what of it is in a role, or one of it."""
    of_these = phrases()["of_these"].search(question.plain)
    if carried.within and carried.question.kind == "duties" and not of_these:
        yield replace(carried, within=frozenset())  # 就政治部一家扛的, behind 跟机关党委一起的
    if not papers.names_matter(question.topic) and (of_role := by_role(question, before)):
        yield of_role
    tasks = tasks_of(before.list_departments, cited)
    if question.topic and (one := _standing_out(question.topic, tasks, papers)):
        yield Carried(about(question, before), focus=(one,))  # 点名升级的是哪两个所


def _standing_out(topic: str, clauses: tuple[Clause, ...], papers: Papers) -> Clause | None:
    """The clause that has words of a topic, if no other has half as many of them."""
    shares = {clause: papers.share(topic, clause) for clause in clauses}
    best = max(shares, key=lambda clause: shares[clause], default=None)
    if best is None or shares[best] < _SOME_WORDS:
        return None
    others = (share for clause, share in shares.items() if clause is not best)
    return best if max(others, default=0.0) < shares[best] / 2 else None


def _wants_a_detail(question: Question) -> bool:
    """赔多少, 几天能批下来, 要带什么材料: something about the matter, not a matter of its own."""
    brief = len(question.topic.replace(" ", "")) <= _BRIEF
    detail = question.kind == "fact" or names_detail(question.plain)
    return (is_detail(question) and bool(question.asks)) or (brief and detail)
