"""A clause in full, with its place in the outline."""

from __future__ import annotations

from invariants import Ask

from assistant import Assistant


def test_the_whole_clause_and_where_it_stands(ask: Ask, assistant: Assistant) -> None:
    answer = ask("四川意见第30条")
    clause = assistant.library.document("sichuan-2018").clause(("三", "（二）", "5", "（30）"))
    assert answer.citations[0].quote == clause.text.strip()
    assert clause.text.strip() in answer.text
    assert "5.加强专业领域法律服务" in answer.text, "the task above it"
    assert [r.department for r in answer.responsibilities] == ["司法厅", "省法院"]


def test_a_task_lists_its_points(ask: Ask) -> None:
    answer = ask("吉林方案第24项")
    cited = [c.clause_id for c in answer.citations]
    assert cited[0] == "jilin-2019/二/（六）/24"
    assert cited[1:] == [f"jilin-2019/二/（六）/24/（{number}）" for number in range(1, 6)]


def test_text_behind_the_points_belongs_to_the_task(ask: Ask) -> None:
    """Task 18 of the Jilin plan closes with a paragraph behind its five points."""
    answer = ask("吉林方案第18项")
    own = [c.quote for c in answer.citations if c.clause_id == "jilin-2019/二/（五）/18"]
    assert len(own) == 2
    assert own[1].startswith("有关监狱工作改革的具体安排")


def test_one_number_for_a_task_and_a_point_shows_both(ask: Ask) -> None:
    answer = ask("司法部意见第17条")
    assert {c.clause_id for c in answer.citations} == {
        "moj-2018/三/（二）/4/（17）",
        "moj-2018/三/（二）/17",
    }


def test_what_only_the_clause_above_says_is_marked_as_inherited(assistant: Assistant) -> None:
    inherited = [
        clause
        for document in assistant.library.documents()
        for clause in document.clauses
        if clause.inherited_responsibilities and not clause.responsibilities
    ]
    for clause in inherited[:5]:
        answer = assistant.ask(f"{clause.document.aliases[0]}{clause.label}由谁负责")
        assert all(r.inherited for r in answer.responsibilities), clause.id
        assert any("上级条款" in note for note in answer.notes), clause.id


def test_a_step_leaps_over_no_task_without_points(ask: Ask) -> None:
    answer = ask("吉林方案26项（3）后面紧挨着的是哪一条")
    assert answer.citations[0].clause_id == "jilin-2019/二/（六）/27"
    assert ask("四川第（44）点的下一点是什么").citations[0].clause_id.endswith("8/（45）")
