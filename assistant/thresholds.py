"""The few numbers that decide between answering and refusing, from ``data/thresholds.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from assistant.data_files import DataForm, read_data
from corpus import Status


class Thresholds(DataForm):
    """Cut-offs; probabilities are those of ``Hit.score``, shares lie between 0 and 1."""

    answer: float = Field(description="probability from which a clause may answer")
    answer_far: float = Field(description="the same for a question that is not `near` to theirs")
    near: float = Field(description="cosine by which such a question is nearer to those answered")
    nearby: float = Field(description="probability from which a clause is named beside a refusal")
    side_by_side: float = Field(description="probability to stand beside a paper that answers")
    context: float = Field(description="share of the look-up behind the topic of before")
    sure: float = Field(description="probability from which a follow-up stands by itself")
    leaning: float = Field(description="added to a follow-up's averaged log-odds")
    leaning_answer: float = Field(description="probability from which a clause may answer such one")
    around: float = Field(description="added to the log-odds of clauses around the one shown")
    alike: float = Field(
        description="the same, by how much (cosine) a clause says what that one does"
    )
    at_home: float = Field(description="cosine by which a question is nearer to those answered")
    beside: float = Field(description="share of the best score from which another paper is added")
    elsewhere: float = Field(description="share of the best score; a paper that names departments")
    about: float = Field(description="share of the topic's words that a clause must hold")
    missing: float = Field(description="probability from which a detail is said to be missing")
    missing_at_home: float = Field(description="cosine from which it is with less certainty too")
    missing_foreign: float = Field(
        description="cosine by which another field's question refuses it"
    )
    foreign: float = Field(description="cosine by which a question is nearer to other fields'")
    mentions: float = Field(description="share from which a paper is said to write of the topic")
    narrows: float = Field(description="share from which a topic narrows a department's list")
    intent: float = Field(description="probability of an intent where rules see nothing asked")
    intent_after: float = Field(description="the same for what is asked of an answer before")
    intent_detail: float = Field(description="the same for a detail, in words that name no matter")
    intent_over: float = Field(description="the same where rules see something else asked")
    telling: float = Field(description="idf from which a word tells a matter")
    head: float = Field(description="share of the topic that a head's sentence must hold")
    head_margin: float = Field(description="times the relevance of the best clause's sentence")
    head_rivals: int = Field(description="best clauses that a head's sentence is held against")
    sentence: float = Field(description="share of the best sentence's relevance to be shown too")
    same: float = Field(description="share of common bigrams above which two points say the same")
    longest_question: int = Field(description="characters; longer input is not a question")
    shown: int = Field(description="characters of a clause that an answer shows")
    standing: Mapping[Status, float] = Field(description="factor on a probability, by the paper")


@cache
def thresholds() -> Thresholds:
    """Read the file once."""
    return read_data("thresholds.toml", Thresholds)
