"""A library of the user's own answers on its own subject, whatever it is."""

from __future__ import annotations

import pytest
from invariants import check

from assistant import Assistant
from corpus import LibraryFolder

HOUSING = """某市住房保障和社会保障工作方案
一、公租房
1. 公租房租金按市场价七成确定，每年公布一次租金标准。（市住建局牵头，市财政局配合）
2. 新就业大学生可以申请公租房，租期不超过五年。（市住建局）
3. 老旧小区加装电梯，每部补助二十万元。（市城管局牵头）
二、公积金
4. 提高住房公积金贷款额度，支持首套住房。（市公积金中心）
三、社会保障
5. 2026年底前社保卡全部换成第三代，免费换发。（市人社局牵头，市医保局配合）
6. 失业保险金标准提高到最低工资的百分之八十。（市人社局）
7. 完善职工医保报销比例，住院报销不低于百分之八十五。（市医保局）
8. 结婚登记实行全市通办，取消婚姻登记预约收费。（市民政局）
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = LibraryFolder(tmp_path_factory.mktemp("own"))
    (folder.path / "library.toml").write_text("packaged = false\n", encoding="utf-8")
    folder.add(HOUSING.encode(), "方案.txt")
    return Assistant.open(folder.path)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("公租房租金由谁牵头", "市住建局"),
        ("公租房租金怎么确定", "按市场价七成"),
        ("大学生申请公租房", "租期不超过五年"),
        ("失业保险金标准", "百分之八十"),
    ],
)
def test_what_is_strange_to_the_packaged_papers_is_answered(
    own: Assistant, question: str, said: str
) -> None:
    answer = check(own.ask(question), own.library)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize("question", ["今天天气怎么样", "股票怎么买", "社区矫正怎么管"])
def test_what_is_strange_to_its_papers_is_refused(own: Assistant, question: str) -> None:
    assert check(own.ask(question), own.library).status == "not_found"
