"""A library of the user's own answers on its own subject, whatever it is."""

from __future__ import annotations

from pathlib import Path

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


TWO_CLAUSES = """关于公租房的意见
一、公租房租金
公租房租金按市场价七成确定。（市住建局牵头）
"""


def library_with(folder: Path, text: str, *, packaged: bool) -> Assistant:
    library = LibraryFolder(folder)
    if not packaged:
        (library.path / "library.toml").write_text("packaged = false\n", encoding="utf-8")
    library.add(text.encode(), "方案.txt")
    return Assistant.open(library.path)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_with(tmp_path_factory.mktemp("own"), HOUSING, packaged=False)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_with(tmp_path_factory.mktemp("beside"), HOUSING, packaged=True)


ITS_OWN = pytest.mark.parametrize(
    ("question", "said"),
    [
        ("公租房租金由谁牵头", "市住建局"),
        ("公租房租金怎么确定", "按市场价七成"),
        ("大学生申请公租房", "租期不超过五年"),
        ("失业保险金标准", "百分之八十"),
    ],
)


@ITS_OWN
def test_what_is_strange_to_the_packaged_papers_is_answered(
    own: Assistant, question: str, said: str
) -> None:
    answer = check(own.ask(question), own.library)
    assert answer.status == "answered"
    assert said in answer.text


@ITS_OWN
def test_it_is_found_beside_papers_that_have_phrasings(
    beside: Assistant, question: str, said: str
) -> None:
    answer = check(beside.ask(question), beside.library)
    assert answer.status == "answered"
    assert said in answer.text


def test_the_packaged_papers_answer_as_before_beside_it(beside: Assistant) -> None:
    answer = check(beside.ask("打官司没钱请律师怎么办"), beside.library)
    assert answer.status == "answered"
    assert "法律援助" in answer.text
    assert beside.ask("今天天气怎么样").status == "not_found"


@pytest.mark.parametrize("packaged", [True, False])
def test_a_paper_of_two_clauses_is_enough(tmp_path: Path, packaged: bool) -> None:
    small = library_with(tmp_path, TWO_CLAUSES, packaged=packaged)
    answer = check(small.ask("公租房租金由谁牵头"), small.library)
    assert answer.status == "answered"
    assert "市住建局" in answer.text
    assert small.ask("股票怎么买").status == "not_found"


@pytest.mark.parametrize("question", ["今天天气怎么样", "股票怎么买", "社区矫正怎么管"])
def test_what_is_strange_to_its_papers_is_refused(own: Assistant, question: str) -> None:
    assert check(own.ask(question), own.library).status == "not_found"


def test_departments_behind_the_points_are_in_the_quote_of_their_marker(tmp_path: Path) -> None:
    points = "1. 完善普法制度。\n（1）建立名册。\n（2）每月宣讲两次。"
    text = f"某省方案\n一、普法\n{points}\n责任单位：省司法厅、省财政厅\n"
    own = library_with(tmp_path, text, packaged=False)
    answer = check(own.ask("完善普法制度谁负责"), own.library)
    assert [each.department for each in answer.responsibilities] == ["省司法厅", "省财政厅"]


STATE_COUNCIL = """国务院关于加强法治政府建设的通知
国发〔2021〕9号
一、法治政府
1. 健全行政复议体制，2022年底前建成。
国务院
2021年5月1日
"""


def test_each_national_body_stands_for_its_own_papers(tmp_path: Path) -> None:
    both = library_with(tmp_path, STATE_COUNCIL, packaged=True)
    new = both.library.documents()[-1].id
    asked = {
        "司法部的文件有哪些": ("moj-2018",),
        "国务院2021年的通知里行政复议体制什么时候建成": (new,),
        "国家层面有哪些文件": ("moj-2018", new),
        "2021年那份通知讲了什么": (new,),
    }
    answers = {question: check(both.ask(question), both.library) for question in asked}
    assert {q: a.understanding.documents for q, a in answers.items()} == asked
    assert "国务院（2021年）" in both.ask("国务院和司法部关于行政复议的规定有什么不同").text
