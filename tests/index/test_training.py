"""How the data files are learned, on sets small enough to see the answer."""

import json
from pathlib import Path

import numpy as np
import pytest

from corpus import Library
from index import BeirError, Index, Passage
from index.training.contrastive import Examples, Recipe, fit
from index.training.likeness import Questions, fit_likeness
from index.training.likeness import Recipe as LikenessRecipe
from index.training.linear import Sample, fit_distance, fit_order, fit_probability
from index.training.questions import Pairs, beir_pairs, phrasing_pairs
from index.training.samples import with_asks
from index.training_queries import TrainingQuery, read_training_queries


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_an_adapter_learns_a_turn() -> None:
    chance = np.random.default_rng(0)
    passages = unit(chance.normal(size=(200, 16)))
    turn = np.linalg.qr(chance.normal(size=(16, 16)))[0]
    questions = unit(passages @ turn)
    gold = [frozenset({row}) for row in range(200)]
    taught = Examples(questions[:150], passages, gold[:150])
    adapter = fit([taught], "tiny", Recipe(epochs=150, rate=1e-2, hard=8, noise=0.1))
    turned = adapter.turn_passages(passages)
    before = (questions[150:] @ passages.T).argmax(1)
    after = (adapter.turn(questions[150:]) @ turned.T).argmax(1)
    assert (before == np.arange(150, 200)).mean() < 0.2
    assert (after == np.arange(150, 200)).mean() > 0.8


def test_the_order_weighs_what_tells_right_from_wrong() -> None:
    chance = np.random.default_rng(0)
    samples = []
    for _ in range(50):
        features = chance.random((10, 3))
        gold = np.zeros(10, bool)
        gold[features[:, 1].argmax()] = True
        samples.append(Sample(features, gold, {"known": 1.0}, np.zeros(10)))
    weights = fit_order(samples)
    assert weights.argmax() == 1
    assert (weights >= 0).all()


def test_the_probability_is_calibrated() -> None:
    chance = np.random.default_rng(0)
    rows = chance.random((4000, 1))
    right = chance.random(4000) < rows[:, 0]
    weight, bias = fit_probability(rows, right, np.ones(4000), ridge=1e-6)
    said = 1 / (1 + np.exp(-(weight * rows[:, 0] + bias)))
    assert said.mean() == pytest.approx(right.mean(), abs=0.01)
    assert said[rows[:, 0] > 0.8].mean() == pytest.approx(0.9, abs=0.05)


def test_every_phrasing_is_paired_with_its_clause() -> None:
    pairs = phrasing_pairs(Library.packaged())
    for question, (row,) in zip(pairs.questions[::50], pairs.gold[::50], strict=True):
        assert question in pairs.passages[row].asks
    folds = pairs.folds(2)
    owners = [min(gold) for gold in pairs.gold]
    assert len(set(zip(owners, folds.tolist(), strict=True))) == len(set(owners))


def test_the_probability_falls_with_the_distance() -> None:
    """Two behind by 1 and 3, certain to be right and to be wrong: log-odds 0 lie between them."""
    distance = np.array([0.0, -1.0, -3.0])
    gold = np.array([True, True, False])
    behind = fit_distance(np.array([2.0] * 50), [(distance, gold, 1.0)] * 50)
    near, far = 2.0 - behind, 2.0 - 3 * behind
    assert near > 0 > far


def test_queries_are_read_as_they_were_asked(tmp_path: Path) -> None:
    file = tmp_path / "asked.jsonl"
    queries = [
        TrainingQuery(
            query="法律援助", documents=("jilin-2019",), gold=("jilin-2019/二/（六）/24",)
        ),
        TrainingQuery(query="公租房", stranger=3),
    ]
    file.write_text("\n".join(each.model_dump_json() for each in queries), "utf-8")
    assert read_training_queries(file) == queries


