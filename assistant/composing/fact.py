"""Dates and numbers first, in the paper's words; said plainly where the paper gives none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.composing.draft import Draft
from assistant.composing.due import compose_due
from assistant.composing.figures import asked_figures, asks_for_a_unit, asks_how_long, counts
from assistant.composing.wording import place, quoted, source_line, times
from assistant.evidence import Evidence
from assistant.names import short
from assistant.sentences import Sentence, sentences
from assistant.understanding.details import asked_detail, kind_asked, names_of_kind
from assistant.understanding.phrases import group_pattern
from corpus import Clause
from index import Hit

_MISSING = {"deadline": "完成的时间", "amount": "所问的数字", "name": "所问的名称"}
_ORDER = ("contact", "name", "amount", "deadline")
# What a paper gives by name stands in quotation marks; a hotline has five digits.
_NAMED = re.compile(r"“([^“”]{2,20})”")
_HOTLINE = re.compile(r"(?<!\d)1\d{4}(?!\d)")
_ASKS_A_HOTLINE = re.compile(r"热线|电话|号码|拨打?|打(?:哪|什么|啥|几)")
# 打哪个号: a hotline will do, and not the telephone of an office
_DIALS = re.compile(
    r"^(?!.*(?<!\d)1\d{4}(?!\d)).*(?:热线(?:是|号|多少|几)|(?:拨打?|打)(?:哪|什么|啥|几|边))"
)
_TITLE = re.compile(r"《[^《》]{2,60}》")
_MADE = re.compile(r"出台|制定|修订|起草|印发|修改")
# 宪法日是几月几号: a day of every year is no deadline.
_ASKS_DAY = re.compile(r"几月几|哪一?天|几号|哪一日")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日|“\d{1,2}[·.]\d{1,2}”")
# 截至2017年12月底已出台108项: until when was counted is asked, and no deadline.
_ASKS_AS_OF = re.compile(r"统计|截[止至到](?!期)")
_AS_OF = re.compile(r"截[止至]到?(\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日|[底初末])?)")
# 已于2018年完成职能整合: when something was done, where no time is set for what is to be done
_HAPPENED = re.compile(r"(?:已于|自|从)(\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日|[底初末])?)")
# Clauses in which a name of the kind asked for is sought.
_LIKELY = 5
_FRAGMENT = re.compile(r"[^，,；;：:]+")


@dataclass(frozen=True, slots=True)
class _Fact:
    sentence: Sentence
    value: str
    relevance: float


def compose_fact(evidence: Evidence) -> Draft | None:
    """Answer with the date or number; ``partial`` where the clause does not give it.

    None where no clause is about the topic, and where a name is asked for and none is seen: that
    a clause names nothing is never sure enough to say.
    """
    if evidence.question.due is not None:
        return compose_due(evidence)
    clauses = evidence.clauses
    if not clauses:
        return None
    ask = next(ask for ask in _ORDER if ask in evidence.question.asks)
    facts = _facts(clauses, ask, evidence)
    if not facts and ask == "deadline" and asks_how_long(evidence.question.plain):
        facts = _facts(clauses, "amount", evidence)
    if not facts:
        if ask == "name":
            if not _ASKS_A_HOTLINE.search(evidence.question.plain):
                return None
            ask = "contact"
        return say_missing(clauses[0], ask, evidence) if evidence.surely_on_it else None
    draft = Draft()
    papers = _by_document(facts, evidence)
    for paper in papers:
        clause = paper[0].sentence.clause
        values = "、".join(dict.fromkeys(fact.value for fact in paper))
        prefix = f"{short(clause.document)}：" if len(papers) > 1 else ""
        marker = draft.cite(clause, paper[0].sentence.start, paper[0].sentence.end)
        draft.say(f"{prefix}{values}{marker}。")
        ordered = sorted({f.sentence.start: f.sentence for f in paper}.items())
        draft.say(f"依据：{place(clause)}：{quoted([s for _, s in ordered], draft)}")
    if evidence.question.scope.several:
        giving = {paper[0].sentence.clause.document_id for paper in papers}
        _say_who_gives_none(giving, evidence, draft)
    if ask != "deadline" and "deadline" in evidence.question.asks:
        given = tuple(paper[0].sentence.clause for paper in papers)
        counted = [_AS_OF.findall(paper[0].sentence.text) for paper in papers]
        if _ASKS_AS_OF.search(evidence.question.plain) and any(counted):
            _say_as_of(given, counted, draft)
        else:
            say_deadlines(given, draft)
    return draft


def _say_who_gives_none(giving: set[str], evidence: Evidence, draft: Draft) -> None:
    """吉林和广东各走到第几个五年: the side that writes of the matter and gives no figure."""
    for document in evidence.documents:
        hit = None if document.id in giving else evidence.best_of(document)
        if hit is not None:
            fitting = evidence.fitting(hit.clause, evidence.thresholds.shown)
            said = quoted(fitting, draft)
            draft.say(f"{short(document)}：没有写明；写到这一事项的是{place(hit.clause)}：{said}")
            draft.status = "partial"


def _say_as_of(clauses: tuple[Clause, ...], counted: list[list[str]], draft: Draft) -> None:
    """准数是多少，统计到哪个月: until when the figure was counted."""
    for clause, dates in zip(clauses, counted, strict=True):
        for date in dates:
            draft.say(f"统计截至{date}{draft.cite(clause)}。")


def say_deadlines(clauses: tuple[Clause, ...], draft: Draft) -> None:
    """Beside another answer: by when the clauses are to be done, or that none of them says."""
    dated = [clause for clause in clauses if clause.deadlines]
    for clause in dated:
        draft.say(f"时间要求：{times(clause)}{draft.cite(clause)}。")
    if clauses and not dated:
        draft.say(f"条款没有写明完成的时间{draft.cite(clauses[0])}。")
        draft.status = "partial"


def say_no_contact(clause: Clause, question: str, draft: Draft) -> None:
    """Beside another answer: telephone numbers, names and the like are not in the clause."""
    draft.say(f"条款没有给出{asked_detail(question)}{draft.cite(clause)}。")
    draft.status = "partial"


def _facts(clauses: tuple[Clause, ...], ask: str, evidence: Evidence) -> list[_Fact]:
    if ask == "contact" and not _DIALS.search(evidence.question.plain):
        return []
    found: list[_Fact] = []
    near = _nearly_best(evidence)
    for clause in clauses:
        if not evidence.focus and clause not in near:
            continue
        for sentence in sentences(clause):
            relevance = evidence.relevance(f"{clause.heading}{sentence.text}")
            values = _values(sentence, ask, evidence)
            found.extend(_Fact(sentence, value, relevance) for value in values)
    if found and not evidence.focus:
        floor = evidence.thresholds.sentence * max(fact.relevance for fact in found)
        fitting = [fact for fact in found if fact.relevance >= floor and fact.relevance > 0]
        # 律所出海到哪年: in people's words alone, the time that the best clause sets is its answer
        of_best = [fact for fact in found if fact.sentence.clause is clauses[0]]
        found = fitting or (of_best if ask == "deadline" else [])
    by_other_means = {"amount": _only_count, "name": _of_the_kind, "deadline": _happened}.get(ask)
    return found or (by_other_means(clauses, evidence) if by_other_means else [])


def _only_count(clauses: tuple[Clause, ...], evidence: Evidence) -> list[_Fact]:
    """会打国际官司的律师要带好多个, in people's words: the one number of people or bodies."""
    counted = [
        _Fact(sentence, value, evidence.relevance(sentence.text))
        for sentence in sentences(clauses[0])
        for value in counts(sentence.text, evidence.question.plain)
    ]
    return counted if len(counted) == 1 else []


