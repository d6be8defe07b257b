"""How fast answers come: `python -m eval.benchmarks.answering`.

Measures, each against its bar: one answer on the packaged corpus (p50 and p95 over the dev
questions, each asked once, so that no cache helps), `yiju ask` as a fresh process with a built
index, and the first index build. The ratio is measured over bar: below 1 holds.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.console import Console
from rich.table import Table

QUESTION = "哪个部门牵头法律援助条例"
STARTS = 5


@dataclass(frozen=True, slots=True)
class Timed:
    """A span of time in milliseconds, and the bar it is held against."""

    what: str
    milliseconds: float
    bar: float

    @property
    def ratio(self) -> float:
        return self.milliseconds / self.bar


def answering() -> list[Timed]:
    """p50 and p95 of `Assistant.ask` over the dev questions, the model warm."""
    from assistant import Assistant
    from eval import evaluate_answers

    assistant = Assistant.open()
    assistant.ask(QUESTION)
    timing = evaluate_answers(assistant).timing
    return [
        Timed("one answer, p50", timing.p50, 20),
        Timed("one answer, p95", timing.p95, 50),
    ]


def cold_start() -> Timed:
    """Median of five `yiju ask` processes, start to exit, with a built index."""
    yiju = Path(sys.executable).with_name("yiju")
    times = [_run([str(yiju), "ask", QUESTION], os.environ) for _ in range(STARTS)]
    return Timed("yiju ask, cold", median(times), 3_000)


def first_build() -> Timed:
    """Opening the assistant with an empty cache, the process's start included."""
    with TemporaryDirectory() as cache:
        opening = "from assistant import Assistant; Assistant.open()"
        time = _run([sys.executable, "-c", opening], {**os.environ, "YIJU_CACHE": cache})
    return Timed("first index build", time, 60_000)


def _run(command: list[str], environment: Mapping[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return 1000 * (perf_counter() - began)


def main() -> None:
    table = Table("what", "ms", "bar, ms", "ratio")
    for timed in (*answering(), cold_start(), first_build()):
        table.add_row(
            timed.what, f"{timed.milliseconds:.1f}", f"{timed.bar:.0f}", f"{timed.ratio:.2f}"
        )
    Console().print(table)


if __name__ == "__main__":
    main()
