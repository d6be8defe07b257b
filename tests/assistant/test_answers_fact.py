"""Dates and numbers first, in the paper's words; said plainly where the paper gives none."""

from __future__ import annotations

import pytest
from invariants import Ask, Say


@pytest.mark.parametrize(
    ("question", "opening", "clause"),
    [
        ("四川要培养多少名涉外律师", "50名", "sichuan-2018/三/（二）/5/（31）"),
        ("境外分支机构要设多少家", "30家", "moj-2018/三/（二）/5/（21）"),
        ("四川村居法律顾问什么时候全覆盖", "到2018年底前", "sichuan-2018/三/（二）/4/（25）"),
        ("司法部村居法律顾问最晚哪一年做到全覆盖", "到2018年底前", "moj-2018/三/（二）/4/（17）"),
    ],
)
def test_the_fact_comes_first(ask: Ask, question: str, opening: str, clause: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.understanding.kind == "fact"
    assert answer.text.startswith(f"{opening}[1]")
    assert answer.citations[0].clause_id == clause
    assert opening in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("法律援助补贴标准是多少钱", "没有给出"),
        ("广东公证什么时候完成", "没有给出完成的时间"),
        ("四川律师调解工作室的电话是多少", "没有给出"),
    ],
)
def test_a_clause_that_does_not_give_it_is_cited_and_said_so(
    ask: Ask, question: str, missing: str
) -> None:
    answer = ask(question)
    assert answer.status == "partial"
    assert missing in answer.text


@pytest.mark.parametrize(
    "question", ["厅长电话是多少", "几点下班", "司法厅在哪里办公", "你们的网址"]
)
def test_a_detail_of_nothing_in_particular(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found"
    assert "电话" in answer.text or "没有" in answer.text


def test_one_of_a_kind_that_the_clause_does_not_name(ask: Ask) -> None:
    assert ask("吉林干警因公负伤的绿色通道是跟哪家医院共建的").status == "answered"
    answer = ask("四川监狱警察因公负伤的绿色通道定的是哪家医院")
    assert answer.status == "partial"
    assert "没有给出所问的名称" in answer.text


def test_a_name_asked_for_as_a_paper_is_a_title(ask: Ask) -> None:
    rule = ask("广东社会组织参与社区矫正的那个规范叫什么")
    assert rule.text.startswith("《广东省社会组织参与社区矫正工作规范》[1]")
    made = ask("吉林行政裁决要出台的那个文件叫啥名")
    assert made.text.startswith("《关于吉林省健全行政裁决制度 加强行政裁决工作的实施意见》[1]")


def test_a_year_is_no_number_of_times(ask: Ask) -> None:
    answer = ask("村里法律顾问一个月来几次")
    assert answer.status == "partial"
    assert "没有给出所问的数字" in answer.text


def test_how_long_is_a_length_of_time(ask: Ask) -> None:
    answer = ask("广东监狱戒毒警察实战大练兵要搞几年")
    assert answer.text.startswith("三年[1]")


@pytest.mark.parametrize(
    "detail",
    ["采购单价和供货厂家分别是什么", "用的什么牌子", "投资多少", "一个人补多少", "打到哪个账户"],
)
def test_what_things_cost_and_who_made_them_is_said_to_be_missing(ask: Ask, detail: str) -> None:
    answer = ask(f"四川的社区矫正电子腕带{detail}")
    assert answer.status == "partial"
    assert "没有给出" in answer.text


def test_the_countries_are_not_named(ask: Ask) -> None:
    answer = ask("司法部要求律所在境外设立分支机构，具体落在哪些国家")
    assert answer.status == "partial"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("吉林那个律师失信被处分的，在哪个网上能查到", "吉林律师网"),
        ("四川要新设立的刑事方面的律师协会叫什么", "刑事辩护律师协会"),
        ("广东2021年要修污水处理的那个戒毒所叫什么", "三水片戒毒所"),
    ],
)
def test_a_thing_is_called_by_its_name(ask: Ask, question: str, name: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert name in answer.text.partition("依据")[0]


@pytest.mark.parametrize(
    "question",
    ["想给老爷子立份遗嘱，公证处收多少钱？", "被公司辞了，申请劳动仲裁最长不能超过几个月？"],
)
def test_a_detail_is_missing_only_of_what_is_surely_on_it(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


def test_until_when_was_counted(ask: Ask) -> None:
    assert ask("司法部意见108项改革文件统计截止时间").text.startswith("2017年12月底[1]")


def test_a_side_without_the_figure_is_said_to_have_none(ask: Ask) -> None:
    answer = ask("吉林2019跟广东2021，五年普法规划各走到第几个五年了")
    assert answer.text.startswith("第八个[1]")
    assert "广东（2021年）：没有写明" in answer.text


def test_two_levels_are_no_number_of_counties(ask: Ask) -> None:
    assert ask("吉林市县两级法治政府示范创建，全省评几个示范县").status == "partial"


@pytest.mark.parametrize(
    "question",
    ["四川2020年前要做完的有哪些", "四川2020年前要搞好的有哪些", "四川2020年以前要做到的事"],
)
def test_all_that_is_due_in_peoples_words(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("写明2020年时限的共有3条")


@pytest.mark.parametrize("question", ["人民调解打什么电话", "法律援助热线是多少"])
def test_a_hotline_is_no_phrase_in_quotation_marks(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "partial"
    assert "联系电话" in answer.text


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("四川律师学院在成都哪个塌塌", "地址"),
        ("广东省法治文化节要不要门票", "收费或金额"),
        ("四川涉外律师领军人才的名单何在", "名单"),
    ],
)
def test_further_details_that_papers_do_not_give(ask: Ask, question: str, missing: str) -> None:
    answer = ask(question)
    assert answer.status == "partial"
    assert missing in answer.text


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("四川要培养50名涉外律师，最后选了哪些人", "sichuan-2018/三/（二）/5/（31）"),
        ("四川哪几个县评上了省级规范化社区矫正中心", "sichuan-2018/三/（一）/2/（13）"),
        ("广东评的十大法律援助案例，名单发我一下", "guangdong-2021/七/40"),
        ("广东拟组建的仲裁协会由何人担任会长", "guangdong-2021/七/39"),
        ("广东免罚清单里都列了哪些小违法", "guangdong-2021/五/26"),
    ],
)
def test_who_was_chosen_and_what_is_on_a_list_is_not_given(
    ask: Ask, question: str, clause: str
) -> None:
    answer = ask(question)
    assert answer.status == "partial"
    assert answer.citations[0].clause_id == clause
    assert "没有给出" in answer.text


