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


def test_a_list_goes_on_by_the_other_role(say: Say) -> None:
    say("吉林方案里监狱管理局牵头的任务有哪些")
    for message in ("再把配合的补上", "给别的处打下手的有没有"):
        assert {r.role for r in say(message).responsibilities} >= {"support"}
    shared = say("社区矫正管理局也掺起的是哪几条")
    assert shared.understanding.departments == ("监狱管理局", "社区矫正管理局")


def test_both_roles_where_one_is_to_be_counted_too(say: Say) -> None:
    say("吉林法律职业资格管理由哪个处牵头")
    answer = say("把这个处手里的活全列给我，配合别人的也算上")
    assert "牵头或列首位（2项）" in answer.text
    assert "配合或列在其后（1项）" in answer.text


def test_the_same_list_for_another_department(say: Say) -> None:
    say("吉林方案里装备财务保障处有哪些任务")
    answer = say("照刚才那样给科技信息处也来一份")
    assert answer.understanding.kind == "duties"
    assert answer.understanding.departments == ("科技信息处",)


def test_one_of_a_list_is_the_one_that_stands_out_there(say: Say) -> None:
    say("四川意见稿中涉及民政厅的任务")
    answer = say("管刑释人员那一项，后头括的单位有哪些")
    assert first(answer) == "sichuan-2018/三/（二）/11"
    assert answer.understanding.kind == "responsibility"


def test_whether_there_is_one_says_no_refusal_of_a_role(say: Say) -> None:
    answer = say("四川稿子里有没有省法院排第一位的任务")
    assert first(answer) == "sichuan-2018/三/（一）/1/（2）"
