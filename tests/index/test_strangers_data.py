"""The strangers: questions of other fields, none of which a clause answers."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import index
from corpus import Library
from index import Index, Settings, read_strangers
from index.phrasings import read_phrasings

FILE = Path(index.__file__).parent / "data" / "strangers.toml"
PLACES = ("吉林", "四川", "广东", "北京", "上海", "江苏", "浙江", "山东", "河南", "湖北", "湖南")


def test_fields_have_a_name_and_questions() -> None:
    fields = tomllib.loads(FILE.read_text("utf-8"))["field"]
    assert all(set(field) == {"name", "questions"} for field in fields)
    assert len(fields) >= 30
    assert len({field["name"] for field in fields}) == len(fields)


def test_each_question_stands_once_and_is_no_phrasing() -> None:
    counts = Counter(read_strangers())
    assert [question for question, times in counts.items() if times > 1] == []
    documents = Library.packaged().documents()
    asks = {ask for d in documents for each in read_phrasings(d.id).values() for ask in each}
    assert asks & set(counts) == set()


def test_no_province_is_named() -> None:
    named = [q for q in read_strangers() if any(place in q for place in PLACES)]
    assert named == []


@pytest.fixture(scope="module")
def packaged() -> Index:
    return Index.open(Library.packaged())


def test_a_question_of_another_field_falls_below_one_of_ours(packaged: Index) -> None:
    strange = packaged.search("公租房的租金标准", k=1)[0].score
    ours = packaged.search("法律援助的经济困难标准", k=1)[0].score
    assert strange < 0.2
    assert ours > 0.5


def test_without_phrasings_strangers_tell_nothing() -> None:
    """A library with other papers may well answer what is strange to the packaged ones."""
    bare = Index.open(Library.packaged(), Settings(phrasings=False))
    retriever = bare._retriever
    question = retriever.question("公租房的租金标准")
    assert retriever.scorer.familiar(question) == 0.0