def _happened(clauses: tuple[Clause, ...], evidence: Evidence) -> list[_Fact]:
    """吉林厅跟法制办哪年合到一块的: since when or when something was done."""
    return [
        _Fact(sentence, value, evidence.relevance(sentence.text))
        for sentence in sentences(clauses[0])
        for value in _HAPPENED.findall(sentence.text)
        if evidence.relevance(sentence.text) > 0
    ]


def _of_the_kind(clauses: tuple[Clause, ...], evidence: Evidence) -> list[_Fact]:
    """四川的网叫啥名字: what the first of the likely clauses to do so calls by such a name."""
    kind = kind_asked(evidence.question.plain)
    likely = () if evidence.focus else (hit.clause for hit in evidence.hits[:_LIKELY])
    for clause in (*clauses, *likely) if kind else ():
        named = [
            _Fact(sentence, name, evidence.relevance(sentence.text))
            for sentence in sentences(clause)
            for name in names_of_kind(sentence.text, kind)
        ]
        if named:
            return named
    return []


def _nearly_best(evidence: Evidence) -> set[Clause]:
    """Clauses nearly as good as the best; where several papers are named, as their paper's best.

    国家的目标是几家，四川的又是几家: each paper's own figure is asked for.
    """
    apart = evidence.question.scope.several

    def paper(hit: Hit) -> str:
        return hit.clause.document_id if apart else ""

    best: dict[str, float] = {}
    for hit in evidence.hits:
        best.setdefault(paper(hit), hit.score)
    floor = evidence.thresholds.beside
    return {hit.clause for hit in evidence.hits if hit.score >= floor * best[paper(hit)]}


