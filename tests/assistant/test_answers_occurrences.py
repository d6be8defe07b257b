"""In which clauses a word stands: all of them, counted, each with its sentence."""

from __future__ import annotations

import pytest
from invariants import Ask

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("广东要点通篇“跨省通办”出现在哪几条，全列", "跨省通办"),
        ("检索“区块链”，命中的条款全部给出", "区块链"),
        ("智慧矫正出现在哪几条", "智慧矫正"),
    ],
)
def test_every_clause_with_the_word_is_listed(
    assistant: Assistant, ask: Ask, question: str, term: str
) -> None:
    answer = ask(question)
    documents = assistant.library.documents()
    if "广东" in question:
        documents = (assistant.library.document("guangdong-2021"),)
    having = {
        clause.id
        for document in documents
        for clause in document.clauses
        if term in document.text[clause.start : clause.end]
    }
    assert {citation.clause_id for citation in answer.citations} == having
    assert all(term in citation.quote for citation in answer.citations)
    assert f"“{term}”出现在{len(having)}条" in answer.text


def test_a_word_in_quotation_marks_that_nobody_writes(ask: Ask) -> None:
    answer = ask("“区块牛”出现在哪几条")
    assert answer.status == "not_found"
    assert "没有出现“区块牛”" in answer.text


def test_an_office_is_listed_by_its_tasks(ask: Ask) -> None:
    assert ask("机关党委出现在哪几条").understanding.kind == "duties"