def test_a_name_that_the_question_says_is_not_asked_for(ask: Ask) -> None:
    answer = ask("吉林律师调查取证难，好像叫什么调查令，是咋规定的")
    assert answer.status == "answered"
    assert "调查令" in answer.citations[0].quote


def test_how_many_and_until_when_was_counted(ask: Ask) -> None:
    answer = ask("司法部出台了多少项改革文件，统计到哪个月")
    assert answer.status == "answered"
    assert "108项" in answer.text
    assert "2017年12月底" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "广东要挑几个人当法律明白人，是不是真有文件",
        "几个执法的连证也不亮，吉林有没有规矩",
        "吉林刑满释放的没房子住，有没有地方先待几天",
    ],
)
def test_some_are_not_how_many(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "measures"
    assert "所问的数字" not in answer.text


@pytest.mark.parametrize("question", ["四川要培养几名涉外律师", "有没有说境外机构要设几家"])
def test_how_many_is_asked_with_few_too(ask: Ask, question: str) -> None:
    assert ask(question).understanding.kind == "fact"


def test_by_the_end_of_a_papers_own_year_is_a_time_set(ask: Ask) -> None:
    answer = ask("四川2018年底前要完成的任务")
    assert answer.text.startswith("写明2018年时限的")
    assert "sichuan-2018/三/（二）/4/（25）" in {c.clause_id for c in answer.citations}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("吉林的律师受过处分，上哪个网站能查到", "吉林律师网"),
        ("上合组织底下管司法的会议叫什么会", "司法部长会议"),
        ("广东的仲裁机构叫什么", "广东省仲裁协会"),
    ],
)
def test_a_name_of_the_kind_that_is_asked_for(ask: Ask, question: str, name: str) -> None:
    assert name in ask(question).text.split("\n")[0]


def test_that_a_clause_names_nothing_is_not_claimed(ask: Ask) -> None:
    answer = ask("吉林2017年信息化要建六大平台，都叫啥")
    assert answer.status == "answered"
    assert "没有给出" not in answer.text
    assert "普法网络" in answer.text


def test_the_one_number_of_people_answers_in_whatever_words(ask: Ask) -> None:
    answer = ask("司法部说要带好多个会打国际官司的律师出来")
    assert answer.text.startswith("500名")


def test_a_number_that_is_told_is_not_asked_for(ask: Ask) -> None:
    answer = ask("广东法援补贴会不会提高，办一件才几百块")
    assert "所问的数字" not in answer.text


def test_what_to_dial_is_the_hotline(ask: Ask) -> None:
    assert "12348" in ask("四川要问法律上的事，打哪个号").text.split("\n")[0]
    assert ask("12348那个热线打过去算不算话费").status == "partial"


def test_of_so_many_cities_that_many_must_be_named(ask: Ask) -> None:
    assert ask("大湾区内地是哪九个市").status == "partial"


def test_when_something_was_done(ask: Ask) -> None:
    answer = ask("吉林厅跟法制办哪年合到一块的")
    assert answer.status == "answered"
    assert answer.text.startswith("2018年")


def test_the_time_that_a_clause_sets_is_not_said_to_be_missing(say: Say) -> None:
    say("部里律所出海那块，定了几家的指标、到哪年")
    answer = say("四川给自己压的数字呢")
    assert "2020年前" in answer.text
    assert "没有给出" not in answer.text


def test_a_day_in_cantonese_is_no_number(say: Say) -> None:
    say("我喺香港做律师，想过大湾区内地接生意，有路行冇")
    answer = say("三地法律部门第三次嗰个会，定咗边日开")
    assert answer.status == "partial"


def test_some_are_not_counted(ask: Ask) -> None:
    answer = ask("吉林乡下一个律师也没有，有说给俺们添几个乡里的法律服务员不")
    assert answer.status == "answered"


def test_a_name_is_not_taken_from_beside_a_single_character(ask: Ask) -> None:
    answer = ask("广东要筹的装备展，正式名称")
    assert "科技信息化应用与装备展" in answer.text


def test_who_holds_a_post_is_no_name_of_a_body(ask: Ask) -> None:
    assert ask("现任律协会长叫什么").status != "answered"
