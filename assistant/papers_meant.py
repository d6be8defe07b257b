"""Which papers a follow-up means: its own, those of before, others, or some that it points at."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.shown import Shown
from assistant.state import ConversationState
from assistant.understanding import Question, Scope
from assistant.understanding.papers_asked import one_by_age
from assistant.understanding.phrases import group_pattern, phrases
from corpus import Clause

# Kinds of questions that can be put to several papers at once: 两边有什么不同, 它们的文号.
_OF_SEVERAL = ("comparison", "responsibility", "measures", "document")
# 跟广东比有什么不同: a side beside the one that was spoken of.
_WITH = re.compile(r"[跟和与同比]")

# 另一份吉林的, 另外那个文件
_THE_OTHER = re.compile(r"另(?:外)?(?:一|那)?(?:份|个文件)")
# 前一个谁牵头, 后者呢: of two papers that were held side by side
_OF_TWO = re.compile(r"^(?:那|嗯|好)?[,，]?(?:(?P<former>前)|后)(?:面|头)?(?:那?一?[个份]|者)")
_THIS_ONE = re.compile(r"[这该]一?(?:份|个?文件)")


def scope_meant(
    question: Question, before: ConversationState, cited: tuple[Clause, ...]
) -> tuple[Scope, bool]:
    """The question's own documents, or those of before if it names none."""
    named = question.scope
    if not named.named and (pointed := _pointed_papers(question, before, cited)) is not None:
        return pointed
    compares = question.kind == "comparison" or "newest" in question.asks
    if compares and named.named and not named.several:
        of_before = set(before.documents) - set(named.documents)
        if of_before and _WITH.search(question.plain):
            return both_papers(before, named.documents), False
    of_one = not (named.regions or named.years) or _THIS_ONE.search(question.plain)
    if (other := _the_other_one(question, cited)) is not None:
        return other, False
    if named.named and len(named.documents) > 1 and of_one:
        # 那意见里, 吉林这份: of several papers the one that was spoken of.
        spoken_of = tuple(d for d in named.documents if d in before.documents)
        if spoken_of:
            return replace(named, documents=spoken_of), False
    which = question.paper_property is not None and len(before.documents) <= 1
    if named.named or named.unheld or which or not before.documents:
        return named, False
    return replace(before.scope, several=question.scope.several), True


def _pointed_papers(
    question: Question, before: ConversationState, cited: tuple[Clause, ...]
) -> tuple[Scope, bool] | None:
    """早的那份, 前头那份里, 见于哪几份: the papers that are pointed at and not named."""
    if by_age := one_by_age(question.plain, (clause.document for clause in cited)):
        return Scope(documents=by_age[:1]), False
    if question.of_each_paper:
        return question.scope, False
    if before.earlier_documents and group_pattern("the_one_before").search(question.plain):
        return Scope(documents=before.earlier_documents), True
    return None


def says_one_of_two(topic: str) -> bool:
    """Whether a topic says no more than that: 前一个, 后者."""
    return _OF_TWO.fullmatch(topic) is not None


def name_one_of_two(text: str, shown: Shown) -> str:
    """前一个谁牵头, 后者呢, behind two papers side by side: the text with that one by its title."""
    match = _OF_TWO.match(text)
    side_by_side = shown.listed or shown.cited
    papers = tuple(dict.fromkeys(clause.document for clause in side_by_side))
    if match is None or len(papers) != 2:
        return text
    meant = papers[0] if match["former"] else papers[1]
    return f"《{meant.title}》{text[match.end() :]}"


def _the_other_one(question: Question, cited: tuple[Clause, ...]) -> Scope | None:
    """另一份吉林的文号呢: of two papers named the one that was not shown."""
    shown = {clause.document_id for clause in cited}
    others = tuple(name for name in question.scope.documents if name not in shown)
    if len(others) != 1 or not _THE_OTHER.search(question.plain):
        return None
    return replace(question.scope, documents=others)


def over_other_papers(question: Question, before: ConversationState) -> Scope | None:
    """不限省份, 回到刚才那份意见, 两边: the papers over which the same is asked again."""
    said, words = question.plain, phrases()
    if words["unlimited"].search(said):
        return question.scope
    goes_back = words["back"].search(said) or question.intent == "fu_back"
    if goes_back and not question.topic:
        return Scope(documents=_named_before(question, before))
    if words["both"].search(said) and question.kind in _OF_SEVERAL:
        both = both_papers(before, question.scope.documents)
        if len(both.documents) > 1:
            return both
        # 这几个都是哪家扛头: behind a department's list they are clauses
        return None if question.kind == "document" or before.kind == "duties" else Scope()
    return None


def both_papers(before: ConversationState, named: tuple[str, ...] = ()) -> Scope:
    """The papers spoken of last and those that the question names, or else those before them."""
    others = named or before.earlier_documents
    documents = dict.fromkeys((*others, *before.documents))
    return Scope(tuple(documents), several=True)


def asks_elsewhere(said: str) -> bool:
    """外省也这么规定, 别的地儿呢: the same is asked of all other papers."""
    return group_pattern("other_places").search(said) is not None


def _named_before(question: Question, before: ConversationState) -> tuple[str, ...]:
    """回到刚才那份意见: of the papers called 意见 the one that was spoken of."""
    named = question.scope.documents
    spoken_of = {*before.documents, *before.earlier_documents}
    known = tuple(document for document in named if document in spoken_of)
    return known or named or before.earlier_documents or before.documents
