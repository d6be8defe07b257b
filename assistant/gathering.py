"""From a question understood to the evidence on it: what is looked up, where, how it weighs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from assistant.evidence import Evidence
from assistant.names import names_anybody
from assistant.shown import around
from assistant.state import Carried
from assistant.thresholds import Thresholds
from assistant.understanding import Question
from assistant.understanding.papers_asked import asks_literally
from assistant.understanding.reading import folded_text
from corpus import Document, Library
from index import Hit, Index, Term

# Clauses looked at for one question; the packaged papers hold about 500.
_DEPTH = 80
_MOST_SIDES = 12
# Characters; so long a word that stands in a clause as it is said is no accident.
A_NAME = 3
_STANDS_OUT = 2
# A probability nearer to 0 or 1 than that tells no more.
_LEAST = 0.01


def gather(carried: Carried, library: Library, index: Index, limits: Thresholds) -> Evidence:
    """The evidence on a question with what it has taken over from those before it."""
    question = carried.question
    if carried.leans:
        limits = limits.model_copy(update={"answer": limits.leaning_answer})
    evidence = Evidence(
        question,
        library,
        limits,
        focus=carried.focus,
        beyond_shown=bool(carried.shown),
        scope_was_kept=carried.scope_was_kept,
        of_each=carried.of_each,
        within=carried.within,
        familiarity=partial(index.familiarity, question.plain),
    )
    if not question.topic or question.reason:
        return evidence
    query = query_for(question, index)
    asked, terms = query, index.analyse(query)
    own_papers = question.scope.named and not carried.scope_was_kept
    word = asks_literally(question.plain)
    if own_papers and _written_elsewhere(terms, evidence.documents, limits, literally=word):
        return evidence
    hits = _search(query, question, library, index)
    if not question.scope.documents:
        hits = _in_force_first(hits, limits)
    if _is_far(hits, carried, evidence):
        evidence = replace(
            evidence, thresholds=limits.model_copy(update={"answer": limits.answer_far})
        )
    sure = bool(hits) and hits[0].score >= limits.sure
    if carried.context and not (carried.own_topic or sure) and index.familiarity(query) >= 0:
        hits, query = _in_the_light_of_before(hits, carried, query, evidence, index)
    if carried.own_topic:
        own = replace(evidence, terms=index.analyse(carried.own_topic))
        hits = [hit for hit in hits if own.is_about(hit.clause)]
    new = tuple(hit for hit in hits if hit.clause.id not in carried.shown)
    among = tuple(hit for hit in new if hit.clause.id in carried.within)
    one_is_meant = question.kind != "duties" and bool(among)
    if one_is_meant and among[0].score >= limits.nearby:
        new = among
    elif one_is_meant and _stands_out(among):
        evidence = replace(evidence, focus=(among[0].clause,))
    return replace(evidence, hits=new, terms=terms if query == asked else index.analyse(query))


def _is_far(hits: list[Hit], carried: Carried, evidence: Evidence) -> bool:
    """Whether a first question sounds no more like those that the papers answer than like others.

    Only then is the question's own embedding needed, so what is surely found is not asked for it.
    """
    limits = evidence.thresholds
    unsure = bool(hits) and limits.answer <= hits[0].score < limits.answer_far
    follows = carried.context or carried.own_topic or carried.last is not None
    names_papers = evidence.question.scope.named
    return unsure and not (follows or names_papers) and evidence.familiarity() < limits.near


def _stands_out(among: tuple[Hit, ...]) -> bool:
    """Whether one of those that are pointed at (那一项) fits much better than the others."""
    others = max((hit.score for hit in among[1:]), default=0.0)
    return among[0].score > _STANDS_OUT * others


def _written_elsewhere(
    terms: Iterable[Term],
    documents: Iterable[Document],
    limits: Thresholds,
    *,
    literally: bool = False,
) -> bool:
    """吉林17年有扫黑没: the papers have all words of the topic, but those in scope have none.

    ``literally``: words that mean the same do not count.
    """
    telling = [term for term in terms if len(term.text) > 1 and term.idf >= limits.telling]
    if not telling or not all(term.known for term in telling):
        return False
    meant = () if literally else tuple(word for term in telling for word in term.expansions)
    words = (*(term.text for term in telling), *meant)
    texts = tuple(map(folded_text, documents))
    return not any(word in text for text in texts for word in words)


def query_for(question: Question, index: Index) -> str:
    """The topic, and people's words that a rule has cut because they ask as well (咋死的)."""
    cut = [says for says in index.expand(question.plain) if says not in question.topic]
    kept = [says for says in cut if any(part in says for part in question.topic.split())]
    return " ".join((question.topic, *kept))


