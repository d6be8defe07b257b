"""A library folder: what is added, replaced, amended and removed."""

import datetime as dt
import json
from pathlib import Path

import pytest

from corpus import (
    DuplicateDocument,
    Library,
    LibraryError,
    LibraryFolder,
    Overrides,
    ReadOnlyDocument,
    UnknownDocument,
    UnreadableFile,
)

PAPER = """包头市人民政府办公室关于印发数字政府建设办法的通知
包府办发〔2022〕43号
各旗、县、区人民政府：
现印发给你们。
2022年4月14日
数字政府建设办法
一、总体要求
加强统筹。（市司法局、市财政局）
二、主要任务
1.建设平台。（市大数据局）
"""
NEXT = PAPER.replace("建设平台", "建设统一平台")


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "library")


def test_a_document_is_there_at_once_and_its_original_untouched(folder: LibraryFolder) -> None:
    added = folder.add(PAPER.encode("gbk"), "办法.txt")
    assert (added.id, added.region, added.date) == ("baotou-2022", "内蒙古", dt.date(2022, 4, 14))
    library = Library.open(folder.path)
    assert library.document("baotou-2022").fingerprint == added.fingerprint
    assert "jilin-2019" in library
    (original,) = (folder.path / "originals").iterdir()
    assert original.read_bytes() == PAPER.encode("gbk")


def test_what_the_maintainer_knows_goes_before_what_was_read(folder: LibraryFolder) -> None:
    known = Overrides(title="办法", region="吉林", date=dt.date(2020, 1, 2), status="已废止")
    folder.add(PAPER.encode(), "办法.txt", "my-paper", known)
    document = folder.library().document("my-paper")
    assert (document.title, document.region, document.date, document.status) == (
        "办法",
        "吉林",
        dt.date(2020, 1, 2),
        "已废止",
    )


def test_the_same_text_is_recognised_in_any_format(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    with pytest.raises(DuplicateDocument, match="与库里的 baotou-2022 文字相同"):
        folder.add(PAPER.replace("\n", "\r\n\r\n").encode("utf-16"), "再来.txt")


def test_a_packaged_paper_is_recognised_too(folder: LibraryFolder) -> None:
    text = Library.packaged().document("jilin-2017").text
    with pytest.raises(DuplicateDocument, match="与自带的 jilin-2017 文字相同"):
        folder.add(text.encode(), "要点.txt")


def test_the_same_title_asks_what_is_meant(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    with pytest.raises(DuplicateDocument, match="--replace"):
        folder.add(NEXT.encode(), "办法.txt")
    assert folder.add(NEXT.encode(), "办法.txt", "baotou-new").id == "baotou-new"


def test_a_new_version_takes_the_place_of_the_old_one(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt", known=Overrides(region="内蒙古自治区"))
    replaced = folder.add(NEXT.encode(), "新办法.txt", replace=True)
    assert (replaced.id, replaced.region) == ("baotou-2022", "内蒙古自治区")
    (document,) = [d for d in folder.library() if d.id == "baotou-2022"]
    assert "统一平台" in document.text
    assert len(list((folder.path / "originals").iterdir())) == 1
    assert len(list((folder.path / "readings").iterdir())) == 1


def test_ids_are_readable_and_unique(folder: LibraryFolder) -> None:
    ids = [
        folder.add(f"{place}市司法局2021年工作要点\n一、{place}事\n".encode(), "要点.txt").id
        for place in ("长春", "四平", "吉林")
    ]
    assert ids == ["changchun-2021", "siping-2021", "jilin-2021"]
    again = folder.add("长春市财政局2021年工作要点\n一、财政\n".encode(), "要点.txt")
    assert again.id == "changchun-2021-2"


@pytest.mark.parametrize("document_id", ["../up", "a/b", "A", "", "a b", "名", "-a", "a..b"])
def test_ids_that_could_do_harm_are_refused(folder: LibraryFolder, document_id: str) -> None:
    with pytest.raises(LibraryError, match="编号"):
        folder.add(PAPER.encode(), "办法.txt", document_id)


def test_amending(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    amended = folder.amend("baotou-2022", Overrides(superseded_by="jilin-2019"))
    with pytest.raises(UnknownDocument, match="no-such"):
        folder.amend("baotou-2022", Overrides(superseded_by="no-such"))
    assert (amended.status, amended.superseded_by) == ("已被替代", "jilin-2019")
    assert folder.library().document("baotou-2022").status == "已被替代"


def test_removing_leaves_nothing(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    folder.remove("baotou-2022")
    assert "baotou-2022" not in folder.library()
    assert not list((folder.path / "originals").iterdir())
    assert not list((folder.path / "readings").iterdir())
    with pytest.raises(UnknownDocument, match="yiju documents"):
        folder.remove("baotou-2022")


def test_packaged_papers_are_read_only(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    for change in (
        lambda: folder.remove("jilin-2019"),
        lambda: folder.amend("jilin-2019", Overrides(status="已废止")),
        lambda: folder.add(NEXT.encode(), "办法.txt", "jilin-2019", replace=True),
    ):
        with pytest.raises(ReadOnlyDocument, match="自带的文件"):
            change()


def test_a_portal_may_leave_the_packaged_papers_out(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    (folder.path / "library.toml").write_text("packaged = false", "utf-8")
    assert [document.id for document in folder.library()] == ["baotou-2022"]
    (folder.path / "library.toml").write_text("packagd = false", "utf-8")
    with pytest.raises(LibraryError, match="packaged"):
        folder.library()


def test_an_unreadable_file_changes_nothing(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    before = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")}
    with pytest.raises(UnreadableFile):
        folder.add(bytes(100), "空.txt")
    assert {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")} == before


def test_a_lost_reading_is_made_anew_and_a_lost_original_reported(folder: LibraryFolder) -> None:
    added = folder.add(PAPER.encode(), "办法.txt")
    for kept in (folder.path / "readings").iterdir():
        kept.write_text("[]", "utf-8")
    assert folder.library().document(added.id).text == added.text
    for original in (folder.path / "originals").iterdir():
        original.unlink()
    with pytest.raises(LibraryError, match="缺少"):
        folder.library()


def test_a_broken_catalog_is_reported(folder: LibraryFolder) -> None:
    folder.add(PAPER.encode(), "办法.txt")
    catalog = folder.path / "catalog.json"
    assert json.loads(catalog.read_text("utf-8"))["documents"][0]["id"] == "baotou-2022"
    catalog.write_text("{", "utf-8")
    with pytest.raises(LibraryError, match=r"catalog\.json 读不出来"):
        folder.library()


def test_where_a_library_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIJU_LIBRARY", str(tmp_path / "mine"))
    assert len(Library.open()) == 5
    with pytest.raises(UnknownDocument):
        LibraryFolder().remove("baotou-2022")
    assert not (tmp_path / "mine").exists()
    LibraryFolder().add(PAPER.encode(), "办法.txt")
    assert "baotou-2022" in Library.open()
    with pytest.raises(LibraryError, match="没有文件库"):
        Library.open(tmp_path / "elsewhere")
