"""What the commands share: options, and opening the assistant over a set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from assistant import Assistant, progress_bar
from eval.ablating import read_settings
from eval.question_sets import Part, QuestionSet, read_set
from index import Progress

SetOption = Annotated[
    Path, typer.Option("--set", help="Folder with questions.jsonl and conversations.jsonl.")
]
SplitOption = Annotated[
    Part, typer.Option("--split", help="test is for reporting only; all is for a set of your own.")
]
LibraryOption = Annotated[
    Path | None, typer.Option("--library", "-l", help="Folder of a library, instead of your own.")
]
SettingsOption = Annotated[
    Path | None, typer.Option("--settings", help="TOML file of index settings.")
]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Folder for report.html, result.json, TREC files.")
]
MinOption = Annotated[
    list[str] | None, typer.Option("--min", help="Bar, like success@1=0.9; else exit status 1.")
]
MaxOption = Annotated[
    list[str] | None, typer.Option("--max", help="Bar from above, like false_refusal=0.03.")
]
MissesOption = Annotated[bool, typer.Option("--misses", help="List what is short of full marks.")]


@contextmanager
def opened(
    library: Path | None, settings: Path | None, folder: Path, split: Part
) -> Iterator[tuple[Assistant, QuestionSet, Progress]]:
    """The assistant over a library with the settings of a TOML file, the questions of a split, and
    a bar to tell of progress."""
    question_set = read_set(folder, split)
    chosen = read_settings(settings) if settings else None
    with progress_bar() as progress:
        assistant = Assistant.open(library, settings=chosen, progress=progress)
        yield assistant, question_set, progress
