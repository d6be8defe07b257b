"""Tables inside README.md, between markers, that a command writes and CI checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.errors import EvalError


def markdown_table(
    header: Sequence[str], lines: Iterable[Sequence[str]], numbers: bool = True
) -> str:
    """A Markdown table, first column to the left, the others to the right if they are numbers.

    >>> print(markdown_table(["run", "R@10"], [["BM25", ".5"]]))
    | run | R@10 |
    |---|---:|
    | BM25 | .5 |
    """
    rule = "|---|" + ("---:|" if numbers else "---|") * (len(header) - 1)
    return "\n".join([_line(header), rule, *(_line(line) for line in lines)])


def put(readme: Path, name: str, table: str) -> None:
    """Replace what stands between the markers of `name`."""
    before, _, after = _parts(readme, name)
    readme.write_text(f"{before}\n{table}\n{after}", encoding="utf-8")


def is_current(readme: Path, name: str, table: str) -> bool:
    """Whether the README holds exactly this table between the markers of `name`."""
    return _parts(readme, name)[1] == f"\n{table}\n"


def _parts(readme: Path, name: str) -> tuple[str, str, str]:
    opening, closing = f"<!-- table: {name} -->", f"<!-- end of table: {name} -->"
    text = readme.read_text(encoding="utf-8")
    before, found, rest = text.partition(opening)
    table, ended, after = rest.partition(closing)
    if not found or not ended:
        raise EvalError(
            f"{readme} has no lines {opening} and {closing} for the table to go between"
        )
    return before + opening, table, closing + after


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
