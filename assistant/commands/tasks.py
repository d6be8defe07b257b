"""``yiju tasks``: the table of tasks, on the terminal or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.asking import LibraryOption


def register(app: typer.Typer) -> None:
    """Add the command of this file to ``app``."""
    app.command()(tasks)


def tasks(
    document: Annotated[
        str | None, typer.Argument(help="Id of a document; all if left out.")
    ] = None,
    *,
    department: Annotated[
        str | None, typer.Option("--department", "-d", help="Only tasks that name it.")
    ] = None,
    words: Annotated[str | None, typer.Option(help="Only tasks that hold these words.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write the table as CSV.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write the table for Excel.")] = None,
    library: LibraryOption = None,
) -> None:
    """Print who does what by when: task, lead, support, basis, deadline."""
    from corpus import BASIS, Library, task_rows, tasks_csv, tasks_xlsx

    opened = Library.open(library)
    rows = task_rows(
        [opened.document(document)] if document else opened.documents(), department, words
    )
    for path, write in ((csv, tasks_csv), (xlsx, tasks_xlsx)):
        if path is not None:
            _write(path, write(rows))
            print(f"{len(rows)} 项任务已写入 {path}")
    if csv is None and xlsx is None:
        for row in rows:
            print(f"{row.clause.id}  {row.task}")
            told = {
                "牵头": "、".join(row.lead),
                "配合": "、".join(row.support),
                "依据": BASIS[row.basis] + ("（上级条款的分工）" if row.inherited else ""),
                "时限": "、".join(deadline.text for deadline in row.deadlines),
            }
            print("    " + "  ".join(f"{name}：{text}" for name, text in told.items() if text))
        print(f"共 {len(rows)} 项。")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise typer.BadParameter(f"{path} 写不进去（{error.strerror}）；请换一个路径。") from error
