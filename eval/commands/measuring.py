"""`yiju eval retrieval`, `answers`, `compare`: figures, reports, bars."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant import Assistant, progress_bar
from corpus import Library
from eval.ablating import read_settings
from eval.answers import evaluate_answers
from eval.commands.opening import (
    LibraryOption,
    MaxOption,
    MinOption,
    MissesOption,
    OutOption,
    SetOption,
    SettingsOption,
    SplitOption,
    opened,
)
from eval.comparing import compare as paired
from eval.gates import Bar, broken
from eval.question_sets import read_set
from eval.questions import YIJU
from eval.report import write_report
from eval.results import Result
from eval.retrieval import evaluate_retrieval, evaluate_run, write_trec

RunArgument = Annotated[
    Path, typer.Argument(help="result.json or its folder, a TREC run, or index settings in TOML.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this file to `app`."""
    app.command()(retrieval)
    app.command()(answers)
    app.command()(compare)


def retrieval(
    *,
    set_: SetOption = YIJU,
    split: SplitOption = "dev",
    library: LibraryOption = None,
    settings: SettingsOption = None,
    as_typed: Annotated[
        bool, typer.Option("--as-typed", help="Search for the question without understanding it.")
    ] = False,
    out: OutOption = None,
    least: MinOption = None,
    most: MaxOption = None,
    misses: MissesOption = False,
) -> None:
    """Is the right clause found, and how far up? Recall, MRR, nDCG, success, with intervals."""
    with opened(library, settings, set_, split) as (assistant, question_set, progress):
        result = evaluate_retrieval(assistant, question_set, as_typed=as_typed, progress=progress)
    publish(result, out, least, most, misses)


def answers(
    *,
    set_: SetOption = YIJU,
    split: SplitOption = "dev",
    library: LibraryOption = None,
    settings: SettingsOption = None,
    out: OutOption = None,
    least: MinOption = None,
    most: MaxOption = None,
    misses: MissesOption = False,
) -> None:
    """Are the answers right? First citation, departments, strings, refusals, follow-ups."""
    with opened(library, settings, set_, split) as (assistant, question_set, progress):
        result = evaluate_answers(assistant, question_set, progress=progress)
    publish(result, out, least, most, misses)


def compare(
    first: RunArgument,
    second: RunArgument,
    *,
    measure: Annotated[
        str | None, typer.Option("--measure", help="Counts a question as won or lost.")
    ] = None,
    set_: SetOption = YIJU,
    library: LibraryOption = None,
) -> None:
    """Compare two runs question by question: paired difference, its significance, won and lost."""
    from rich.console import Console

    from eval.tables import show_comparison

    a, b = (_result(path, set_, library) for path in (first, second))
    show_comparison(Console(), paired(a, b, measure))


def _result(path: Path, folder: Path, library: Path | None) -> Result:
    """A saved result, or a retrieval run scored now."""
    if path.suffix == ".trec":
        return evaluate_run(path, read_set(folder), Library.open(library))
    if path.suffix != ".toml":
        return Result.load(path / "result.json" if path.is_dir() else path)
    settings = read_settings(path)
    with progress_bar() as progress:
        assistant = Assistant.open(library, settings=settings, progress=progress)
        return evaluate_retrieval(assistant, read_set(folder), name=path.stem, progress=progress)


def publish(
    result: Result,
    out: Path | None,
    least: Sequence[str] | None,
    most: Sequence[str] | None,
    misses: bool,
) -> None:
    """Print the figures, write the files if a folder is named, hold the bars."""
    from rich.console import Console

    from eval.tables import show, show_misses

    bars = [Bar.parse(text) for text in least or ()]
    bars += [Bar.parse(text, most=True) for text in most or ()]
    console = Console()
    show(console, result)
    if misses:
        show_misses(console, result)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        result.save(out / "result.json")
        write_report(out / "report.html", result)
        if result.what == "retrieval":
            write_trec(out, result)
        console.print(f"report: {out / 'report.html'}", markup=False)
    if short := broken(result, bars):
        for sentence in short:
            print(f"yiju eval: {sentence}", file=sys.stderr)
        raise typer.Exit(1)
