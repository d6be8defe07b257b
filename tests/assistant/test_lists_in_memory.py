"""What was listed stays at hand: parts left out, asked of each, one of them by its place."""

from __future__ import annotations

from invariants import Say, first


def test_what_is_left_out_of_a_list(say: Say) -> None:
    whole = say("吉林方案里戒毒管理局配合的任务有哪些")
    left = say("装备那两条拿掉")
    gone = {c.clause_id for c in whole.citations} - {c.clause_id for c in left.citations}
    assert gone == {"jilin-2019/二/（七）/32/（1）", "jilin-2019/二/（七）/32/（2）"}
    assert "不涉及所指事项的" in left.text


def test_the_same_is_asked_of_each_that_was_listed(say: Say) -> None:
    say("吉林方案里戒毒管理局配合的任务有哪些")
    left = say("装备那两条拿掉")
    each = say("剩下五条谁牵的头")
    assert [c.clause_id for c in each.citations] == [c.clause_id for c in left.citations]
    leads = {r.department for r in each.responsibilities if r.role == "lead"}
    assert leads == {"政治部"}
    assert each.text.count("由政治部牵头") == 5


def test_one_of_a_list_by_its_place_and_another_behind_it(say: Say) -> None:
    listed = [c.clause_id for c in say("吉林方案里监狱管理局牵头的任务有哪些").citations]
    assert first(say("第三项念一下")) == listed[2]
    assert first(say("看错行了，要的是第二项")) == listed[1]
    assert first(say("末一条原文")) == listed[-1]


def test_a_further_department_by_its_role_in_what_was_listed(say: Say) -> None:
    say("四川征求意见稿里司法厅配合的任务有哪些")
    part = say("其中省人大法工委打头的")
    assert [c.path[-1] for c in part.citations] == ["（9）", "（73）"]


def test_a_departments_list_is_not_narrowed_by_what_was_spoken_of(say: Say) -> None:
    say("四川对校园普法有什么要求")
    whole = say("教育厅名下一共挂了几条任务？")
    assert [c.path[-1] for c in whole.citations] == ["（11）", "（67）", "（68）"]


def test_what_two_departments_share_is_listed(say: Say) -> None:
    both = say("复议一处和复议二处，有没有两家绑一块干的？")
    assert both.understanding.kind == "duties"
    assert [c.path[-1] for c in both.citations] == ["17", "（4）"]


def test_alone_is_not_undone_by_a_word_for_company(say: Say) -> None:
    alone = say("普法与依法治理处单独承担的任务有几条？别把有配合的混进来。")
    named = {r.marker: set[str]() for r in alone.responsibilities}
    for each in alone.responsibilities:
        named[each.marker].add(each.department)
    assert named
    assert all(departments == {"普法与依法治理处"} for departments in named.values())


def test_the_rest_of_a_list(say: Say) -> None:
    say("吉林方案里法治督察处的任务有哪些")
    assert [c.path[-1] for c in say("把协办的剔掉").citations] == ["5"]
    rest = say("另两项谁牵头")
    assert [c.path[-1] for c in rest.citations] == ["3", "4"]
    assert rest.text.count("由法治调研处牵头") == 2


def test_the_points_of_a_task_that_name_a_department(say: Say) -> None:
    say("四川改革完善社区矫正制度有哪些措施")
    part = say("带财政厅的有几条？")
    assert [c.path[-1] for c in part.citations] == ["（11）", "（12）", "（13）", "（14）"]


def test_what_a_department_does_not_lead(say: Say) -> None:
    say("吉林方案里法治督察处的任务有哪些")
    assert [c.path[-1] for c in say("哪条不是它牵头").citations] == ["3", "4"]


def test_a_departments_own_name_says_no_role(say: Say) -> None:
    led = say("吉林2019方案人民参与和促进法治处牵头的任务列全")
    assert {r.role for r in led.responsibilities if "人民参与" in r.department} == {"lead"}
