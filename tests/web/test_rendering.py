"""The page's own HTML: whole texts, marked quotes, everything from outside escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from assistant import Answer, Assistant
from assistant.answer import Correction, NearbyClause, Understanding
from assistant.web.reading import lay_out
from assistant.web.rendering import Renderer, text_blocks
from assistant.web.views import TaskFilter, Views
from corpus import Library, Span

HOSTILE = "<img src=http://x.example/a onerror=alert(1)>\"'&[1]`\n\n# x"


@pytest.fixture(scope="module")
def views() -> Views:
    return Views(Renderer())


def test_every_text_is_laid_out_whole() -> None:
    for document in Library.packaged().documents():
        shown = "".join(
            piece.text for passage in lay_out(document) for line in passage.lines for piece in line
        )
        assert "".join(shown.split()) == "".join(document.text.split())


def test_the_quote_is_marked_to_the_letter(assistant: Assistant, views: Views) -> None:
    cited = assistant.ask("哪个部门牵头法律援助条例").citations[0]
    clause = assistant.library.document(cited.document_id).clause(cited.path)
    tree = HTMLParser(views.place(clause, Span(cited.start, cited.end)))
    marked = "".join(mark.text() for mark in tree.css("mark"))
    assert marked == "".join(cited.quote.splitlines())
    current = tree.css_first(".yj-current")
    assert current is not None
    assert cited.quote.strip() in current.text()


def test_every_clause_has_its_anchor(views: Views) -> None:
    for document in Library.packaged().documents():
        tree = HTMLParser(views.document_page(document.head))
        anchors = {node.attributes["id"] for node in tree.css("section.yj-clause[id]")}
        assert anchors == {"文首", *("/".join(clause.path) for clause in document.clauses)}


def test_markers_lead_to_the_cited_clause(assistant: Assistant, views: Views) -> None:
    answer = assistant.ask("哪个部门牵头法律援助条例")
    tree = HTMLParser(views.answer(answer, assistant.library))
    marker = tree.css_first("a.yj-marker")
    assert marker is not None
    assert marker.text() == "[1]"
    assert marker.attributes["data-clause"] == "二/（六）/24/（1）"
    assert (marker.attributes["href"] or "").startswith("/documents/jilin-2019?start=")


def test_nothing_from_outside_becomes_markup(assistant: Assistant, views: Views) -> None:
    answer = Answer(
        question=HOSTILE,
        status="not_found",
        text=HOSTILE,
        notes=(HOSTILE,),
        suggestions=(HOSTILE,),
        nearby=(
            NearbyClause(
                clause_id="x",
                document_id=HOSTILE,
                document_title=HOSTILE,
                path=(HOSTILE,),
                label=HOSTILE,
                heading=HOSTILE,
            ),
        ),
        understanding=Understanding(
            topic=HOSTILE,
            departments=(HOSTILE,),
            corrections=(Correction(written=HOSTILE, read_as=HOSTILE),),
        ),
    )
    html = views.answer(answer, assistant.library)
    assert HTMLParser(html).css_first("img") is None
    assert "\n" not in html, "a blank line would end the HTML in the chat"
    for page in (
        views.trouble(HOSTILE),
        views.tasks(assistant.library, TaskFilter(words=HOSTILE, department=HOSTILE)),
    ):
        assert HTMLParser(page).css_first("img") is None


def test_an_empty_table_says_what_to_do(views: Views) -> None:
    html = views.tasks(Library.packaged(), TaskFilter(words="没有这样的词"))
    assert "没有符合条件的任务" in html


@given(st.text(alphabet="-－ 甲乙[1]\n", max_size=60))
def test_no_line_of_an_answer_is_lost(text: str) -> None:
    shown = [line for block in text_blocks(text) for line in block.lines]
    expected = [line.removeprefix("- ") for line in text.splitlines() if line.strip()]
    assert shown == expected
