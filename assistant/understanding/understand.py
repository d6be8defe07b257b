"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Correction, Kind
from assistant.understanding.clause_number import take_clause_numbers
from assistant.understanding.phrases import phrases
from assistant.understanding.question import Ask, ClauseNumber, Question, Scope, Unheld
from assistant.understanding.reading import Reading, plain
from assistant.understanding.role_asked import take_role_asked
from assistant.understanding.scope import take_scope
from corpus import Library, find_departments

# Sections of question_words.toml and what they ask for, in the order in which they are taken.
_ASKS: tuple[tuple[str, Ask], ...] = (
    ("document_count", "count"),
    ("document_addressees", "addressees"),
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
_DOCUMENT_ASKS: frozenset[Ask] = frozenset(
    {
        "number",
        "issuer",
        "date",
        "status",
        "count",
        "catalog",
        "title",
        "newest",
        "addressees",
    }
)
_CLAUSE_ASKS: frozenset[Ask] = frozenset({"wording", "previous", "next", "above"})
_FACT_ASKS: frozenset[Ask] = frozenset({"deadline", "amount", "contact", "name"})
# Words that point at what was said before, or change its scope.
_BACK = ("unlimited", "back", "only", "correction", "more", "both", "pronoun", "follow_up")
# Of these, what may be all that is said: 还有吗 does not ask whether there is a 还.
_ALL_THAT_IS_SAID = ("unlimited", "only", "correction", "more")
_ENDS = " ,，。.?？!！~"
# What makes input no question to the papers, strongest first.
_REASONS = ("instruction", "judgement", "smalltalk", "other_field")
# 省税务局 负责哪些任务: a body that no paper of ours names.
_BODY = (
    r"(?<![\u4e00-\u9fff])(?:(?![哪什啥谁各某每该相有])[\u4e00-\u9fff]){1,10}?"
    r"(?:厅|局|委员会|委|办公室|办|处|部|院|署|中心|协会)"
)
_ACTS = r"也|都|是不是|是否|有没有|要不要|[参介]与|参加|牵头|负责|配合|承担|主管|协助"
_UNKNOWN_DEPARTMENT = re.compile(
    rf"{_BODY}(?=[^\u4e00-\u9fff]|$|[在要有领分一共总被承名的是和]|{_ACTS})"
)
_UNKNOWN_ACTING = re.compile(rf"{_BODY}(?={_ACTS})")
# 承担的任务全部列出来, 负责的改革事项清单, 要做哪些活路: a department's tasks are asked for.
_TASKS = re.compile(r"任务|事项|职责|差事|活[儿路]|条款|条目|工作|事情?|[几哪]几?[项条样件]")
# Who does it is another question: 司法厅和谁一起负责, 除司法厅外还有哪些单位.
_WHO = re.compile(
    r"谁|边个|哪家|哪一?(?:个|些|几个|几家|家)?(?:部门|单位|处室|处(?!罚)|厅|局|机构|负责|牵头|管)|还有"
)
_ALL_OF_THEM = re.compile(
    r"哪(?:些|几)(?!部门|单位|处室|厅|局|人)|[几多]少?[项条件样](?!措施|办法)|全部|所有|清单|一共|总共|总数|列[出全表一个给]|逐[条项]|汇总|摆出来|找出来|写明|一并|同时|共同|有(?:哪|咩|啥|什么|多少)|哪些事|被点名"
)
# Around words that name no matter: 也有类似的说法吧.
_SAYS_NOTHING = " ,，的了吗吧呢嘛"
# Characters; beside a paper's name and a count or date, fewer name no matter of their own.
_MATTER = 3
# Characters that are left of a question when all that it is about has been taken.
_EMPTY_WORDS = frozenset(
    "在里中内上的了着过和与跟及就都全又还也是有没不把被让给对为于到从向这那此各每哪什啥么谁配管抓归写请逐名份整喺啲边"
)
# 最高人民法院 is not the provincial court that a paper calls 省法院.
_OTHER_LEVEL = re.compile(r"(?:最高(?:人民)?|国家|全国|中央|联合国|(?<![省地])市|县|区|乡|镇)$")
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
# [3] in a question is copied from an answer; it points, but is no topic.
_MARKER = re.compile(r"\[\d{1,3}\]")
_LETTER = re.compile(r"[\u3400-\u9fffa-z0-9]")


Departments = tuple[tuple[str, int, int], ...]


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
    if not _HAN.search(folded):
        return Question(text, folded, "none", frozenset(), "", reason="gibberish")
    if _pasted(folded, held):
        return Question(text, folded, "none", frozenset(), "", reason="pasted")
    reading = Reading(folded)
    words = phrases()
    reason = next((name for name in _REASONS if words[name].search(reading.text)), "")
    scope = take_scope(reading, library, held)
    numbers = take_clause_numbers(reading)
    if any(words[name].fullmatch(reading.text.strip(_ENDS)) for name in _ALL_THAT_IS_SAID):
        reading.take(0, len(reading.text))
    reading.take_all(_MARKER)
    found = find_departments(reading.text, library.documents())
    for _, start, end in found:
        reading.keep(start, end)
    role = take_role_asked(reading, found)
    compares = bool(reading.take_all(words["comparison"]))
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
    beside = _beside(reading, found)
    lists = lists or (not role and _asks_for_tasks(reading.text))
    about_departments = bool(found) and (lists or not (beside or role))
    other = _other_body(reading.text, found)
    if other and (about_departments or not held(other)):
        scope = replace(scope, unheld=(*scope.unheld, Unheld("department", other)))
    body = _UNKNOWN_DEPARTMENT if lists else _UNKNOWN_ACTING
    unknown = None if found else body.search(topic)
    if unknown and not held(unknown.group()):
        scope = replace(scope, unheld=(*scope.unheld, Unheld("department", unknown.group())))
    kind = _kind(
        asks,
        numbers,
        scope,
        topic,
        nothing_else=not beside or (scope.named and len(beside) < _MATTER),
        compares=compares,
        about_departments=about_departments,
    )
    due = _due(reading.text, beside)
    papers = {library.document(name).year for name in scope.documents}
    if due is not None and not found and due not in papers:
        kind, asks, topic = "fact", frozenset({"due"}), ""
    if about_departments and asks & {"contact"}:
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


def _asks_for_tasks(text: str) -> bool:
    return bool(_TASKS.search(text) and _ALL_OF_THEM.search(text) and not _WHO.search(text))


def _pasted(text: str, held: Callable[[str], bool]) -> bool:
    """Whether the question brings a clause of its own, with departments, that no paper has."""
    assigned = [text[max(0, m.start() - _CONTEXT) : m.end()] for m in _ASSIGNED.finditer(text)]
    numbered = [match["words"] for match in _QUOTED_CLAUSE.finditer(text)]
    return any(not held(words) for words in (*assigned, *numbered))


def _beside(reading: Reading, found: Departments) -> str:
    """What a question is about besides departments, ways of listing and words that say nothing."""
    for _, start, end in found:
        reading.take(start, end)
    for name in ("listing", "generic", "filler"):
        reading.take_all(phrases()[name])
    return "".join(c for c in reading.topic() if c not in _EMPTY_WORDS and not c.isspace())


def _other_body(text: str, found: Departments) -> str:
    """最高人民法院, 国家发改委: a body of another level than the one that the papers name."""
    for _, start, end in found:
        if level := _OTHER_LEVEL.search(text[:start]):
            return text[level.start() : end]
    return ""


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
) -> Kind:
    if about_departments and not numbers:
        return "duties"
    # 干部队伍建设一共几项 counts the points of a task, not those of the paper.
    of_the_paper = scope.named and bool(asks & _DOCUMENT_ASKS - {"count"})
    if asks & _DOCUMENT_ASKS and not numbers and (nothing_else or of_the_paper):
        return "document"
    if compares and not asks & {"lead", "support"}:
        return "comparison"
    if asks & {"lead", "support"}:
        return "responsibility"
    if asks & _FACT_ASKS:
        return "fact"
    if numbers or (asks & _CLAUSE_ASKS and not topic):
        return "clause"
    return "comparison" if compares or (scope.several and topic) else "measures"
