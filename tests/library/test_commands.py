"""The commands that keep a library, as a maintainer types them."""

import json
from pathlib import Path
from typing import get_args

import pytest
import typer
from hostile import paper
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from assistant.commands import library, tasks
from corpus import CorpusError, LibraryFolder, Status


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LibraryFolder:
    monkeypatch.setenv("YIJU_LIBRARY", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)
    return LibraryFolder()


def yiju(*arguments: str, given: bytes = b"") -> Result:
    app = typer.Typer()
    library.register(app)
    tasks.register(app)
    return CliRunner().invoke(app, arguments, input=given)


def test_adding_says_what_was_understood() -> None:
    Path("一号.txt").write_text(paper(1), "utf-8")
    result = yiju(
        "add", "一号.txt", "--no-index", "--status", "征求意见稿", "--date", "2021年3月5日"
    )
    assert result.exit_code == 0
    for told in (
        "编号：changchun-2021",
        "2021-03-05",
        "征求意见稿",
        "部分 2",
        "任务 1",
        "共加入 1 份",
    ):
        assert told in result.stdout


def test_files_left_out_are_named_and_the_status_is_1() -> None:
    heap = Path("heap/inner")
    heap.mkdir(parents=True)
    (heap / "一号.txt").write_text(paper(1), "utf-8")
    (heap / "空.docx").write_bytes(b"")
    (heap / ".hidden").write_text(paper(2), "utf-8")
    result = yiju("add", "heap", "nowhere.txt", "--no-index")
    assert result.exit_code == 1
    assert "未加入  空.docx：文件是空的" in result.stderr
    assert "未加入  nowhere.txt：打不开" in result.stderr
    assert "共加入 1 份，未加入 2 份。" in result.stdout


def test_standard_input() -> None:
    result = yiju("add", "-", "--no-index", "--id", "from-pipe", given=paper(1).encode("gbk"))
    assert "编号：from-pipe" in result.stdout


def test_one_id_for_several_files_makes_no_sense() -> None:
    result = yiju("add", "a.txt", "b.txt", "--id", "x")
    assert result.exit_code == 2
    assert "one file only" in result.stderr


def test_a_status_is_one_of_those_a_document_can_have() -> None:
    result = yiju("amend", "mine", "--status", "草稿")
    assert result.exit_code == 2
    for status in get_args(Status):
        assert status in result.stderr


def test_replacing_amending_removing(folder: LibraryFolder) -> None:
    Path("a.txt").write_text(paper(1), "utf-8")
    Path("b.txt").write_text(paper(1) + "2.开展检查。\n", "utf-8")
    yiju("add", "a.txt", "--no-index", "--id", "mine")
    assert yiju("replace", "mine", "b.txt", "--no-index").exit_code == 0
    assert "开展检查" in folder.library().document("mine").text
    assert (
        "已被替代（由 jilin-2019 替代）"
        in yiju("amend", "mine", "--superseded-by", "jilin-2019").stdout
    )
    assert yiju("remove", "mine").stdout == "已删除  mine\n"
    assert isinstance(yiju("remove", "mine").exception, CorpusError)


def test_the_list_of_documents() -> None:
    rows = json.loads(yiju("documents", "--json").stdout)
    assert [row["id"] for row in rows] == [
        "jilin-2019",
        "sichuan-2018",
        "jilin-2017",
        "moj-2018",
        "guangdong-2021",
    ]
    assert "征求意见稿" in yiju("documents").stdout


def test_checking_a_file_adds_nothing(folder: LibraryFolder) -> None:
    Path("a.txt").write_text(paper(1).replace("二、", "三、"), "utf-8")
    result = yiju("check", "a.txt", "jilin-2019")
    assert "编号不连续" in result.stdout
    assert "部分 3，小节 15，任务 38，点 77，段 1" in result.stdout
    assert not folder.exists


def test_the_table_of_tasks() -> None:
    shown = yiju("tasks", "jilin-2019", "--department", "省法援中心").stdout
    assert "牵头：公共法律服务管理处  配合：省法援中心" in shown
    assert shown.endswith("共 5 项。\n")
    written = yiju("tasks", "-d", "省法援中心", "--csv", "t.csv", "--xlsx", "t.xlsx").stdout
    assert written == "5 项任务已写入 t.csv\n5 项任务已写入 t.xlsx\n"
    assert load_workbook("t.xlsx").active.max_row == 6
    assert yiju("tasks", "--csv", "no/such/t.csv").exit_code == 2
