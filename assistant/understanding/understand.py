"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Correction, Kind
from assistant.thresholds import Thresholds
from assistant.understanding.intended import intended
from assistant.understanding.intents import Guess
from assistant.understanding.phrases import without
from assistant.understanding.question import CLAUSE_ASKS, DOCUMENT_ASKS, FACT_ASKS, Question
from assistant.understanding.reading import plain
from assistant.understanding.signals import Signals, completed, see
from corpus import Library

# Characters; beside a paper's name and a count or date, fewer name no matter of their own.
_MATTER = 3
# A year for the work: 2018年底前, 到2020年, 2022年之前.
_BY_YEAR = re.compile(
    r"(?P<before>20\d{2})年?(?:年?[底末]|[之以]?前|内|\((?:含|包括)|(?:要|须|得)?(?:完成|做到|做完|办完|实现))"
    r"|(?:到|至|截至)?(?P<until>20\d{2})年"
)
# 2018年就得办, 2018年内要完成: a year that is no paper's
_IN_THAT_YEAR = re.compile(r"20\d{2}年(?:内|里|当年)?(?:就|前)?(?:得|要|须|必须|应)(?!点)")
# Asked by a word, or named as all of them: 2020年以前要做到的事.
_WHICH = re.compile(
    r"哪|什么|啥|几|多少|的(?:事情?|任务|工作|目标)(?:[?？。]*$|[,，]?(?:请|都|全部|逐条|一条条)*列)"
)
_OF_DUE = re.compile(
    r"20\d{2}|[年底末前之以到至截止内()]|含|包括|明确|写明|写着|[提写点]到|涉及|督办用?|就|有|要?求|[项条]|规定|逐[项条个]|列明|列出|列全|要|应|该|必须|需|得|完成|实现|做到|达到|做完|搞定|落实|建成|目标|事情?|[的做办搞弄完成好]"
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
_BARE_NUMBER = re.compile(r"\(?\d{1,3}\)?")
_LETTER = re.compile(r"[\u3400-\u9fffa-z0-9]")


def understand(
    text: str,
    library: Library,
    *,
    held: Callable[[str], bool],
    mend: Callable[[str], tuple[str, tuple[Correction, ...]]],
    guess: Callable[[str], Guess],
    names_matter: Callable[[str], bool],
    limits: Thresholds,
) -> Question:
    """Read a question by rule.

    ``held`` tells whether a word stands in the documents, ``mend`` reads slips and pinyin as the
    words that are meant, ``guess`` says what a question of some shape is likely to ask for,
    ``names_matter`` whether a topic has a word of the papers. Input that is no question comes back
    with kind "none" and the reason.
    """
    folded = plain(text[: limits.longest_question + 1])
    if reason := _unusable(text, folded, limits.longest_question):
        return Question(text, folded, "none", reason=reason)
    folded, corrections = mend(folded)
    if not _HAN.search(folded) and not _BARE_NUMBER.fullmatch(folded):
        return Question(text, folded, "none", reason="gibberish")
    if _pasted(folded, held):
        return Question(text, folded, "none", reason="pasted")
    seen = see(folded, library, held)
    signals = completed(intended(seen, library, guess, limits, names_matter), held)
    due = _due(signals, library)
    if due is not None:
        signals = replace(signals, asks=frozenset({"due"}), topic="")
    kind: Kind = "fact" if due is not None else _kind(signals)
    topic = signals.beside if signals.about_departments else signals.topic
    if reason := _no_answer(signals, kind):
        asked = (signals.asks, topic, signals.scope)
        return Question(text, signals.plain, "none", *asked, shape=signals.shape, reason=reason)
    return Question(
        text=text,
        plain=signals.plain,
        kind=kind,
        asks=signals.asks,
        of_a_matter=signals.of_a_matter,
        topic=topic,
        scope=signals.scope,
        numbers=signals.numbers,
        steps=signals.steps,
        departments=tuple(dict.fromkeys(canonical for canonical, _, _ in signals.found)),
        written=tuple((name, signals.plain[start:end]) for name, start, end in signals.found),
        roles_asked=signals.roles_asked,
        paper_property=signals.paper_property,
        due=due,
        corrections=corrections,
        wants_measures=signals.measures,
        of_each_paper=signals.of_each_paper,
        shape=signals.shape,
        intent=signals.intent,
        brief=signals.brief,
        everywhere=signals.everywhere,
        refers_back=signals.refers_back or not (topic or signals.measures or signals.found),
    )


def _no_answer(signals: Signals, kind: Kind) -> str:
    """Why the papers cannot be asked this; empty if they can."""
    of_nothing_else = bool(signals.found) and signals.asks == {"contact"} and not signals.beside
    of_a_body = signals.about_departments and "contact" in signals.asks
    if (of_a_body or of_nothing_else) and not signals.lists:
        return "contact"
    return "" if kind in ("clause", "duties") else signals.reason


def _pasted(text: str, held: Callable[[str], bool]) -> bool:
    """Whether the question brings a clause of its own, with departments, that no paper has."""
    assigned = [text[max(0, m.start() - _CONTEXT) : m.end()] for m in _ASSIGNED.finditer(text)]
    numbered = [match["words"] for match in _QUOTED_CLAUSE.finditer(text)]
    return any(not held(words) for words in (*assigned, *numbered))


def _beside_due(topic: str) -> str:
    """What is left of a topic without words of what is to be done, and of listing it."""
    left = _OF_DUE.sub("", without(topic, "listing", "filler", "list_preamble"))
    return left.strip(" ,，、。里中上做")


def _due(signals: Signals, library: Library) -> int | None:
    """The year of a question for all that is to be done by then: 2018年底前要完成哪些事情."""
    match = _BY_YEAR.search(signals.plain)
    if match is None or not _WHICH.search(signals.plain) or _beside_due(signals.beside):
        return None
    year = int(match["before"] or match["until"])
    papers = {library.document(name).year for name in signals.scope.documents}
    # 2018年 is the paper's, 2018年底前 and 2018年就得办 are not
    of_a_paper = year in papers and not (match["before"] or _IN_THAT_YEAR.search(signals.plain))
    return None if signals.found or of_a_paper else year


def _unusable(text: str, folded: str, longest: int) -> str:
    if len(text) > longest:
        return "too_long"
    if not folded:
        return "empty"
    letters = _LETTER.findall(folded)
    # 啊啊啊啊, 1111: one key held down.
    held_down = len(letters) > _SHORTEST_RUN and len(set(letters)) == 1
    return "gibberish" if held_down or not letters else ""


def _kind(signals: Signals) -> Kind:  # noqa: PLR0911 - the first rule that fits decides
    asks, numbers, named = signals.asks, signals.numbers, signals.scope.named
    if signals.everywhere and signals.topic:
        return "measures"
    if signals.about_departments and (not numbers or signals.lists):
        return "duties"
    if "roles" in asks:
        return "document"
    nothing_else = not signals.beside or (named and len(signals.beside) < _MATTER)
    # 干部队伍建设一共几项 counts the points of a task, not those of the paper.
    of_the_paper = named and bool(asks & DOCUMENT_ASKS - {"count"})
    # 属于第几部分，上一级标题给我 asks of the clause.
    of_the_clause = numbers or asks & {"above", "previous", "next"}
    if asks & DOCUMENT_ASKS and not of_the_clause and (nothing_else or of_the_paper):
        return "document"
    one_paper = len(signals.scope.documents) == 1
    if signals.compares and not (asks & {"lead", "support"} or (one_paper and asks & FACT_ASKS)):
        return "comparison"
    if asks & {"lead", "support"}:
        return "responsibility"
    if asks & FACT_ASKS:
        return "fact"
    if numbers or (asks & CLAUSE_ASKS and not signals.topic):
        return "clause"
    several = signals.scope.several and bool(signals.topic)
    return "comparison" if signals.compares or several else "measures"
