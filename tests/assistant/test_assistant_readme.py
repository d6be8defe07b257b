"""What the room's README shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import assistant

ROOM = Path(assistant.__file__).parent


def test_the_example_runs() -> None:
    failed, tried = doctest.testfile(str(ROOM / "README.md"), module_relative=False)
    assert tried
    assert not failed


def test_every_file_has_its_place_in_the_table() -> None:
    told = set(re.findall(r"`([a-z_/]+)`", (ROOM / "README.md").read_text("utf-8")))
    names = {name.split("/")[-1] for name in told}
    files = [
        path
        for path in ROOM.rglob("*.py")
        if path.stem != "__init__" and path.relative_to(ROOM).parts[0] not in ("web", "commands")
    ]
    assert sorted(path.stem for path in files if path.stem not in names) == []
