"""Where rules see nothing asked: what people ask for who use such words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from assistant.answer import Ask
from assistant.thresholds import Thresholds
from assistant.understanding.departments_asked import only_written_of
from assistant.understanding.details import asked_thing, kind_asked
from assistant.understanding.intents import Guess, Intent
from assistant.understanding.named_by_number import asked_members
from assistant.understanding.phrases import phrases
from assistant.understanding.question import DOCUMENT_ASKS, FACT_ASKS
from assistant.understanding.role_words import in_any_role
from assistant.understanding.signals import Signals
from corpus import Library

# By the intent's name, without its fu_: what is asked of a matter and of what was shown.
_ASKS: Mapping[str, Ask] = {
    "lead": "lead",
    "support": "support",
    "deadline": "deadline",
    "howmany": "amount",
    "detail": "contact",
    "wording": "wording",
    "previous": "previous",
    "next": "next",
    "above": "above",
}
# 它上面的大标题叫啥 asks for no name, 落在哪些处头上 for no address.
_OVER_A_DETAIL: frozenset[Intent] = frozenset(
    {"fu_previous", "fu_next", "fu_above", "fu_lead", "fu_support"}
)
_OF_A_PAPER: Mapping[Intent, Ask] = {
    "paper_number": "number",
    "paper_date": "date",
    "paper_issuer": "issuer",
    "paper_status": "status",
    "paper_title": "title",
    "paper_count": "count",
}
_OF_A_LIST: frozenset[Ask] = frozenset({"lead", "support", "amount"})
_NO_QUESTION: Mapping[Intent, str] = {"judge": "judgement", "chat": "smalltalk"}
# 我这腿能评几级, 你看他考得过不: advice is asked for somebody
_SOMEBODY = re.compile(
    r"[我俺咱他她你您爸妈爹娘爷奶哥姐弟妹叔姨舅]|儿子|女儿|老公|老婆|老汉|娃|孩子|屋头|朋友|亲戚"
)
# 开庭的时候能把鉴定人叫来吗: when something happens is told, and not asked
_AT_A_TIME = re.compile(r"^(?!.*(?:什么|啥子?|哪个?)时候|.*[几哪何]).*的时候")
_CLOSED = re.compile(r"[吗嘛么不没][?？。]*$")
# Characters; with more left than that a matter is asked about, and no paper.
_LEFT = 10
# Characters; with more left than that, and no word for tasks or roles, something else is asked.
_LEFT_OF_A_LIST = 3
# 社矫局，六条？
_SO_MANY = re.compile(r"[一二两三四五六七八九十\d]+[条项]")
# What goes with any question says nothing of what it asks.
_WITH_ANY: frozenset[Ask] = frozenset({"yesno", "wording"})


def intended(
    signals: Signals,
    library: Library,
    guessed: Callable[[str], Guess],
    limits: Thresholds,
    names_matter: Callable[[str], bool],
) -> Signals:
    """The signals with what is likely asked, where the rules saw nothing asked.

    What is asked of a paper itself may also correct them: 是多少号来着 asks for no amount.
    ``names_matter`` tells whether a topic has a word of the papers.
    """
    of_names = any(ask(signals.plain) for ask in (asked_thing, asked_members, kind_asked))
    if signals.reason or signals.numbers or signals.lists or of_names:
        return signals
    guess = guessed(signals.shape)
    matters = partial(names_matter, signals.topic)
    if _chats(signals, guess, limits) and not matters():
        return replace(signals, intent="chat", reason=_NO_QUESTION["chat"])
    seen = signals.asks - _WITH_ANY
    ask = _ASKS.get(guess.intent.removeprefix("fu_"))
    over = bool(seen) and ask not in seen
    # 哪个片区的戒毒所要完成建设 asks for nobody in charge.
    a_thing = ask in ("lead", "support") and phrases()["which_thing"].search(signals.plain)
    at_a_time = ask == "deadline" and _AT_A_TIME.search(signals.plain)
    # 好多年前的老规定跟现在的法对不上,会不会清掉 asks for nobody's advice.
    for_nobody = guess.intent == "judge" and not _SOMEBODY.search(signals.plain) and matters()
    no_such_wish = a_thing or at_a_time or for_nobody
    if no_such_wish or guess.probability < _least(guess, limits, over=over):
        closed = _CLOSED.search(signals.plain)  # 有人去接吗
        about_nothing = ask == "contact" and not (seen or closed or matters())
        if not about_nothing or guess.probability < limits.intent_detail:
            return signals
    signals = replace(signals, intent=guess.intent)
    says_little = bool(seen) or len(signals.topic) <= _LEFT
    sure = guess.probability >= limits.intent_over
    of_paper = _asks_of_papers(signals, guess.intent)
    # 广东筹备的那个展览全名 asks for no paper's title.
    little = says_little and of_paper not in ("catalog", "title")
    if of_paper and (little or (sure and not matters())):
        return _of_papers(signals, of_paper)
    detail = seen <= FACT_ASKS | DOCUMENT_ASKS and not signals.scope.named
    if ask and detail and guess.intent in _OVER_A_DETAIL:
        return replace(signals, asks=frozenset({ask}))
    # 法宣处当牵头单位的有哪些: nobody is asked for, since one is named.
    of_a_list = sure and guess.intent == "list" and seen <= _OF_A_LIST and bool(signals.found)
    if of_a_list and not names_matter(signals.beside):
        signals, seen = replace(signals, asks=signals.asks - _OF_A_LIST), frozenset()
    if not (seen or signals.compares or signals.about_departments):
        signals = _where_nothing_is_seen(signals, guess.intent, ask, library)
    return signals


def _asks_of_papers(signals: Signals, intent: Intent) -> Ask | None:
    """What is asked of a paper that is named (正式下了没得), or which papers there are."""
    if not signals.asks - _WITH_ANY <= FACT_ASKS:
        return None
    if intent == "paper_list":
        return None if _names_papers(signals) else "catalog"
    one = signals.scope.named and not signals.found and "wording" not in signals.asks
    return _OF_A_PAPER.get(intent) if one else None


def _chats(signals: Signals, guess: Guess, limits: Thresholds) -> bool:
    """行,心里有数了; and 谢啦,美元汇率多少, where more is needed since something is asked."""
    of_papers = signals.scope.named or signals.found or signals.compares
    seen = signals.asks - _WITH_ANY
    least = limits.intent_over if seen else limits.intent
    return (
        guess.intent == "chat"
        and guess.probability >= least
        and bool(signals.topic)
        and seen <= FACT_ASKS
        and not of_papers
    )


def _where_nothing_is_seen(
    signals: Signals, intent: Intent, ask: Ask | None, library: Library
) -> Signals:
    if not signals.of_each_paper:
        signals = _of_departments(signals, library)
    asks_again = phrases()["unlimited"].search(signals.plain)
    if intent == "paper_list" and not (_names_papers(signals) or asks_again):
        return _of_papers(signals, "catalog")
    return replace(
        signals,
        asks=signals.asks | ({ask} if ask else set()),
        reason=_NO_QUESTION.get(intent, ""),
        compares=intent == "compare",
    )


def _names_papers(signals: Signals) -> bool:
    return bool(signals.scope.named or signals.found)


def _least(guess: Guess, limits: Thresholds, *, over: bool) -> float:
    """The probability that a guess needs; ``over``: against what a rule has seen.

    To refuse a question takes as much: a story may sound like a request for advice.
    """
    if over or guess.intent in _NO_QUESTION:
        return limits.intent_over
    after = guess.intent.startswith("fu_") or guess.intent in _OF_A_PAPER
    return limits.intent_after if after else limits.intent


def _of_papers(signals: Signals, ask: Ask) -> Signals:
    """What else is said names no matter: 落款盖的谁的章."""
    return replace(signals, asks=frozenset({ask}), topic="", beside="")


def _has_a_word_for_lists(said: str) -> bool:
    sections = (phrases()[name] for name in ("tasks", "all_of_them", "its_tasks"))
    counted_or_listed = any(each.search(said) for each in (_SO_MANY, *sections))
    return counted_or_listed or re.search(in_any_role(), said) is not None


def _of_departments(signals: Signals, library: Library) -> Signals:
    """Whether a department has a part in something, or all its tasks."""
    if signals.intent == "yesno_role" and signals.found:
        return replace(signals, asks=signals.asks | {"lead", "yesno"}, topic=signals.beside)
    if signals.intent != "list":
        return signals
    named = bool(signals.found)  # or a body that no paper names
    given = named and not only_written_of(signals.found, signals.plain, signals.scope, library)
    if given and len(signals.beside) > _LEFT_OF_A_LIST and not _has_a_word_for_lists(signals.plain):
        return signals  # 法院的传票没收到就判了
    return replace(signals, lists=given or not named, about_departments=given)
