from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant import Answer, Citation
from eval.errors import EvalError
from eval.feedback import read_feedback, review_lines
from eval.questions import load_questions

RIGHT = Answer(
    question="谁牵头法律援助条例",
    status="answered",
    text="公共法律服务管理处牵头[1]。",
    citations=(
        Citation(
            marker=1, clause_id="jilin-2019/二/（六）/24/（1）", document_id="jilin-2019",
            document_title="方案", path=("二", "（六）", "24", "（1）"), label="第24项（1）",
            quote="推动出台《吉林省法律援助条例》", start=0, end=15,
        ),
    ),
)  # fmt: skip
REFUSED = Answer(question="打官司没钱", status="not_found", text="语料中没有。")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The page's table with three marks, two of them on one question."""
    path = tmp_path / "feedback.sqlite"
    rows = [
        ("2026-01-01T08:00:00", RIGHT, "wrong", "没找到"),
        ("2026-01-02T08:00:00", RIGHT, "right", None),
        ("2026-01-03T08:00:00", REFUSED, "wrong", "应当有"),
    ]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE feedback(id INTEGER PRIMARY KEY, created TEXT, question TEXT,"
            " answer_json TEXT, mark TEXT, words TEXT, index_version TEXT)"
        )
        connection.executemany(
            "INSERT INTO feedback VALUES (NULL, ?, ?, ?, ?, ?, 'v1')",
            [(at, said.question, said.model_dump_json(), mark, w) for at, said, mark, w in rows],
        )
    return path


def test_one_line_a_question_with_its_last_mark(database: Path) -> None:
    first, second = (json.loads(line) for line in review_lines(read_feedback(database)))
    assert first["id"] == "feedback-2"
    assert first["gold"] == [
        {
            "document": "jilin-2019",
            "path": ["二", "（六）", "24", "（1）"],
            "quote": "推动出台《吉林省法律援助条例》",
        }
    ]
    assert second["status"] == "not_found"
    assert "应当有" in second["review"]


def test_a_line_enters_a_set_only_after_review(database: Path, tmp_path: Path) -> None:
    line = review_lines(read_feedback(database))[0]
    path = tmp_path / "questions.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(EvalError, match="review"):
        load_questions(path)
    reviewed = {key: value for key, value in json.loads(line).items() if key != "review"}
    path.write_text(json.dumps(reviewed), encoding="utf-8")
    assert [question.id for question in load_questions(path)] == ["feedback-2"]


def test_rows_may_come_as_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    row = {"id": 7, "created": "2026-01-01", "question": RIGHT.question, "mark": "right",
           "answer_json": RIGHT.model_dump_json()}  # fmt: skip
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert json.loads(review_lines(read_feedback(path))[0])["id"] == "feedback-7"


def test_a_file_that_is_no_feedback_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_text("text", encoding="utf-8")
    with pytest.raises(EvalError, match="no feedback"):
        read_feedback(tmp_path / "other.sqlite")
