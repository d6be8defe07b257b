"""The project's own question set holds what it says; the checker notices when it does not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus import Library
from eval.errors import EvalError
from eval.questions import (
    YIJU,
    Conversation,
    GoldClause,
    Question,
    Turn,
    check,
    load_conversations,
    load_questions,
    split_of,
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.packaged()


def question(**changed: object) -> Question:
    """哪个部门牵头《吉林省法律援助条例》, with one thing changed."""
    fields: dict[str, object] = {
        "id": "x1",
        "kind": "responsibility",
        "voice": "official",
        "question": "吉林省哪个部门牵头推动出台《吉林省法律援助条例》？",
        "status": "answered",
        "gold": [
            {
                "document": "jilin-2019",
                "path": ["二", "（六）", "24", "（1）"],
                "quote": "推动出台《吉林省法律援助条例》",
            }
        ],
        "lead": ["公共法律服务管理处"],
        "support": ["省法援中心"],
    }
    return Question.model_validate(fields | changed)


def test_every_line_of_the_questions_holds(library: Library) -> None:
    assert check(load_questions(), library) == []


def test_every_line_of_the_conversations_holds(library: Library) -> None:
    assert check(load_conversations(), library) == []


def test_the_set_is_as_large_and_as_mixed_as_it_says() -> None:
    questions, conversations = load_questions(), load_conversations()
    assert len(questions) >= 300
    assert len(conversations) >= 40
    people = [one for one in questions if one.voice != "official"]
    assert len(people) * 3 >= len(questions)
    refused = [one for one in questions if one.status != "answered"]
    assert 0.2 <= len(refused) / len(questions) <= 1 / 3
    assert {one.kind for one in questions} == {
        "responsibility", "duties", "measures", "fact", "clause", "document", "comparison", "none"
    }  # fmt: skip
    documents = {name for one in questions for name in one.documents}
    assert len(documents) == 5


def test_the_data_card_gives_the_true_shares() -> None:
    card = (YIJU / "README.md").read_text(encoding="utf-8")
    questions, conversations = load_questions(), load_conversations()
    turns = sum(len(one.turns) for one in conversations)
    assert (
        f"{len(questions)} questions and {len(conversations)} conversations ({turns} turns)" in card
    )
    shares = Counter(str(name) for one in questions for name in (one.kind, one.voice, one.status))
    for name, number in shares.items():
        assert f"| {name} | {number} |" in card
    for split in ("dev", "test"):
        of_split = [sum(one.split == split for one in rows) for rows in (questions, conversations)]
        assert f"| {split} | {of_split[0]} | {of_split[1]} |" in card


def test_no_question_is_asked_twice() -> None:
    asked = ["".join(one.question.split()) for one in load_questions()]
    assert len({one for one in asked if one}) == sum(bool(one) for one in asked)


def test_the_split_is_fixed_and_parts_the_set() -> None:
    # sha256("q001") = a8…, sha256("q002") = ed…
    assert split_of("q001") == "dev"
    assert split_of("q002") == "test"
    dev, test = load_questions(split="dev"), load_questions(split="test")
    assert {one.id for one in dev}.isdisjoint(one.id for one in test)
    assert len(dev) + len(test) == len(load_questions())
    assert abs(len(dev) - len(test)) < len(load_questions()) / 10
    assert all(one.split == "dev" for one in load_conversations(split="dev"))


def test_a_right_line_passes(library: Library) -> None:
    assert check([question()], library) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (
            {"gold": [{"document": "jilin-2019", "path": ["二", "（六）", "24", "（2）"],
                       "quote": "推动出台《吉林省法律援助条例》"}]},
            "does not hold “推动出台《吉林省法律援助条例》”",
        ),
        (
            {"gold": [{"document": "jilin-2019", "path": ["二", "（六）", "24", "（9）"],
                       "quote": "推动"}]},
            "jilin-2019/二/（六）/24/（9）",
        ),
        ({"gold": [{"document": "jiangsu-2020", "path": [], "quote": "推动"}]}, "jiangsu-2020"),
        ({"lead": ["省法援中心"]}, "no gold clause names 省法援中心 as lead"),
        ({"support": ["律师工作处"]}, "no gold clause names 律师工作处 as support"),
        ({"must": ["2025年底前"]}, "nothing in the gold clauses says “2025年底前”"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named(library: Library, changed: dict[str, object], fault: str) -> None:
    faults = check([question(**changed)], library)
    assert any(fault in one for one in faults)
    assert all(one.startswith("x1: ") for one in faults)


def test_an_id_used_twice_is_a_fault(library: Library) -> None:
    assert check([question(), question()], library) == ["x1: the id is used 2 times"]


def test_a_turn_is_named_by_its_number(library: Library) -> None:
    fields = question().model_dump(exclude={"id"})
    turns = (
        Turn.model_validate(fields),
        Turn.model_validate(fields | {"question": "原文？", "must": ["江苏"]}),
    )
    faults = check([Conversation(id="c1", turns=turns)], library)
    assert faults == ["c1 turn 2: nothing in the gold clauses says “江苏”"]


def test_what_is_to_be_refused_has_no_gold() -> None:
    with pytest.raises(ValueError, match="no gold clauses"):
        question(status="not_found")


def test_a_list_counts_its_clauses() -> None:
    with pytest.raises(ValueError, match="number of clauses in also"):
        question(kind="duties", count=2)


def test_a_broken_line_is_found_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(question().model_dump_json() + '\n\n{"id": "x2"}\n', encoding="utf-8")
    with pytest.raises(EvalError, match=r"questions\.jsonl, line 3: "):
        load_questions(file)
    with pytest.raises(EvalError, match="cannot be read"):
        load_questions(tmp_path / "none.jsonl")


def test_a_place_is_known_by_its_clause_id() -> None:
    place = GoldClause(document="jilin-2019", path=("二", "（六）", "24"), quote="完善法律援助制度")
    assert place.clause_id == "jilin-2019/二/（六）/24"
    assert GoldClause(document="moj-2018", path=(), quote="司发").clause_id == "moj-2018"


def test_a_clause_covers_those_below_it() -> None:
    task = GoldClause(
        document="sichuan-2018", path=("三", "（一）", "2"), quote="改革完善社区矫正制度"
    )
    assert task.covers("sichuan-2018/三/（一）/2")
    assert task.covers("sichuan-2018/三/（一）/2/（8）")
    assert not task.covers("sichuan-2018/三/（一）/22")
    head = GoldClause(document="sichuan-2018", path=(), quote="（征求意见稿）")
    assert head.covers("sichuan-2018")
    assert not head.covers("sichuan-2018/三")
