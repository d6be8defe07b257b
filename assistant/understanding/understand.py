"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Ask, Correction, Kind
from assistant.understanding.clause_number import take_clause_numbers
from assistant.understanding.departments_asked import (
    asks_for_tasks,
    asks_who,
    only_written_of,
    other_body,
    unknown_body,
    what_else,
    without_hosts,
)
from assistant.understanding.papers_asked import property_asked
from assistant.understanding.phrases import phrases
from assistant.understanding.question import (
    CLAUSE_ASKS,
    DOCUMENT_ASKS,
    FACT_ASKS,
    ClauseNumber,
    Question,
    Scope,
    Unheld,
)
from assistant.understanding.reading import Reading, plain
from assistant.understanding.role_asked import take_role_asked
from assistant.understanding.scope import take_scope
from corpus import Library, find_departments

# Sections of question_words.toml and what they ask for, in the order in which they are taken.
_ASKS: tuple[tuple[str, Ask], ...] = (
    ("document_count", "count"),
    ("document_addressees", "addressees"),
    ("document_approval", "approval"),
    ("document_issuer", "issuer"),
    ("document_date", "date"),
    ("lead", "lead"),
    ("support", "support"),
    ("previous_clause", "previous"),
    ("next_clause", "next"),
    ("clause_above", "above"),
    ("wording", "wording"),
    ("document_number", "number"),
    ("document_status", "status"),
    ("document_newest", "newest"),
    ("document_catalog", "catalog"),
    ("document_title", "title"),
    ("contact", "contact"),
    ("name", "name"),
    ("deadline", "deadline"),
    ("amount", "amount"),
    ("yesno", "yesno"),
)
# Words that point at what was said before, or change its scope.
_BACK = ("unlimited", "back", "only", "correction", "more", "both", "pronoun", "follow_up")
# Of these, what may be all that is said: 还有吗 does not ask whether there is a 还.
_ALL_THAT_IS_SAID = ("unlimited", "only", "correction", "more")
_ENDS = " ,，。.?？!！~"
# What makes input no question to the papers, strongest first.
_REASONS = ("instruction", "judgement", "smalltalk")
# Around words that name no matter: 也有类似的说法吧.
_SAYS_NOTHING = " ,，的了吗吧呢嘛"
# Characters; beside a paper's name and a count or date, fewer name no matter of their own.
_MATTER = 3
# Characters; so much may stand beside the property that papers are asked for by: 引用时需要注明.
_ASIDE = 12
# A year for the work: 2018年底前, 到2020年, 2022年之前.
_BY_YEAR = re.compile(
    r"(?P<before>20\d{2})年?(?:年?[底末]|[之以]?前)|(?:到|至|截至)?(?P<until>20\d{2})年"
)
_WHICH = re.compile(r"哪|什么|啥|几|多少")
_OF_DUE = re.compile(
    r"20\d{2}|[年底末前之以到至截止]|要|应|该|必须|需|得|完成|实现|做到|达到|做完|搞定|落实|建成|目标|事情?|的"
)
# （1）建立免费律师制度。（市长办公室、财政局） · 每人发五千元【财政厅负责】
_ASSIGNED = re.compile(r"[。;；.]\s*[(【][^)】]{2,60}[)】]|[(【][^)】]{2,60}(?:负责|牵头)[)】]")
# “(1)xxx”: a clause in quotation marks, printed number and all.
_QUOTED_CLAUSE = re.compile(
    r"[“\"「『](?:[(（]\d{1,3}[)）]|第[\d一二三四五六七八九十]+条)(?P<words>[^”\"」』]+)"
)
_CONTEXT = 8
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST_RUN = 3
_BARE_NUMBER = re.compile(r"\(\d{1,3}\)")
# [3] in a question is copied from an answer; it points, but is no topic.
_MARKER = re.compile(r"\[\d{1,3}\]")
_LETTER = re.compile(r"[\u3400-\u9fffa-z0-9]")


