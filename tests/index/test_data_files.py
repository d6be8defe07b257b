"""The room's data files, and what is said of bad ones."""

from pathlib import Path

import numpy as np
import pytest

from corpus import Library
from index import DataFileError, Thesaurus
from index.adapter import Adapter
from index.encoders.bundled import BundledEncoder
from index.features import FEATURES
from index.phrasings import read_phrasings
from index.ranking import ABSOLUTE, QUESTION_SIGNALS, Profile, Ranking
from index.tokens import stopwords


def test_phrasings_belong_to_clauses() -> None:
    for document in Library.packaged().documents():
        asks = read_phrasings(document.id)
        assert set(asks) <= {(), *(clause.path for clause in document.clauses)}
        assert sum(map(len, asks.values())) > 100


def test_a_document_without_phrasings_has_none() -> None:
    assert read_phrasings("tomorrow-2026") == {}


@pytest.mark.parametrize(
    "text",
    ['[[clause]]\npath = ["一"]', '[[clause]]\npath = ["一"]\nasks = []', "[[clause", "x = 1"],
)
def test_phrasings_of_another_form_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.toml").write_text(text, "utf-8")
    with pytest.raises(
        DataFileError, match=r"x\.toml 读不出来（.*）；请按index/phrasings\.py的说明"
    ):
        read_phrasings("x", tmp_path)


def test_the_longest_words_win() -> None:
    (found,) = Thesaurus.packaged().expand("我打官司没钱，咋办")
    assert found.says == "打官司没钱"
    assert (found.start, found.end) == (1, 6)
    assert "法律援助" in found.means


def test_doubtful_words_weigh_less(tmp_path: Path) -> None:
    file = tmp_path / "thesaurus.toml"
    file.write_text(
        '[[entry]]\nsays = ["甲乙"]\nmeans = ["公证"]\n'
        '[[entry]]\nsays = ["丙丁"]\nmeans = ["仲裁"]\ndoubt = true\n',
        "utf-8",
    )
    sure, doubtful = Thesaurus.read(file).expand("甲乙丙丁")
    assert 0 < doubtful.weight < sure.weight < 1


@pytest.mark.parametrize(
    "text",
    [
        '[[entry]]\nsays = ["甲"]',
        '[[entry]]\nsays = ["甲"]\nmeans = ["乙"]\nmean = 1',
        '[[entry]]\nsays = ["甲"]\nmeans = ["乙"]\n[[entry]]\nsays = ["甲"]\nmeans = ["丙"]',
    ],
)
def test_a_thesaurus_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "thesaurus.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataFileError, match=r"thesaurus\.toml"):
        Thesaurus.read(file)


def test_stop_words_are_words() -> None:
    assert {"的", "怎么", "什么"} <= stopwords()
    assert all(word.isalnum() for word in stopwords())
    assert not stopwords() & {"法律援助", "律师", "公证"}


def test_the_adapter_belongs_to_the_bundled_model(tmp_path: Path) -> None:
    adapter = Adapter.packaged()
    assert adapter.encoder == BundledEncoder.name
    questions = BundledEncoder().encode_queries(["打官司没钱怎么办"])
    for turned in (adapter.turn(questions), adapter.turn_passages(questions)):
        assert np.linalg.norm(turned, axis=1) == pytest.approx(1, abs=1e-5)
    adapter.write(tmp_path / "adapter.npz")
    again = Adapter.read(tmp_path / "adapter.npz")
    assert np.array_equal(again.turn(questions), adapter.turn(questions))


def test_something_else_is_no_adapter(tmp_path: Path) -> None:
    (tmp_path / "adapter.npz").write_bytes(b"PK\x03\x04")
    with pytest.raises(DataFileError, match=r"python -m index\.training\.adapter"):
        Adapter.read(tmp_path / "adapter.npz")


@pytest.mark.parametrize("profile", ["clauses", "passages"])
def test_the_ranking_weighs_features_that_exist(profile: Profile) -> None:
    ranking = Ranking.packaged(profile)
    assert set(ranking.weights) <= set(FEATURES)
    assert set(ranking.evidence) <= {*ABSOLUTE, *QUESTION_SIGNALS}
    assert min(ranking.weights.values()) >= 0
    assert ranking.behind > 0


def test_probabilities_keep_the_order() -> None:
    ranking = Ranking.packaged("clauses")
    features = np.random.default_rng(0).random((50, len(FEATURES)))
    order = ranking.order(features)
    chances = ranking.probabilities(order, features[order.argmax()], {"known": 1.0})
    assert (np.diff(chances[np.argsort(-order)]) <= 0).all()
    assert ((chances >= 0) & (chances <= 1)).all()
    strange = ranking.probabilities(order, features[order.argmax()], {"known": 0.0})
    assert strange.max() <= chances.max()
