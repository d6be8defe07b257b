"""Forty hostile files: each is read rightly or refused in one sentence, the others taken in."""

import re
from pathlib import Path

import pytest
from hostile import Hostile, hostile_files, paper

from corpus import Library, LibraryFolder, Outcome, add_files

FILES = hostile_files()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """Every file added in one go, good ones before and after."""
    heap = tmp_path_factory.mktemp("heap")
    for file in FILES:
        (heap / file.name).write_bytes(file.data)
    first, last = heap / "0.txt", heap / "~.txt"
    first.write_text(paper(1000), "utf-8")
    last.write_text(paper(1001), "utf-8")
    library = LibraryFolder(tmp_path_factory.mktemp("library") / "library")
    paths = [first, *(heap / file.name for file in FILES), last]
    found = list(add_files(library, paths))
    assert len(found) == len(FILES) + 2
    assert found[0].document is not None
    assert found[-1].document is not None
    in_library = {document.id for document in library.library()}
    assert in_library >= {each.document.id for each in found if each.document}
    names = ["0.txt", *(file.name for file in FILES), "~.txt"]
    return dict(zip(names, found, strict=True))


def test_there_are_forty() -> None:
    assert len({file.name for file in FILES}) == 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: repr(file.name))
def test_each_is_read_rightly_or_refused_in_one_sentence(
    file: Hostile, outcomes: dict[str, Outcome]
) -> None:
    outcome = outcomes[file.name]
    if file.read:
        assert outcome.document is not None, outcome.problem
        assert file.read in outcome.document.text
        assert not re.search("[\0\x1b\u202e\u200b]", outcome.document.text)
        assert outcome.document.source_name.isprintable()
    else:
        assert outcome.document is None
        assert re.search(file.refused, outcome.problem)
        assert outcome.problem.endswith("。")
        assert outcome.problem.count("。") == 1
        assert outcome.problem.isprintable()


def test_names_can_not_climb_out(tmp_path: Path) -> None:
    library = LibraryFolder(tmp_path / "library")
    for number, name in enumerate(["../../up.txt", "/etc/x.txt", "..", "a\n../b", "", "con\0.txt"]):
        library.add(paper(number).encode(), name)
    inside = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.is_relative_to(tmp_path / "library") for path in inside)
    assert len(library.entries()) == 6


@pytest.mark.slow
def test_fifty_megabytes_are_taken_in(tmp_path: Path) -> None:
    text = Library.packaged().document("guangdong-2021").text
    data = "".join(f"第{number}编\n{text}" for number in range(1, 1351)).encode()
    assert len(data) > 50_000_000
    document = LibraryFolder(tmp_path).add(data, "长.txt")
    assert len(document.clauses) >= 1350 * 60
