"""A department's list stays open while its tasks are asked about one by one."""

from __future__ import annotations

import pytest
from invariants import Ask, Say, cited, first

from assistant import Assistant

LAWYERS = "jilin-2019/二/（六）/28"


def test_what_was_narrowed_is_narrowed_again(say: Say) -> None:
    say("四川实施意见（征求意见稿）中列有财政厅的任务请全部列出")
    say("（三）保障制度那部分有几条")
    say("这里面第4条原文")
    assert cited(say("带发改委的是哪一条")) == ["sichuan-2018/三/（三）/22/（83）"]


def test_a_count_that_only_the_whole_list_has_means_the_whole(say: Say) -> None:
    say("公安厅在四川意见里有哪些任务")
    say("挑出归在“法律援助”那一项里的")
    shared = cited(say("国安厅有份的是哪两条？"))
    assert shared == ["sichuan-2018/三/（二）/6/（34）", "sichuan-2018/三/（二）/14/（64）"]


def test_the_other_role_is_no_part_of_the_first(say: Say) -> None:
    say("装备财务保障处任务清单（吉林2019方案）")
    assert len(say("牵头的").citations) == 3
    assert len(say("配合的呢").citations) == 4
    numbers = [f"jilin-2019/二/（七）/32/（{n}）" for n in (1, 2)]
    assert cited(say("配合里边和监狱局一起的")) == numbers


def test_a_list_is_gone_back_to_by_its_role_or_office(say: Say) -> None:
    say("吉林2019方案里律师工作处的活儿全拉出来")
    say("剩下那几条归谁牵头")
    assert cited(say("牵头清单第3条原文发我")) == [f"{LAWYERS}/（3）"]


def test_deadlines_of_the_list_behind_one_of_its_tasks(say: Say) -> None:
    say("吉林2019方案里律师工作处的活儿全拉出来")
    say("第二条原文")
    assert cited(say("牵头的里面有哪条写了时间节点的")) == [f"{LAWYERS}/（1）"]


def test_what_another_leads_is_taken_off(say: Say) -> None:
    whole = cited(say("社区矫正管理局有哪些任务"))
    rest = say("扣掉监狱管理局牵头的，还有哪些？")
    assert len(whole) == 6
    assert "除监狱管理局牵头的以外，共有3项" in rest.text
    assert cited(rest) == [f"jilin-2019/二/（五）/19/（{n}）" for n in (1, 2)] + [
        "jilin-2019/二/（八）/36/（3）"
    ]


def test_some_of_the_list_by_their_matter(say: Say) -> None:
    say("社区矫正管理局有哪些任务")
    answer = say("装备那两条头儿是谁")
    assert cited(answer) == [f"jilin-2019/二/（七）/32/（{n}）" for n in (1, 2)]
    assert {r.department for r in answer.responsibilities if r.role == "lead"} == {"监狱管理局"}


def test_who_leads_what_it_only_helps_with(say: Say) -> None:
    say("吉林方案里科技信息处承担的全部任务")
    answer = say("作配合的那几项，由谁牵头？")
    leading = {r.department for r in answer.responsibilities if r.role == "lead"}
    assert leading == {"公共法律服务管理处"}
    assert len(answer.citations) == 2


def test_those_that_somebody_else_leads(say: Say) -> None:
    say("人民调解四川列了多少条")
    assert cited(say("有没有不是司法厅领头的")) == ["sichuan-2018/三/（二）/10/（58）"]


def test_a_role_that_is_not_wanted_any_more(say: Say) -> None:
    say("吉林方案里科技信息处承担的全部任务")
    lead = [f"jilin-2019/二/（七）/34/（{n}）" for n in (1, 2)]
    assert cited(say("不要配合的了")) == lead


@pytest.mark.parametrize("asked", ["二处", "立法二处"])
def test_the_next_office_of_the_same_name(say: Say, asked: str) -> None:
    say("吉林立法一处有哪些任务")
    answer = say(asked)
    assert answer.understanding.departments == ("立法二处",)
    assert len(say("俩处都在的").citations) == 4


def test_ones_own_office_is_the_one_spoken_of(say: Say) -> None:
    say("社区矫正管理局 吉林方案 全部任务")
    answer = say("咱局当头的就一条？")
    assert cited(answer) == ["jilin-2019/二/（五）/19/（1）"]


