"""The thesaurus keeps the rules that its opening comment promises to whoever edits it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import index
from corpus import Library

FILE = Path(index.__file__).parent / "data" / "thesaurus.toml"
HEADING = re.compile(r"^# ─+ (?P<topic>.+?) ─+$")
PUNCTUATION = re.compile(r"[\s，。？！?!,；;]")


@pytest.fixture(scope="module")
def source() -> str:
    return FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def entries(source: str) -> list[dict[str, Any]]:
    return list(tomllib.loads(source)["entry"])


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [document.text for document in Library.packaged().documents()]


def test_the_whole_field_is_covered(entries: list[dict[str, Any]]) -> None:
    assert len(entries) >= 500


def test_an_entry_has_the_agreed_fields_only(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        assert set(entry) <= {"says", "means", "note", "doubt"}, entry
        assert entry["says"], entry
        assert entry["means"], entry
        assert all(isinstance(word, str) for word in entry["says"] + entry["means"]), entry
        assert entry.get("doubt", True) is True, f"leave doubt out rather than false: {entry}"
        assert entry.get("note", "-"), f"leave an empty note out: {entry}"


def test_no_word_is_said_twice(entries: list[dict[str, Any]]) -> None:
    said = Counter(word for entry in entries for word in entry["says"])
    assert [word for word, times in said.items() if times > 1] == []


def test_means_holds_no_doubles(entries: list[dict[str, Any]]) -> None:
    doubles = [e["means"] for e in entries if len(set(e["means"])) != len(e["means"])]
    assert doubles == []


def test_a_single_character_is_too_little_to_go_by(entries: list[dict[str, Any]]) -> None:
    assert [word for entry in entries for word in entry["says"] if len(word) < 2] == []


def test_words_carry_no_punctuation_of_a_sentence(entries: list[dict[str, Any]]) -> None:
    words = [word for entry in entries for word in entry["says"]]
    assert [word for word in words if PUNCTUATION.search(word)] == []


def test_no_entry_leads_to_the_word_itself(entries: list[dict[str, Any]]) -> None:
    assert [e for e in entries if set(e["says"]) & set(e["means"])] == []


def test_every_term_stands_in_a_document(entries: list[dict[str, Any]], texts: list[str]) -> None:
    terms = {term for entry in entries for term in entry["means"]}
    assert sorted(term for term in terms if not any(term in text for text in texts)) == []


def test_words_that_mislead_alone_stay_out(entries: list[dict[str, Any]]) -> None:
    said = {word for entry in entries for word in entry["says"]}
    assert said & {"证明", "处罚", "处理", "证件", "申请", "办理", "工作", "法律", "部门"} == set()


def test_every_entry_stands_under_a_topic(source: str) -> None:
    topics = [m["topic"] for line in source.splitlines() if (m := HEADING.match(line))]
    assert len(topics) >= 15
    assert len(set(topics)) == len(topics), "a topic has one place in the file"
    opening, *blocks = re.split(r"^# ─.+$", source, flags=re.MULTILINE)
    assert not re.search(r"^\[\[entry]]", opening, re.MULTILINE), "the first entry has a topic"
    assert all("[[entry]]" in block for block in blocks), "a topic without entries"
