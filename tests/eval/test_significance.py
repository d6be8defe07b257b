"""Intervals and tests on cases whose answer is known without a computer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.significance import difference, interval


def test_five_wins_of_five_have_the_sign_tests_p() -> None:
    """Of the 32 ways to sign five gains of 1, two are as far out: all plus and all minus."""
    found = difference([0.0] * 5, [1.0] * 5)
    assert found.interval.mean == 1.0
    assert found.p == pytest.approx(2 / 32)


def test_a_win_and_a_loss_are_no_difference() -> None:
    """Signs ++ +- -+ -- give means 1, 0, 0, -1: all are at least as far from 0 as the 0 seen."""
    assert difference([0.0, 1.0], [1.0, 0.0]).p == 1.0


def test_the_same_run_twice_differs_by_nothing() -> None:
    found = difference([0.2, 0.9], [0.2, 0.9])
    assert (found.interval.mean, found.p) == (0.0, 1.0)


def test_the_interval_of_a_half_is_the_binomial_ones() -> None:
    """100 throws, 50 heads: 0.5 ± 1.96 · √(.25/100) = .402 to .598, in steps of .01."""
    found = interval([0.0, 1.0] * 50)
    assert found.mean == 0.5
    assert found.low == pytest.approx(0.402, abs=0.011)
    assert found.high == pytest.approx(0.598, abs=0.011)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_mean_lies_in_its_interval_and_comes_out_the_same(values: list[float]) -> None:
    found = interval(values)
    assert found.low - 1e-12 <= found.mean <= found.high + 1e-12
    assert found == interval(values)


def test_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="same questions"):
        difference([1.0], [1.0, 0.0])