@pytest.mark.parametrize("asked", ["都是独一家干？", "没有别的单位的"])
def test_whether_it_does_all_of_it_alone(say: Say, asked: str) -> None:
    say("吉林行政执法协调监督处任务全列")
    answer = say(asked)
    assert "单独承担的任务共有4项" in answer.text
    assert len(answer.citations) == 4


def test_how_many_offices_a_task_has(say: Say) -> None:
    say("省法援中心在吉林方案里有哪些任务")
    assert cited(say("里头三家一起的是哪条")) == ["jilin-2019/二/（六）/24/（3）"]


def test_the_other_points_held_against_a_department(say: Say) -> None:
    say("吉林2019里法律援助那条下面分哪几点")
    say("第3点有谁配合")
    others = [f"jilin-2019/二/（六）/24/（{n}）" for n in (1, 2, 4, 5)]
    assert cited(say("其他几点要不要律师工作处配合")) == others


def test_what_stands_in_the_one_clause_that_was_shown(say: Say) -> None:
    say("吉林方案24（4）")
    say("前一条")
    asked = say("这里面说的律师辩护是什么试点")
    assert cited(asked) == ["jilin-2019/二/（六）/24/（3）"]


def test_the_one_of_a_list_that_another_leads(say: Say) -> None:
    say("四川实施意见（征求意见稿）中列有财政厅的任务请全部列出")
    answer = say("人社厅牵头的那条，财政也在吧")
    assert cited(answer) == ["sichuan-2018/三/（四）/27/（91）"]


def test_another_matter_is_not_granted_to_the_office_spoken_of(say: Say) -> None:
    say("人民参与和促进法治处都整啥活")
    say("陪审员那块让干啥")
    answer = say("司法所盖房子也是咱处牵头？")
    assert cited(answer)[0] == "jilin-2019/二/（七）/31/（3）"
    assert answer.text.startswith("不是牵头单位")


def test_a_department_elsewhere_in_the_same_paper(say: Say) -> None:
    say("戒毒人员医保，四川稿子怎么写的")
    say("除了司法厅还有哪几家")
    helped = [f"sichuan-2018/三/（一）/3/（{n}）" for n in (17, 18)]
    assert cited(say("禁毒委别处还出现没有")) == helped


@pytest.mark.parametrize(
    ("first", "asked", "clause"),
    [
        ("司法部意见44条", "这一条对应四川稿哪一条？", "sichuan-2018/三/（二）/10/（56）"),
        ("司法部意见（82）", "四川稿对着它的是哪条", "sichuan-2018/三/（四）/26/（89）"),
        ("吉林方案34（2）", "四川平台咋写的", "sichuan-2018/三/（三）/22/（83）"),
    ],
)
def test_the_counterpart_of_a_clause(say: Say, first: str, asked: str, clause: str) -> None:
    say(first)
    assert cited(say(asked))[0] == clause


def test_a_near_name_lends_no_deadline(say: Say) -> None:
    assert "2021年底前" in say("广东公职律师几时要全部搞掂").text
    answer = say("公司律师呢，有没有期限")
    assert answer.status == "partial"
    assert cited(answer) == ["guangdong-2021/七/36"]


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("广东2021要点底四十四条讲的什么", "guangdong-2021/八/44"),
        ("四川那个九十三号小点写的啥", "sichuan-2018/三/（四）/27/（93）"),
        ("四川稿辅警那条还拉了哪几家", "sichuan-2018/三/（四）/25/（87）"),
    ],
)
def test_numbers_and_papers_in_a_hurry(ask: Ask, question: str, clause: str) -> None:
    assert cited(ask(question))[0] == clause


def test_the_clause_behind_one_that_is_named_by_its_matter(say: Say) -> None:
    say("广东要点讲公证在第几条")
    assert cited(say("公证后面那个呢")) == ["guangdong-2021/七/38"]


def test_a_place_that_is_not_meant_any_more(say: Say) -> None:
    say("广东公证上网可以办什么")
    answer = say("唔係講廣東呀，我老婆係吉林人，嗰邊公證上網做到啲乜")
    assert answer.citations[0].document_id.startswith("jilin")


def test_what_is_due_in_the_papers_own_year(ask: Ask) -> None:
    answer = ask("督办用，司法部2018年1号文写明2018年就得办的事有几件")
    assert "共有6条" in answer.text


def test_the_points_stand_without_the_tasks_own_words(ask: Ask) -> None:
    answer = ask("吉林2019里法律援助那条下面分哪几点")
    assert cited(answer) == [f"jilin-2019/二/（六）/24/（{n}）" for n in range(1, 6)]


