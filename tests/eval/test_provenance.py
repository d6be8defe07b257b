"""Two results that rest on different data do not say that they rest on the same."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from eval.provenance import provenance_of, written_hash
from index import Settings


def test_learned_and_written_data_have_their_hashes() -> None:
    learned = provenance_of("corpus", (), Settings()).learned
    assert set(learned) == {
        *("ranking.json", "adapter.npz", "intents.npz"),
        *("corpus/data", "index/data", "assistant/data"),
    }
    assert len(set(learned.values())) == len(learned)


def test_of_another_search_nothing_is_said() -> None:
    assert provenance_of("corpus", (), None).learned == {}


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("index", "phrasings/moj-2018.toml"),
        ("index", "strangers.toml"),
        ("index", "stopwords.txt"),
        ("assistant", "thresholds.toml"),
        ("assistant", "word_groups.toml"),
    ],
)
def test_a_line_more_is_another_hash(room: str, name: str, tmp_path: Path) -> None:
    data = Path(str(files(room) / "data"))
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    assert written_hash(copy) == written_hash(data)
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write("\n# 一行\n")
    assert written_hash(copy) != written_hash(data)
