"""Queries with the clauses that answer them, as the ranking learns from them."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict


class TrainingQuery(BaseModel):
    """A query as it reaches the index: a line of what `yiju eval asked` writes.

    Attributes:
        query: the topic that is looked up.
        documents: ids of the documents in scope; none means all.
        gold: ids of the clauses that answer; none where no clause does.
        stranger: the place in `index/data/strangers.toml` that the query comes from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: str
    documents: tuple[str, ...] = ()
    gold: tuple[str, ...] = ()
    stranger: int | None = None


def read_training_queries(file: Path) -> list[TrainingQuery]:
    """The lines of a file that `yiju eval asked` has written."""
    lines = file.read_text("utf-8").split("\n")
    return [TrainingQuery.model_validate_json(line) for line in lines if line.strip()]