def test_an_exclamation_is_no_question_of_its_own(assistant: Assistant) -> None:
    answer = assistant.ask("这么多？吉林公证归谁管")
    assert "问：" not in answer.text
    assert answer.status == "answered"


def test_what_narrowed_a_list_does_not_become_its_owner(say: Say) -> None:
    whole = cited(say("四川司法厅有哪些任务"))
    with_finance = cited(say("带财政厅的"))
    assert len(with_finance) == 30
    assert set(cited(say("只看牵头的"))) < {*with_finance}
    assert {*cited(say("那带人社厅的呢"))} < {*with_finance}
    assert cited(say("全部几条")) == whole


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        ("自个儿领头的就几个？", ["（七）/34/（1）", "（七）/34/（2）"]),
        ("把打配合的去掉还剩什么", ["（七）/34/（1）", "（七）/34/（2）"]),
        ("好。再要一份它只出力、不当头的", ["（六）/21/（2）", "（六）/21/（4）"]),
        ("我们替别的处打下手的也补上", ["（六）/21/（2）", "（六）/21/（4）"]),
    ],
)
def test_a_role_that_is_said_somehow(say: Say, asked: str, points: list[str]) -> None:
    say("吉林方案里科技信息处承担的全部任务")
    assert cited(say(asked)) == [f"jilin-2019/二/{point}" for point in points]


def test_what_it_does_alone_and_who_leads_the_rest(say: Say) -> None:
    say("法治督察处在吉林2019方案中承担的任务")
    assert cited(say("由它单独承担的是第几项")) == ["jilin-2019/二/（二）/5"]
    rest = say("其余两项主责处室为何")
    assert cited(rest) == ["jilin-2019/二/（二）/3", "jilin-2019/二/（二）/4"]
    assert {r.department for r in rest.responsibilities if r.role == "lead"} == {"法治调研处"}


def test_the_one_that_it_does_not_lead(say: Say) -> None:
    say("普法与依法治理处在吉林2019担了些什么")
    answer = say("里面只有一条它不主事，那条主事的是谁")
    assert cited(answer) == ["jilin-2019/二/（六）/21/（3）"]
    assert answer.responsibilities[0].department == "公共法律服务管理处"


def test_the_same_of_another_part(say: Say) -> None:
    say("四川那个征求意见稿，社区矫正那一坨写了财政厅的是哪些")
    drugs = [f"sichuan-2018/三/（一）/3/（{n}）" for n in (15, 17, 18, 19)]
    assert cited(say("戒毒底下喃，一样的弄给我")) == drugs
    assert cited(say("这几条里头，说到单警装备的是哪条哦")) == drugs[:1]


def test_the_list_of_another_department_instead(say: Say) -> None:
    say("民政厅在四川稿的任务")
    answer = say("换省卫计委来看")
    assert answer.understanding.departments == ("卫生计生委",)
    assert cited(say("跟民政重到起的是哪一个")) == ["sichuan-2018/三/（四）/27/（92）"]


def test_what_another_leads_of_ones_list(ask: Ask) -> None:
    answer = ask("吉林2019方案立法二处那四条当中由法治调研处主抓的")
    assert cited(answer) == ["jilin-2019/二/（三）/7", "jilin-2019/二/（三）/10"]
    assert answer.text.startswith("立法二处的任务中，法治调研处牵头的共有2项")


def test_the_point_that_writes_of_something(say: Say) -> None:
    say("司法部2018年那份意见，律师制度改革一项下面分哪几点")
    assert cited(say("谈税收的那点，把原话抄来")) == ["moj-2018/三/（二）/6/（29）"]
    assert cited(say("它上面那点说的什么")) == ["moj-2018/三/（二）/6/（28）"]


def test_whether_the_same_office_has_another_matter(say: Say) -> None:
    say("仲裁以外，公证质量吉林归谁管")
    assert say("仲裁也归这处管不").text.startswith("是的，由公共法律服务管理处负责")


def test_parts_are_dropped_and_asked_about(say: Say) -> None:
    whole = cited(say("四川意见里跟省检察院有关的任务全部拉个单子"))
    left = cited(say("把公安也掺合的踢出去"))
    assert len(left) == 5
    assert set(left) < set(whole)


