"""What a follow-up means: what was shown, the same of another matter or paper, something new."""

from __future__ import annotations

import pytest
from invariants import Ask, Say, first


def test_a_conversation_about_one_thing(say: Say) -> None:
    assert first(say("吉林哪个部门负责法律援助条例？")) == "jilin-2019/二/（六）/24/（1）"
    sichuan = say("那四川呢？")
    assert first(sichuan) == "sichuan-2018/三/（二）/8/（45）"
    assert sichuan.understanding.kind == "responsibility"
    assert "没有写明配合单位" in say("还有谁配合？").text
    deadline = say("什么时候完成？")
    assert (deadline.status, first(deadline)) == ("partial", "sichuan-2018/三/（二）/8/（45）")
    assert first(say("那条原文是什么？")) == "sichuan-2018/三/（二）/8/（45）"
    assert first(say("它的前一条呢？")) == "sichuan-2018/三/（二）/7/（44）"
    assert first(say("它的后一条呢？")) == "sichuan-2018/三/（二）/8/（45）"
    assert first(say("上一级呢？")) == "sichuan-2018/三/（二）/8"


def test_a_correction_keeps_the_place_and_changes_the_topic(say: Say) -> None:
    say("四川公证有哪些措施")
    answer = say("不对，我问的是社区矫正。")
    assert answer.understanding.topic == "社区矫正"
    assert first(answer).startswith("sichuan-2018/三/（一）/2")


def test_scope_is_narrowed_left_and_come_back_to(say: Say) -> None:
    say("四川社区矫正有哪些措施")
    assert say("只看2021年的。").understanding.documents == ("guangdong-2021",)
    back = say("回到刚才那份意见")
    assert back.understanding.documents == ("sichuan-2018",), "not the ministry's 意见"
    assert back.understanding.topic == "社区矫正"
    assert say("不限省份").understanding.documents == ()


def test_a_new_topic_asks_the_same(say: Say) -> None:
    say("四川社区矫正由谁负责")
    answer = say("那公证呢")
    assert answer.understanding.kind == "responsibility"
    assert answer.understanding.topic == "公证"
    assert answer.understanding.documents == ("sichuan-2018",)


def test_one_department_after_another(say: Say) -> None:
    say("省法援中心负责哪些任务")
    answer = say("科技信息处呢")
    assert answer.understanding.kind == "duties"
    assert answer.understanding.departments == ("科技信息处",)


def test_a_department_that_was_named_is_asked_about(say: Say) -> None:
    say("吉林“智慧矫正”由哪个处牵头")
    answer = say("这个处一共有几项任务")
    assert answer.understanding.departments == ("科技信息处",)
    assert answer.understanding.kind == "duties"


def test_what_a_matter_is_asked_for_is_not_the_papers(say: Say) -> None:
    say("司法部要求什么时间在全国基本实现村居法律顾问全覆盖？")
    deadline = say("四川定的期限呢")
    assert first(deadline) == "sichuan-2018/三/（二）/4/（25）"
    assert "2018年底" in deadline.text
    say("四川那份意见的文号是多少")
    assert say("吉林的呢").understanding.kind == "document"


def test_a_detail_that_is_nowhere_given_is_missing_where_it_was_spoken_of(say: Say) -> None:
    shown = say("吉林的公证执业责任保险，保费跟什么挂钩")
    missing = say("一个公证员一年交多少")
    assert (missing.status, first(missing)) == ("partial", first(shown))
    supervisors = say("吉林的人民监督员由省厅选的是哪一级的")
    assert first(say("陪审一次补助几十？")) != first(supervisors)


def test_a_step_with_a_question_behind_it(say: Say) -> None:
    say("吉林第34项第（1）点是什么")
    assert first(say("后一项点名要搞哪几个智慧试点示范")) == "jilin-2019/二/（七）/34/（2）"
    assert first(say("上一级那一项说信息化要建成什么样的体系")) == "jilin-2019/二/（七）/34"


def test_the_points_of_a_task_are_counted_among_themselves(say: Say) -> None:
    say("吉林方案第18项原文")
    assert first(say("第四个小点原文")) == "jilin-2019/二/（五）/18/（4）"
    assert first(say("第二个呢")) == "jilin-2019/二/（五）/18/（2）"


