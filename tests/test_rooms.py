"""Rooms import each other one way only, and only what a room gives out."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "corpus": set(),
    "index": {"corpus"},
    "assistant": {"corpus", "index"},
    "eval": {"corpus", "index", "assistant"},
}
ROOMS = tuple(MAY_IMPORT)


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The modules that a file imports, with the names taken from each."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, tuple(alias.name for alias in node.names)


def files(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_arrows_go_one_way(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in files(room)
        for module, _ in imports(path)
        if (other := module.split(".")[0]) in ROOMS
        and other != room
        and other not in MAY_IMPORT[room]
    ]
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_only_what_a_room_gives_out_is_taken(room: str) -> None:
    wrong = []
    for path in files(room):
        for module, names in imports(path):
            other, _, inside = module.partition(".")
            if other not in MAY_IMPORT[room]:
                continue
            given = set(importlib.import_module(other).__all__)
            if inside or not set(names) <= given:
                wrong.append(f"{path.relative_to(ROOT)}: {module} {sorted(set(names) - given)}")
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_room_gives_out_is_there_and_sorted(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__doc__
    assert list(module.__all__) == sorted(module.__all__, key=_as_ruff_sorts)
    for name in module.__all__:
        given = getattr(module, name)
        if inspect.isclass(given) or inspect.isfunction(given):
            assert given.__doc__, name


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    """CONSTANTS, then Classes, then functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


PROMISED = {
    "corpus": "Clause CorpusError Deadline Document Library LibraryFolder Path Responsibility "
    "RoleConvention Span TaskRow UnknownClause UnknownDocument UnreadableFile add_files "
    "canonical_department find_departments task_rows",
    "index": "BM25 Hit Index IndexingError Settings Term Thesaurus Tokenizer UnknownScope",
    "assistant": "Answer Assistant AssistantError Citation Conversation InvalidState "
    "Responsibility Understanding",
}


@pytest.mark.parametrize("room", PROMISED)
def test_what_others_build_on_stays(room: str) -> None:
    """A name that goes from here breaks somebody's program: say so in the changelog."""
    assert set(PROMISED[room].split()) <= set(importlib.import_module(room).__all__)
