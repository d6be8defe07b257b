"""The two linear fits of the ranking, an order and a probability, with weights of 0 or more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Loss = Callable[[Array], tuple[float, Array]]


@dataclass(frozen=True)
class Sample:
    """One question's candidates.

    ``features`` are (candidates, features); ``gold`` tells which candidates answer, and none may.
    ``signals`` are what the question says itself, by the names in ``ranking.QUESTION_SIGNALS``,
    without ``written``, which is for each candidate the share of the question that it holds as one
    piece. ``weight`` is how much the question counts.
    """

    features: Array
    gold: NDArray[np.bool_]
    signals: Mapping[str, float]
    written: Array
    weight: float = 1.0

    def of_best(self, place: int) -> Mapping[str, float]:
        """What the question says itself, the candidate at a place being the best."""
        return {**self.signals, "written": float(self.written[place])}


def fit_order(samples: Sequence[Sample], ridge: float = 1e-3) -> Array:
    """Weights under which the gold candidates' softmax probability is highest (ListNet, Cao 2007).

    Every feature is evidence for a passage, so no weight may fall below 0; ``ridge`` is the penalty
    on the square of a weight times its feature's spread.
    """
    kept = [s for s in samples if s.gold.any()]
    spread = np.maximum(np.concatenate([s.features for s in kept]).std(0), 1e-6)
    total = sum(s.weight for s in kept)

    def loss(weights: Array) -> tuple[float, Array]:
        value = ridge * float(weights @ weights)
        gradient = 2 * ridge * weights
        for s in kept:
            scaled = s.features / spread
            scores = scaled @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            right = chance[s.gold].sum()
            share = np.where(s.gold, chance, 0) / max(right, 1e-12)
            value -= s.weight / total * float(np.log(max(right, 1e-12)))
            gradient += s.weight / total * (scaled.T @ (chance - share))
        return value, gradient

    weights: Array = _minimise(loss, np.ones(len(spread)), np.zeros(len(spread))) / spread
    return weights


def fit_probability(rows: Array, right: NDArray[np.bool_], weight: Array, ridge: float) -> Array:
    """Logistic regression; the last weight is the constant, which alone may be negative."""
    inputs = np.column_stack([rows, np.ones(len(rows))])
    penalty = np.append(np.full(rows.shape[1], ridge), 0.0)
    share = weight / weight.sum()

    def loss(weights: Array) -> tuple[float, Array]:
        scores = inputs @ weights
        chance = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        likely = np.where(right, chance, 1 - chance)
        value = float(-(share * np.log(np.maximum(likely, 1e-12))).sum() + penalty @ weights**2)
        gradient = inputs.T @ (share * (chance - right)) + 2 * penalty * weights
        return value, gradient

    lowest = np.append(np.zeros(rows.shape[1]), -np.inf)
    return _minimise(loss, np.zeros(inputs.shape[1]), lowest)


def fit_distance(
    offsets: Array, candidates: Sequence[tuple[Array, NDArray[np.bool_], float]]
) -> float:
    """How fast the probability falls with the distance to the best candidate.

    ``offsets`` are for each question the log-odds of its best candidate; ``candidates`` for each
    question the order less that of the best, what is gold, and its weight.
    """
    parts = [
        (distance[1:], gold[1:], offset, weight)
        for offset, (distance, gold, weight) in zip(offsets, candidates, strict=True)
        if gold.any()
    ]

    def loss(behind: Array) -> tuple[float, Array]:
        value = slope = 0.0
        for distance, gold, offset, weight in parts:
            chance = 1 / (1 + np.exp(-np.clip(offset + behind[0] * distance, -30, 30)))
            likely = np.where(gold, chance, 1 - chance)
            value -= weight * float(np.log(np.maximum(likely, 1e-12)).sum())
            slope += weight * float(((chance - gold) * distance).sum())
        return value, np.array([slope])

    return float(_minimise(loss, np.ones(1), np.zeros(1))[0])


def _minimise(loss: Loss, start: Array, lowest: Array) -> Array:
    from scipy.optimize import minimize

    bounds = [(None if np.isinf(low) else low, None) for low in lowest]
    found: Array = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return found
