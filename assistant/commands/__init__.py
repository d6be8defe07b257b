"""The command line: one file per group of commands, errors as one plain sentence."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from io import TextIOWrapper

import typer

app = typer.Typer(
    name="yiju",
    help="Answers about policy papers, with the clause quoted under every statement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

__all__ = ["app", "main"]


def _assemble() -> typer.Typer:
    from assistant.commands import asking, indexing, library, serving, tasks

    asking.register(app)
    library.register(app)
    tasks.register(app)
    indexing.register(app)
    serving.register(app)
    for extension in entry_points(group="yiju.commands"):
        app.add_typer(extension.load(), name=extension.name)
    return app


def main() -> None:
    """Run ``yiju``; every error of ours ends in one sentence on standard error and status 1."""
    from assistant.errors import AssistantError
    from corpus import CorpusError
    from index import IndexingError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that has no Chinese gets ? for it
            stream.reconfigure(errors="replace")
    try:
        _assemble()(standalone_mode=True)
    except (AssistantError, CorpusError, IndexingError) as error:
        print(f"yiju: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
