"""Answers written by hand about the packaged papers, judged by hand in the comments."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Answer, Citation, Responsibility
from corpus import Library
from eval.judging import faults, judge
from eval.questions import Expected, GoldClause

ITEM = ("二", "（六）", "24", "（1）")
LEAD, SUPPORT = "公共法律服务管理处", "省法援中心"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.packaged()


def gold(*path: str) -> GoldClause:
    return GoldClause(document="jilin-2019", path=path, quote="")


def expected(**given: Any) -> Expected:
    known: dict[str, Any] = {
        "kind": "responsibility", "voice": "official", "question": "谁牵头？", "status": "answered",
        "gold": (gold(*ITEM),),
    }  # fmt: skip
    return Expected(**{**known, **given})


def refusal() -> Expected:
    return expected(status="not_found", gold=())


def answer(library: Library, *paths: tuple[str, ...], **given: Any) -> Answer:
    """An answer that cites the first ten characters of each clause."""
    document = library.document("jilin-2019")
    clauses = [document.clause(path) for path in paths]
    citations = tuple(
        Citation(
            marker=marker,
            clause_id=clause.id,
            document_id=document.id,
            document_title=document.title,
            path=clause.path,
            label=clause.label,
            quote=document.text[clause.start : clause.start + 10],
            start=clause.start,
            end=clause.start + 10,
        )
        for marker, clause in enumerate(clauses, start=1)
    )
    known: dict[str, Any] = {
        "question": "谁牵头？",
        "status": "answered" if paths else "not_found",
        "text": "答" + "".join(f"[{citation.marker}]" for citation in citations),
        "citations": citations,
    }
    return Answer(**{**known, **given})


def named(*departments: tuple[str, str], marker: int = 1) -> tuple[Responsibility, ...]:
    return tuple(
        Responsibility.model_validate(
            {"department": name, "role": role, "basis": "listed_first", "marker": marker}
        )
        for name, role in departments
    )


def test_a_right_answer_is_right_in_everything(library: Library) -> None:
    asked = expected(lead=(LEAD,), support=(SUPPORT,), must=(LEAD,))
    said = answer(
        library,
        ITEM,
        text=f"由公共法律服务[1]\n管理处牵头：{LEAD}",
        responsibilities=named((LEAD, "lead"), (SUPPORT, "support")),
    )
    assert judge(asked, said, library) == {
        "right": 1.0,
        "status": 1.0,
        "verbatim": 1.0,
        "false_refusal": 0.0,
        "first_citation": 1.0,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
        "lead": 1.0,
        "department_f1": 1.0,
        "required_strings": 1.0,
    }


def test_the_right_clause_second_is_half_precise_and_not_right(library: Library) -> None:
    values = judge(expected(), answer(library, ("一",), ITEM), library)
    assert values["first_citation"] == 0.0
    assert values["citation_precision"] == 1 / 2
    assert values["citation_recall"] == 1.0
    assert values["right"] == 0.0


def test_one_of_two_departments_named_and_one_invented(library: Library) -> None:
    """Wanted A B, found A C: 2·1 / (2 + 2) = 1/2; the lead A alone is right."""
    asked = expected(lead=(LEAD,), support=(SUPPORT,))
    said = answer(library, ITEM, responsibilities=named((LEAD, "lead"), ("省法院", "support")))
    values = judge(asked, said, library)
    assert (values["lead"], values["department_f1"]) == (1.0, 1 / 2)


def test_departments_of_another_clause_do_not_count(library: Library) -> None:
    asked = expected(lead=(LEAD,))
    said = answer(library, ITEM, ("一",), responsibilities=named((LEAD, "lead"), marker=2))
    assert judge(asked, said, library)["lead"] == 0.0


def test_a_list_is_complete_with_all_and_no_other(library: Library) -> None:
    one, two, other = ITEM, (*ITEM[:3], "（2）"), (*ITEM[:3], "（3）")
    asked = expected(kind="duties", gold=(gold(*one),), also=(gold(*one), gold(*two)), count=2)
    assert judge(asked, answer(library, one, two), library)["complete_list"] == 1.0
    assert judge(asked, answer(library, one), library)["complete_list"] == 0.0
    assert judge(asked, answer(library, one, two, other), library)["complete_list"] == 0.0


def test_alternatives_count_as_one_and_each_of_also_is_wanted(library: Library) -> None:
    """Cited: one of two alternatives, one of two others: 2 of 3 wanted."""
    asked = expected(gold=(gold(*ITEM), gold("一")), also=(gold("二", "（六）", "25"), gold("三")))
    below = ("二", "（六）", "25", "（1）")  # a clause below the one wanted counts
    assert judge(asked, answer(library, ITEM, below), library)["citation_recall"] == 2 / 3


def test_refusals(library: Library) -> None:
    refused = answer(library)
    assert judge(refusal(), refused, library) == {
        "right": 1.0,
        "status": 1.0,
        "verbatim": 1.0,
        "refusal_recall": 1.0,
        "refusal_precision": 1.0,
    }
    wrongly = judge(expected(), refused, library)
    assert (wrongly["false_refusal"], wrongly["refusal_precision"]) == (1.0, 0.0)
    assert judge(refusal(), answer(library, ITEM), library)["refusal_recall"] == 0.0


def test_a_partial_answer_sold_as_a_full_one_is_not_right(library: Library) -> None:
    values = judge(expected(status="partial"), answer(library, ITEM), library)
    assert (values["first_citation"], values["status"], values["right"]) == (1.0, 0.0, 0.0)


def test_faults_name_the_quote_and_the_markers(library: Library) -> None:
    said = answer(library, ITEM)
    moved = said.citations[0].model_copy(update={"start": 0, "end": 10})
    found = faults(said.model_copy(update={"citations": (moved,), "text": "答[2]"}), library)
    assert found == (
        f"[1] is not the text at its place: {moved.quote}",
        "[2] has no citation",
        "[1] is not in the text",
    )


def test_a_quote_from_another_clause_is_a_fault(library: Library) -> None:
    said = answer(library, ITEM)
    other = answer(library, ("一",)).citations[0]
    moved = said.citations[0].model_copy(
        update={"start": other.start, "end": other.end, "quote": other.quote}
    )
    (fault,) = faults(said.model_copy(update={"citations": (moved,)}), library)
    assert "not from its clause" in fault
