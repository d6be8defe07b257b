"""Names of departments: spellings of one body, and names as people write them in a question."""

import pytest

from corpus import Library, build_document, canonical_department, find_departments
from corpus.departments import department_entries
from corpus.naming import is_department


@pytest.mark.parametrize(
    "spellings",
    [
        ("发改委", "省发改委", "省发展改革委", "发展和改革委员会"),
        ("行政审批办", "行政审批办公室"),
        ("人社厅", "省人社厅", "省人力资源和社会保障厅"),
        ("省法援中心", "法援中心", "法律援助中心"),
        ("省委编办", "编办", "省委机构编制委员会办公室"),
        ("市人社局", "市人力资源和社会保障局"),
        ("省法院", "省高级人民法院"),
        ("司法厅", "省司法厅"),
    ],
)
def test_spellings_of_one_body(spellings: tuple[str, ...]) -> None:
    assert len({canonical_department(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省财政厅", "市财政局"),
        ("省委办公厅", "省政府办公厅"),
        ("市场监管局", "监管局"),
        ("立法一处", "立法二处"),
        ("市政府办公室", "市委办公室"),
    ],
)
def test_different_bodies(one: str, other: str) -> None:
    assert canonical_department(one) != canonical_department(other)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("省司法厅负责哪些任务", [("司法厅", "省司法厅")]),
        ("律师处和社矫局管什么", [("律师工作处", "律师处"), ("社区矫正管理局", "社矫局")]),
        ("公服处牵头哪些", [("公共法律服务管理处", "公服处")]),
        ("监狱局、省委编办参与哪些", [("监狱管理局", "监狱局"), ("编办", "省委编办")]),
        ("法援中心和律协", [("法律援助中心", "法援中心"), ("律师协会", "律协")]),
        ("省发改委要做什么", [("发展改革委", "省发改委")]),
        ("备审处和社矫局", [("备案审查处", "备审处"), ("社区矫正管理局", "社矫局")]),
        ("省检牵头什么", [("检察院", "省检")]),
        ("省检查组查什么", []),
        ("规范性文件备案处理的办法", []),
        ("宣传部署和财政部门", []),
        ("打官司没钱怎么办", []),
    ],
)
def test_names_in_a_question(question: str, expected: list[tuple[str, str]]) -> None:
    found = find_departments(question)
    assert [(name, question[start:end]) for name, start, end in found] == expected


def test_names_of_a_new_document_are_known_with_it() -> None:
    document = build_document("某方案\n一、任务\n1.甲。（省大数据管理局牵头）\n", "new")
    assert find_departments("大数据局做什么") == ()
    assert find_departments("大数据局做什么", [document]) == (("大数据管理局", 0, 4),)


def test_every_department_of_the_papers_is_in_the_data() -> None:
    known = {entry.name for entry in department_entries()}
    named = {
        r.canonical
        for document in Library.packaged().documents()
        for clause in document.clauses
        for r in clause.responsibilities
    }
    assert named <= known


def test_the_data_is_sound() -> None:
    entries = department_entries()
    written = [name for entry in entries for name in (entry.name, *entry.aliases, *entry.spoken)]
    assert len(written) == len(set(written)), "a name stands for two bodies"
    for entry in entries:
        assert canonical_department(entry.name) == entry.name
        for alias in entry.aliases:
            assert canonical_department(alias) == entry.name
        for name in (entry.name, *entry.aliases):
            assert is_department(name), name
