"""``yiju ask``, ``search``, ``show`` and ``index``, as typed on a terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from assistant import Answer, Assistant
from assistant.commands import asking, indexing, main

YIJU = Path(sys.executable).parent / "yiju"


@pytest.fixture
def yiju(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    """The commands over the assistant that is open already."""
    monkeypatch.setattr(Assistant, "open", classmethod(lambda cls, *_, **__: assistant))
    app = typer.Typer()
    asking.register(app)
    indexing.register(app)
    return app


def run(app: typer.Typer, *arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given)


def test_an_answer_with_its_grounds(yiju: typer.Typer, assistant: Assistant) -> None:
    result = run(yiju, "ask", "哪个部门牵头法律援助条例")
    answer = assistant.ask("哪个部门牵头法律援助条例")
    assert result.exit_code == 0
    assert result.stdout.startswith(answer.text)
    assert f"[1] 《{answer.citations[0].document_title}》第二部分（六）第24项（1）" in result.stdout
    assert answer.citations[0].quote in result.stdout
    assert all(f"注：{note}" in result.stdout for note in answer.notes)
    assert all(suggestion in result.stdout for suggestion in answer.suggestions)


def test_json_is_the_answers_one_form(yiju: typer.Typer, assistant: Assistant) -> None:
    result = run(yiju, "ask", "--json", "哪个部门牵头法律援助条例")
    answer = assistant.ask("哪个部门牵头法律援助条例")
    assert json.loads(result.stdout) == json.loads(answer.model_dump_json())
    assert Answer.model_validate_json(result.stdout) == answer


def test_words_need_no_quotes(yiju: typer.Typer) -> None:
    assert (
        run(yiju, "ask", "法律援助", "谁牵头").stdout == run(yiju, "ask", "法律援助 谁牵头").stdout
    )


@pytest.mark.parametrize(
    "given", ["法律援助条例谁牵头\n".encode(), "法律援助条例谁牵头".encode("gbk"), b"\xff\xfe", b""]
)
def test_standard_input_of_any_kind(yiju: typer.Typer, given: bytes) -> None:
    result = run(yiju, "ask", "-", given=given)
    assert result.exit_code == 0
    assert result.stdout.strip()


def test_near_clauses_are_marked_as_no_answer(yiju: typer.Typer) -> None:
    assert "相近的条款（不是答案）" in run(yiju, "ask", "贵州法律援助由谁牵头").stdout


def test_search(yiju: typer.Typer, assistant: Assistant) -> None:
    result = run(yiju, "search", "法律援助条例", "-k", "3", "-d", "sichuan-2018", "--json")
    hits = assistant.search("法律援助条例", k=3, documents=["sichuan-2018"])
    rows = json.loads(result.stdout)
    assert [row["clause_id"] for row in rows] == [hit.clause.id for hit in hits]
    assert rows[0]["clause_id"] == "sichuan-2018/三/（二）/8/（45）"
    assert hits[0].clause.label in run(yiju, "search", "法律援助条例", "-d", "sichuan-2018").stdout


def test_show_an_outline_and_a_clause(yiju: typer.Typer) -> None:
    outline = run(yiju, "show", "jilin-2019").stdout
    assert "吉司发〔2019〕21号" in outline
    assert "【公共法律服务管理处（牵头）、省法援中心】" in outline
    assert "（6）  全面落实“七五”普法规划，制定第八个五年普法规划。  【普法与依法治理处" in outline
    clause = run(yiju, "show", "jilin-2019", "二/(六)/24/(1)").stdout
    assert run(yiju, "show", "jilin-2019/二/（六）/24/（1）").stdout == clause
    assert clause.startswith(
        "《吉林省司法厅全面深化司法行政改革实施方案》第二部分（六）第24项（1）"
    )
    assert "推动出台《吉林省法律援助条例》" in clause


def test_the_index_says_what_it_was_built_from(yiju: typer.Typer, assistant: Assistant) -> None:
    described = json.loads(run(yiju, "index", "status").stdout)
    assert described["library"] == assistant.library.fingerprint
    assert "5份文件" in run(yiju, "index", "build").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nowhere"], "jilin-2019"),
        (["show", "jilin-2019", "四/9"], "yiju show jilin-2019"),
        (["ask", "--library", "/no/such/folder", "公证"], "/no/such/folder"),
        (["search", "公证", "--document", "nowhere"], "nowhere"),
        (["tasks", "nowhere"], "nowhere"),
    ],
)
def test_an_error_is_one_plain_sentence_and_status_1(
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["yiju", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    assert ended.value.code == 1
    assert printed.out == ""
    assert printed.err.startswith("yiju: ")
    assert said in printed.err
    assert len(printed.err.strip().splitlines()) == 1


def test_a_real_process() -> None:
    asked = subprocess.run(
        [YIJU, "ask", "--json", "哪个部门牵头法律援助条例"], capture_output=True, check=True
    )
    answer = Answer.model_validate_json(asked.stdout)
    assert answer.citations[0].clause_id == "jilin-2019/二/（六）/24/（1）"
    failed = subprocess.run([YIJU, "show", "nowhere"], capture_output=True, check=False)
    assert failed.returncode == 1
    assert b"Traceback" not in failed.stderr
    assert failed.stderr.count(b"\n") == 1
