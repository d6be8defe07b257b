"""Marks on answers, kept in SQLite for whoever improves the corpus and the questions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from assistant.answer import Answer

Mark = Literal["right", "wrong"]
_TABLE = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    created TEXT NOT NULL,
    question TEXT NOT NULL,
    answer_json TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('right', 'wrong')),
    words TEXT,
    index_version TEXT NOT NULL
)
"""


class FeedbackStore:
    """One SQLite file; several server processes may write to it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, answer: Answer, mark: Mark, words: str | None, index_version: str) -> int:
        """Keep one mark and return its id. ``words`` is what the reader wrote beside it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.path, timeout=10)) as database, database:
            database.execute(_TABLE)
            row = database.execute(
                "INSERT INTO feedback (created, question, answer_json, mark, words, index_version)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    datetime.now(UTC).isoformat(timespec="seconds"),
                    answer.question,
                    answer.model_dump_json(),
                    mark,
                    words or None,
                    index_version,
                ),
            )
            return int(row.lastrowid or 0)
