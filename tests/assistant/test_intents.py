"""What people ask for who use such words: the classifier, its training, and when it is heard."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

import eval as evaluation
from assistant import Assistant
from assistant.errors import DataFileError
from assistant.training import intents as training
from assistant.training.intents import Way, fit, held_out, read_ways, save, with_other_topics
from assistant.understanding import intents
from assistant.understanding.intents import (
    INTENTS,
    IntentReader,
    grams,
    intent_reader,
    read_weights,
    shape,
)

DATA = Path(intents.__file__).parents[1] / "data"
WAYS = Path(evaluation.__file__).parent / "datasets" / "asking"


def test_what_differs_from_question_to_question_is_masked() -> None:
    text = "四川2018年司法厅管30件事"
    papers = bytes([1] * 7 + [0] * (len(text) - 7))
    assert shape(text, papers, [(7, 10)]) == "PD管0件事"


def test_the_ends_of_a_question_count() -> None:
    assert grams("谁管") == {"^", "谁", "管", "$", "^谁", "谁管", "管$", "^谁管", "谁管$"}


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("四川那份意见底下盖的是谁家的戳", "paper_issuer"),
        ("要登记，吉林2019年方案填哪个号", "paper_number"),
        ("这一摊到底落在哪家头上", "fu_lead"),
        ("这条再往上数一条给我", "fu_previous"),
        ("我媳妇要离，你说我该咋整", "judge"),
        ("行，辛苦你了，先忙", "chat"),
    ],
)
def test_ways_that_nobody_listed_are_understood(
    assistant: Assistant, question: str, intent: str
) -> None:
    assert intent_reader().read(assistant.understand(question).shape).intent == intent


def test_it_is_heard_where_no_rule_sees_anything(assistant: Assistant) -> None:
    answer = assistant.ask("广东的要点落款盖的是谁家的戳")
    assert (answer.status, answer.understanding.kind) == ("answered", "document")
    assert "广东省司法厅" in answer.text


def test_rules_come_first(assistant: Assistant) -> None:
    listed = assistant.understand("吉林方案里律师工作处牵头哪些任务")
    assert listed.kind == "duties"
    named = assistant.understand("四川监狱警察因公负伤的绿色通道定的是哪家医院")
    assert not named.asks & {"lead", "support"}


def test_one_of_several_things_is_nobody_in_charge(assistant: Assistant) -> None:
    named = assistant.ask("广东哪个片区的戒毒所要在2021年基本完成生活污水处理工程主体建设？")
    assert named.understanding.kind != "responsibility"
    assert "三水片" in named.text


def test_a_few_lines_are_learned() -> None:
    wishes = {"谁管": "lead", "啥时候办完": "deadline"}
    topics = ("公证", "律师", "调解", "戒毒", "普法", "仲裁", "监狱", "鉴定")
    ways = [
        Way(intent, f"{topic}{said}", topic, shape=f"{topic}{said}")
        for said, intent in wishes.items()
        for topic in topics
    ]
    reader = fit(ways)
    assert reader.read("立法谁管").intent == "lead"
    assert reader.read("立法啥时候办完").intent == "deadline"
    assert reader.read("立法谁管").probability > 0.5


def test_topics_are_exchanged(assistant: Assistant) -> None:
    way = Way("lead", "公证谁管", "公证")
    others = with_other_topics([way, Way("chat", "你好", "")], assistant)
    assert {other.intent for other in others} == {"lead"}
    assert all(other.text.endswith("谁管") and other.shape for other in others)


def test_lines_are_held_out(assistant: Assistant) -> None:
    ways = [way for way in read_ways(WAYS, assistant)[:4000:5] if way.intent != "list"]
    told = held_out(ways, assistant)
    right, of = int(told.split()[0]), int(told.split()[2])
    assert of == len(ways)
    assert right > 0.5 * of


def test_the_packaged_weights_are_read() -> None:
    packaged = intent_reader()
    assert isinstance(packaged, IntentReader)
    guesses = [packaged.read(said) for said in ("P谁发的", "P文号", "那P呢")]
    assert [guess.intent for guess in guesses] == ["paper_issuer", "paper_number", "fu_place"]
    assert all(0 < guess.probability <= 1 and np.isfinite(guess.probability) for guess in guesses)


@pytest.mark.parametrize("file", sorted(WAYS.glob("*.jsonl")), ids=lambda file: file.name)
def test_every_line_has_an_intent_and_its_topic(file: Path) -> None:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert {line["intent"] for line in lines} <= set(INTENTS)
    assert [line for line in lines if line["topic"] not in line["text"]] == []


def test_no_text_has_two_intents() -> None:
    texts = Counter(
        json.loads(line)["text"]
        for file in WAYS.glob("*.jsonl")
        for line in file.read_text("utf-8").splitlines()
    )
    assert [text for text, times in texts.items() if times > 1] == []


def test_weights_that_are_written_are_read_back(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    known = sorted({"谁", "管", "谁管", "^谁", "管$", "new0", "new1", "new2"})
    weights = chance.normal(size=(len(known), len(INTENTS)))
    bias = chance.normal(size=len(INTENTS))
    save(known, weights, bias, tmp_path / "intents.npz")
    learned = IntentReader(known, weights.astype(np.float32), bias.astype(np.float32))
    read_back = read_weights(tmp_path / "intents.npz")
    for said in ("谁管", "谁", "公证谁管", ""):
        before, after = learned.read(said), read_back.read(said)
        assert after.intent == before.intent
        assert after.probability == pytest.approx(before.probability, abs=0.02)


@pytest.mark.parametrize("slip", ["missing", "empty", "cut", "changed", "text", "array", "intents"])
def test_a_slip_in_the_weights_is_told(tmp_path: Path, slip: str) -> None:
    file = tmp_path / "intents.npz"
    whole = (DATA / file.name).read_bytes()
    if slip == "array":
        with file.open("wb") as stream:
            np.save(stream, np.zeros(3))
    elif slip == "intents":
        save(["谁"], np.ones((1, 3)), np.ones(3), file)
    elif slip != "missing":
        middle = len(whole) // 2
        contents = {
            "empty": b"",
            "cut": whole[:middle],
            "changed": whole[:middle] + bytes(50) + whole[middle + 50 :],
            "text": b"weights",
        }
        file.write_bytes(contents[slip])
    with pytest.raises(
        DataFileError, match=r"(?s)data/intents\.npz: .*assistant\.training\.intents"
    ):
        read_weights(file)


def test_they_are_made_again_where_they_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"lead": "谁管", "deadline": "啥时候办完"}
    topics = ("公证", "律师", "调解", "戒毒", "普法", "仲裁", "监狱", "鉴定")
    lines = [
        json.dumps({"intent": intent, "text": f"{topic}{words}", "topic": topic})
        for intent, words in said.items()
        for topic in topics
    ]
    (tmp_path / "ways.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(intents, "files", lambda _: tmp_path)
    monkeypatch.setattr(training, "files", lambda _: tmp_path)
    monkeypatch.setattr("sys.argv", ["intents", str(tmp_path)])
    intent_reader.cache_clear()
    try:
        with pytest.raises(DataFileError, match="No such file"):
            Assistant.open().understand("公证谁管")
        training.main()
        assert intent_reader().read("立法啥时候办完").intent == "deadline"
    finally:
        intent_reader.cache_clear()
