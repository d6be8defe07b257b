"""`yiju eval …`: evaluate, compare, ablate, draft questions, read feedback."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from eval.commands import drafting, measuring, tabulating
from eval.errors import EvalError

__all__ = ["app"]


class _Plain(TyperGroup):
    """Errors of this room end in one sentence and status 1, as those of the other rooms do."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except EvalError as error:
            print(f"yiju eval: {error}", file=sys.stderr)
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=_Plain,
    help="Measure retrieval and answers, compare settings, draft question sets.",
    no_args_is_help=True,
)
measuring.register(app)
tabulating.register(app)
drafting.register(app)
