"""A data file with a slip in it is told by name and place, not by a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus import DataFileError, data_files, departments, library, normalising, portal, regions

READERS: dict[str, Callable[[], Any]] = {
    "regions.toml": regions._places.__wrapped__,
    "portal.toml": portal.portal.__wrapped__,
    "zhe.toml": normalising._words_with_zhu.__wrapped__,
    "errata.toml": normalising.errata.__wrapped__,
    "departments.toml": departments._file.__wrapped__,
    "catalog.toml": library.packaged_documents.__wrapped__,
}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the room's data that is read in its place."""
    for name in READERS:
        (tmp_path / name).write_bytes((data_files.DATA / name).read_bytes())
    monkeypatch.setattr(data_files, "DATA", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", READERS)
def test_a_file_of_its_form_is_read(copied: Path, name: str) -> None:
    assert READERS[name]()


@pytest.mark.parametrize(
    ("name", "written", "instead", "told"),
    [
        ("regions.toml", '["京政"]', '"京政"', "北京: "),
        ("regions.toml", '["京政"]', "[京政]", "line"),
        ("portal.toml", "[labels]", "[label]", "labels: .*；label: "),
        ("portal.toml", "issuer = ", "isuer = ", "labels isuer "),
        ("portal.toml", "\nwords = [", "\nwords = []\nmore = [", "furniture words: "),
        ("zhe.toml", "keep", "keeps", "keep: "),
        ("errata.toml", "note", "nota", "repair 第1条 note: .*；repair 第1条 nota: "),
        ("departments.toml", "\nname = ", "\nnam = ", "department 第1条 name: "),
        ("departments.toml", '["人社",', "[1,", "fields 人力资源社会保障 第1条: "),
        ("catalog.toml", "id = ", "ide = ", "document 第1条 id: "),
        ("catalog.toml", "issuer", "isuer", "document 第2条 known isuer: "),
        ("catalog.toml", "2018\n", '"soon"\n', "document 第2条 known year: "),
        ("catalog.toml", "方案.txt", "方案.doc", "jilin-2019 的文件"),
    ],
)
def test_a_slip_is_told(copied: Path, name: str, written: str, instead: str, told: str) -> None:
    text = (copied / name).read_text("utf-8")
    assert written in text
    (copied / name).write_text(text.replace(written, instead), "utf-8")
    with pytest.raises(DataFileError, match=rf"^{name} .*{told}.*请.*。$"):
        READERS[name]()


def test_a_missing_file_is_told(copied: Path) -> None:
    (copied / "zhe.toml").unlink()
    with pytest.raises(DataFileError, match=r"^zhe\.toml 读不出来"):
        READERS["zhe.toml"]()
