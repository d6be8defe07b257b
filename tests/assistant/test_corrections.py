"""Slips of the pen and pinyin, read as words of the papers and said in the answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import Ask

from assistant import Assistant
from assistant.understanding.reading import plain
from assistant.understanding.sounds import sound, sounds, spellings


@pytest.mark.parametrize(
    ("question", "written", "read_as"),
    [
        ("人民条解由谁负责", "人民条解", "人民调解"),
        ("司法坚定归谁管", "司法坚定", "司法鉴定"),
        ("法律缓助怎么申请", "法律缓助", "法律援助"),
        ("社区娇正有哪些措施", "社区娇正", "社区矫正"),
        ("律师事物所怎么管", "律师事物所", "律师事务所"),
        ("行政复仪谁负责", "行政复仪", "行政复议"),
        ("公正员怎么管理", "公正员", "公证员"),
        ("法律顾闻", "法律顾闻", "法律顾问"),
        ("人民监督圆怎么选", "人民监督圆", "人民监督员"),
    ],
)
def test_a_slip_is_mended_and_said(ask: Ask, question: str, written: str, read_as: str) -> None:
    answer = ask(question)
    (correction,) = answer.understanding.corrections
    assert (correction.written, correction.read_as) == (written, read_as)
    assert answer.understanding.topic.startswith(read_as)
    if answer.status != "not_found":
        assert any(f"“{written}”按“{read_as}”理解" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "written", "read_as"),
    [
        ("社区矫正由几个部们负责", "部们", "部门"),
        ("四穿社区矫正怎么搞", "四穿", "四川"),
        ("法律援助经废谁管", "法律援助经废", "法律援助经费"),
        ("吉林法考安全由哪个处负则", "负则", "负责"),
        ("2017年司法形政工做要点", "司法形政", "司法行政"),
    ],
)
def test_slips_in_words_of_asking_and_beside_each_other(
    assistant: Assistant, question: str, written: str, read_as: str
) -> None:
    found = {(c.written, c.read_as) for c in assistant.understand(question).corrections}
    assert (written, read_as) in found


@pytest.mark.parametrize(
    "question",
    [
        "司法部定的数字是多少",  # not 司法鉴定
        "为盖个公证的章跑了四回",  # not 改革
        "党政机关什么时候普遍开展公职律师",  # not 管什么事
        "川里社区矫正谁牵头",  # not 社区矫正法
        "律师发什么证",  # not 律师法
        "法律服务归哪个部门管",  # not 法律服务站
        "监狱发生脱逃谁负责",
        "总的思路是什么",  # not 总体思路
        "啥时整完",  # not 市政
        "人民调解员由谁聘任",
        "养老金怎么领",
        "四川和吉林都有哪些做法",
        "委员会主任是哪位大教授",  # not 伟大
    ],
)
def test_words_are_left_alone(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).corrections == ()


def test_headings_of_the_papers_hold_no_slips(assistant: Assistant) -> None:
    for document in assistant.library.documents():
        for clause in document.clauses:
            if 0 < len(clause.heading) < 20:
                question = f"{clause.heading.rstrip('。')}由谁牵头"
                assert assistant.understand(question).corrections == (), clause.id


@pytest.mark.parametrize(
    ("question", "documents", "topic"),
    [
        ("sichuan falv yuanzhu shui fuze", ("sichuan-2018",), "法律援助"),
        ("SICHUAN FALVYUANZHU SHUI FUZE", ("sichuan-2018",), "法律援助"),
        ("renmin tiaojie", (), "人民调解"),
    ],
)
def test_pinyin_is_read(
    assistant: Assistant, question: str, documents: tuple[str, ...], topic: str
) -> None:
    understood = assistant.understand(question)
    assert understood.scope.documents == documents
    assert understood.topic == topic
    assert understood.corrections


@pytest.mark.parametrize("latin", ["app", "GPS", "5G", "jilin-2019", "hello world", "<b>", "qwrtp"])
def test_other_latin_letters_are_no_pinyin(assistant: Assistant, latin: str) -> None:
    assert assistant.understand(f"{latin}的公证").corrections == ()


def test_sounds() -> None:
    assert set(sounds("人民条解")) & set(sounds("人民调解"))
    assert sound("司法坚定") == sound("司法鉴定")
    assert "tiao jie" in sounds("调解")
    assert "falvyuanzhu" in spellings("法律援助")


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(max_size=60)
    | st.text(alphabet="法律援助社区矫正条解坚定司人民abcn '", max_size=60)
)
def test_any_text_is_read(assistant: Assistant, text: str) -> None:
    understood = assistant.understand(text)
    assert understood.text == text
    for correction in understood.corrections:
        assert correction.written != correction.read_as


@pytest.mark.parametrize(
    "question",
    [
        "俺家小子搁九台强戒所呢",
        "警察被人打了维权的事",
        "我印象里四川是2020年",
        "国家有这说法没",
        "我问的是那个所的房子",
    ],
)
def test_what_is_no_slip_stays(ask: Ask, question: str) -> None:
    assert ask(question).understanding.corrections == ()


@pytest.mark.parametrize(
    "question", ["广东要点是那天挂到网上的", "吉林值班律师归那个处管", "绿色通道是跟那个医院搞的"]
)
def test_which_is_typed_as_that(ask: Ask, question: str) -> None:
    assert ask(question).status == "answered"
    assert "哪" in plain(question)


@pytest.mark.parametrize("question", ["吉林那个处管什么", "四川那份意见", "这事归哪个局办"])
def test_that_and_offices_stay(assistant: Assistant, question: str) -> None:
    read = assistant.understand(question)
    assert (read.plain, read.corrections) == (question, ())


@pytest.mark.parametrize("question", ["公民可以代理吗", "机构可以设立工作站吗", "律师可以重视吗"])
def test_no_word_is_cut_for_a_correction(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).corrections == ()
