"""Our BM25 against rank-bm25 itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from corpus import Library
from index import BM25
from index.tokens import grams

WORDS = st.sampled_from(
    ["法", "律", "援", "助", "社", "区", "矫", "正", "公", "证", "律师", "条例"]
)
DOCUMENTS = st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=12).filter(any)


@given(DOCUMENTS, st.lists(WORDS | st.just("无此词"), max_size=8))
def test_scores_equal_rank_bm25(documents: list[list[str]], question: list[str]) -> None:
    ours = BM25.of(documents).scores(question)
    theirs = BM25Okapi(documents).get_scores(question)
    assert ours == pytest.approx(theirs, abs=1e-6)


def test_scores_equal_rank_bm25_on_the_papers() -> None:
    clauses = [c.text for d in Library.packaged().documents() for c in d.clauses]
    tokens = [grams(text) for text in clauses]
    ours, theirs = BM25.of(tokens), BM25Okapi(tokens)
    for question in ("哪个部门牵头法律援助条例", "社区矫正的社区矫正", "，。", ""):
        asked = grams(question)
        assert ours.scores(asked) == pytest.approx(theirs.get_scores(asked), abs=1e-6)


def test_a_weight_scales_a_words_share() -> None:
    bm25 = BM25.of([["法律", "援助"], ["公证"], ["调解"]])
    assert bm25.weighted({"公证": 0.5}) == pytest.approx(0.5 * bm25.scores(["公证"]))


def test_holders_and_idf() -> None:
    bm25 = BM25.of([["公证"], ["公证", "调解"], ["仲裁"], ["普法"]])
    assert bm25.holds("公证").tolist() == [0, 1]
    assert bm25.holds("无此词").tolist() == []
    assert bm25.idf_of("无此词") > bm25.idf_of("调解") > bm25.idf_of("公证")


def test_nothing_indexed_nothing_found() -> None:
    assert BM25.of([]).scores(["公证"]).tolist() == []
    assert np.array_equal(BM25.of([[], []]).scores(["公证"]), [0, 0])
