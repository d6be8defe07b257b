"""What the papers set out to do, in their own sentences."""

from __future__ import annotations

import pytest
from invariants import Ask

from assistant import Assistant


def test_the_clause_and_its_sentences(ask: Ask) -> None:
    answer = ask("社区矫正信息化有哪些措施")
    assert answer.status == "answered"
    assert answer.understanding.kind == "measures"
    assert answer.citations[0].clause_id == "sichuan-2018/三/（一）/2/（12）"
    assert "全面建成社区矫正信息化3.0版" in answer.text
    assert any("征求意见稿" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "document", "word"),
    [
        ("打官司没钱请律师怎么办", None, "法律援助"),
        ("请不起律师咋整", None, "法律援助"),
        ("四川打官司没钱怎么办", "sichuan-2018", "法律援助"),
        ("广东戒毒所怎么管", "guangdong-2021", "戒毒"),
        ("吉林公证有哪些措施", "jilin-2019", "公证"),
        ("深圳有什么任务", "guangdong-2021", "深圳"),
    ],
)
def test_peoples_words_find_the_papers_terms(
    ask: Ask, question: str, document: str | None, word: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert word in answer.citations[0].quote
    assert document in (None, answer.citations[0].document_id)


def test_quotes_in_the_text_are_not_cut_within_a_sentence(ask: Ask, assistant: Assistant) -> None:
    for topic in ("社区矫正", "法律援助", "公证", "律师", "普法", "戒毒", "司法鉴定", "人民调解"):
        for citation in ask(f"{topic}有哪些措施").citations:
            text = assistant.library.document(citation.document_id).text
            following = text[citation.end : citation.end + 1]
            ended = citation.quote[-1] in "。！？；”）】:：;.)" or following in "\n（【("
            assert ended, (topic, citation.quote[-20:], following)


def test_papers_of_several_places_are_told_apart(ask: Ask) -> None:
    answer = ask("律师调解试点有哪些措施")
    assert len({citation.document_id for citation in answer.citations}) > 1
    assert any(f"{year}年" in answer.text for year in (2018, 2019))


def test_nothing_fits(ask: Ask) -> None:
    answer = ask("森林防火有哪些措施")
    assert answer.status == "not_found"
    assert "没有找到" in answer.text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("吉林监狱“五大改造”分别指哪五项？", "answered"),
        ("2017年吉林信息化要建“六大平台”，具体是哪六个？", "answered"),
        ("广东评选的十大法律援助案例是哪十个", "partial"),
        ("2021年广东律师党建“四大工程”是哪四个？", "partial"),
        ("2017年吉林要搭六个平台，那六个都叫什么", "answered"),
        ("广东律师党建四大工程，这四个都是什么", "partial"),
    ],
)
def test_members_of_what_is_called_by_its_number(ask: Ask, question: str, status: str) -> None:
    assert ask(question).status == status
