"""From features to a probability, by the weights in data/ranking.json.

They are learned by ``python -m index.training.ranking``. Two steps, both linear, so that a reader
can see why a passage stands where it stands. First an order: the weighted sum of the features. Then
a probability that a passage is what was asked for: a logistic function of how far the passage lies
behind the best one, of how good the best one is by measures that do not depend on the others
(cosines, share of the question's words it covers), and of the question itself. The second step does
not change the order; it is what refusals rest on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import DataFileError
from index.features import FEATURES

Profile: TypeAlias = Literal["clauses", "passages"]

# What of the best passage's features says how good it is, whatever the other passages are.
ABSOLUTE = (
    "dense",
    "adapted",
    "adapted_both",
    "asks_alike",
    "coverage",
    "coverage_own",
    "coverage_papers",
    "title",
)
# What the question says itself of whether it can be answered: the share of its topic words, by idf,
# that the corpus holds; how much nearer it is to a phrasing than to a question of another field, by
# cosine; how much it tells (characters, 1 for thirty); how much of it stands
# in the best passage word for word.
QUESTION_SIGNALS = ("known", "familiar", "told", "written")


class Ranking(BaseModel):
    """Weights of one kind of corpus.

    ``weights`` are those of the features in the order. In the probability ``evidence`` weighs the
    best passage's absolute features and the question's signals, ``behind`` is how fast it falls
    with the distance to the best passage, ``bias`` its constant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: Mapping[str, float]
    behind: float
    evidence: Mapping[str, float]
    bias: float

    @classmethod
    def packaged(cls, profile: Profile) -> Ranking:
        """The learned weights for policy papers ("clauses") or for plain texts ("passages").

        Raises DataFileError when data/ranking.json has another form.
        """
        return _packaged()[profile]

    @classmethod
    def plain(cls) -> Ranking:
        """Nothing learned: 0.7 cosine, 0.3 BM25, as in a weighted sum off the shelf."""
        weights = {"words": 0.15, "grams": 0.15, "dense": 7.0}
        return cls(weights=weights, behind=1.0, evidence={"coverage": 4.0}, bias=-1.0)

    def order(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Weighted sum, one a row of ``features`` (columns as in ``FEATURES``)."""
        total: NDArray[np.float64] = features @ self._column(FEATURES, self.weights)
        return total

    def probabilities(
        self, order: NDArray[np.float64], best: NDArray[np.float64], signals: Mapping[str, float]
    ) -> NDArray[np.float64]:
        """Probability, one a passage, of their sums in ``order``.

        ``best`` are the features of the passage with the highest sum, ``signals`` what the question
        says itself, by the names in ``QUESTION_SIGNALS``.
        """
        evidence = float(best @ self._column(FEATURES, self.evidence))
        evidence += sum(self.evidence.get(name, 0.0) * value for name, value in signals.items())
        evidence += self.bias
        probabilities: NDArray[np.float64] = 1 / (
            1 + np.exp(-np.clip(self.behind * (order - order.max()) + evidence, -30, 30))
        )
        return probabilities

    @staticmethod
    def _column(names: tuple[str, ...], weights: Mapping[str, float]) -> NDArray[np.float64]:
        return np.array([weights.get(name, 0.0) for name in names])


@cache
def _packaged() -> Mapping[str, Ranking]:
    file = files("index") / "data" / "ranking.json"
    try:
        profiles = json.loads(file.read_text("utf-8"))
        return {name: Ranking.model_validate(weights) for name, weights in profiles.items()}
    except (OSError, ValueError, ValidationError) as error:
        raise DataFileError(
            f"{file.name}: {error}; make it again with: python -m index.training.ranking"
        ) from error
