"""A language model's wording: shown where it says what the answer says, dropped elsewhere."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from invariants import check

from assistant import Answer, Assistant
from assistant.errors import RewordingFailed
from assistant.rewording import NOTE, reworded
from assistant.rewording.checking import objections, rewording_words
from assistant.rewording.endpoint import MODEL, URL, ChatEndpoint, endpoint_from_environment

WHO = "吉林哪个部门牵头法律援助条例"
FAITHFUL = "吉林的法律援助条例由公共法律服务管理处牵头，省法援中心配合[1]。"
NO_MONEY = (
    "四川要扩大民事、行政法律援助覆盖面，逐步将劳动保障、婚姻家庭、教育医疗与民生紧密相关的事项"
    "纳入法律援助补充事项范围，进一步推动各地放宽经济困难标准[1]。"
)


@pytest.fixture(scope="module")
def who(assistant: Assistant) -> Answer:
    return assistant.ask(WHO)


@pytest.fixture(scope="module")
def no_money(assistant: Assistant) -> Answer:
    answer = assistant.ask("四川民事、行政法律援助覆盖面怎么扩大")
    assert len(answer.citations) == 1
    return answer


def test_a_faithful_wording_is_shown_and_said_to_be_one(assistant: Assistant, who: Answer) -> None:
    answer = check(reworded(who, lambda _: FAITHFUL), assistant.library)
    assert answer.text == FAITHFUL
    assert NOTE in answer.notes
    assert answer.citations == who.citations


@pytest.mark.parametrize(
    "wording",
    [
        pytest.param(FAITHFUL.replace("[1]", ""), id="no marker"),
        pytest.param(FAITHFUL.replace("[1]", "[2]"), id="a marker of no citation"),
        pytest.param("吉林由省法援中心牵头，公共法律服务管理处配合[1]。", id="roles changed"),
        pytest.param("吉林由公共法律服务管理处牵头[1]。", id="a department left out"),
        pytest.param(FAITHFUL.replace("省法援中心", "财政厅、省法援中心"), id="one too many"),
        pytest.param(FAITHFUL + "2020年出台[1]。", id="a date of its own"),
        pytest.param(FAITHFUL + "符合条件的人都能免费得到律师[1]。", id="a claim of its own"),
        pytest.param(FAITHFUL + "详见https://example.org[1]。", id="an address"),
        pytest.param(FAITHFUL * 9, id="too long"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_says_more_less_or_other_is_dropped(who: Answer, wording: str) -> None:
    assert reworded(who, lambda _: wording) is who


def test_what_narrows_a_statement_must_stay(no_money: Answer) -> None:
    assert objections(NO_MONEY, no_money) == ()
    assert objections(NO_MONEY.replace("逐步将", "将"), no_money)
    assert objections(NO_MONEY.replace("推动各地放宽", "各地放宽"), no_money)


def test_a_number_told_first_must_stay(assistant: Assistant) -> None:
    answer = assistant.ask("司法部意见要培养多少名涉外律师领军人才")
    assert answer.text.startswith("500名")
    assert not objections(answer.text, answer)
    assert "500 is left out" in objections(answer.text.replace("500", "50"), answer)


def test_every_answer_passes_its_own_check(assistant: Assistant) -> None:
    questions = (
        "打官司没钱请律师怎么办",
        "四川和吉林在社区矫正上有什么不同",
        WHO,
        "公证员有多少人",
    )
    for question in questions:
        answer = assistant.ask(question)
        assert not objections(answer.text, answer), question


@pytest.mark.parametrize(
    "question", ["江苏的标准是多少", "吉林方案第24项第1点", "省法援中心负责哪些任务"]
)
def test_refusals_clauses_and_lists_are_never_reworded(assistant: Assistant, question: str) -> None:
    def fails(answer: Answer) -> str:
        raise AssertionError(answer.text)

    answer = assistant.ask(question)
    assert reworded(answer, fails) is answer


def test_lists_hold_words() -> None:
    words = rewording_words()
    for each in (words.connecting, words.narrowing, words.leading, words.helping):
        assert each
        assert len(set(each)) == len(each)
    assert not set(words.connecting) & set(words.narrowing)
    assert not set(words.leading) & set(words.helping)


class _Model(BaseHTTPRequestHandler):
    """Answers any conversation with the faithful wording, and keeps what it was asked."""

    asked: list[dict[str, object]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        type(self).asked.append(json.loads(body))
        reply = {"choices": [{"message": {"content": FAITHFUL}}]}
        found = self.path == "/v1/chat/completions"
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(json.dumps(reply if found else {}).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def model() -> Iterator[str]:
    _Model.asked = []
    with HTTPServer(("127.0.0.1", 0), _Model) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


def test_a_model_behind_an_address(assistant: Assistant, who: Answer, model: str) -> None:
    speaking = Assistant(assistant.library, assistant.index, reword=ChatEndpoint(model, "any"))
    assert speaking.ask(WHO).text == FAITHFUL
    (asked,) = _Model.asked
    assert asked["model"] == "any"
    assert who.text in str(asked["messages"][1]["content"])  # type: ignore[index]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/v1", "nonsense", "http://[::1/v1"])
def test_without_the_model_the_answer_stays(who: Answer, address: str) -> None:
    endpoint = ChatEndpoint(address, "any", timeout=2)
    with pytest.raises(RewordingFailed, match=URL):
        endpoint(who)
    assert reworded(who, endpoint) is who


def test_wrong_path_is_said(who: Answer, model: str) -> None:
    with pytest.raises(RewordingFailed, match="404"):
        ChatEndpoint(f"{model}/other", "any")(who)


def test_the_environment_names_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(URL, raising=False)
    assert endpoint_from_environment() is None
    monkeypatch.setenv(URL, "http://127.0.0.1:8080/v1")
    monkeypatch.delenv(MODEL, raising=False)
    with pytest.raises(RewordingFailed, match=MODEL):
        endpoint_from_environment()
    monkeypatch.setenv(MODEL, "qwen")
    assert endpoint_from_environment() == ChatEndpoint("http://127.0.0.1:8080/v1", "qwen")