def test_what_a_matter_does_not_give_is_said_of_the_matter(say: Say) -> None:
    before = say("四川法律援助范围怎么扩大")
    answer = say("那要准备啥材料")
    assert (answer.status, first(answer)) == ("partial", first(before))
    assert "材料" in answer.text


def test_a_follow_up_is_read_in_the_light_of_its_topic(say: Say) -> None:
    say("吉林法律职业资格考试怎么改革")
    assert first(say("上岗之前还要不要培训")) == "jilin-2019/二/（六）/30/（2）"


def test_in_another_paper_what_says_the_same_is_meant(say: Say) -> None:
    say("吉林社区矫正对象跑了怎么办")
    assert first(say("四川用什么盯着")) == "sichuan-2018/三/（一）/2/（12）"
    say("吉林的仲裁有什么改革")
    assert first(say("四川要培育啥")) == "sichuan-2018/三/（二）/12"


def test_who_leads_is_told_of_the_clause_that_names_somebody(say: Say) -> None:
    say("吉林人民调解怎么搞")
    assert say("谁牵头").responsibilities


@pytest.mark.parametrize("pointing", ["第二个呢", "[2]的原文", "第二个的原文是什么"])
def test_pointing_at_a_citation_of_the_last_answer(say: Say, pointing: str) -> None:
    before = say("律师调解试点有哪些措施")
    assert first(say(pointing)) == before.citations[1].clause_id


def test_asking_on_from_a_clause(say: Say) -> None:
    say("四川意见第30条")
    assert [r.department for r in say("谁牵头").responsibilities] == ["司法厅", "省法院"]
    assert first(say("后一条呢")) == "sichuan-2018/三/（二）/5/（31）"


def test_asking_on_about_the_paper(say: Say) -> None:
    say("吉林法律援助条例谁牵头")
    answer = say("这份文件的文号是什么")
    assert "吉司发〔2019〕21号" in answer.text
    assert first(answer) == "jilin-2019"


def test_more_begins_with_another_clause(say: Say) -> None:
    before = {c.clause_id for c in say("社区矫正有哪些措施").citations}
    assert first(say("还有吗")) not in before


def test_where_there_is_no_more_no_other_paper_answers(say: Say) -> None:
    say("四川律师调解谁负责")
    answer = say("还有吗")
    assert answer.status == "not_found"
    assert "没有找到更多" in answer.text


def test_a_place_that_is_not_held_is_said_and_the_topic_stays(say: Say) -> None:
    say("吉林法律援助有哪些措施")
    assert "江苏" in say("江苏呢").text
    assert say("四川呢").understanding.topic == "法律援助"


def test_one_of_the_clauses_below_what_was_shown(say: Say) -> None:
    say("广东要点第七部分的标题是什么")
    assert first(say("里面讲公证的那条说说")) == "guangdong-2021/七/37"


def test_a_wish_among_other_words_means_what_was_shown(say: Say) -> None:
    say("四川监狱警察依法履职容错免责有规定吗")
    shown = first(say("原文怎么写的，一个字别改"))
    assert shown.startswith("sichuan-2018/三/（四）/27")
    assert first(say("它挂在哪个任务下面")) == "sichuan-2018/三/（四）/27"


def test_a_doubt_means_what_was_shown(say: Say) -> None:
    say("四川刑满释放人员安置帮教由谁负责")
    answer = say("不是公安厅排头一个吗")
    assert answer.status == "answered"
    assert answer.text.startswith("不是")


def test_a_detail_in_words_that_no_paper_has(say: Say) -> None:
    shown = first(say("吉林的合作制公证机构试点还扩不扩"))
    answer = say("试点名单里有我们县吗")
    assert answer.status == "partial"
    assert first(answer) == shown


def test_another_field_is_not_a_detail_of_what_was_shown(say: Say) -> None:
    say("吉林的合作制公证机构试点还扩不扩")
    assert say("社保断交了两年怎么补").status == "not_found"


