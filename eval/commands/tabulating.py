"""`yiju eval ablations`, `beir`, `table`: many runs beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant import Assistant, progress_bar
from eval.ablating import ablation_table, read_settings, run_ablations
from eval.beir import read_beir
from eval.commands.measuring import publish
from eval.commands.opening import (
    LibraryOption,
    MinOption,
    OutOption,
    SetOption,
    SettingsOption,
    SplitOption,
    opened,
)
from eval.errors import EvalError
from eval.public import beir_table, evaluate_beir
from eval.questions import YIJU
from eval.readme import is_current, put
from eval.summary import PAGE_FIGURES, README, summarise


def register(app: typer.Typer) -> None:
    """Add the commands of this file to `app`."""
    app.command()(ablations)
    app.command()(beir)
    app.command()(table)


def ablations(
    split: SplitOption = "dev", set_: SetOption = YIJU, library: LibraryOption = None
) -> None:
    """What each part of retrieval is worth: the same questions with one part changed at a time."""
    with opened(library, None, set_, split) as (assistant, question_set, progress):
        results = run_ablations(assistant, question_set, progress)
    print(ablation_table(results))


def beir(
    folder: Annotated[
        Path, typer.Argument(help="Folder with corpus.jsonl, queries.jsonl, qrels/.")
    ],
    *,
    split: Annotated[str, typer.Option("--split", help="Name of the file in qrels/.")] = "test",
    settings: SettingsOption = None,
    parts: Annotated[
        bool, typer.Option("--parts", help="Also each single way of searching.")
    ] = False,
    out: OutOption = None,
    least: MinOption = None,
) -> None:
    """Evaluate on a public set in BEIR form."""
    held = read_beir(folder, split)
    chosen = read_settings(settings) if settings else None
    with progress_bar() as progress:
        results = evaluate_beir(held, chosen, parts, progress)
    publish(results[-1], out, least, None, misses=False)
    print(beir_table(held, results))


def table(
    *,
    write: Annotated[bool, typer.Option("--write", help="Put the tables into the README.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit status 1 unless the README's tables are these.")
    ] = False,
    public: Annotated[
        Path | None, typer.Option("--beir", help="Folder of the public set, for its table too.")
    ] = None,
    readme: Annotated[Path, typer.Option("--readme", help="The file with the markers.")] = README,
) -> None:
    """Make the README's tables from fresh runs; print, write or check them."""
    with progress_bar() as progress:
        summary = summarise(Assistant.open(progress=progress), progress)
        made = summary.tables
        if public:
            held = read_beir(public)
            made["public"] = beir_table(held, evaluate_beir(held, parts=True, progress=progress))
    for name, text in made.items():
        if write:
            put(readme, name, text)
        elif not check:
            print(f"{text}\n")
    if write and readme == README:
        PAGE_FIGURES.write_text(summary.figures, encoding="utf-8")
    if check and (old := [name for name in made if not is_current(readme, name, made[name])]):
        raise EvalError(f"{readme}: {', '.join(old)} not current; run `yiju eval table --write`")
