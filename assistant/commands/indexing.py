"""``yiju index``: build the index ahead of time, or see what it was built from."""

from __future__ import annotations

import json

import typer

from assistant.commands.asking import LibraryOption, open_assistant


def register(app: typer.Typer) -> None:
    """Add the group ``index`` to ``app``."""
    group = typer.Typer(help="Build or inspect the index.", no_args_is_help=True)
    group.command()(build)
    group.command()(status)
    app.add_typer(group, name="index")


def build(library: LibraryOption = None) -> None:
    """Build the index if it is missing or its documents have changed."""
    assistant = open_assistant(library)
    print(f"{len(assistant.library.documents())}份文件，索引已就绪。")


def status(library: LibraryOption = None) -> None:
    """Print what the index was built from: documents, settings, model."""
    assistant = open_assistant(library)
    print(json.dumps(assistant.index.description(), ensure_ascii=False, indent=2, default=str))
