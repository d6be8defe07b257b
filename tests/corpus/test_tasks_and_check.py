"""The table of tasks, and what `check` says of a paper."""

from corpus import Library, build_document, check, task_rows

PAPERS = Library.packaged().documents()
SMALL = (
    "某方案\n一、任务\n1.建立机制。2022年底前完成。（省司法厅牵头，省财政厅配合）\n"
    "2.开展培训。（省人社厅负责）\n（1）编教材。\n4.落实经费（按规定由配合单位另行负责）。\n"
)


def test_rows_of_a_department_in_any_spelling() -> None:
    rows = task_rows(PAPERS, department="法律援助中心")
    assert {row.clause.path[:3] for row in rows} == {("二", "（六）", "24")}
    assert len(rows) == 5
    assert all("省法援中心" in row.support for row in rows)
    assert task_rows(PAPERS, department="省发改委") == task_rows(PAPERS, department="发展改革委")


def test_rows_by_words() -> None:
    rows = task_rows(PAPERS, words="法律援助 条例")
    assert ("jilin-2019", "第二部分（六）第24项（1）") in {(r.document_id, r.label) for r in rows}


def test_what_a_row_holds() -> None:
    first, second, item, last = task_rows([build_document(SMALL, "small")])
    assert (first.task, first.lead, first.support, first.basis) == (
        "建立机制",
        ("省司法厅",),
        ("省财政厅",),
        "stated",
    )
    assert [deadline.text for deadline in first.deadlines] == ["2022年底前"]
    assert (second.lead, second.inherited) == (("省人社厅",), False)
    assert (item.lead, item.inherited) == (("省人社厅",), True)
    assert (last.lead, last.basis) == ((), "")


def test_a_deadline_above_sub_clauses_has_its_row() -> None:
    paper = "某方案\n一、任务\n1.甲，2020年底前完成。\n（1）乙。\n2.丙。\n（1）丁。\n"
    rows = task_rows([build_document(paper, "small")])
    assert [(row.clause.path[1:], [d.text for d in row.deadlines]) for row in rows] == [
        (("1",), ["2020年底前"]),
        (("1", "（1）"), []),
        (("2", "（1）"), []),
    ]


def test_a_task_without_a_heading_is_told_by_its_words() -> None:
    """The number is printed (31) and called （31）."""
    row = next(row for row in task_rows(PAPERS) if row.clause.number == "（31）")
    assert row.task.startswith("依托四川律师学院建设涉外法治人才教育培养基地")


def test_check_lists_what_to_look_at() -> None:
    report = check(build_document(SMALL, "small"))
    assert (report.counts["section"], report.counts["task"], report.counts["item"]) == (1, 3, 1)
    assert (report.with_departments, report.departments, report.deadlines) == (2, 3, 1)
    assert report.bases == {"stated": 1, "sole": 1}
    assert report.numbering == ("编号不连续：“4.落实经费（按规定由配合单…”之前缺“3”。",)
    assert report.unread == ("第一部分第4项：（按规定由配合单位另行负责）",)
    assert report.without == ("第一部分第4项",)


def test_check_of_the_five_papers() -> None:
    reports = {document.id: check(document) for document in PAPERS}
    assert all(not report.numbering and not report.unread for report in reports.values())
    assert reports["sichuan-2018"].without == ("第三部分（五）第28项",)
    assert len(reports["moj-2018"].repairs) == 6
