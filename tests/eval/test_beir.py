from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.beir import read_beir
from eval.errors import EvalError
from eval.public import WHOLE, beir_table, evaluate_beir
from index import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four passages, the last two repeating the second; one query judged on a repeat."""
    entries = {
        "corpus.jsonl": [
            {"_id": "a", "title": "甲法第一条", "text": "为了……"},
            {"_id": "b", "title": "乙法第二条", "text": "公民有权……"},
            {"_id": "c", "title": "丙法第三条", "text": "公民有权……"},
            {"_id": "d", "title": "丁法第四条", "text": "公民有权……"},
        ],
        "queries.jsonl": [{"_id": "1", "text": "我有权吗"}, {"_id": "2", "text": "没人问的"}],
    }
    for name, lines in entries.items():
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "duplicates.json").write_text('{"d": "c", "c": "b"}', encoding="utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\n1\td\t1\n1\ta\t0\n", encoding="utf-8"
    )
    return tmp_path


def test_repeats_are_one_passage_and_judged_as_one(folder: Path) -> None:
    found = read_beir(folder)
    assert [passage.id for passage in found.passages] == ["a", "b"]
    assert found.qrels == {"1": {"b": 1}}
    assert found.merged == 2


def test_what_training_asks_for_is_told_apart(folder: Path) -> None:
    """The train split judges c, which repeats b, as does the d that the test split judges."""
    assert read_beir(folder).unseen == {"1"}
    (folder / "qrels" / "train.tsv").write_text(
        "query-id\tcorpus-id\tscore\n2\tc\t1\n", encoding="utf-8"
    )
    assert read_beir(folder).unseen == frozenset()


def test_only_judged_queries_are_asked(folder: Path) -> None:
    assert read_beir(folder).queries == {"1": "我有权吗"}


def test_a_judgement_of_an_unknown_passage_is_an_error(folder: Path) -> None:
    with (folder / "qrels" / "test.tsv").open("a", encoding="utf-8") as file:
        file.write("2\tz\t1\n")
    with pytest.raises(EvalError, match="judges z"):
        read_beir(folder)


def test_what_a_passage_repeats_must_be_there(folder: Path) -> None:
    (folder / "duplicates.json").write_text('{"d": "z"}', encoding="utf-8")
    with pytest.raises(EvalError, match="d repeats z"):
        read_beir(folder)


def test_a_split_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(EvalError, match=r"dev\.tsv"):
        read_beir(folder, "dev")


def test_a_set_of_two_passages_is_found_whole(folder: Path, tmp_path: Path) -> None:
    """Two passages lie within the first ten of any order, so recall at ten is 1."""
    held = read_beir(folder)
    results = evaluate_beir(held, Settings(cache=tmp_path / "cache"), parts=True)
    assert [result.figures["R@10"].mean for result in results] == [1.0] * len(results)
    assert results[-1].name == WHOLE
    assert "1 questions, 2 passages; 2 that repeat another's" in beir_table(held, results)