def test_a_marker_that_was_not_shown_is_said(say: Say) -> None:
    say("吉林哪个部门负责法律援助条例？")
    refused = say("[99]的原文")
    assert refused.status == "not_found"
    assert "没有这个编号" in refused.text
    assert say("[1]的原文").citations[0].path == ("二", "（六）", "24", "（1）")


def test_what_is_told_again_of_another_paper_is_told_of_that_paper(say: Say) -> None:
    say("司法部要求村居法律顾问什么时候全覆盖")
    answer = say("再看看吉林怎么写的")
    assert first(answer).startswith("jilin-")
    assert answer.understanding.topic


def test_others_beside_a_department_are_those_who_help(say: Say) -> None:
    say("四川刑满释放人员衔接管理有什么要求")
    for question in (
        "除司法厅外还要哪几家一起办",
        "哪家跟司法厅一块儿管",
        "除了司法厅，还有哪些单位要出力嘛",
    ):
        answer = say(question)
        assert first(answer) == "sichuan-2018/三/（二）/11", question
        assert "民政厅" in {each.department for each in answer.responsibilities}


def test_the_first_point_is_the_first_whatever_its_number(say: Say) -> None:
    say("四川意见第39条")
    assert first(say("上一级标题是什么")) == "sichuan-2018/三/（二）/7"
    assert first(say("这个标题下排在最前面的那一项说了什么")) == "sichuan-2018/三/（二）/7/（39）"


def test_what_names_nothing_does_not_stand_for_what_was_spoken_of(say: Say) -> None:
    say("吉林法律援助条例谁牵头")
    say("嗯那个啥呢这样子哦")
    assert first(say("什么时候完成")) == "jilin-2019/二/（六）/24/（1）"


@pytest.mark.parametrize(
    "message", ["那你估计他能不能提前解脱嘛", "你自己考过法考没", "哈哈你懂得还真不少"]
)
def test_what_no_paper_can_tell_is_no_detail_of_what_was_shown(say: Say, message: str) -> None:
    say("四川社区矫正怎么管")
    assert say(message).status == "not_found"


PLACES = (
    "那吉林呢",
    "换成吉林",
    "吉林有没有",
    "要是吉林呢",
    "吉林咋整的",
    "同样的问题，吉林",
    "吉林点讲",
)
WHO = (
    "谁牵头",
    "归谁管",
    "责任单位呢",
    "牵头的呢",
    "单位呢",
    "分工咋样",
    "边个负责",
    "是哪个部门的事",
)
MORE = ("还有吗", "还有没有别的", "就这些吗", "没了吗", "除了这些呢", "再说说")


@pytest.mark.parametrize("message", PLACES)
def test_another_place_in_any_words(say: Say, message: str) -> None:
    say("四川公证员队伍建设有哪些措施")
    answer = say(message)
    assert first(answer).startswith("jilin-")
    assert "公证员队伍建设" in answer.understanding.topic


@pytest.mark.parametrize("message", WHO)
def test_who_leads_what_was_shown_in_any_words(say: Say, message: str) -> None:
    say("四川公证员队伍建设有哪些措施")
    answer = say(message)
    assert answer.responsibilities
    assert first(answer).startswith("sichuan-2018/三/（二）/7")


@pytest.mark.parametrize("message", MORE)
def test_more_in_any_words(say: Say, message: str) -> None:
    shown = first(say("四川公证员队伍建设有哪些措施"))
    assert first(say(message)) != shown


@pytest.mark.parametrize("message", ["这个处还有啥任务", "他们还牵头哪些任务", "该处的职责"])
def test_what_else_the_department_does(say: Say, message: str) -> None:
    say("吉林哪个部门负责法律援助条例")
    answer = say(message)
    assert answer.understanding.departments == ("公共法律服务管理处",)
    assert len(answer.citations) > 5


@pytest.mark.parametrize("message", ["哪些单位一路管", "哪几家单位管到起的", "都涉及哪几家"])
def test_words_around_a_wish_are_no_topic(say: Say, message: str) -> None:
    shown = first(say("四川狱务公开有没得说法"))
    answer = say(message)
    assert first(answer) == shown
    assert answer.responsibilities


