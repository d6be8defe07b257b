"""Orders that use a part of the evidence only: one feature, or the ranks by several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause or passage with the index's features for one question."""

    id: str
    features: Mapping[str, float]


Score = Callable[[Sequence[Candidate]], Sequence[float]]
"""One question's candidates to a score for each, higher is better."""

RRF = 60  # the constant of Cormack, Clarke and Büttcher 2009


def rescored(candidates: Sequence[Candidate], score: Score, k: int) -> list[tuple[str, float]]:
    """The k best by `score`; ties keep the order of the candidates."""
    scores = score(candidates)
    best = sorted(range(len(candidates)), key=lambda place: -scores[place])[:k]
    return [(candidates[place].id, scores[place]) for place in best]


def by_feature(name: str) -> Score:
    """By one feature of the index alone (see index/features.py); absent is 0."""
    return lambda candidates: [one.features.get(name, 0.0) for one in candidates]


def by_rrf(*names: str) -> Score:
    """Reciprocal rank fusion of the orders by each feature, with equal weights.

    >>> score = by_rrf("words", "dense")
    >>> one, other = Candidate("a", {"words": 2, "dense": 1}), Candidate("b", {"words": 1})
    >>> score([one, other]) == [2 / 61, 2 / 62]
    True
    """

    def score(candidates: Sequence[Candidate]) -> list[float]:
        total = [0.0] * len(candidates)
        for name in names:
            values = by_feature(name)(candidates)
            order = sorted(range(len(candidates)), key=lambda place: -values[place])
            for rank, place in enumerate(order, start=1):
                total[place] += 1 / (RRF + rank)
        return total

    return score
