"""Tables inside README.md, between markers, that a command writes and CI checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.errors import EvalError

# Another processor rounds an embedding otherwise, which turns a question or two of six hundred.
WITHIN = 0.02  # of a figure, of 1 where it is less
TURNED = 4  # lines that only one of two tables has
_FIGURE = re.compile(r"\d*\.\d+|(?<=n=)\d+")
_P = "p"  # a column that jumps where two runs are about equal


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
    """Whether the README holds this table between the markers of `name`, by `alike`."""
    return alike(_parts(readme, name)[1].strip("\n"), table)


def alike(held: str, made: str) -> bool:
    """Whether two runs gave this: the same lines but for `TURNED`, figures within `WITHIN`.

    >>> alike("| all | 0.944 (n=603) |", "| all | 0.947 (n=604) |")
    True
    >>> alike("0.944\\n", "0.844\\n" * 5)
    False
    """
    lines, others = held.splitlines(), made.splitlines()
    if lines and lines[:1] == others[:1] and lines[0].endswith(f"| {_P} |"):
        lines, others = ([row.rpartition(" | ")[0] for row in rows] for rows in (lines, others))
    of_one = [row for row in lines if not any(_same(row, other) for other in others)]
    of_one += [row for row in others if not any(_same(row, other) for other in lines)]
    return len(of_one) <= min(TURNED, len(lines) // 3)


def _same(line: str, other: str) -> bool:
    if _FIGURE.sub("", line) != _FIGURE.sub("", other):
        return False
    pairs = zip(map(float, _FIGURE.findall(line)), map(float, _FIGURE.findall(other)), strict=True)
    return all(abs(a - b) <= WITHIN * max(1.0, abs(a)) for a, b in pairs)


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
