"""What the library holds on a question: ranked clauses, and how well a sentence fits the topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.names import place_of
from assistant.sentences import Sentence, sentences
from assistant.thresholds import Thresholds
from assistant.understanding.question import Question
from assistant.understanding.reading import fold_compatible
from corpus import Clause, Document, Library
from index import Hit, Term

_LONG_WORD = 4  # characters; a shorter word is held whole or not at all
# Characters; who wants yes or no, or fewer words, gets the sentences that say it.
_BRIEF = 160
# Characters; a shorter question leans on what was spoken of: 一个月能拿多少.
_LEANS = 9


@dataclass(frozen=True)
class Evidence:
    """All that a composer may use: the question, the library, hits in scope, clauses in focus.

    ``hits`` are best first and lie within the question's scope. ``focus`` are clauses that the
    question names itself, by number or by pointing back; they come before any hit.
    ``beyond_shown`` tells that more is asked for than was shown before, ``scope_was_kept`` that the
    documents come from what was said before, ``of_each`` that something is asked of every clause
    in focus; ``within`` are the clauses among which some are asked for, none if it may be any.
    ``familiarity`` tells by how much, in cosine, the question is nearer to those that the papers
    answer than to another field's; it costs an embedding and is asked for where it decides.
    """

    question: Question
    library: Library
    thresholds: Thresholds
    hits: tuple[Hit, ...] = ()
    terms: tuple[Term, ...] = ()
    focus: tuple[Clause, ...] = ()
    beyond_shown: bool = False
    scope_was_kept: bool = False
    of_each: bool = False
    within: frozenset[str] = frozenset()
    familiarity: Callable[[], float] = float

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents in scope, in the library's order."""
        held = self.library.documents()
        wanted = self.question.scope.documents
        return tuple(d for d in held if not wanted or d.id in wanted)

    @property
    def sides(self) -> tuple[Document, ...]:
        """One document for each place or body in scope, the newest of those that have most to say.

        A paper of neither is a side of its own. A question that names documents, or several
        years, gets each of them.
        """
        scope = self.question.scope
        of_each = self.question.of_each_paper or len(scope.years) > 1
        if of_each or (scope.named and not scope.regions):
            return self.documents
        chosen: dict[str, Document] = {}
        best: dict[str, float] = {}
        for hit in self.good:
            document = hit.clause.document
            side = place_of(document) or document.id
            before = chosen.setdefault(side, document)
            score = best.setdefault(side, hit.score)
            newer = (document.year or 0) > (before.year or 0)
            if newer and hit.score >= self.thresholds.beside * score:
                chosen[side] = document  # a paper in force before the one it follows
        for document in self.documents:
            chosen.setdefault(place_of(document) or document.id, document)
        # 四川和吉林, and 部里和四川 one after the other: in the order of mention
        places, papers = (*scope.regions,), (*scope.documents,)
        if places:
            return tuple(sorted(chosen.values(), key=lambda d: _rank(d.region, places)))
        return tuple(sorted(chosen.values(), key=lambda d: _rank(d.id, papers)))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses in focus, or else those of the hits that are good enough to answer."""
        return self.focus or tuple(hit.clause for hit in self.good)

    @cached_property
    def good(self) -> tuple[Hit, ...]:
        """The hits whose probability is high enough to answer from."""
        return tuple(hit for hit in self.hits if hit.score >= self.thresholds.answer)

    def in_focus(self, clause: Clause) -> bool:
        """第三部分里…: whether a clause lies in one of the parts in focus, if there are any."""
        return not self.focus or not {*self.focus}.isdisjoint((clause, *clause.ancestors))

    @property
    def surely_on_it(self) -> bool:
        """Whether the best clause is on the matter so surely that a detail can be missing there."""
        limits = self.thresholds
        if len(self.question.plain) > _LEANS and self.familiarity() < -limits.missing_foreign:
            return False  # 那公证费到底按房价几个点收
        sure = bool(self.hits) and self.hits[0].score >= limits.missing
        return bool(self.focus) or sure or self.familiarity() >= limits.missing_at_home

    def best_of(self, document: Document) -> Hit | None:
        """The document's best hit that is about the topic, if it is good enough to stand by others.

        Side by side a clause may be less certain than one that answers alone: to say that a paper
        is silent would be the worse mistake. But the best of a paper that is silent is no answer.
        """
        if not self.good:
            return None
        floor = self.thresholds.side_by_side
        own = (h for h in self.hits if h.clause.document_id == document.id and h.score >= floor)
        asked = self.question.of_each_paper
        least = self.thresholds.mentions if asked else self.thresholds.about
        return next((hit for hit in own if self.share(hit.clause) >= least), None)

    def besides(self, clause: Clause) -> tuple[Clause, ...]:
        """Other clauses of the same paper that fit about as well, in reading order."""
        own = [hit for hit in self.good if hit.clause.document_id == clause.document_id]
        floor = self.thresholds.beside * max((hit.score for hit in own), default=0.0)
        near = (hit.clause for hit in own if hit.score >= floor and self.is_about(hit.clause))
        apart = (c for c in near if c is not clause and c not in clause.ancestors and sentences(c))
        return tuple(sorted(apart, key=lambda each: each.order))

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much each word counts when a sentence is held against the topic."""
        weights: dict[str, float] = {}
        for term in self.terms:
            weights[term.text] = max(weights.get(term.text, 0.0), term.idf)
            for expansion, weight in term.expansions.items():
                weights[expansion] = max(weights.get(expansion, 0.0), term.idf * weight)
        return weights

    def relevance(self, text: str) -> float:
        """The weight of the topic's words that occur in ``text``, in units of idf."""
        return sum(weight for word, weight in self.weights.items() if word in text)

    def is_about(self, clause: Clause) -> bool:
        """Whether the clause, its headings or its points hold enough of the topic's words."""
        return self.share(clause) >= self.thresholds.about

    def share(self, clause: Clause) -> float:
        """How much of the topic the clause, its headings and its points hold, 0 to 1."""
        return share_held(self.terms, clause)

    def fitting(self, clause: Clause, limit: int) -> tuple[Sentence, ...]:
        """The clause's sentences that answer, in reading order, about ``limit`` characters in all.

        A short clause comes whole; of a long one come the sentences nearest to the topic.
        """
        cut = sentences(clause)
        if "yesno" in self.question.asks or self.question.brief:
            limit = min(limit, _BRIEF)
        if sum(len(each.text) for each in cut) <= limit:
            return cut
        ranked = sorted(cut, key=lambda each: -self.relevance(each.text))
        floor = self.thresholds.sentence * self.relevance(ranked[0].text)
        chosen: list[Sentence] = []
        for each in ranked:
            within = sum(len(c.text) for c in chosen) + len(each.text) <= limit
            if not chosen or (within and self.relevance(each.text) >= floor):
                chosen.append(each)
        return tuple(sorted(chosen, key=lambda each: each.start))


def share_held(terms: Iterable[Term], clause: Clause) -> float:
    """How much of some words a clause, its headings and its points hold, 0 to 1, by idf.

    A word that no paper has and the thesaurus does not know weighs most. Single characters tell
    too little to count.
    """
    telling = [term for term in terms if len(term.text) > 1]
    if not telling:
        return 1.0
    around = (*clause.ancestors, clause, *clause.children)
    text = fold_compatible("".join((clause.document.title, *(each.text for each in around))))
    held = sum(
        term.idf * max(_held(word, text) for word in (term.text, *term.expansions))
        for term in telling
    )
    return held / sum(term.idf for term in telling)


def _held(word: str, text: str) -> float:
    """1 if the text has the word; of a long word that it lacks the share of its character pairs.

    律师惩戒 is held in good part by 律师违法违规行为调查与惩戒.
    """
    if word in text:
        return 1.0
    if len(word) < _LONG_WORD:
        return 0.0
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs)


def distinct(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses without repetitions, order kept."""
    return tuple({clause.id: clause for clause in clauses}.values())


def _rank(name: str | None, among: tuple[str, ...]) -> int:
    """The place of a name among others; behind all of them if it is none."""
    return among.index(name) if name in among else len(among)
