"""What is saved, what is reused, what is gone."""

import errno
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import numpy as np
import pytest

from index import EncoderSettings, Passage, PassageIndex, Settings, SnapshotError
from index.encoders.bundled import BundledEncoder
from index.passage_index import folder_of, vectors_file

PASSAGES = (
    Passage("a", "推动出台《吉林省法律援助条例》。", title="方案", asks=("法援的规矩谁来定",)),
    Passage("b", "加快建设社区矫正信息管理系统。", title="意见"),
    Passage("c", "加强公证执业监管。", title="意见"),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache=tmp_path)


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that goes through the model."""
    texts: list[str] = []
    encode = BundledEncoder._encode

    def listening(self, batch: Sequence[str], *rest):  # type: ignore[no-untyped-def]
        texts.extend(batch)
        return encode(self, batch, *rest)

    monkeypatch.setattr(BundledEncoder, "_encode", listening)
    return texts


def folders(settings: Settings) -> list[Path]:
    assert settings.cache is not None
    return [path for path in settings.cache.glob("indexes/*/*") if path.is_dir()]


def test_a_second_start_computes_nothing(settings: Settings, encoded: list[str]) -> None:
    told: list[str] = []
    first = PassageIndex.open(
        "x", PASSAGES, settings, lambda stage, done, total: told.append(stage)
    )
    assert {"lexical", "vectors", "phrasings"} <= set(told)
    before = first.search("法律援助条例")
    encoded.clear()
    told.clear()
    second = PassageIndex.open(
        "x", PASSAGES, settings, lambda stage, done, total: told.append(stage)
    )
    assert (encoded, told) == ([], [])
    assert second.search("法律援助条例") == before


def test_only_what_changed_is_encoded(settings: Settings, encoded: list[str]) -> None:
    PassageIndex.open("x", PASSAGES, settings)
    encoded.clear()
    changed = (PASSAGES[0], Passage("b", "建成律师信息查询平台。", title="意见"), PASSAGES[2])
    index = PassageIndex.open("x", changed, settings)
    assert encoded == ["意见\n建成律师信息查询平台。"]
    assert index.search("律师信息查询平台", k=1)[0].id == "b"


def test_removed_text_is_gone(settings: Settings) -> None:
    PassageIndex.open("x", PASSAGES, settings)
    index = PassageIndex.open("x", PASSAGES[1:], settings)
    assert {hit.id for hit in index.search("法律援助条例")} == {"b", "c"}
    (folder,) = folders(settings)
    assert "援助" not in (folder / "words.json").read_text("utf-8").split('"lexical"')[1]


def test_each_choice_of_settings_keeps_its_own(settings: Settings) -> None:
    PassageIndex.open("x", PASSAGES, settings)
    plain = settings.model_copy(
        update={"fields": settings.fields.model_copy(update={"headings": 0})}
    )
    PassageIndex.open("x", PASSAGES, plain)
    assert len(folders(settings)) == 2


def test_a_damaged_snapshot_is_built_anew(settings: Settings) -> None:
    before = PassageIndex.open("x", PASSAGES, settings).search("社区矫正")
    (folder,) = folders(settings)
    (folder / "lexical.npz").write_bytes(b"PK\x03\x04 cut short")
    for vectors in folder.parent.glob("vectors-*.npz"):
        vectors.write_bytes(b"")
    assert PassageIndex.open("x", PASSAGES, settings).search("社区矫正") == before


def test_the_manifest_says_what_it_was_built_from(settings: Settings) -> None:
    index = PassageIndex.open("x", PASSAGES, settings)
    assert index.manifest()["count"] == 3
    assert {"format", "passages", "settings", "stopwords.txt", "thesaurus.toml"} <= set(
        index.manifest()
    )


def test_processes_that_start_together_end_up_with_the_same(tmp_path: Path) -> None:
    code = (
        "import json, sys; from pathlib import Path; from index import *\n"
        "index = PassageIndex.open('x', [Passage('a', '法律援助条例'), Passage('b', '社区矫正')],"
        " Settings(cache=Path(sys.argv[1])))\n"
        "print(json.dumps([(hit.id, hit.score) for hit in index.search('援助')]))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    answers = [json.loads(process.communicate(timeout=120)[0]) for process in started]
    assert answers[0][0][0] == "a"
    assert answers.count(answers[0]) == 3
    assert len(folders(Settings(cache=tmp_path))) == 1


def test_nothing_saved_can_run_code(settings: Settings) -> None:
    PassageIndex.open("x", PASSAGES, settings)
    assert settings.cache is not None
    for file in settings.cache.glob("indexes/**/*.npz"):
        with np.load(file, allow_pickle=False) as data:
            assert all(data[name].dtype != object for name in data.files)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SnapshotError, match="set YIJU_CACHE to a folder that can be written"):
        PassageIndex.open("x", PASSAGES, Settings(cache=tmp_path / "file"))


@pytest.mark.parametrize("locked", ["snapshot", "vectors"])
def test_a_lock_that_cannot_be_had_is_one_sentence(locked: str, settings: Settings) -> None:
    assert settings.cache is not None
    folder = folder_of(settings.cache, "x")
    vectors = vectors_file(settings.cache, "x", BundledEncoder())
    lock = folder / "lock" if locked == "snapshot" else vectors.with_suffix(".lock")
    lock.mkdir(parents=True)
    with pytest.raises(SnapshotError, match="set YIJU_CACHE to a folder that can be written"):
        PassageIndex.open("x", PASSAGES, settings)


def test_vectors_that_cannot_be_saved_are_one_sentence_and_leave_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: IO[bytes], **arrays: object) -> None:
        file.write(b"PK")
        raise OSError(errno.ENOSPC, "No space left on device")

    without = settings.model_copy(update={"encoder": EncoderSettings(kind="none")})
    PassageIndex.open("x", PASSAGES, without)  # words and numbers are saved
    assert settings.cache is not None
    before = sorted(settings.cache.glob("indexes/*/*"))
    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(SnapshotError, match=r"No space left on device.*; free some space"):
        PassageIndex.open("x", PASSAGES, settings)
    left = set(settings.cache.glob("indexes/*/*")) - set(before)
    assert {path.suffix for path in left} <= {".lock"}


@pytest.mark.parametrize("passages", [(), (Passage("a", ""),)])
def test_an_empty_corpus_answers_nothing(settings: Settings, passages: tuple[Passage, ...]) -> None:
    hits = PassageIndex.open("x", passages, settings).search("法律援助")
    assert all(hit.score < 0.5 for hit in hits)