def test_the_paper_before_this_one_is_meant_with_a_topic(say: Say) -> None:
    say("吉林2017年要点对监狱工作提了啥")
    say("2019年的方案呢")
    assert first(say("前头那份里讲减刑假释专项检查的，原文给我看看")).startswith("jilin-2017/")


def test_a_side_is_added_to_what_was_spoken_of(say: Say) -> None:
    say("在谁执法谁普法上，四川怎么做")
    answer = say("跟广东比做法有啥不同")
    assert {c.document_id for c in answer.citations} == {"sichuan-2018", "guangdong-2021"}


def test_another_subject_takes_over_no_wish(say: Say) -> None:
    say("吉林2017年要点里减刑假释专项检查查了多少件")
    answer = say("好，换个题，那一年戒毒方面呢")
    assert answer.understanding.kind == "measures"
    assert first(answer).startswith("jilin-2017/")


def test_they_are_the_department_that_leads(say: Say) -> None:
    shown = first(say("吉林行政复议听证室、调解室这些场所标准化"))
    answer = say("也是他们牵头？")
    assert answer.text.startswith("是的")
    assert first(answer) == shown


def test_a_step_from_what_is_named(say: Say) -> None:
    say("2018年部里建设4个平台")
    assert first(say("那4个平台的前一条是什么")) == "moj-2018/三/（三）/22/（75）"


def test_numbers_as_officials_note_them(say: Say) -> None:
    assert first(say("吉林方案24（3）牵头处室")) == "jilin-2019/二/（六）/24/（3）"
    corrected = say("说错了，是23（3）")
    assert first(corrected) == "jilin-2019/二/（六）/23/（3）"
    assert corrected.understanding.kind == "responsibility"
    assert first(say("（4）呢")) == "jilin-2019/二/（六）/23/（4）"


def test_a_bare_number_is_a_clause_of_the_paper_spoken_of(say: Say) -> None:
    say("粤2021要点里枫桥经验写在第几条")
    assert first(say("32往后呢")) == "guangdong-2021/六/33"
    assert first(say("31的原文")) == "guangdong-2021/六/31"


def test_the_same_elsewhere_is_not_what_was_shown(say: Say) -> None:
    shown = say("吉林怎么完善法律援助制度")
    elsewhere = say("外省也这么规定吗")
    assert elsewhere.citations
    assert not {c.clause_id for c in elsewhere.citations} & {c.clause_id for c in shown.citations}


def test_when_a_planned_rule_will_be_there_is_asked_of_the_matter(say: Say) -> None:
    say("广东2021年要点说司法鉴定要立什么条例")
    answer = say("几时出呀")
    assert answer.status == "partial"
    assert "时间" in answer.text


def test_a_matter_of_another_field_is_not_the_one_spoken_of(say: Say) -> None:
    say("我们机构专帮刚放出来又没家的人，吉林19年方案给安排落脚处吗")
    assert say("对了我们租的宿舍消防验收该找谁批").status == "not_found"


def test_one_office_or_the_other_of_what_was_shown(say: Say) -> None:
    shown = first(say("四川有没有值班律师在看守所"))
    answer = say("这个是司法厅牵起还是法院牵起")
    assert first(answer) == shown
    assert answer.responsibilities[0].department == "司法厅"


def test_a_place_instead_of_the_one_before(say: Say) -> None:
    say("吉林19年方案给刚放出来又没家的人安排落脚处吗")
    answer = say("换四川看，哪家领头，另外几家是谁")
    assert {c.document_id for c in answer.citations} == {"sichuan-2018"}


def test_a_step_from_a_clause_that_is_called_by_its_matter(say: Say) -> None:
    say("立法二处在吉林2019方案参与了什么")
    answer = say("示范创建之后紧接着的那一条，谁负责")
    assert first(answer) == "jilin-2019/二/（二）/5"
    assert answer.responsibilities[0].department == "法治督察处"


def test_what_is_doubted_is_no_question_of_its_own(ask: Ask) -> None:
    answer = ask("市管监狱部里是说统统上收吗？我怎么记得有的大城市例外")
    assert first(answer) == "moj-2018/三/（一）/1/（5）"
    assert "问：" not in answer.text
