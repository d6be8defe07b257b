"""What stands before a paper's outline: who approved it, at which meeting, to whom it goes."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.composing.wording import quoted
from assistant.evidence import Evidence
from assistant.sentences import Sentence, sentences
from assistant.understanding.papers_asked import asks_of_the_head

_FEW = 2  # papers whose heads are told in full


def compose_from_head(evidence: Evidence) -> Draft | None:
    """Answer from the head of a document that the question names; None if the clauses know better.

    Heads are not indexed, since every question would find its words in a title.
    """
    if evidence.focus or not evidence.question.scope.named or not evidence.terms:
        return None
    if evidence.question.kind not in ("measures", "fact", "responsibility"):
        return None
    heads = [s for document in evidence.documents for s in sentences(document.head)]
    best = max(heads, key=lambda s: evidence.relevance(s.text), default=None)
    if best is None or not _tells_most(best, evidence):
        return None
    draft = Draft()
    title = best.clause.document.title
    draft.say(f"《{title}》文首写明：{quoted([best], draft)}")
    return draft


def compose_whole_head(evidence: Evidence) -> Draft | None:
    """What a paper's head holds, where no clause and no field of it answers; status ``partial``."""
    documents = evidence.documents
    named = evidence.question.scope.named and not evidence.scope_was_kept
    if not named or len(documents) > _FEW:
        return None
    if not asks_of_the_head(evidence.question.plain):
        return None
    draft = Draft(status="partial")
    for document in documents:
        if words := sentences(document.head):
            told = quoted(words, draft)
            draft.say(f"《{document.title}》没有写明所问的内容，文首写的是：{told}")
    return draft if draft.lines else None


def _tells_most(sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the sentence has enough of the topic, and clearly more than any clause has."""
    limits = evidence.thresholds
    relevance = evidence.relevance(sentence.text)
    clauses = [hit.clause for hit in evidence.hits[: limits.head_rivals]]
    others = [evidence.relevance(each.text) for clause in clauses for each in sentences(clause)]
    enough = limits.head * sum(evidence.weights.values())
    has_a_word = any(len(word) > 1 and word in sentence.text for word in evidence.weights)
    most = relevance > limits.head_margin * max(others, default=0.0)
    return has_a_word and relevance >= enough and most