def _values(sentence: Sentence, ask: str, evidence: Evidence) -> list[str]:
    asked = evidence.question.plain
    if ask == "contact":
        return _HOTLINE.findall(sentence.text)
    if ask == "deadline":
        set_for = (
            deadline.text
            for deadline in sentence.clause.deadlines
            if sentence.start <= deadline.start < sentence.end
        )
        days = _DAY.findall(sentence.text) if _ASKS_DAY.search(asked) else ()
        counted = _AS_OF.findall(sentence.text) if _ASKS_AS_OF.search(asked) else ()
        return [*set_for, *days, *counted]
    # It answers where it stands beside the words asked about: not 十大案例 for a 补贴标准.
    # A unit that was asked for (30家) needs but one of them.
    floor = evidence.thresholds.sentence * evidence.relevance(sentence.text)
    of_a_unit = floor > 0 and asks_for_a_unit(asked)
    fragments = [(f, evidence.relevance(f)) for f in _FRAGMENT.findall(sentence.text)]
    beside = [f for f, weight in fragments if weight >= floor or (of_a_unit and weight > 0)]
    if ask == "name":
        titles = _titles(sentence.text, asked)
        kind = kind_asked(asked)
        names = [name for f in beside for name in names_of_kind(f, kind)] if kind else []
        pattern = _HOTLINE if _ASKS_A_HOTLINE.search(asked) else _NAMED
        # “十四五”信息化发展规划 holds but the 展 of 装备展
        words = [word for word in evidence.weights if len(word) > 1]
        telling = [f for f in beside if any(word in f for word in words)]
        return titles or names or [name for f in telling for name in pattern.findall(f)]
    return [value for f in beside for value in asked_figures(f, asked)]


def _titles(text: str, question: str) -> list[str]:
    """The titles in a sentence that end as the question calls the thing; any for a 文件.

    要出台的文件叫什么 asks for the one that stands behind 出台.
    """
    titled = group_pattern("titled")
    if not titled.search(question):
        return []
    called = set(titled.findall(question)) - {"文件"}
    verb = _MADE.search(question)
    parts = _FRAGMENT.findall(text)
    made = [part for part in parts if verb and verb[0] in part] or parts
    titles = [title for part in made for title in _TITLE.findall(part)]
    return [each for each in titles if not called or called & set(titled.findall(each[-4:]))]


def _by_document(facts: list[_Fact], evidence: Evidence) -> list[list[_Fact]]:
    """The facts of each paper's best clause, the paper with the most fitting one first."""
    rank = {hit.clause.id: position for position, hit in enumerate(evidence.hits)}
    ordered = sorted(
        facts, key=lambda f: (rank.get(f.sentence.clause.id, 0), -f.relevance, f.sentence.start)
    )
    grouped: dict[str, list[_Fact]] = {}
    for fact in ordered:
        group = grouped.setdefault(fact.sentence.clause.document_id, [])
        if not group or group[0].sentence.clause is fact.sentence.clause:
            group.append(fact)
    return list(grouped.values())


def say_missing(clause: Clause, ask: str, evidence: Evidence) -> Draft:
    """The clause is on the matter but does not give the detail; status ``partial``."""
    draft = Draft(status="partial")
    marker = draft.cite(clause)
    missing = _MISSING.get(ask) or asked_detail(evidence.question.plain)
    draft.say(f"{place(clause)}写到了这一事项，但没有给出{missing}{marker}。")
    draft.say(source_line(clause, evidence, draft))
    return draft
