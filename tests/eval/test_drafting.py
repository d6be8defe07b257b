from __future__ import annotations

import pytest

from corpus import Document, Library
from eval.drafting import draft_questions
from eval.questions import check


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.packaged()


@pytest.fixture(params=["jilin-2019", "sichuan-2018", "jilin-2017", "moj-2018", "guangdong-2021"])
def document(library: Library, request: pytest.FixtureRequest) -> Document:
    return library.document(request.param)


def test_every_drafted_line_passes_the_sets_own_checker(
    document: Document, library: Library
) -> None:
    drafted = draft_questions(document)
    assert check(drafted, library) == []
    assert {"measures", "clause", "none"} <= {question.kind for question in drafted}


def test_at_most_as_many_as_wanted_of_each_kind(document: Document) -> None:
    kinds = [question.kind for question in draft_questions(document, most=3)]
    assert all(kinds.count(kind) <= 3 for kind in ("responsibility", "fact", "measures", "clause"))


def test_the_gold_of_a_department_question_is_the_clauses_own(library: Library) -> None:
    document = library.document("jilin-2019")
    for question in draft_questions(document):
        if question.kind == "responsibility":
            (gold,) = question.gold
            named = document.clause(gold.path).responsibilities
            assert question.lead == tuple(one.department for one in named if one.role == "lead")
