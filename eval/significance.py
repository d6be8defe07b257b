"""How sure a mean is, and whether two runs differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SEED = 0
RESAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` questions with its 95 % interval."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of B minus A over the same questions, its 95 % interval, and its two-sided p."""

    interval: Interval
    p: float


def interval(values: Sequence[float]) -> Interval:
    """Percentile bootstrap over questions (Efron 1979), 10,000 resamples, fixed seed.

    Raises ValueError on no values: an absent measure has no mean.
    """
    if not values:
        raise ValueError("no values, no mean")
    observed = np.asarray(values, dtype=np.float64)
    if (observed == observed[0]).all():  # nothing to resample
        return Interval(float(observed[0]), float(observed[0]), float(observed[0]), len(values))
    drawn = np.random.default_rng(SEED).integers(len(values), size=(RESAMPLES, len(values)))
    low, high = np.quantile(observed[drawn].mean(axis=1), (0.025, 0.975))
    return Interval(float(observed.mean()), float(low), float(high), len(values))


def difference(first: Sequence[float], second: Sequence[float]) -> Difference:
    """Compare the same questions under two runs by Fisher's randomisation test.

    Under the null hypothesis the two runs are exchangeable on every question, so each question's
    difference may take either sign (Smucker, Allan and Carterette 2007, "A comparison of
    statistical significance tests for information retrieval evaluation"). All sign patterns are
    tried where there are at most 10,000 of them, else that many are drawn with a fixed seed.
    """
    from scipy.stats import permutation_test

    if len(first) != len(second):
        raise ValueError("a paired test needs the same questions on both sides")
    gain = np.asarray(second, dtype=np.float64) - np.asarray(first, dtype=np.float64)
    if not gain.any():
        return Difference(interval(gain.tolist()), 1.0)
    test = permutation_test(
        (gain,),
        lambda differences, axis: differences.mean(axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        rng=np.random.default_rng(SEED),
    )
    return Difference(interval(gain.tolist()), float(test.pvalue))
