"""`yiju eval questions`, `from-feedback`, `asked`: lines to be edited, or to be learned from."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant import Assistant
from corpus import Library
from eval.commands.opening import LibraryOption
from eval.drafting import draft_questions
from eval.feedback import read_feedback, review_lines
from eval.questions import load_questions
from eval.teaching import training_queries


def register(app: typer.Typer) -> None:
    """Add the commands of this file to `app`."""
    app.command()(questions)
    app.command()(from_feedback)
    app.command()(asked)


def questions(
    documents: Annotated[list[str], typer.Argument(help="Ids of documents in the library.")],
    library: LibraryOption = None,
    most: Annotated[int, typer.Option("--most", min=1, help="Questions of each kind.")] = 12,
    out: Annotated[Path | None, typer.Option("--out", help="File; else standard output.")] = None,
) -> None:
    """Draft a question set from documents, by templates over their clauses, to be edited."""
    held = Library.open(library)
    drafted = [one for name in documents for one in draft_questions(held.document(name), most)]
    lines = [{"id": one.id, **one.model_dump(exclude_defaults=True)} for one in drafted]
    write_lines([json.dumps(line, ensure_ascii=False) for line in lines], out)


def from_feedback(
    file: Annotated[Path, typer.Argument(help="The page's SQLite file, or its rows as .jsonl.")],
    out: Annotated[Path | None, typer.Option("--out", help="File; else standard output.")] = None,
) -> None:
    """Turn answers marked on the page into question-set lines for review."""
    write_lines(review_lines(read_feedback(file)), out)


def asked(
    out: Annotated[Path | None, typer.Option("--out", help="File; else standard output.")] = None,
) -> None:
    """Write the dev questions as they are looked up in the index: what the ranking learns from."""
    assistant = Assistant.open()
    lines = [
        one.model_dump_json() for one in training_queries(assistant, load_questions(split="dev"))
    ]
    write_lines(lines, out)


def write_lines(lines: Sequence[str], out: Path | None) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        sys.stdout.write(text)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
        print(f"{len(lines)} lines written to {out}", file=sys.stderr)
