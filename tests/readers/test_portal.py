"""What portals print around a paper, and the files that list it."""

import tomllib
from importlib.resources import files

import pytest

from corpus.portal import blocks, find_block, is_furniture

DATA = files("corpus") / "data"


def test_a_block_with_values_below_their_labels() -> None:
    lines = ["索 引 号：", "000014349/2019-00003", "发文机关：", "国务院", "标　　题："]
    lines += [
        "国务院关于促进综合保税区发展的意见",
        "主 题 词：",
        "国务院关于促进",
        "综合保税区发展的意见",
    ]
    block = find_block(lines)
    assert block is not None
    assert (block.first, block.last) == (0, 7)
    assert [(pair.label, pair.value) for pair in block.pairs] == [
        ("索引号", "000014349/2019-00003"),
        ("发文机关", "国务院"),
        ("标题", "国务院关于促进综合保税区发展的意见"),
        ("主题词", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "发文机关：省司法厅　　发文字号：吉司发〔2019〕21号",
        "发文机关\t省司法厅\t发文字号\t吉司发〔2019〕21号",
        "[发文机关] 省司法厅 [发文字号] 吉司发〔2019〕21号",
    ],
)
def test_several_pairs_in_a_line(line: str) -> None:
    (block,) = blocks([line])
    assert block.told == (("发文机关", "省司法厅"), ("发文字号", "吉司发〔2019〕21号"))
    assert [line[p.column :].startswith(p.value) for p in block.pairs] == [True, True]


def test_the_value_of_a_label_that_is_often_empty() -> None:
    (block,) = blocks(["主题词：", "海关", "发文机关：国务院"])
    assert block.told == (("主题词", "海关"), ("发文机关", "国务院"))
    (block,) = blocks(["发文机关：国务院", "主题词：", "关于促进综合保税区发展的意见"])
    assert block.told == (("发文机关", "国务院"),)
    assert block.last == 2


@pytest.mark.parametrize("line", ["来源于群众的意见。", "分类：", "一、标题", "发文机关要加强审核"])
def test_a_line_of_the_paper_is_no_block(line: str) -> None:
    assert find_block([line, "二、主要任务"]) is None


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("【字体：大 中 小】 打印本页 | 关闭窗口", True),
        ("当前位置：首页 > 政务公开", True),
        ("版权所有：某省司法厅", True),
        ("大力发展法律服务业", False),
        ("打印机等设备由财政局采购。", False),
        ("中", False),
    ],
)
def test_furniture_of_a_page(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


def test_portal_toml_names_each_label_once_and_knows_its_fields() -> None:
    data = tomllib.loads((DATA / "portal.toml").read_text("utf-8"))
    labels = [label for group in data["labels"].values() for label in group]
    assert len(labels) == len(set(labels))
    fields = {"title", "number", "issuer", "date", "published", "status", "other"}
    assert data["labels"].keys() == fields
    assert data.keys() == {"labels", "furniture", "elements"}


def test_the_common_characters_are_characters_each_listed_once() -> None:
    rows = (DATA / "common-characters.txt").read_text("utf-8").splitlines()
    characters = [sign for row in rows if not row.startswith("#") for sign in row]
    assert 1_000 <= len(characters) == len(set(characters))
    assert all("\u4e00" <= sign <= "\u9fff" for sign in characters)
