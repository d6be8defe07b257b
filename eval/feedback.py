"""Answers that people marked on the page, as question-set lines for review."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant import Answer
from eval.errors import EvalError
from eval.questions import GoldClause

COLUMNS = ("id", "created", "question", "answer_json", "mark", "words", "index_version")


class Feedback(BaseModel):
    """One mark: the question, the answer as it was given, right or wrong, and a free word."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    created: str
    question: str
    answer_json: str
    mark: Literal["right", "wrong"]
    words: str | None = None
    index_version: str = ""

    @property
    def answer(self) -> Answer:
        return Answer.model_validate_json(self.answer_json)


def read_feedback(path: Path) -> list[Feedback]:
    """Read the page's SQLite file (table `feedback`), or its rows as JSON lines, oldest first.

    Raises EvalError where the file or one of its rows is not as the page writes it.
    """
    rows = _json_rows(path) if path.suffix == ".jsonl" else _sqlite_rows(path)
    marked = []
    for number, row in enumerate(rows, start=1):
        try:
            marked.append(Feedback.model_validate(row))
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            raise EvalError(f"{path}, row {number}: {where}: {error.errors()[0]['msg']}") from error
    return marked


def review_lines(marked: list[Feedback]) -> list[str]:
    """One question-set line a question, the last mark on it standing.

    Each carries a key `review` with what a person has to look at. The set's reader refuses that
    key, so that no line enters a set before someone has checked it and taken the key out.
    """
    latest = {one.question.strip(): one for one in marked}
    return [json.dumps(_line(one), ensure_ascii=False) for one in latest.values()]


def _line(one: Feedback) -> dict[str, object]:
    answer = one.answer
    gold = [
        GoldClause(document=cited.document_id, path=cited.path, quote=cited.quote).model_dump()
        for cited in answer.citations
    ]
    said = "被标为正确：请核对依据" if one.mark == "right" else "被标为错误：请改正答案与依据"
    line: dict[str, object] = {
        "id": f"feedback-{one.id}",
        "kind": answer.understanding.kind,
        "voice": "citizen",
        "question": one.question.strip(),
        "status": answer.status,
        "gold": gold[:1],
        "also": gold[1:],
    }
    for role in ("lead", "support"):
        if names := [each.department for each in answer.responsibilities if each.role == role]:
            line[role] = names
    line["review"] = "；".join(filter(None, (said, one.words, f"索引 {one.index_version}")))
    return line


def _sqlite_rows(path: Path) -> Iterator[dict[str, object]]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            query = f"SELECT {', '.join(COLUMNS)} FROM feedback ORDER BY id"
            for row in database.execute(query):
                yield dict(zip(COLUMNS, row, strict=True))
    except sqlite3.Error as error:
        raise EvalError(f"{path} holds no feedback of the page: {error}") from error


def _json_rows(path: Path) -> Iterator[object]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise EvalError(f"cannot read {path} as JSON lines: {error}") from error
