"""The report's plots, as inline SVG."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import fontManager

from eval.results import Figure, Row

# Looked for in this order: Debian's fonts-noto-cjk and fonts-wqy-*, Windows, macOS.
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Heiti SC",
)
BLUE, GREY, RED = "#2f5d8a", "#9aa5b1", "#a83a32"


def chinese_font() -> str | None:
    """The first Chinese font this machine has; without one, labels are English."""
    held = {font.name for font in fontManager.ttflist}
    return next((name for name in CHINESE_FONTS if name in held), None)


def bars(title: str, figures: Mapping[str, Figure], name: str) -> str:
    """Means between 0 and 1 with their intervals, one bar a group."""

    def draw(axes: Axes) -> None:
        means = [figure.mean for figure in figures.values()]
        below = [figure.mean - figure.low for figure in figures.values()]
        above = [figure.high - figure.mean for figure in figures.values()]
        labels = [f"{group} (n={figure.n})" for group, figure in figures.items()]
        axes.barh(labels, means, xerr=(below, above), color=BLUE, ecolor=GREY, capsize=3)
        axes.set_xlim(0, 1)
        axes.invert_yaxis()

    return _svg(draw, title, name, height=1.0 + 0.35 * len(figures))


def ranks(rows: Sequence[Row], title: str, missing: str, name: str, deepest: int = 10) -> str:
    """How often the first expected clause came at each rank, and how often not at all."""

    def draw(axes: Axes) -> None:
        counts = Counter(row.rank for row in rows if row.expected)
        within = [counts[rank] for rank in range(1, deepest + 1)]
        beyond = counts.total() - sum(within)
        labels = [str(rank) for rank in range(1, deepest + 1)]
        axes.bar([*labels, missing], [*within, beyond], color=[BLUE] * deepest + [RED])

    return _svg(draw, title, name)


def latencies(milliseconds: Sequence[float], title: str, name: str) -> str:
    """Histogram of the milliseconds a question took."""
    return _svg(lambda axes: axes.hist(milliseconds, bins=40, color=BLUE), title, name)


def calibration(rows: Sequence[Row], title: str, labels: tuple[str, str], name: str) -> str:
    """Confidence against the share of best hits that are right; the nearer the diagonal the better.

    A dot's area grows with the questions in its bin; questions to be refused have no right hit.
    """

    def draw(axes: Axes) -> None:
        axes.plot((0, 1), (0, 1), color=GREY, linewidth=1)
        held: dict[int, list[bool]] = {}
        for row in rows:
            if row.confidence is not None:
                place = min(int(row.confidence * 10), 9)
                held.setdefault(place, []).append(row.rank == 1)
        for place, right in sorted(held.items()):
            share = sum(right) / len(right)
            axes.scatter((place + 0.5) / 10, share, s=12 + 4 * len(right), color=BLUE)
        axes.set(xlim=(0, 1), ylim=(-0.02, 1.02), xlabel=labels[0], ylabel=labels[1])

    return _svg(draw, title, name)


def separation(rows: Sequence[Row], title: str, labels: tuple[str, str], name: str) -> str:
    """Confidence of questions that can be answered and of those to be refused, as histograms."""

    def draw(axes: Axes) -> None:
        groups = [
            [
                row.confidence
                for row in rows
                if row.confidence is not None and (row.status == "not_found") is refused
            ]
            for refused in (False, True)
        ]
        axes.hist(groups, bins=20, range=(0, 1), stacked=True, color=[BLUE, RED], label=labels)
        axes.legend(frameon=False)

    return _svg(draw, title, name)


def _svg(draw: Callable[[Axes], object], title: str, name: str, height: float = 2.6) -> str:
    with _style():
        canvas = Canvas(figsize=(6.4, height), layout="constrained")
        axes = canvas.subplots()
        draw(axes)
        axes.set_title(title, loc="left", fontsize=10)
        axes.spines[["top", "right"]].set_visible(False)
        out = StringIO()
        canvas.savefig(
            out, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type"))
        )
    picture = out.getvalue()
    picture = picture[picture.index("<svg") :]
    # Two pictures on one page must not share ids.
    return re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{name}-", picture)


@contextmanager
def _style() -> Iterator[None]:
    with matplotlib.rc_context():
        matplotlib.rcParams["svg.hashsalt"] = "yiju"  # ids that are the same on every run
        matplotlib.rcParams["font.size"] = 9
        if font := chinese_font():
            matplotlib.rcParams["font.family"] = [font]
        yield
