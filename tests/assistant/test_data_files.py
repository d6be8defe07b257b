"""A data file with a slip in it is told by name and place, not by a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import assistant
from assistant import data_files
from assistant.data_files import read_data
from assistant.errors import DataFileError
from assistant.thresholds import Thresholds

DATA = Path(assistant.__file__).parent / "data"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the thresholds that is read in place of the file."""
    file = tmp_path / "data" / "thresholds.toml"
    file.parent.mkdir()
    file.write_bytes((DATA / file.name).read_bytes())
    monkeypatch.setattr(data_files, "files", lambda _: tmp_path)
    return file


def test_a_file_of_its_form_is_read(copied: Path) -> None:
    assert read_data(copied.name, Thresholds).answer > 0


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("answer =", "anser =", "anser"),  # a key that nobody knows
        ("answer = 0.12", 'answer = "often"', "answer"),
        ("answer = 0.12", "answer = ", "line"),
    ],
)
def test_a_slip_is_told(copied: Path, written: str, instead: str, told: str) -> None:
    copied.write_text(copied.read_text("utf-8").replace(written, instead), encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"thresholds\.toml 读不出来（.*{told}"):
        read_data(copied.name, Thresholds)