def test_who_leads_what_was_dropped(say: Say) -> None:
    whole = cited(say("吉林2019年方案里装备财务保障处的活，一条别落"))
    kept = cited(say("只留我们打头的"))
    dropped = say("那删掉的几条各是谁打头？")
    assert set(cited(dropped)) == {*whole} - {*kept}
    leading = {r.department for r in dropped.responsibilities if r.role == "lead"}
    assert "装备财务保障处" not in leading


def test_two_departments_and_no_third(say: Say) -> None:
    say("编办这边核一下，川里那份实施意见我们要参与哪几项")
    both = ["（一）/2/（10）", "（四）/25/（84）", "（四）/25/（86）"]
    answer = say("省委编办的任务里，光跟司法厅两家的")
    assert cited(answer) == [f"sichuan-2018/三/{clause}" for clause in both]


def test_another_departments_list_takes_the_place_of_the_first(say: Say) -> None:
    say("内司委在四川这份里沾边的几件")
    theirs = ["（一）/2/（9）", "（二）/15/（73）", "（三）/18/（74）"]
    assert cited(say("换法工委，同样来一遍")) == [f"sichuan-2018/三/{clause}" for clause in theirs]
    both = [f"sichuan-2018/三/{theirs[0]}", f"sichuan-2018/三/{theirs[2]}"]
    assert cited(say("俩委都有份的取交集")) == both


def test_who_leads_what_ones_own_office_does_not(say: Say) -> None:
    whole = cited(say("戒毒管理局在吉林方案里的任务"))
    answer = say("不由我局挑头的，都谁在挑")
    assert 0 < len(answer.citations) < len(whole)
    leading = {r.department for r in answer.responsibilities if r.role == "lead"}
    assert leading == {"监狱管理局", "政治部"}


def test_one_of_its_tasks_by_a_word(say: Say) -> None:
    say("戒毒管理局在吉林方案里的任务")
    say("不由我局挑头的，都谁在挑")
    assert first(say("点名升级的是哪两个所")) == "jilin-2019/二/（七）/31/（2）"


def test_points_that_name_several(say: Say) -> None:
    say("吉林方案第22项下面有哪几点")
    answer = say("里头带配合单位的是哪两个，谁配合")
    assert cited(answer) == [f"jilin-2019/二/（六）/22/（{n}）" for n in (3, 5)]


def test_who_has_the_one_task_of_a_list(say: Say) -> None:
    say("吉林2019方案政治部给别的处打下手的活")
    answer = say("这一项谁当家？")
    assert cited(answer) == ["jilin-2019/二/（七）/31/（1）"]
    assert answer.responsibilities[0].department == "人民参与和促进法治处"


def test_what_does_not_count_is_left_out(say: Say) -> None:
    leading = cited(say("律师工作处牵头的总共多少条，吉林19方案"))
    rest = cited(say("基层法律服务那几条不算，还剩哪些"))
    assert set(rest) < set(leading)
    assert set(leading) - set(rest) == {f"jilin-2019/二/（六）/29/（{n}）" for n in (1, 2, 3)}


def test_a_department_on_the_list(say: Say) -> None:
    say("省法援中心在吉林方案里参与的统统拉个单子")
    assert first(say("单子上哪条还捎上了律师处")) == "jilin-2019/二/（六）/24/（3）"


def test_one_matter_after_another_in_peoples_words(say: Say) -> None:
    of_task = {24: "公共法律服务管理处在法援那块的任务", 25: "司法鉴定的呢"}
    for number, asked in of_task.items():
        points = [f"jilin-2019/二/（六）/{number}/（{point}）" for point in range(1, 6)]
        assert cited(say(asked)) == points
    assert all(
        clause.startswith("jilin-2019/二/（六）/24/") for clause in cited(say("法援的照样来一遍"))
    )


def test_when_of_several(say: Say) -> None:
    say("四川司法厅有哪些任务")
    say("单独承担的")
    answer = say("其中最晚哪年要做到")
    dated = ["4/（25）", "5/（31）", "5/（32）"]
    assert cited(answer) == [f"sichuan-2018/三/（二）/{clause}" for clause in dated]
    assert "2018年底前" in answer.text


def test_a_department_of_another_paper_is_no_detail_of_this_one(say: Say) -> None:
    say("四川司法厅有哪些任务")
    answer = say("戒毒管理局牵头的全部列出来")
    assert {c.document_id for c in answer.citations} == {"jilin-2019"}
    assert len(answer.citations) == 3
