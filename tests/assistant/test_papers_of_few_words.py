"""Papers that tell little of themselves: copied without their heads, of no region."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from invariants import check

from assistant import Answer, Assistant
from assistant.evidence import Evidence
from corpus import Document, Library, Overrides, build_document
from index import EncoderSettings, Index, Settings

YEARS = {"guangdong-2021": 2021, "jilin-2017": 2017}


PARAGRAPHS = "关于法律援助的通知\n扩大法律援助范围。\n提高法律援助质量。\n"


def _without_head(document: Document) -> Document:
    outline = document.text[document.front_matter.end : document.back_matter.start]
    return build_document(
        outline, f"copy-{document.year}", "要点.txt", Overrides(year=document.year)
    )


def _assistant(documents: Iterable[Document], cache: Path) -> Assistant:
    library = Library(documents)
    settings = Settings(cache=cache, encoder=EncoderSettings(kind="none"))
    return Assistant(library, Index.open(library, settings))


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = (_without_head(Library.packaged().document(each)) for each in YEARS)
    return _assistant(documents, tmp_path_factory.mktemp("cache"))


def _ask(copies: Assistant, question: str) -> Answer:
    return check(copies.ask(question), copies.library)


@pytest.mark.parametrize(
    "question", ["有哪些文件", "文号是什么", "一共多少项任务", "发文机关是谁", "是正式文件吗"]
)
def test_a_paper_without_a_head_is_cited_by_its_first_words(
    copies: Assistant, question: str
) -> None:
    answer = _ask(copies, question)
    assert [c.document_id for c in answer.citations] == ["copy-2021", "copy-2017"]
    assert all(c.path == ("前言",) for c in answer.citations)
    assert "None" not in answer.text


def test_what_neither_paper_says_of_itself(copies: Assistant) -> None:
    answer = _ask(copies, "发文机关是谁")
    assert answer.text.count("没有写发文机关") == len(YEARS)


def test_papers_of_no_region_are_not_of_one(copies: Assistant) -> None:
    answer = _ask(copies, "第一部分原文")
    assert {c.document_id for c in answer.citations} == {"copy-2021", "copy-2017"}
    assert not any("有新有旧" in note for note in answer.notes)


def test_papers_of_no_region_stand_side_by_side(copies: Assistant) -> None:
    question = copies.understand("公证有什么不同")
    evidence = Evidence(question, copies.library, copies.thresholds)
    assert evidence.sides == copies.library.documents()


def test_a_paper_without_sections_has_paragraphs_only(tmp_path: Path) -> None:
    paper = _assistant([build_document(PARAGRAPHS, "notice")], tmp_path)
    assert "共有2个自然段（没有编号）" in _ask(paper, "一共多少项任务").text