def _search(
    query: str, question: Question, library: Library, index: Index, behind: str = ""
) -> list[Hit]:
    """Hits in scope; papers to be held side by side are searched one by one.

    A score tells how a clause stands among those searched, and one paper's many clauses would
    leave nothing of another's one.
    """
    documents = question.scope.documents or None
    side_by_side = question.kind == "comparison" or question.scope.several
    ids = documents or tuple(document.id for document in library.documents())
    if question.kind == "responsibility" and not (documents or side_by_side):
        return _search_who(query, library, index, behind)
    if not side_by_side or len(ids) > _MOST_SIDES:
        return index.search(query, _DEPTH, documents, behind=behind)
    hits = [hit for each in ids for hit in index.search(query, _DEPTH, [each], behind=behind)]
    return sorted(hits, key=lambda hit: -hit.score)


def _search_who(query: str, library: Library, index: Index, behind: str) -> list[Hit]:
    """Papers that name departments are searched by themselves where another one comes first.

    The ministry's paper may have the best clause on a matter and say of nobody that he leads it.
    """
    hits = index.search(query, _DEPTH, behind=behind)
    if not hits or names_anybody(hits[0].clause.document):
        return hits
    naming = [d.id for d in library.documents() if names_anybody(d)]
    if not naming:
        return hits
    others = [hit for hit in hits if hit.clause.document_id not in naming]
    hits = [*index.search(query, _DEPTH, naming, behind=behind), *others]
    return sorted(hits, key=lambda hit: -hit.score)


def _in_force_first(hits: list[Hit], limits: Thresholds) -> list[Hit]:
    """Of clauses that answer about equally well, those of papers in force come first."""
    return sorted(hits, key=lambda hit: -hit.score * limits.standing[hit.clause.document.status])


def _in_the_light_of_before(
    hits: list[Hit], carried: Carried, query: str, evidence: Evidence, index: Index
) -> tuple[list[Hit], str]:
    """Weigh what a follow-up says by itself with what it says behind the topic of before.

    A clause's log-odds are averaged over both look-ups. The second value is the query that the best
    clause answers: the longer one if it would not answer the shorter.
    """
    limits = evidence.thresholds
    joined = _search(query, evidence.question, evidence.library, index, behind=carried.context)
    alone = {hit.clause.id: hit for hit in hits}
    behind = {hit.clause.id: hit for hit in joined}
    meant = _meant_more(carried, index, limits)
    weighed = [
        replace(
            hit,
            score=_probability(
                (1 - limits.context) * _log_odds(alone.get(clause))
                + limits.context * _log_odds(behind.get(clause))
                + limits.leaning
                + meant.get(clause, 0.0)
            ),
        )
        for clause, hit in {**behind, **alone}.items()
    ]
    weighed.sort(key=lambda hit: -hit.score)
    weighed = _named_anew(weighed, carried, evidence)
    best = alone.get(weighed[0].clause.id) if weighed else None
    return weighed, query if best and best.score >= limits.answer else f"{carried.context} {query}"


def _named_anew(hits: list[Hit], carried: Carried, evidence: Evidence) -> list[Hit]:
    """公司律师呢, behind 公职律师: those that write the new word, if the clause shown does not."""
    word, last = evidence.question.topic, carried.last
    if len(word) < A_NAME or last is None or word in last.text:
        return hits
    return [hit for hit in hits if word in hit.clause.text] or hits


def _meant_more(carried: Carried, index: Index, limits: Thresholds) -> Mapping[str, float]:
    """What is added to the log-odds of clauses, by id, for their standing to the one shown first.

    Those around it are meant more often; unless the papers are kept, those that say the same are.
    """
    last = carried.last
    if last is None:
        return {}
    anywhere = last.path and not carried.scope_was_kept
    alike = index.alike(last) if anywhere else {}
    added = {clause: limits.alike * share for clause, share in alike.items()}
    for clause in around(last):
        added[clause] = added.get(clause, 0.0) + limits.around
    return added


def _log_odds(hit: Hit | None) -> float:
    """Between -4.6 and 4.6; a clause that was not found counts as one in a hundred."""
    score = min(max(hit.score if hit else 0.0, _LEAST), 1 - _LEAST)
    return math.log(score / (1 - score))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
