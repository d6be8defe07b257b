"""A conversation as a file: every quote to the letter, nothing of a reader's text as markup."""

from __future__ import annotations

import io
import re

import docx
import pytest

from assistant import Assistant
from assistant.web.bodies import Turn
from assistant.web.exporting import export_conversation


@pytest.fixture(scope="module")
def turn(assistant: Assistant) -> Turn:
    return Turn(
        question="哪个部门牵头法律援助条例", answer=assistant.ask("哪个部门牵头法律援助条例")
    )


def test_word_holds_answer_citation_and_quote(turn: Turn, assistant: Assistant) -> None:
    written = export_conversation((turn,), assistant.library, "docx")
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(written.content)).paragraphs)
    assert turn.question in text
    assert "（吉司发〔2019〕21号）第二部分（六）第24项（1）" in text
    assert all(citation.quote.strip() in text for citation in turn.answer.citations)


def test_markdown_holds_the_same(turn: Turn, assistant: Assistant) -> None:
    text = export_conversation((turn,), assistant.library, "md").content.decode()
    assert "（有依据）" in text
    assert "牵头：公共法律服务管理处（列首位）" in text


@pytest.mark.parametrize(
    "question", ["<img src=x> **粗** [链接](http://x)", "\x00\x07控制\ud800字"]
)
def test_what_a_reader_wrote_stays_text(question: str, assistant: Assistant) -> None:
    turn = Turn.model_construct(question=question, answer=assistant.ask("你好"))
    markdown = export_conversation((turn,), assistant.library, "md")
    assert not re.search(rb"(?<!\\)<img", markdown.content)
    assert export_conversation((turn,), assistant.library, "docx").content[:2] == b"PK"


def test_a_quote_that_the_paper_lacks_is_said(turn: Turn, assistant: Assistant) -> None:
    citation = turn.answer.citations[0].model_copy(update={"quote": "法律援助由张三负责。"})
    forged = turn.answer.model_copy(update={"citations": (citation,)})
    made_up = Turn.model_construct(question=turn.question, answer=forged)
    text = export_conversation((made_up,), assistant.library, "md").content.decode()
    assert "引文与所收文件不符" in text
    honest = export_conversation((turn,), assistant.library, "md").content.decode()
    assert "不符" not in honest
