"""How long texts are read: `python -m eval.benchmarks.reading`.

Papers of 6 to 50 MB, made of a packaged paper over and over, are read and understood, each in a
process of its own. Time is to grow nearly as the size does (as a power of it below 1.2), and memory
to stay below 16 times the file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from corpus import Library

MEGABYTES = (6, 12, 25, 50)
EXPONENT_BAR = 1.2
MEMORY_BAR = 16

_READ = """
import json, resource, sys
from pathlib import Path
from time import perf_counter
from corpus import read_document
began = perf_counter()
document = read_document(Path(sys.argv[1]))
seconds = perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak, len(document.clauses)]))
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text read: its size and the peak memory in MB, seconds, and the clauses found."""

    megabytes: float
    seconds: float
    peak: float
    clauses: int


def read_text_of(megabytes: int, folder: Path) -> Reading:
    """Read a text of so many MB in a process of its own."""
    paper = Library.packaged().document("jilin-2019").text
    length = len(paper.encode())
    file = folder / f"{megabytes}.txt"
    with file.open("w", encoding="utf-8") as text:
        for part in range(1, megabytes * 1_000_000 // length + 2):
            text.write(f"第{part}编\n{paper}")
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(file)], check=True, capture_output=True, text=True
    )
    seconds, peak, clauses = json.loads(done.stdout)
    return Reading(file.stat().st_size / 1e6, seconds, peak, clauses)


def exponent(readings: list[Reading]) -> float:
    """The power of the size with which time grows; 1 is linear."""
    sizes = [log(reading.megabytes) for reading in readings]
    times = [log(reading.seconds) for reading in readings]
    return linear_regression(sizes, times).slope


def main() -> None:
    with TemporaryDirectory() as folder:
        readings = [read_text_of(megabytes, Path(folder)) for megabytes in MEGABYTES]
    table = Table("MB", "seconds", "MB/s", "peak memory, MB", "times the file", "clauses")
    for each in readings:
        table.add_row(
            f"{each.megabytes:.0f}",
            f"{each.seconds:.1f}",
            f"{each.megabytes / each.seconds:.2f}",
            f"{each.peak:.0f}",
            f"{each.peak / each.megabytes:.0f}",
            f"{each.clauses:,}",
        )
    console = Console()
    console.print(table)
    power = exponent(readings)
    times = readings[-1].peak / readings[-1].megabytes
    console.print(f"time grows as size to the power of {power:.2f} (bar {EXPONENT_BAR})")
    console.print(f"peak memory at {MEGABYTES[-1]} MB: {times:.0f} times it (bar {MEMORY_BAR})")
    if power >= EXPONENT_BAR or times >= MEMORY_BAR:
        sys.exit(1)


if __name__ == "__main__":
    main()
