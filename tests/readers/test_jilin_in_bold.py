"""Jilin's paper says 黑体字为牵头部门; with the bold type at hand, its leads rest on it."""

from collections.abc import Callable

import pytest
from papers import jilin_docx, jilin_html

from corpus import Document, Library, build_document
from corpus.readers import read_bytes


@pytest.fixture(scope="module", params=[jilin_docx, jilin_html])
def in_bold(request: pytest.FixtureRequest) -> Document:
    make: Callable[[], bytes] = request.param
    return build_document(read_bytes(make(), "方案"), "jilin-2019", "方案")


@pytest.fixture(scope="module")
def as_text() -> Document:
    return Library.packaged().document("jilin-2019")


def test_everything_is_as_in_the_text(in_bold: Document, as_text: Document) -> None:
    assert in_bold.text == as_text.text
    assert [clause.id for clause in in_bold.clauses] == [clause.id for clause in as_text.clauses]
    assert (in_bold.title, in_bold.issuer, in_bold.number, in_bold.date) == (
        as_text.title,
        as_text.issuer,
        as_text.number,
        as_text.date,
    )


def test_but_the_basis_of_the_roles(in_bold: Document, as_text: Document) -> None:
    pairs = [
        (ours, theirs)
        for clause, other in zip(in_bold.clauses, as_text.clauses, strict=True)
        for ours, theirs in zip(clause.responsibilities, other.responsibilities, strict=True)
    ]
    assert len(pairs) == 177
    assert {(o.department, o.role) for o, _ in pairs} == {(t.department, t.role) for _, t in pairs}
    assert all((o.role, o.start, o.end) == (t.role, t.start, t.end) for o, t in pairs)
    assert {ours.basis for ours, _ in pairs} == {"bold"}
    assert as_text.bold_lost
    assert not in_bold.bold_lost


def test_the_portal_s_block_is_metadata() -> None:
    source = read_bytes(jilin_html(), "方案.html")
    assert ("发文字号", "吉司发〔2019〕21号") in source.metadata
    assert "索" not in source.text.split("\n")[0]
    assert build_document(source, "x").published is not None
