"""The readable text, and the way back from every character of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, build_document
from corpus.normalising import errata, is_traditional, normalise

SIGNS = st.sampled_from(
    list(
        "一二三四（）()【】、。，；：:1234. \n\t\u3000\xa0\r\x00\u200b\ufeff"
        "#|—《》著發展(fā)第条章附件年月"
    )
)
NUMBERS = ["一、", "（一）", "1.", "1.1 ", "（1）", "①", "第一条 ", "第一章 总则\n", "附件1\n"]
WORDS = ["——目标。", "内容。", "目录\n", "\n", "\u3000", "發(fā)", "2021年3月5日\n", "附件：1.表\n"]
DUTIES = [
    "（省司法厅负责）",
    "【司法厅】",
    "责任单位：省财政厅",
    "牵头",
    "会同",
    "黑体字为牵头部门。",
]
TABLE = ["2018年底前", "长期坚持", "序号\t任务\t牵头单位\n1\t甲\t乙局\n"]
PIECES = st.sampled_from([*NUMBERS, *WORDS, *DUTIES, *TABLE])
TEXTS = st.one_of(
    st.text(max_size=120),
    st.text(SIGNS, max_size=120),
    st.lists(PIECES, max_size=25).map("".join),
)


@given(TEXTS)
def test_every_character_has_a_source(source: str) -> None:
    normalised = normalise(source)
    text, offsets = normalised.text, normalised.offsets
    assert offsets.length == len(text)
    last = 0
    for place, sign in enumerate(text):
        start, end = offsets.to_source(place, place + 1)
        assert last <= start < end <= len(source)
        last = end
        if sign.isascii() and not sign.isspace():
            assert source[start:end] == sign
    start, end = offsets.to_source(0, len(text))
    assert 0 <= start <= end <= len(source)


@given(TEXTS)
def test_any_text_is_a_document_or_a_plain_error(source: str) -> None:
    try:
        document = build_document(source, "any")
    except CorpusError:
        return
    owned = [span for clause in document.clauses for span in clause.spans]
    pieces = sorted([document.front_matter, *owned, document.back_matter])
    assert "".join(document.text[start:end] for start, end in pieces) == document.text
    assert len({clause.path for clause in document.clauses}) == len(document.clauses)
    for clause in document.clauses:
        assert document.clause(clause.path) is clause
        for r in clause.responsibilities:
            assert document.text[r.start : r.end] == r.department
        for d in clause.deadlines:
            assert document.text[d.start : d.end] == d.text


@given(st.text(max_size=60), st.integers(0, 80), st.integers(0, 80))
def test_any_range_has_a_source_span(source: str, start: int, end: int) -> None:
    span = normalise(source).offsets.to_source(start, end)
    assert 0 <= span.start <= span.end <= len(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\u3000\u3000一、总则 \n\n\n 内容\u3000\n", "一、总则\n内容\n"),
        ("甲\r\n乙\u2028丙", "甲\n乙\n丙"),
        ("甲\x00\u200b\ufeff乙", "甲乙"),
        ("（一）(一)１．", "（一）(一)１．"),  # full and half width stay as written
        ("司發(fā)展監(jiān)獄", "司发展监狱"),
        ("隨著發展，著力解決，著名學者，執著於此", "随着发展，着力解决，著名学者，执著于此"),
        ("李喆(zhé)同志在县(市、区)任职", "李喆(zhé)同志在县(市、区)任职"),
        ("人工智能(ai)和国际律师协会(IBA)", "人工智能(ai)和国际律师协会(IBA)"),
    ],
)  # fmt: skip
def test_what_is_changed_and_what_is_not(source: str, text: str) -> None:
    assert normalise(source).text == text


def test_names_do_not_make_a_paper_traditional() -> None:
    assert not is_traditional("吴镕、李喆、张乾同志出席会议，研究部署有关工作。")
    assert is_traditional("關於加快推進司法行政改革的意見")


def test_lines_broken_by_a_printer_are_joined() -> None:
    sentence = "为贯彻落实国家关于数据工作的部署，充分发挥标准的支撑作用，引导各地有序开展建设，"
    paragraph = sentence * 3 + "全面推进"
    lines = [paragraph[i : i + 22] for i in range(0, len(paragraph), 22)]
    source = "\n".join(["一、总体要求", *lines, "2", *lines, "（一）指导思想", *lines[:3], "完。"])
    text = normalise(source).text
    assert f"一、总体要求\n{paragraph}" in text
    assert "\n2\n" not in text
    assert "\n（一）指导思想\n" in text


def test_errata_are_found_in_their_papers() -> None:
    from corpus import Library

    for repair in errata():
        document = Library.packaged().document(repair.document)
        assert document.source.count(repair.source) == 1
        assert repair.text in document.text
        assert repair.note
