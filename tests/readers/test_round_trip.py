"""Whatever the format, the clauses' own texts joined give the document's text back."""

import html
import io
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import jilin_docx, jilin_html
from pdf_builder import Line, build_pdf

from corpus import Document, build_document
from corpus.readers import read_bytes

# Lines as papers have them: numbers of all kinds before words, brackets, departments, blanks.
NUMBERS = st.sampled_from(
    [
        "",
        "　　",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "第一条 ",
        "附件1",
        "——",
        "①",
        "2019年",
        "1.1 ",
        "# ",
    ]
)
WORDS = st.text("法律援助中心负责（）、，。：牵头省厅 局", min_size=1, max_size=30)
LINES = st.lists(st.builds("{}{}".format, NUMBERS, WORDS), min_size=1, max_size=12)


def as_text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode("utf-16")


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_html(lines: list[str]) -> bytes:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f"<html><body><div>{paragraphs}</div></body></html>".encode()


def as_pdf(lines: list[str]) -> bytes:
    return build_pdf([[Line(80, 800 - 30 * place, line) for place, line in enumerate(lines)]])


def pieces_of(document: Document) -> list[tuple[int, int]]:
    clauses = [span for clause in document.clauses for span in clause.spans]
    return sorted(span for span in (document.front_matter, *clauses, document.back_matter))


def check_round_trip(document: Document) -> None:
    pieces = [span for span in pieces_of(document) if span[0] < span[1]]
    assert "".join(document.text[start:end] for start, end in pieces) == document.text
    for start, end in pieces:
        left, right = document.source_span(start, end)
        assert 0 <= left < right <= len(document.source)


@pytest.mark.parametrize("write", [as_text, as_docx, as_html, as_pdf])
@settings(max_examples=25, deadline=None)
@given(lines=LINES.filter(lambda lines: any(line.strip() for line in lines)))
def test_any_outline_in_any_format(write: Callable[[list[str]], bytes], lines: list[str]) -> None:
    check_round_trip(build_document(read_bytes(write(lines), "文件"), "d"))


@pytest.mark.parametrize("paper", [jilin_docx, jilin_html])
def test_a_whole_paper(paper: Callable[[], bytes]) -> None:
    check_round_trip(build_document(read_bytes(paper(), "文件"), "jilin-2019"))
