"""The HTTP API as a portal's developer meets it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from assistant import Answer, Assistant
from assistant.thresholds import thresholds
from assistant.web import WebSettings, create_application


@pytest.fixture(scope="module")
def client(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = WebSettings(feedback=tmp_path_factory.mktemp("api") / "feedback.sqlite")
    with TestClient(create_application(settings, lambda: assistant, page=False)) as client:
        yield client


def test_a_question_gets_the_same_answer_as_in_python(
    client: TestClient, assistant: Assistant
) -> None:
    reply = client.post("/api/v1/ask", json={"question": "哪个部门牵头法律援助条例"}).json()
    assert Answer.model_validate(reply["answer"]) == assistant.ask("哪个部门牵头法律援助条例")


def test_a_follow_up_sends_the_state_along(client: TestClient) -> None:
    first = client.post("/api/v1/ask", json={"question": "吉林哪个部门负责法律援助条例？"}).json()
    body = {"question": "那四川呢？", "state": first["state"]}
    second = client.post("/api/v1/ask", json=body).json()
    assert second["answer"]["understanding"]["documents"] == ["sichuan-2018"]
    assert second["answer"]["citations"][0]["document_id"] == "sichuan-2018"


def test_documents_regions_and_years_limit_a_question(client: TestClient) -> None:
    for chosen in ({"documents": ["sichuan-2018"]}, {"regions": ["四川"]}, {"years": [2018]}):
        body = {"question": "哪个部门牵头法律援助条例", **chosen}
        answer = client.post("/api/v1/ask", json=body).json()["answer"]
        assert answer["citations"][0]["document_id"] in {"sichuan-2018", "moj-2018"}
    nothing = {"question": "法律援助", "regions": ["四川"], "years": [2021]}
    reply = client.post("/api/v1/ask", json=nothing)
    assert (reply.status_code, "请少选一些条件" in reply.json()["error"]) == (400, True)


def test_a_reading_put_right_by_the_reader_is_followed(client: TestClient) -> None:
    asked = {"question": "四川法律援助条例由谁负责"}
    answer = client.post("/api/v1/ask", json=asked).json()["answer"]
    assert answer["understanding"]["documents"] == ["sichuan-2018"]
    everywhere = {**answer["understanding"], "documents": [], "regions": [], "years": []}
    again = client.post("/api/v1/ask", json={**asked, "understanding": everywhere}).json()["answer"]
    assert again["understanding"]["documents"] == []
    assert again["citations"][0]["document_id"] == "jilin-2019"


def test_clauses_have_addresses_of_their_own(client: TestClient) -> None:
    clause = client.get("/api/v1/documents/jilin-2019/clauses/二/（六）/24/（1）").json()
    assert clause["citation"] == (
        "《吉林省司法厅全面深化司法行政改革实施方案》（吉司发〔2019〕21号）第二部分（六）第24项（1）"
    )
    assert [each["department"] for each in clause["responsibilities"]] == [
        "公共法律服务管理处",
        "省法援中心",
    ]
    assert clause["next"] == "jilin-2019/二/（六）/24/（2）"


@pytest.mark.parametrize("path", ["二/（六）/24", "二/(六)/24/", "/二//（六）/24"])
def test_a_clause_is_named_alike_everywhere(client: TestClient, path: str) -> None:
    clause = client.get(f"/api/v1/documents/jilin-2019/clauses/{path}")
    assert clause.json()["id"] == "jilin-2019/二/（六）/24"
    page = client.get("/reading/jilin-2019", params={"clause": path}).text
    assert 'data-clause="二/（六）/24"' in page


def test_a_documents_head_is_the_clause_without_a_path(client: TestClient) -> None:
    assert client.get("/api/v1/documents/jilin-2019/clauses/").json()["id"] == "jilin-2019"


def test_search_lists_clauses_best_first(client: TestClient) -> None:
    hits = client.get("/api/v1/search", params={"q": "法律援助条例", "k": 5}).json()
    assert len(hits) == 5
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    longest = thresholds().longest_question
    too_long = client.get("/api/v1/search", params={"q": "问" * (longest + 1)})
    assert too_long.json() == {"error": f"请求里的 q 不合要求：最多 {longest} 个字。"}


def test_search_within_a_document_that_is_not_held(client: TestClient) -> None:
    reply = client.get("/api/v1/search", params={"q": "法律援助", "document": "nowhere"})
    assert (reply.status_code, list(reply.json())) == (404, ["error"])


def test_the_table_of_tasks_comes_as_json_csv_and_workbook(client: TestClient) -> None:
    chosen = {"document": "jilin-2019", "department": "省法援中心"}
    rows = client.get("/api/v1/tasks", params=chosen).json()
    assert rows
    table = client.get("/api/v1/tasks.csv", params=chosen)
    assert table.content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert len(lines) == len(rows) + 1
    book = load_workbook(io.BytesIO(client.get("/api/v1/tasks.xlsx", params=chosen).content))
    assert book.active is not None
    assert book.active.max_row == len(rows) + 1


@pytest.mark.parametrize(
    ("address", "body", "status"),
    [
        ("ask", {"question": "问" * (thresholds().longest_question + 1)}, 422),
        ("ask", {"question": ""}, 422),
        ("ask", {"question": "法律援助", "surplus": 1}, 422),
        ("ask", {"question": "法律援助", "state": {"not": "ours"}}, 400),
        ("ask", {"question": "法律援助", "documents": ["nowhere"]}, 404),
        ("export", {"turns": []}, 422),
        ("feedback", {"answer": {}, "mark": "right"}, 422),
        ("nowhere", {}, 404),
    ],
)
def test_every_failure_is_one_sentence(
    client: TestClient, address: str, body: dict[str, object], status: int
) -> None:
    reply = client.post(f"/api/v1/{address}", json=body)
    assert reply.status_code == status
    assert list(reply.json()) == ["error"]
    assert reply.json()["error"].endswith("。")


def test_broken_json_is_a_sentence_too(client: TestClient) -> None:
    headers = {"content-type": "application/json"}
    reply = client.post("/api/v1/ask", content=b"{", headers=headers)
    assert (reply.status_code, list(reply.json())) == (422, ["error"])


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("ask", r'{"question": "\ud800"}'),
        ("ask", r'{"question": "法律援助", "state": {"clauses": ["\ud800"]}}'),
        ("ask", r'{"question": "法律援助", "state": {"regions": ["\ud800"]}}'),
        ("ask", r'{"question": "法律援助", "understanding": {"topic": "\ud800"}}'),
        (
            "feedback",
            r'{"mark": "right", "answer": {"question": "", "status": "partial", "text": "\ud800"}}',
        ),
    ],
)
def test_half_a_character_is_no_text(client: TestClient, address: str, body: str) -> None:
    headers = {"content-type": "application/json"}
    reply = client.post(f"/api/v1/{address}", content=body, headers=headers)
    assert (reply.status_code, list(reply.json())) in ((400, ["error"]), (422, ["error"]))


def test_the_description_tells_the_longest_question(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    for field in (
        described["AskRequest"]["properties"]["question"],
        described["RevisedUnderstanding"]["properties"]["topic"],
    ):
        assert field["maxLength"] == thresholds().longest_question


def test_the_api_lives_below_a_public_path(assistant: Assistant, tmp_path: Path) -> None:
    settings = WebSettings(root_path="yiju/", feedback=tmp_path / "feedback.sqlite")
    with TestClient(create_application(settings, lambda: assistant, page=False)) as client:
        assert client.get("/yiju/api/v1/documents").status_code == 200
        assert client.get("/api/v1/documents").status_code == 404
        page = client.get("/yiju/documents/jilin-2019").text
    assert 'href="/yiju/page-files/' in page
