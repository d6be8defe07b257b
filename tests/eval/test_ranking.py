"""Three queries small enough to score on paper.

query  judged right   found, best first
q1     a              a  x  y          the right one first
q2     b  c           x  b  y  c       ranks 2 and 4
q3     d              x  y             not found
"""

from __future__ import annotations

from math import log2

import pytest

from eval.ranking import ranking_values
from eval.trec import falling

QRELS = {"q1": {"a": 1}, "q2": {"b": 1, "c": 1}, "q3": {"d": 1}}
RUN = {
    "q1": [("a", 3.0), ("x", 2.0), ("y", 1.0)],
    "q2": [("x", 4.0), ("b", 3.0), ("y", 2.0), ("c", 1.0)],
    "q3": [("x", 2.0), ("y", 1.0)],
}
NDCG_Q2 = (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))  # gains at 2 and 4 over those at 1 and 2


@pytest.mark.parametrize(
    ("measure", "by_hand"),
    [
        ("Success@1", (1, 0, 0)),
        ("Success@5", (1, 1, 0)),
        ("R@2", (1, 1 / 2, 0)),
        ("R@10", (1, 1, 0)),
        ("MRR@10", (1, 1 / 2, 0)),
        ("nDCG@10", (1, NDCG_Q2, 0)),
    ],
)
def test_each_measure_is_what_paper_and_pencil_give(
    measure: str, by_hand: tuple[float, ...]
) -> None:
    values = ranking_values(QRELS, RUN, [measure])
    assert [values[query][measure] for query in QRELS] == pytest.approx(by_hand)


def test_a_query_the_run_lacks_counts_nought() -> None:
    values = ranking_values(QRELS, {"q1": RUN["q1"]}, ["MRR@10"])
    assert values == {"q1": {"MRR@10": 1.0}, "q2": {"MRR@10": 0.0}, "q3": {"MRR@10": 0.0}}


def test_ties_keep_the_order_of_the_run() -> None:
    """trec_eval would put z before a on equal scores, and 0.1 before 0.1 + 1e-12."""
    tied = {"q1": [("a", 0.1), ("z", 0.1)], "q2": [("b", 0.1 + 1e-12), ("z", 0.1)]}
    values = ranking_values({"q1": {"a": 1}, "q2": {"b": 1}}, tied, ["Success@1"])
    assert [value["Success@1"] for value in values.values()] == [1.0, 1.0]
    scores = [score for _, score in falling(tied["q1"])]
    assert scores[0] > scores[1]
