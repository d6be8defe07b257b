"""``yiju ask``, ``yiju search``, ``yiju show``: questions and clauses on the terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant import Answer, Assistant

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", "-l", help="Folder of a library, instead of your own."),
]
_SHOWN = 58  # characters of a clause without a heading


def register(app: typer.Typer) -> None:
    """Add the commands of this file to ``app``."""
    app.command()(ask)
    app.command()(search)
    app.command()(show)


def ask(
    question: Annotated[list[str], typer.Argument(help="The question; - reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    library: LibraryOption = None,
) -> None:
    """Answer a question with the clauses it rests on."""
    text = _from_standard_input() if question == ["-"] else " ".join(question)
    answer = open_assistant(library).ask(text)
    print(answer.model_dump_json(indent=2) if as_json else as_text(answer))


def search(
    query: Annotated[list[str], typer.Argument(help="Words to look for.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many clauses.")] = 10,
    document: Annotated[
        list[str] | None, typer.Option("--document", "-d", help="Only this document; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    library: LibraryOption = None,
) -> None:
    """List the clauses nearest to some words, best first."""
    from assistant.sentences import opening_words

    assistant = open_assistant(library)
    hits = assistant.search(" ".join(query), k=k, documents=document)
    if as_json:
        rows = [
            {"clause_id": hit.clause.id, "label": hit.clause.label, "score": round(hit.score, 4)}
            for hit in hits
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for place, hit in enumerate(hits, 1):
        print(f"{place:3}  {hit.score:.3f}  {hit.clause.document_id}  {hit.clause.label}")
        print(f"            {opening_words(hit.clause, _SHOWN)}")


def show(
    document: Annotated[str, typer.Argument(help="Id of the document (see `yiju documents`).")],
    clause: Annotated[
        str, typer.Argument(help="Path of a clause, such as 二/（六）/24/（1）.")
    ] = "",
    library: LibraryOption = None,
) -> None:
    """Show a document's outline with its departments, or one clause in full."""
    from assistant.sentences import opening_words
    from corpus import Library

    one = Library.open(library).clause(f"{document}/{clause}")
    found = one.document
    if one.path:
        print(f"《{found.title}》{one.label}\n\n{one.text.rstrip()}")
        for child in one.children:
            print(f"  {child.number} {opening_words(child, _SHOWN)}")
        return
    print(f"《{found.title}》  {found.issuer or ''}  {found.number or ''}  {found.status}\n")
    for each in found.clauses:
        names = "、".join(
            f"{r.department}{'（牵头）' if r.role == 'lead' else ''}" for r in each.responsibilities
        )
        indent = "  " * (len(each.path) - 1)
        named = f"  【{names}】" if names else ""
        print(f"{indent}{each.path[-1]}  {opening_words(each, _SHOWN)}{named}")


def open_assistant(library: Path | None) -> Assistant:
    """The assistant over a library, with a progress bar on the terminal while it is indexed."""
    from assistant import Assistant, progress_bar
    from assistant.rewording.endpoint import endpoint_from_environment

    reword = endpoint_from_environment()
    with progress_bar() as progress:
        return Assistant.open(library, progress=progress, reword=reword)


def as_text(answer: Answer) -> str:
    """An answer for the terminal: text, grounds, notes, what to ask next."""
    blocks = [answer.text]
    if answer.citations:
        blocks.append(
            "\n".join(
                f"[{c.marker}] 《{c.document_title}》{c.label}\n    {c.quote}"
                for c in answer.citations
            )
        )
    if answer.nearby:
        blocks.append(
            "相近的条款（不是答案）：\n"
            + "\n".join(f"- 《{n.document_title}》{n.label} {n.heading}" for n in answer.nearby)
        )
    blocks.extend(f"注：{note}" for note in answer.notes)
    if answer.suggestions:
        blocks.append("还可以问：" + "  ".join(answer.suggestions))
    return "\n\n".join(blocks)


def _from_standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", "replace")
