"""What the commands share: options, opening the assistant over a set, a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from assistant import Assistant
from corpus import Library
from index import Index

from ..ablating import read_settings
from ..provenance import Progress
from ..question_sets import Part, QuestionSet, read_set

SetOption = Annotated[
    Path, typer.Option("--set", help="Folder with questions.jsonl and conversations.jsonl.")
]
SplitOption = Annotated[
    Part, typer.Option("--split", help="test is for reporting only; all for a set without a split.")
]
LibraryOption = Annotated[
    Path | None, typer.Option("--library", "-l", help="Folder of a library; else the packaged one.")
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
    """The assistant over a library, the questions of a split, and a bar to tell of progress."""
    question_set = read_set(folder, split)
    with progress_bar() as progress:
        yield open_assistant(library, settings, progress), question_set, progress


def open_assistant(library: Path | None, settings: Path | None, progress: Progress) -> Assistant:
    """The assistant over a library, its index with the settings of a TOML file."""
    held = Library.open(library)
    chosen = read_settings(settings) if settings else None
    return Assistant(held, Index.open(held, chosen, progress))


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error that shows while there is something to wait for."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=Console(stderr=True), transient=True) as bar:

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield report
