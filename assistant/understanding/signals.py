"""What a question shows, read off it part by part: whose tasks, which numbers, what topic."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Ask
from assistant.understanding.asides import take_asides
from assistant.understanding.asked_of import asked_of
from assistant.understanding.asks_named import take_asks
from assistant.understanding.clause_number import take_clause_numbers
from assistant.understanding.departments_asked import (
    Departments,
    asks_for_tasks,
    asks_who,
    only_written_of,
    other_body,
    take_departments,
    unknown_body,
    what_else,
)
from assistant.understanding.intents import Intent, shape
from assistant.understanding.papers_asked import (
    Property,
    asks_for_one,
    asks_which_papers,
    property_asked,
)
from assistant.understanding.phrases import phrases, without
from assistant.understanding.question import DOCUMENT_ASKS, ClauseNumber, Scope, Unheld
from assistant.understanding.reading import Reading, plain
from assistant.understanding.role_asked import take_beside, take_role_asked
from assistant.understanding.scope import take_scope
from assistant.understanding.steps import take_counted_step
from corpus import Library, Role

# Words that point at what was said before, or change its scope.
_BACK = ("unlimited", "back", "only", "correction", "more", "both", "pronoun", "follow_up")
# Of these, what may be all that is said: 还有吗 does not ask whether there is a 还.
_ALL_THAT_IS_SAID = ("unlimited", "only", "correction", "more")
_ENDS = " ,，。.?？!！~"
# What makes input no question to the papers, strongest first.
_REASONS = ("instruction", "judgement", "smalltalk")
# Around words that name no matter: 也有类似的说法吧.
_SAYS_NOTHING = " ,，的了吗吧呢嘛"
# Characters; so much may stand beside the property that papers are asked for by: 引用时需要注明.
_ASIDE = 12
# [3] in a question is copied from an answer; it points, but is no topic.
_MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class Signals:
    """What was seen in a question; what it asks for is decided from it alone."""

    plain: str
    # The same with papers, departments and numbers masked.
    shape: str
    scope: Scope
    numbers: tuple[ClauseNumber, ...]
    # How many clauses a step goes on: 往下数第三条.
    steps: int
    # Canonical name of each department, and where it stands in ``plain``.
    found: Departments
    asks: frozenset[Ask]
    # The same as asked of a matter, where no word for one was seen but a follow-up may have one.
    of_a_matter: frozenset[Ask]
    # Canonical name of a department and the role that it is asked to have.
    roles_asked: tuple[tuple[str, Role], ...]
    # Left of the question when every rule has taken what it understands ..
    topic: str
    # .. and of that when the departments and words of listing are taken too.
    beside: str
    compares: bool
    # Which of the papers write of something.
    of_each_paper: bool
    # A list of tasks is wanted.
    lists: bool
    # The tasks of the departments are asked for, and not who does something.
    about_departments: bool
    measures: bool
    refers_back: bool
    # The same in fewer sentences.
    brief: bool
    # Every clause that has a word is wanted.
    everywhere: bool
    # What papers are asked for by.
    paper_property: Property | None
    # Why it may be no question to the papers; empty if it is one.
    reason: str
    # What is likely asked, where the words are likely enough to ask just that.
    intent: Intent | None = None


def see(folded: str, library: Library, held: Callable[[str], bool]) -> Signals:
    """Take a folded question apart; ``held`` tells whether a word stands in the documents."""
    reading = Reading(folded)
    words = phrases()
    reason = next((name for name in _REASONS if words[name].search(reading.text)), "")
    reading.take_all(words["for_somebody"])
    mentioned = bool(reading.take_all(words["mentioned_where"]))
    scope = take_scope(reading, library, held)
    of_papers = reading.taken
    step = take_counted_step(reading)
    numbers = take_clause_numbers(reading)
    if any(words[name].fullmatch(reading.text.strip(_ENDS)) for name in _ALL_THAT_IS_SAID):
        reading.take(0, len(reading.text))
    reading.take_all(_MARKER)
    found = take_departments(reading, library)
    everywhere = not found and bool(reading.take_all(words["occurrences"]))
    of_roles = take_role_asked(reading, found)
    role = of_roles.asks | take_beside(reading, found)
    if found:
        reading.take_all(words["alone"])
    # 复议一处和复议二处,有没有两家绑一块干的: what they share is wanted.
    shared = len(found) > 1 and bool(reading.take_all(words["together"]))
    compared = bool(reading.take_all(words["comparison"]))
    listed = bool(reading.take_all(words["duties"]))
    asks = frozenset(role | take_asks(reading) | ({step[0]} if step else set()))
    measures = bool(reading.take_all(words["measures"]))
    brief = bool(reading.take_all(words["shorter"]))
    # Each is taken, whether or not one before it was found.
    refers_back = bool([name for name in _BACK if reading.take_all(words[name])])
    reading.take_all(words["filler"])
    topic = _matter(reading.topic())
    matter = _beside_titles(topic, scope, library)
    who = asks_who(reading.text)
    lists = listed or (not role and (asks_for_tasks(reading.text) or (shared and not who)))
    if lists and found:
        take_asides(reading, found, held)
    beside = what_else(reading, found)
    about_departments = (
        bool(found)
        and not mentioned
        and (lists or not (beside or role or who))
        and not only_written_of(found, reading.text, scope, library)
    )
    return Signals(
        plain=reading.text,
        shape=shape(reading.text, of_papers, [(start, end) for _, start, end in found]),
        scope=scope,
        numbers=numbers,
        steps=step[1] if step else 1,
        found=found,
        asks=asks if found else asked_of(asks, matter, reading.text, of_paper=scope.named),
        of_a_matter=asks,
        roles_asked=of_roles.roles,
        topic=topic,
        beside=beside,
        compares=mentioned or compared,
        of_each_paper=mentioned,
        lists=lists,
        about_departments=about_departments,
        measures=measures,
        refers_back=refers_back,
        brief=brief,
        everywhere=everywhere,
        paper_property=property_asked(reading.text),
        reason=reason,
    )


def _beside_titles(topic: str, scope: Scope, library: Library) -> str:
    """The topic without what is only the title of a paper that is named: 全面深化司法行政改革."""
    if not scope.named:
        return topic
    titles = [plain(library.document(name).title) for name in scope.documents]
    return " ".join(word for word in topic.split() if not any(word in each for each in titles))


def completed(signals: Signals, held: Callable[[str], bool]) -> Signals:
    """The signals with bodies that no paper names, and papers asked for by what they are."""
    return _with_papers_of_a_kind(_with_unheld_bodies(signals, held))


def _says_nothing(topic: str) -> bool:
    """Whether a topic is made of words that go with any list: 一共能查到."""
    return not without(topic, "generic", "listing", "filler", "empty").strip(_SAYS_NOTHING)


def _matter(topic: str) -> str:
    """The topic, empty if its words name no matter."""
    return topic if without(topic, "generic").strip(_SAYS_NOTHING) else ""


def _with_unheld_bodies(signals: Signals, held: Callable[[str], bool]) -> Signals:
    """Bodies that the question takes for departments and that no paper names."""
    unknown = "" if signals.found else unknown_body(signals.topic, lists=signals.lists)
    bodies = [unknown] if unknown and not held(unknown) else []
    other = other_body(signals.plain, signals.found)
    if other and (signals.about_departments or not held(other)):
        bodies.append(other)
    unheld = (*signals.scope.unheld, *(Unheld("department", body) for body in bodies))
    return replace(signals, scope=replace(signals.scope, unheld=unheld))


def _with_papers_of_a_kind(signals: Signals) -> Signals:
    """哪一份尚未正式印发, 收录了几份文件: papers are asked for, and no matter is named."""
    by_property = signals.paper_property is not None and len(signals.beside) <= _ASIDE
    held = asks_which_papers(signals.plain) and "contact" not in signals.asks
    of_no_matter = held and _says_nothing(signals.topic)
    if "newest" in signals.asks and not signals.scope.named and asks_for_one(signals.plain):
        return replace(signals, asks=signals.asks & DOCUMENT_ASKS, topic="", beside="")
    if signals.found or not (by_property or of_no_matter):
        return signals
    asks: frozenset[Ask] = (signals.asks & DOCUMENT_ASKS) | {"catalog"}
    return replace(signals, asks=asks, topic="", beside="")