def understand(
    text: str,
    library: Library,
    held: Callable[[str], bool],
    mend: Callable[[str], tuple[str, tuple[Correction, ...]]],
    longest: int,
) -> Question:
    """Read a question by rule.

    ``held`` tells whether a word stands in the documents, ``mend`` reads slips and pinyin as the
    words that are meant. Input that is no question comes back with kind "none" and the reason.
    """
    folded = plain(text[: longest + 1])
    if reason := _unusable(text, folded, longest):
        return Question(text, folded, "none", frozenset(), "", reason=reason)
    folded, corrections = mend(folded)
    if not _HAN.search(folded) and not _BARE_NUMBER.fullmatch(folded):
        return Question(text, folded, "none", frozenset(), "", reason="gibberish")
    if _pasted(folded, held):
        return Question(text, folded, "none", frozenset(), "", reason="pasted")
    reading = Reading(folded)
    words = phrases()
    reason = next((name for name in _REASONS if words[name].search(reading.text)), "")
    compares = bool(reading.take_all(words["mentioned_where"]))
    scope = take_scope(reading, library, held)
    numbers = take_clause_numbers(reading)
    if any(words[name].fullmatch(reading.text.strip(_ENDS)) for name in _ALL_THAT_IS_SAID):
        reading.take(0, len(reading.text))
    reading.take_all(_MARKER)
    found = without_hosts(find_departments(reading.text, library.documents()), reading.text)
    for _, start, end in found:
        reading.keep(start, end)
    role = take_role_asked(reading, found)
    compares = bool(reading.take_all(words["comparison"])) or compares
    lists = bool(reading.take_all(words["duties"]))
    asks = role | {ask for name, ask in _ASKS if reading.take_all(words[name])}
    measures = bool(reading.take_all(words["measures"]))
    # Each is taken, whether or not one before it was found.
    refers_back = bool([name for name in _BACK if reading.take_all(words[name])])
    reading.take_all(words["filler"])
    topic = reading.topic()
    if not words["generic"].sub("", topic).strip(_SAYS_NOTHING):
        topic = ""
    asks = _of_the_paper_itself(asks, topic) if scope.named and not found else asks
    beside = what_else(reading, found)
    lists = lists or (not role and asks_for_tasks(reading.text))
    about_departments = bool(found) and (lists or not (beside or role or asks_who(reading.text)))
    if about_departments and only_written_of(found, reading.text, scope, library):
        about_departments = False
    other = other_body(reading.text, found)
    unknown = "" if found else unknown_body(topic, lists=lists)
    bodies = [unknown] if unknown and not held(unknown) else []
    if other and (about_departments or not held(other)):
        bodies.append(other)
    scope = replace(scope, unheld=(*scope.unheld, *(Unheld("department", b) for b in bodies)))
    if not found and len(beside) <= _ASIDE and property_asked(reading.text):
        asks, topic, beside = (asks & DOCUMENT_ASKS) | {"catalog"}, "", ""
    kind = _kind(
        asks,
        numbers,
        scope,
        topic,
        nothing_else=not beside or (scope.named and len(beside) < _MATTER),
        compares=compares,
        about_departments=about_departments,
        lists=lists,
    )
    due = _due(reading.text, beside)
    papers = {library.document(name).year for name in scope.documents}
    if due is not None and not found and due not in papers:
        kind, asks, topic = "fact", frozenset({"due"}), ""
    if about_departments and asks & {"contact"} and not lists:
        return Question(text, reading.text, "none", asks, beside, scope, reason="contact")
    if reason and kind not in ("clause", "duties"):
        return Question(text, reading.text, "none", asks, topic, scope, reason=reason)
    return Question(
        text=text,
        plain=reading.text,
        kind=kind,
        asks=asks,
        topic=beside if about_departments else topic,
        scope=scope,
        numbers=numbers,
        departments=tuple(dict.fromkeys(canonical for canonical, _, _ in found)),
        due=due if "due" in asks else None,
        corrections=corrections,
        wants_measures=measures,
        refers_back=refers_back or (not topic and not measures and not found),
    )


def _of_the_paper_itself(asks: frozenset[Ask], topic: str) -> frozenset[Ask]:
    """四川那份文件叫什么, 哪天开始执行: with no matter named the paper's own title or date."""
    if topic or not asks:
        return asks
    if asks <= {"name", "contact"}:
        return frozenset({"title"})
    return frozenset({"date"}) if asks == {"deadline"} else asks


def _pasted(text: str, held: Callable[[str], bool]) -> bool:
    """Whether the question brings a clause of its own, with departments, that no paper has."""
    assigned = [text[max(0, m.start() - _CONTEXT) : m.end()] for m in _ASSIGNED.finditer(text)]
    numbered = [match["words"] for match in _QUOTED_CLAUSE.finditer(text)]
    return any(not held(words) for words in (*assigned, *numbered))


def _due(text: str, beside: str) -> int | None:
    """The year of a question for all that is to be done by then: 2018年底前要完成哪些事情."""
    match = _BY_YEAR.search(text)
    if match is None or not _WHICH.search(text) or _OF_DUE.sub("", beside):
        return None
    return int(match["before"] or match["until"])


def _unusable(text: str, folded: str, longest: int) -> str:
    if len(text) > longest:
        return "too_long"
    if not folded:
        return "empty"
    letters = _LETTER.findall(folded)
    # 啊啊啊啊, 1111: one key held down.
    held_down = len(letters) > _SHORTEST_RUN and len(set(letters)) == 1
    return "gibberish" if held_down or not letters else ""


def _kind(  # noqa: PLR0911 - the first rule that fits decides
    asks: frozenset[Ask],
    numbers: tuple[ClauseNumber, ...],
    scope: Scope,
    topic: str,
    *,
    nothing_else: bool,
    compares: bool,
    about_departments: bool,
    lists: bool,
) -> Kind:
    if about_departments and (not numbers or lists):
        return "duties"
    # 干部队伍建设一共几项 counts the points of a task, not those of the paper.
    of_the_paper = scope.named and bool(asks & DOCUMENT_ASKS - {"count"})
    if asks & DOCUMENT_ASKS and not numbers and (nothing_else or of_the_paper):
        return "document"
    if compares and not asks & {"lead", "support"}:
        return "comparison"
    if asks & {"lead", "support"}:
        return "responsibility"
    if asks & FACT_ASKS:
        return "fact"
    if numbers or (asks & CLAUSE_ASKS and not topic):
        return "clause"
    return "comparison" if compares or (scope.several and topic) else "measures"
