"""Bars that a run must reach, written as `success@1=0.9`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eval.errors import EvalError
from eval.results import Figure, Result


@dataclass(frozen=True, slots=True)
class Bar:
    """The least (or, for `most`, the greatest) mean a measure may have."""

    measure: str
    bound: float
    most: bool = False

    @classmethod
    def parse(cls, text: str, most: bool = False) -> Bar:
        """Read `measure=bound`; raises EvalError on anything else.

        >>> Bar.parse("success@1=0.9")
        Bar(measure='success@1', bound=0.9, most=False)
        """
        measure, _, bound = text.partition("=")
        try:
            return cls(measure.strip(), float(bound), most)
        except ValueError as error:
            raise EvalError(
                f"a bar is written measure=number, like success@1=0.9; got {text!r}"
            ) from error

    def holds(self, figure: Figure) -> bool:
        return figure.mean <= self.bound if self.most else figure.mean >= self.bound


def broken(result: Result, bars: Iterable[Bar]) -> list[str]:
    """One sentence for each bar that the result does not reach.

    Raises EvalError on a measure the result does not have: a misspelt gate must not pass.
    """
    named = {name.lower(): name for name in result.figures}
    sentences = []
    for bar in bars:
        name = named.get(bar.measure.lower())
        if name is None:
            raise EvalError(f"no measure {bar.measure!r} here; there are {', '.join(named)}")
        figure = result.figures[name]
        if not bar.holds(figure):
            bound = f"at most {bar.bound:g}" if bar.most else f"at least {bar.bound:g}"
            sentences.append(f"{name} is {figure.mean:.4f} (n = {figure.n}), wanted {bound}")
    return sentences
