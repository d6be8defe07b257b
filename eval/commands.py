"""`yiju eval …`: evaluate, compare, ablate, draft questions, read feedback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from .asked import Part
from .errors import EvalError
from .questions import YIJU

if TYPE_CHECKING:
    from assistant import Assistant

    from .asked import QuestionSet
    from .provenance import Progress
    from .results import Result


class _Plain(TyperGroup):
    """Errors of this room end in one sentence and status 1, as those of the other rooms do."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except EvalError as error:
            print(f"yiju eval: {error}", file=sys.stderr)
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=_Plain,
    help="Measure retrieval and answers, compare settings, draft question sets.",
    no_args_is_help=True,
)


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


@app.command()
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
    from .retrieval import evaluate_retrieval

    with _opened(library, settings, set_, split) as (assistant, asked, progress):
        result = evaluate_retrieval(assistant, asked, as_typed=as_typed, progress=progress)
    _publish(result, out, least, most, misses)


@app.command()
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
    from .answers import evaluate_answers

    with _opened(library, settings, set_, split) as (assistant, asked, progress):
        result = evaluate_answers(assistant, asked, progress=progress)
    _publish(result, out, least, most, misses)


@app.command()
def compare(
    first: Annotated[Path, typer.Argument(help="A: result.json, its folder, or settings in TOML.")],
    second: Annotated[Path, typer.Argument(help="B: the same.")],
    measure: Annotated[
        str | None, typer.Option("--measure", help="Counts a question as won or lost.")
    ] = None,
    set_: SetOption = YIJU,
) -> None:
    """Compare two runs question by question: paired difference, its significance, won and lost."""
    from rich.console import Console

    from .comparing import compare as paired
    from .tables import show_comparison

    a, b = _result(first, set_), _result(second, set_)
    show_comparison(Console(), paired(a, b, measure))


@app.command()
def questions(
    documents: Annotated[list[str], typer.Argument(help="Ids of documents in the library.")],
    library: LibraryOption = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Questions of each kind.")] = 12,
    out: Annotated[Path | None, typer.Option("--out", help="File; else standard output.")] = None,
) -> None:
    """Draft a question set from documents, by templates over their clauses, to be edited."""
    from corpus import Library

    from .drafting import draft_questions

    held = Library.open(library)
    drafted = [one for name in documents for one in draft_questions(held.document(name), most)]
    _write([one.model_dump_json(exclude_defaults=True) for one in drafted], out)


@app.command()
def from_feedback(
    file: Annotated[Path, typer.Argument(help="The page's SQLite file, or its rows as .jsonl.")],
    out: Annotated[Path | None, typer.Option("--out", help="File; else standard output.")] = None,
) -> None:
    """Turn answers marked on the page into question-set lines for review."""
    from .feedback import read_feedback, review_lines

    _write(review_lines(read_feedback(file)), out)


@contextmanager
def _opened(
    library: Path | None, settings: Path | None, folder: Path, split: Part
) -> Iterator[tuple[Assistant, QuestionSet, Progress]]:
    from .asked import read_set

    asked = read_set(folder, split)
    with _progress() as progress:
        yield _assistant(library, settings, progress), asked, progress


def _assistant(library: Path | None, settings: Path | None, progress: Progress) -> Assistant:
    from assistant import Assistant
    from corpus import Library
    from index import Index

    from .ablating import read_settings

    held = Library.open(library)
    chosen = read_settings(settings) if settings else None
    return Assistant(held, Index.open(held, chosen, progress))


def _result(path: Path, folder: Path) -> Result:
    from .asked import read_set
    from .results import Result
    from .retrieval import evaluate_retrieval

    if path.suffix != ".toml":
        return Result.load(path / "result.json" if path.is_dir() else path)
    with _progress() as progress:
        assistant = _assistant(None, path, progress)
        return evaluate_retrieval(assistant, read_set(folder), name=path.stem, progress=progress)


def _publish(
    result: Result,
    out: Path | None,
    least: Sequence[str] | None,
    most: Sequence[str] | None,
    misses: bool,
) -> None:
    """Print the figures, write the files if a folder is named, hold the bars."""
    from rich.console import Console

    from .gates import Bar, broken
    from .report import write_report
    from .retrieval import write_trec
    from .tables import show, show_misses

    bars = [Bar.parse(text) for text in least or ()]
    bars += [Bar.parse(text, most=True) for text in most or ()]
    console = Console()
    show(console, result)
    if misses:
        show_misses(console, result.misses)
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


def _write(lines: Sequence[str], out: Path | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")
        print(f"{len(lines)} lines written to {out}", file=sys.stderr)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
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
