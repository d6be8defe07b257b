"""The phrasings: every clause of a paper has its own, and none is given to two clauses."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from corpus import Library

FOLDER = Path(__file__).parents[2] / "index" / "data" / "phrasings"
FILES = sorted(FOLDER.glob("*.toml"))
SHORTEST, LONGEST, FEWEST = 6, 30, 4  # characters of a phrasing; phrasings of a clause

Blocks = list[tuple[tuple[str, ...], list[str]]]


def read(file: Path) -> Blocks:
    """The blocks of one file: the clause's path and what people ask for it."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(data) == {"clause"}
    for block in data["clause"]:
        assert set(block) == {"path", "asks"}, block
    return [(tuple(block["path"]), block["asks"]) for block in data["clause"]]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.packaged()


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_are_files() -> None:
    assert FILES


def test_every_clause_is_covered_once_and_every_path_exists(file: Path, library: Library) -> None:
    # Exact paths, in reading order: half-width brackets would be a second spelling.
    written = [path for path, _ in read(file) if path]  # () is the head, which may have some too
    clauses = [clause.path for clause in library.document(file.stem).clauses]
    counts = Counter(written)
    assert [path for path in written if path not in set(clauses)] == []
    assert [path for path in clauses if path not in counts] == []
    assert [path for path, count in counts.items() if count > 1] == []
    assert written == clauses


def test_no_phrasing_stands_twice(file: Path) -> None:
    counts = Counter(ask for _, asks in read(file) for ask in asks)
    assert [ask for ask, count in counts.items() if count > 1] == []


def test_phrasings_are_short_questions_in_plain_form(file: Path) -> None:
    asks = [ask for _, asks in read(file) for ask in asks]
    assert [ask for ask in asks if not SHORTEST <= len(ask) <= LONGEST] == []
    assert [ask for ask in asks if ask != "".join(ask.split())] == []


def test_every_clause_has_several(file: Path) -> None:
    assert [path for path, asks in read(file) if len(asks) < FEWEST] == []