@pytest.fixture
def public_set(tmp_path: Path) -> Path:
    """Two passages, the second with a line end of its own; one question answered by it."""
    corpus = [
        {"_id": "a", "title": "t", "text": "甲"},
        {"_id": "b", "title": "", "text": "乙\u2028丙"},
    ]
    (tmp_path / "corpus.jsonl").write_text(lines(corpus), "utf-8")
    queries = [{"_id": "1", "text": "问甲"}, {"_id": "2", "text": "问乙"}]
    (tmp_path / "queries.jsonl").write_text(lines(queries), "utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "train.tsv").write_text("query-id\tcorpus-id\tscore\n2\tb\t1\n1\ta\t0\n")
    return tmp_path


def lines(entries: list[dict[str, str]]) -> str:
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in entries)


def test_a_public_set_is_read_by_split(public_set: Path) -> None:
    pairs = beir_pairs(public_set, "train")
    assert (list(pairs.questions), list(pairs.gold)) == (["问乙"], [frozenset({1})])
    assert pairs.passages[1].text == "乙\u2028丙"


@pytest.mark.parametrize(
    ("name", "line", "sentence"),
    [
        ("corpus.jsonl", '{"id": "c"}', r"corpus\.jsonl, line 3: _id and text are wanted"),
        ("queries.jsonl", "not JSON", r"cannot read .*queries\.jsonl"),
        ("qrels/train.tsv", "2\tz\t1", r"train\.tsv judges z, which .*corpus\.jsonl lacks"),
        ("qrels/train.tsv", "3\tb\t1", r"queries\.jsonl lacks the judged query 3"),
        ("qrels/train.tsv", "2\tb\tgood", r"cannot read .*train\.tsv"),
    ],
)
def test_a_line_of_a_public_set_that_does_not_fit_is_named(
    public_set: Path, name: str, line: str, sentence: str
) -> None:
    file = public_set / name
    file.write_text(file.read_text("utf-8").rstrip("\n") + f"\n{line}\n", "utf-8")
    with pytest.raises(BeirError, match=sentence):
        beir_pairs(public_set, "train")


def test_train_questions_become_phrasings() -> None:
    passages = [Passage("a", "甲"), Passage("b", "乙")]
    pairs = Pairs(passages, ["问乙", "问两个"], [frozenset({1}), frozenset({0, 1})])
    asked, places = with_asks(pairs)
    assert [p.asks for p in asked] == [("问两个",), ("问乙", "问两个")]
    assert places == [[1], [0, 2]]


def test_likeness_brings_questions_of_one_clause_together() -> None:
    """Each clause's questions share a direction; a much longer one, common to all, hides it."""
    chance = np.random.default_rng(0)
    owners = np.repeat(np.arange(40), 6)
    own = chance.normal(size=(40, 8))[owners]
    noise = 3 * chance.normal(size=(len(owners), 8))
    vectors = unit(np.hstack([own, noise]))
    strangers = unit(chance.normal(size=(50, 16)))
    taught = Questions(vectors[::2], owners[::2], np.eye(40, dtype=bool), strangers)
    turn = fit_likeness(taught, LikenessRecipe(epochs=200, batch=64, rate=1e-2, strangers=8))

    def right(rows: np.ndarray) -> float:
        nearest = (rows[1::2] @ rows[::2].T).argmax(1)
        return float((owners[::2][nearest] == owners[1::2]).mean())

    assert right(unit(vectors + vectors @ turn.T)) > right(vectors) + 0.3


def test_a_clause_is_not_held_against_its_own_task_and_its_twins() -> None:
    library = Library.packaged()
    index = Index.open(library)
    ids = [clause.id for document in library.documents() for clause in document.clauses]
    questions = Questions.of(index._passages.retriever.fields, ids)
    place = {name: row for row, name in enumerate(ids)}
    task, point = place["sichuan-2018/三/（二）/7"], place["sichuan-2018/三/（二）/7/（40）"]
    assert questions.alike[task, point]
    assert questions.alike[task, place["moj-2018/三/（二）/7"]]
    assert not questions.alike[point, place["sichuan-2018/三/（二）/8/（45）"]]
    assert len(questions.vectors) == len(questions.owners)
