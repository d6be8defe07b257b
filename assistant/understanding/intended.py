"""Where rules see nothing asked: what people ask for who use such words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import Ask
from assistant.thresholds import Thresholds
from assistant.understanding.departments_asked import only_written_of
from assistant.understanding.intents import Intent, intent_reader
from assistant.understanding.question import FACT_ASKS
from assistant.understanding.signals import Signals
from corpus import Library

# What is asked of a matter that the question names.
_OF_A_MATTER: Mapping[Intent, Ask] = {
    "lead": "lead",
    "support": "support",
    "deadline": "deadline",
    "howmany": "amount",
    "detail": "contact",
    "wording": "wording",
}
# What is asked of what was shown; no matter is named.
_OF_WHAT_WAS_SHOWN: Mapping[Intent, Ask] = {
    "fu_lead": "lead",
    "fu_support": "support",
    "fu_deadline": "deadline",
    "fu_wording": "wording",
    "fu_previous": "previous",
    "fu_next": "next",
    "fu_above": "above",
}
_OF_A_PAPER: Mapping[Intent, Ask] = {
    "paper_number": "number",
    "paper_date": "date",
    "paper_issuer": "issuer",
    "paper_status": "status",
    "paper_title": "title",
    "paper_count": "count",
}
_NO_QUESTION: Mapping[Intent, str] = {"judge": "judgement", "chat": "smalltalk"}
# What goes with any question says nothing of what it asks.
_WITH_ANY: frozenset[Ask] = frozenset({"yesno", "wording"})


def intended(signals: Signals, library: Library, limits: Thresholds) -> Signals:
    """The signals with what is likely asked, where the rules saw nothing asked.

    What is asked of a paper itself may also correct them: 是多少号来着 asks for no amount.
    """
    if signals.reason or signals.numbers or signals.lists:
        return signals
    guess = intent_reader().read(signals.shape)
    seen = signals.asks - _WITH_ANY
    follows = guess.intent.startswith("fu_")
    least = limits.intent_over if seen else limits.intent_after if follows else limits.intent
    if guess.probability < least:
        return signals
    signals = replace(signals, intent=guess.intent)
    if signals.scope.named and not signals.found and (ask := _OF_A_PAPER.get(guess.intent)):
        of_a_paper = seen <= FACT_ASKS
        return replace(signals, asks=frozenset({ask}), topic="", beside="") if of_a_paper else signals
    if seen or signals.compares or signals.about_departments:
        return signals
    return _with_intent(signals, guess.intent, library)


def _with_intent(signals: Signals, intent: Intent, library: Library) -> Signals:
    """The signals of a question in which no rule saw anything asked."""
    if intent == "paper_list" and not (signals.scope.named or signals.found):
        return replace(signals, asks=frozenset({"catalog"}), topic="", beside="")
    if ask := _OF_A_MATTER.get(intent):
        return replace(signals, asks=signals.asks | {ask})
    if ask := _OF_WHAT_WAS_SHOWN.get(intent):
        return replace(signals, asks=signals.asks | {ask})
    if reason := _NO_QUESTION.get(intent):
        return replace(signals, reason=reason)
    if intent == "compare":
        return replace(signals, compares=True)
    if not signals.found or signals.of_each_paper:
        return signals
    if intent == "yesno_role":
        return replace(signals, asks=signals.asks | {"lead", "yesno"}, topic=signals.beside)
    if intent == "list" and not only_written_of(
        signals.found, signals.plain, signals.scope, library
    ):
        return replace(signals, lists=True, about_departments=True)
    return signals
