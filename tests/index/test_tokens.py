"""Words, characters and bigrams."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.tokens import Tokenizer, fold, frequent_terms, grams, stopwords


def test_widths_are_folded_for_matching_and_offsets_stay() -> None:
    assert fold("（１）ＡＢＣ，２０１８年　底") == "(1)abc,2018年 底"


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_separators_and_stop_words_are_no_words(tmp_path: Path) -> None:
    words = Tokenizer({}, tmp_path).words("请问，哪个部门 、 负责“社区矫正”？！……——\n")
    assert set(words) == {"部门", "负责", "社区", "矫正"}
    assert not any(set(word) & set("，、“”？！…—\n ") for word in stopwords())


def test_a_dictionary_word_is_a_word_and_so_are_those_within_it(tmp_path: Path) -> None:
    assert "法律援助条例" not in Tokenizer({}, tmp_path).words("法律援助条例")
    words = Tokenizer({"法律援助条例": 0}, tmp_path).words("法律援助条例")
    assert {"法律援助条例", "法律援助", "条例"} <= set(words)


def test_two_tokenizers_do_not_share_words(tmp_path: Path) -> None:
    Tokenizer({"社矫对象": 0}, tmp_path).words("社矫对象")
    assert "社矫对象" not in Tokenizer({}, tmp_path).words("社矫对象")


def test_jieba_says_nothing(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    Tokenizer({}, tmp_path).words("公共法律服务")
    assert capfd.readouterr() == ("", "")


def test_letters_and_figures_stay_whole() -> None:
    assert grams("12348平台 3.0版") == ["12348", "平", "平台", "台", "3.0", "版"]


@given(st.text())
def test_any_text_has_tokens(text: str) -> None:
    assert all(token.strip() for token in grams(text))


def test_pairs_that_come_together_are_terms(tmp_path: Path) -> None:
    texts = ["开展阳光戒毒行动", "阳光戒毒行动", "推进阳光戒毒行动"] * 2
    assert "戒毒行动" in frequent_terms(texts, Tokenizer({}, tmp_path))
    assert frequent_terms(texts[:3], Tokenizer({}, tmp_path)) == {}
