"""A report is one file, asks for nothing, and is the same on every run."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from assistant import Kind, Status
from eval.provenance import Provenance
from eval.questions import Voice
from eval.report import render
from eval.results import Place, Result, Row, Timing, figures
from eval.wording import chinese

PROVENANCE = Provenance(
    python="3.11",
    versions={},
    corpus="c",
    questions="q",
    model="bundled",
    learned={},
    settings={},
    machine="Linux",
    cpus=2,
)


def result(data: str = "yiju dev") -> Result:
    right, wrong = Place(clause="a", label="第一部分", quote="甲"), Place(clause="b", score=0.25)
    rows = (
        Row(id="q1", question="甲？", kind="fact", values={"Success@1": 1.0}, expected=(right,),
            found=(right,), confidence=0.9),
        Row(id="q2", question="<b>乙</b>？", kind="fact", values={"Success@1": 0.0},
            expected=(right,), found=(wrong,), confidence=0.2),
        Row(id="q3", question="丙？", kind="none", status="not_found", values={}, found=(wrong,),
            confidence=0.1),
    )  # fmt: skip
    return Result(
        what="retrieval",
        name="default",
        data=data,
        measures=("Success@1",),
        figures=figures(rows, ["Success@1"]),
        rows=rows,
        timing=Timing.over([1.0, 2.0, 3.0]),
        provenance=PROVENANCE,
    )


@pytest.fixture(scope="module")
def page() -> str:
    return render(result())


def test_nothing_is_fetched(page: str) -> None:
    namespaces_aside = re.sub(r'xmlns(:\w+)?="[^"]*"', "", page)
    assert "://" not in namespaces_aside
    assert "<script" not in page


def test_plots_share_no_ids(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert page.count("<svg") >= 4
    assert len(ids) == len(set(ids))


def test_every_kind_status_and_voice_has_a_chinese_name() -> None:
    names = (*get_args(Kind), *get_args(Status), *get_args(Voice))
    assert [name for name in names if chinese(name) == name] == []


def test_the_miss_is_shown_with_what_was_expected_beside_what_came(page: str) -> None:
    misses = page[page.index("未达满分的问题（1）") :]
    assert "第一部分" in misses
    assert "0.250" in misses


def test_questions_are_text(page: str) -> None:
    assert "<b>乙" not in page
    assert "&lt;b&gt;乙" in page


def test_misses_of_the_test_split_stay_sealed() -> None:
    page = render(result("yiju test"))
    assert "乙" not in page
    assert "不列出" in page


def test_the_same_result_makes_the_same_page(page: str) -> None:
    assert render(result()) == page
