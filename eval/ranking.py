"""Measures of a ranking, by ir_measures (which asks trec_eval itself)."""

from __future__ import annotations

from collections.abc import Sequence

from eval.trec import Qrels, Run, falling

SHORT = ("Success@1", "Success@5", "R@5", "R@10", "R@50", "MRR@10", "nDCG@10")
"""For a corpus of hundreds of clauses."""
LONG = ("Success@1", "R@10", "R@100", "MRR@10", "nDCG@10")
"""For a public set of tens of thousands of passages."""


def ranking_values(
    qrels: Qrels, run: Run, measures: Sequence[str] = SHORT
) -> dict[str, dict[str, float]]:
    """Each judged query's value of each measure, 0..1.

    Queries come in the order of `qrels`; one that the run lacks counts 0 everywhere, one without
    judgements is left out. MRR is trec_eval's reciprocal rank, here under its usual name.

    >>> ranking_values({"q": {"right": 1}}, {"q": [("wrong", 2.0), ("right", 1.0)]}, ["MRR@10"])
    {'q': {'MRR@10': 0.5}}
    """
    import ir_measures

    wanted = {ir_measures.parse_measure(name.replace("MRR", "RR")): name for name in measures}
    values = {query: dict.fromkeys(measures, 0.0) for query in qrels}
    scored = {query: dict(falling(ranking)) for query, ranking in run.items()}
    for metric in ir_measures.iter_calc(list(wanted), qrels, scored):
        values[metric.query_id][wanted[metric.measure]] = float(metric.value)
    return values
