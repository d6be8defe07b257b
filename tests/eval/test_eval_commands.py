"""The commands as a person runs them, on a set of three questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus import Library
from eval.commands import app
from eval.question_sets import read_set
from eval.results import Result
from eval.retrieval import evaluate_run

CITED = {
    "document": "jilin-2019",
    "path": ["二", "（六）", "24", "（1）"],
    "quote": "推动出台《吉林省法律援助条例》",
}
QUESTIONS = (
    {
        "id": "a", "kind": "responsibility", "voice": "official", "status": "answered",
        "question": "吉林哪个部门牵头法律援助条例？", "gold": [CITED],
        "lead": ["公共法律服务管理处"],
    },
    {
        "id": "b", "kind": "clause", "voice": "official", "status": "answered",
        "question": "吉林方案第24项第1点写了什么？", "gold": [CITED],
    },
    {
        "id": "c", "kind": "none", "voice": "citizen", "status": "not_found",
        "question": "帮我写一首诗",
    },
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in QUESTIONS)
    (tmp_path / "questions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_answers_leave_figures_and_a_report(folder: Path) -> None:
    code, _ = run("answers", "--set", folder, "--split", "all", "--out", folder / "out")
    assert code == 0
    result = Result.load(folder / "out" / "result.json")
    assert result.figures["first_citation"].n == 2
    assert result.figures["lead"].mean == 1.0
    assert result.figures["refusal_recall"].mean == 1.0
    assert "首条引用正确" in (folder / "out" / "report.html").read_text(encoding="utf-8")


def test_the_same_run_twice_gives_the_same_figures(folder: Path) -> None:
    for name in ("one", "two"):
        assert run("retrieval", "--set", folder, "--split", "all", "--out", folder / name)[0] == 0
    one, two = (Result.load(folder / name / "result.json") for name in ("one", "two"))
    assert one.model_dump(exclude={"timing"}) == two.model_dump(exclude={"timing"})
    assert (folder / "one" / "run.trec").read_bytes() == (folder / "two" / "run.trec").read_bytes()
    code, said = run("compare", folder / "one" / "result.json", folder / "two")
    assert code == 0
    assert "won on Success@1: 0" in said


def test_settings_of_the_index_are_those_of_the_file(folder: Path) -> None:
    (folder / "plain.toml").write_text("learned_ranking = false\n", encoding="utf-8")
    options = ("--set", folder, "--split", "all", "--settings", folder / "plain.toml")
    assert run("retrieval", *options, "--out", folder / "plain")[0] == 0
    result = Result.load(folder / "plain" / "result.json")
    assert result.provenance.settings["learned_ranking"] == "False"


def test_a_bar_out_of_reach_ends_in_status_one(folder: Path) -> None:
    code, said = run("retrieval", "--set", folder, "--split", "all", "--min", "success@1=1.01")
    assert code == 1
    assert "wanted at least 1.01" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("compare", "nowhere.json", "nowhere.json"), "cannot read nowhere.json"),
        (("from-feedback", "nowhere.sqlite"), "holds no feedback"),
        (("beir", "nowhere"), "cannot read nowhere"),
        (("answers", "--set", "nowhere"), "nowhere"),
        (("answers", "--split", "all", "--misses"), "keeps a test half apart"),
    ],
)
def test_wrong_input_ends_in_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    code, said = run(*arguments)
    assert code == 1
    assert sentence in said
    assert len(said.strip().splitlines()) == 1


def test_drafted_questions_are_a_set(tmp_path: Path) -> None:
    path = tmp_path / "drafted" / "questions.jsonl"
    assert run("questions", "moj-2018", "--most", "2", "--out", path)[0] == 0
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {"measures", "clause", "none"} <= {line["kind"] for line in lines}


def test_a_run_file_of_any_search_can_be_compared(folder: Path) -> None:
    """Another search found the right clause second: MRR 1/2, success at one 0."""
    lines = ["a Q0 moj-2018/一 1 2.0 other", "a Q0 jilin-2019/二/（六）/24/（1） 2 1.0 other"]
    (folder / "other.trec").write_text("\n".join(lines), encoding="utf-8")
    found = evaluate_run(folder / "other.trec", read_set(folder, "all"), Library.packaged())
    assert found.figures["MRR@10"].mean == 0.5
    assert found.figures["Success@1"].mean == 0.0
