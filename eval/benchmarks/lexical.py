"""Our BM25 beside rank-bm25: the same scores, how much faster.

    python -m eval.benchmarks.lexical [--clauses 50000]

Clauses of the packaged papers, their words drawn anew until there are enough of them; the same
questions go through both in one run, so the ratio does not depend on the machine.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence

import numpy as np
from rank_bm25 import BM25Okapi

from corpus import Library
from index import BM25, Settings, Tokenizer

QUESTIONS = (
    "哪个部门牵头法律援助条例",
    "社区矫正信息化有哪些措施",
    "人民调解员的培训经费谁来出",
    "公证机构改革最晚哪一年完成",
    "打官司没钱请律师怎么办",
)


def drawn(count: int, tokenizer: Tokenizer) -> list[list[str]]:
    """`count` tokenised clauses: real ones first, then others of real words and real lengths."""
    real = [tokenizer.words(c.text) for d in Library.packaged().documents() for c in d.clauses]
    words = [word for clause in real for word in clause]
    chance = random.Random(0)
    made = [chance.choices(words, k=len(chance.choice(real)) or 1) for _ in range(count)]
    return [*real, *made][:count]


def milliseconds(score: Callable[[list[str]], object], questions: Sequence[list[str]]) -> float:
    """Median of one question's time."""
    times = []
    for question in questions:
        start = time.perf_counter()
        score(question)
        times.append(1000 * (time.perf_counter() - start))
    return float(np.median(times))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.lexical")
    parser.add_argument("--clauses", type=int, default=50_000)
    count = parser.parse_args().clauses
    tokenizer = Tokenizer({}, Settings().cache_folder())
    documents = drawn(count, tokenizer)
    questions = [tokenizer.words(question) for question in QUESTIONS]
    start = time.perf_counter()
    ours = BM25.of(documents)
    built = time.perf_counter() - start
    theirs = BM25Okapi(documents)
    apart = max(np.abs(ours.scores(q) - theirs.get_scores(q)).max() for q in questions)
    slow = milliseconds(theirs.get_scores, questions)
    fast = milliseconds(ours.scores, 20 * questions)
    print(f"{count} clauses, built in {built:.1f} s, {len(ours.rows)} words")
    print(f"rank-bm25 {slow:.1f} ms a question, ours {fast:.3f} ms: {slow / fast:.0f} times faster")
    print(f"greatest difference of any score: {apart:.1e}")


if __name__ == "__main__":
    main()
