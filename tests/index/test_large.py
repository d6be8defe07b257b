"""A corpus too large for all of its passages to be scored."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index import Passage, PassageIndex, Settings, passage_index
from index.dense import DenseIndex
from index.encoders import Advance, Vectors
from index.retriever import ALL, CANDIDATES, Retriever

SCOPE = np.arange(ALL + 1) + ALL
WANTED = int(SCOPE[-1])  # by its text
ALIKE = int(SCOPE[-2])  # by its phrasing, which shares no character with the question but 法
QUESTION = "法律援助"


class CharacterEncoder:
    """Texts lie near each other when they share characters."""

    name = "characters"
    dimension = 32

    def encode_queries(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        vectors = np.full((len(texts), self.dimension), 0.01, np.float32)
        for row, text in enumerate(texts):
            np.add.at(vectors[row], [ord(character) % self.dimension for character in text], 1)
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    encode_passages = encode_queries


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    """Before the scope each passage and its phrasing is the question itself."""
    passages = [Passage(f"b{row}", QUESTION, asks=(QUESTION,)) for row in range(ALL)]
    passages += [Passage(f"s{row}", "公证机构", asks=("谁来公证",)) for row in SCOPE]
    passages[WANTED] = Passage("wanted", "公证机构办理公证，当事人困难的可以申请法律援助")
    passages[ALIKE] = Passage("alike", "公证机构", asks=("法法法",))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(passage_index, "open_encoder", lambda settings: CharacterEncoder())
        cache: Path = tmp_path_factory.mktemp("cache")
        return PassageIndex.open("large", passages, Settings(cache=cache)).retriever


def test_a_large_scope_is_searched_and_not_sifted(retriever: Retriever) -> None:
    """Outside it there are more than enough passages that fit better."""
    ranked = retriever.rank(retriever.question(QUESTION), SCOPE)
    assert len(ranked.rows) >= CANDIDATES
    assert set(ranked.rows.tolist()) <= set(SCOPE.tolist())
    assert ranked.rows[0] == WANTED
    assert ALIKE in ranked.rows


def test_without_a_scope_the_best_of_all_are_scored(retriever: Retriever) -> None:
    ranked = retriever.rank(retriever.question(QUESTION))
    assert CANDIDATES <= len(ranked.rows) < ALL
    assert ranked.rows[0] < ALL


def test_the_nearest_among_some_rows_are_exact() -> None:
    chance = np.random.default_rng(0)
    vectors = chance.normal(size=(1000, 16)).astype(np.float32)
    rows = np.sort(chance.choice(1000, 200, replace=False))
    near, cosines = DenseIndex(vectors).nearest(vectors[0], 20, rows)
    order = np.argsort(-(vectors[rows] @ vectors[0]))[:20]
    assert near.tolist() == rows[order].tolist()
    assert cosines == pytest.approx(vectors[near] @ vectors[0], rel=1e-4)
    assert len(DenseIndex(vectors).nearest(vectors[0], 20, rows[:5])[0]) == 5
    assert len(DenseIndex(vectors).nearest(vectors[0], 20, rows[:0])[0]) == 0
