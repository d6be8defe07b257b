"""Results on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Column, Table

from eval.comparing import Comparison
from eval.results import GROUPS, Figure, Result, Row, by_group


def show(console: Console, result: Result) -> None:
    """Print the figures with their intervals, then the main ones by group."""
    table = Table(
        Column("measure", no_wrap=True), "mean", "95 %", "n", title=f"{result.name}, {result.data}"
    )
    for name, figure in result.figures.items():
        span = f"{figure.low:.3f} – {figure.high:.3f}"
        table.add_row(name, f"{figure.mean:.4f}", span, str(figure.n))
    console.print(table)
    for group in GROUPS:
        if groups := by_group(result, group):
            console.print(_breakdown(group, result, groups))
    timing = result.timing
    console.print(
        f"{len(result.rows)} questions, p50 {timing.p50:.1f} ms, p95 {timing.p95:.1f} ms; "
        f"corpus {result.provenance.corpus[:16]}, questions {result.provenance.questions}",
        highlight=False,
    )


def show_misses(console: Console, result: Result) -> None:
    """Print each miss with what was expected and what came instead; none of a test split."""
    if result.sealed:
        console.print("the misses of a test split stay sealed; look at dev")
        return
    for row in result.misses:
        console.print(f"{row.id} {row.question}", style="bold", markup=False, highlight=False)
        low = ", ".join(f"{name} {value:.2f}" for name, value in row.shortfalls.items())
        expected = ", ".join(place.clause for place in row.expected[:3]) or row.status
        found = ", ".join(place.clause for place in row.found[:3]) or row.found_status
        for line in (low, f"expected {expected}", f"found    {found}"):
            console.print(f"  {line}", markup=False, highlight=False)
        for fault in row.faults:
            console.print(f"  {fault}", style="red", markup=False, highlight=False)


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Print the paired differences, then the questions won and lost."""
    table = Table(Column("measure", no_wrap=True), "A", "B", "B − A", "95 %", "p", "n")
    for change in comparison.changes:
        gain = change.difference.interval
        table.add_row(
            change.measure,
            f"{change.before:.4f}",
            f"{change.after:.4f}",
            f"{gain.mean:+.4f}",
            f"{gain.low:+.2f} – {gain.high:+.2f}",
            f"{change.difference.p:.4f}",
            str(gain.n),
        )
    console.print(table)
    for heading, pairs in (("won", comparison.won), ("lost", comparison.lost)):
        console.print(f"{heading} on {comparison.measure}: {len(pairs)}", style="bold")
        for before, after in () if comparison.sealed else pairs:
            console.print(
                f"  {before.id} {before.question}  {_first(before)} → {_first(after)}",
                markup=False,
                highlight=False,
            )
    if comparison.left_out:
        console.print(f"{comparison.left_out} questions are in one run only and left out")


def _first(row: Row) -> str:
    return row.found[0].clause if row.found else row.found_status or "nothing"


def _breakdown(group: str, result: Result, groups: dict[str, dict[str, Figure]]) -> Table:
    shown = list(result.figures)[:6]
    table = Table(group, "n", *(name.replace("_", " ") for name in shown))
    for name, figures in groups.items():
        most = max(figure.n for figure in figures.values())
        cells = [f"{figures[one].mean:.3f}" if one in figures else "" for one in shown]
        table.add_row(name, str(most), *cells)
    return table
