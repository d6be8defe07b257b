"""Which papers a question is about, as people name them."""

from __future__ import annotations

import pytest
from invariants import Ask

from assistant import Assistant

JILIN = ("jilin-2019", "jilin-2017")


@pytest.mark.parametrize(
    ("question", "documents", "topic"),
    [
        ("四川的公证", ("sichuan-2018",), "公证"),
        ("川里社区矫正谁牵头", ("sichuan-2018",), "社区矫正"),
        ("川的公证", ("sichuan-2018",), "公证"),
        ("粤的普法", ("guangdong-2021",), "普法"),
        ("长春法律援助谁管", JILIN, "法律援助"),
        ("吉林2019年的律师", ("jilin-2019",), "律师"),
        ("2017年要点里的戒毒", ("jilin-2017",), "戒毒"),
        ("2018年的律师改革", ("sichuan-2018", "moj-2018"), "律师改革"),
        ("部里那份意见怎么说公证", ("moj-2018",), "公证"),
        ("征求意见稿里谁负责律师调解", ("sichuan-2018",), "律师调解"),
        ("那份要点里的普法", ("jilin-2017", "guangdong-2021"), "普法"),
        ("方案里的普法", ("jilin-2019",), "普法"),
        ("吉司发〔2019〕21号里的法律援助", ("jilin-2019",), "法律援助"),
        ("吉司发[2019]21号里的法律援助", ("jilin-2019",), "法律援助"),
        ("吉司发（2019）21号里的法律援助", ("jilin-2019",), "法律援助"),
        ("jilin-2019里的公证", ("jilin-2019",), "公证"),
        ("《关于加快推进司法行政改革的意见》里的公证", ("moj-2018",), "公证"),
        ("四川和吉林的公证", ("jilin-2019", "sichuan-2018", "jilin-2017"), "公证"),
        ("公证", (), "公证"),
        ("吉林17年要点里的戒毒", ("jilin-2017",), "戒毒"),
        ("吉林方案和四川意见的公证", ("jilin-2019", "sichuan-2018"), "公证"),
        ("四川方案里的公证", ("sichuan-2018",), "公证"),
        ("吉林17年跟19年的公证", JILIN, "公证"),
        ("北京司法部的公证", ("moj-2018",), "公证"),
        ("公证，看19年的", ("jilin-2019",), "公证"),
    ],
)
def test_papers_by_place_year_title_number_and_kind(
    assistant: Assistant, question: str, documents: tuple[str, ...], topic: str
) -> None:
    understood = assistant.understand(question)
    assert understood.scope.documents == documents
    assert understood.topic == topic
    assert understood.scope.unheld == ()


@pytest.mark.parametrize(
    ("question", "what", "name"),
    [
        ("江苏的标准是多少", "place", "江苏"),
        ("上海律师怎么收费", "place", "上海"),
        ("美国律师", "place", "美国"),
        ("2015年要点", "year", "2015年"),
        ("2016年的法律援助", "year", "2016年"),
        ("吉林2018年的律师", "paper", "吉林2018年的这种文件"),
        ("《某省法律援助法实施办法》怎么规定", "law", "某省法律援助法实施办法"),
        ("社区矫正法第二十九条", "law", "社区矫正法"),
        ("劳动合同法怎么规定", "law", "劳动合同法"),
        ("省税务局负责哪些任务", "department", "省税务局"),
        ("省水利厅一共领了几项任务", "department", "省水利厅"),
        ("省文旅厅参与普法吗", "department", "省文旅厅"),
        ("吉司发〔2019〕99号是关于什么的", "paper", "吉司发〔2019〕99号"),
    ],
)
def test_what_is_not_held_is_said_and_nothing_else_answers(
    ask: Ask, assistant: Assistant, question: str, what: str, name: str
) -> None:
    assert [(u.what, u.name) for u in assistant.understand(question).scope.unheld] == [(what, name)]
    answer = ask(question)
    assert answer.status == "not_found"
    assert name in answer.text
    assert "现有的文件是" in answer.text


def test_a_made_up_statute_is_no_statute_that_its_name_holds(
    ask: Ask, assistant: Assistant
) -> None:
    """《某省法律援助法实施办法》 is not 法律援助法."""
    question = "《某省法律援助法实施办法》由哪个部门牵头"
    assert assistant.understand(question).scope.documents == ()
    answer = ask(question)
    assert answer.status == "not_found"
    assert "《某省法律援助法实施办法》" in answer.text


def test_a_regulation_that_the_papers_write_of_is_a_topic(ask: Ask) -> None:
    answer = ask("《吉林省法律援助条例》由谁推动出台")
    assert answer.citations[0].clause_id == "jilin-2019/二/（六）/24/（1）"


def test_where_somebody_is_abroad_names_no_paper(assistant: Assistant) -> None:
    assert assistant.understand("在泰国打工被欠钱能找律师吗").scope.unheld == ()
    assert assistant.understand("泰国的律师怎么管").scope.unheld != ()


def test_a_city_that_a_paper_writes_of_narrows_and_stays_topic(
    ask: Ask, assistant: Assistant
) -> None:
    understood = assistant.understand("深圳有什么任务")
    assert understood.scope.documents == ("guangdong-2021",)
    assert understood.topic == "深圳"
    assert "深圳" in ask("深圳有什么任务").citations[0].quote


def test_a_place_without_papers_that_the_papers_write_of_is_a_topic(assistant: Assistant) -> None:
    understood = assistant.understand("香港律师有哪些措施")
    assert understood.scope.unheld == ()
    assert understood.topic == "香港律师"


@pytest.mark.parametrize(
    "question", ["到2020年要实现什么", "2018年底前完成什么", "2019年以前做什么"]
)
def test_a_year_set_for_the_work_is_no_year_of_a_paper(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).scope.documents == ()


@pytest.mark.parametrize(
    "question", ["省厅怎么抓普法", "巴不得有个律师", "国家赔偿怎么申请", "吉祥如意"]
)
def test_weak_names_are_no_place_among_other_words(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).scope.documents == ()


def test_scope_is_a_filter(assistant: Assistant, ask: Ask) -> None:
    for document in assistant.library.documents():
        place = "司法部" if document.region == "全国" else document.region
        cited = ask(f"{place}{document.year}年的社区矫正有哪些措施").citations
        assert {c.document_id for c in cited} <= {document.id}


def test_traditional_characters_and_full_width_signs_are_the_same_question(ask: Ask) -> None:
    simplified = ask("四川法律援助由谁牵头?")
    traditional = ask("四川法律援助由誰牽頭？")
    assert traditional.citations == simplified.citations


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("司法部意见的基本原则和四川的一样吗", {"moj-2018", "sichuan-2018"}),
        ("毕业证是湖南的，在广州做公证", {"guangdong-2021"}),
        ("在广州打工，做公证要不要回湖南老家", {"guangdong-2021"}),
        ("能不能弄回国内来服刑，国家有这说法没", {"moj-2018"}),
    ],
)
def test_whose_papers_are_meant(assistant: Assistant, question: str, documents: set[str]) -> None:
    assert set(assistant.understand(question).scope.documents) == documents


def test_where_a_thing_comes_from_names_no_papers(assistant: Assistant) -> None:
    scope = assistant.understand("湖南的毕业证在广州做公证，几天能拿到").scope
    assert scope.unheld == ()
    assert assistant.understand("湖南的公证标准和广州的比").scope.unheld != ()


def test_a_law_that_somebody_has_learned_is_not_asked_for(assistant: Assistant) -> None:
    assert assistant.understand("请的律师连合同法都背错").scope.unheld == ()
    assert assistant.understand("合同法怎么规定的").scope.unheld != ()


def test_one_side_of_a_comparison_is_told(ask: Ask) -> None:
    answer = ask("四川与重庆的社区矫正经费保障有何差异？")
    assert answer.status == "partial"
    assert "没有重庆的文件" in answer.text
    assert {c.document_id for c in answer.citations} == {"sichuan-2018"}


def test_a_paper_of_another_place_is_not_lent(ask: Ask) -> None:
    answer = ask("四川的《2021年全省司法行政工作要点》第5条写了什么")
    assert answer.status == "not_found"
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("我问的是2017年的要点，不是2019年的方案。", ("jilin-2017",)),
        ("不是四川那份，是司法部的", ("moj-2018",)),
        ("到2019年的方案，办案补贴是怎么写的", ("jilin-2019",)),
    ],
)
def test_what_is_not_meant_is_not_the_scope(
    assistant: Assistant, question: str, documents: tuple[str, ...]
) -> None:
    assert assistant.understand(question).scope.documents == documents


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("吉林2017年要点与2019年方案对12348的要求有什么变化", {"jilin-2017", "jilin-2019"}),
        ("吉林2019年方案和四川意见稿各写的由谁牵头", {"jilin-2019", "sichuan-2018"}),
        ("司法部意见和四川的一样吗，在社区矫正上", {"moj-2018", "sichuan-2018"}),
        ("2018年四川意见里的公证", {"sichuan-2018"}),
        ("加快推进司法行政改革的实施意见里的公证", {"sichuan-2018"}),
        ("广东的工作要点里的公证", {"guangdong-2021"}),
    ],
)
def test_papers_by_year_kind_and_place_stand_beside_each_other(
    assistant: Assistant, question: str, documents: set[str]
) -> None:
    assert set(assistant.understand(question).scope.documents) == documents


@pytest.mark.parametrize("question", ["每个村都配了一个懂法的人", "上头有啥打算没有"])
def test_words_of_number_and_rank_name_no_papers(assistant: Assistant, question: str) -> None:
    scope = assistant.understand(question).scope
    assert (scope.documents, scope.several) == ((), False)


def test_a_country_spoken_of_names_no_papers(assistant: Assistant) -> None:
    spoken_of = assistant.understand("四川说以后不用美国那个卫星了，换成啥")
    assert (spoken_of.scope.documents, spoken_of.scope.unheld) == (("sichuan-2018",), ())
    compared = assistant.understand("四川和美国的社区矫正有什么不同")
    assert [unheld.name for unheld in compared.scope.unheld] == ["美国"]


def test_a_year_taken_for_granted_is_no_papers_year(ask: Ask) -> None:
    answer = ask("吉林全面深化改革的方案，目标年份是2025年对吧？")
    assert answer.text.startswith("不是2025年：原文写的是到2022年")
    assert ask("是2025年的文件吗").status == "not_found"


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("吉19 社区矫正", ("jilin-2019",)),
        ("吉林17年有没有提戒毒", ("jilin-2017",)),
        ("川稿 社区矫正信息化", ("sichuan-2018",)),
        ("司发1号怎么规定公证的", ("moj-2018",)),
        ("19年谁牵头的法律援助", ("jilin-2019",)),
        ("人在湖南打工，广州考的驾照要做公证", ("guangdong-2021",)),
    ],
)
def test_papers_as_they_are_noted_for_short(
    assistant: Assistant, question: str, documents: tuple[str, ...]
) -> None:
    scope = assistant.understand(question).scope
    assert scope.documents == documents
    assert scope.unheld == ()


def test_words_that_only_other_papers_have_are_not_found(ask: Ask) -> None:
    assert ask("广东要点有没有提扫黑除恶").status == "answered"
    assert ask("吉林17年要点有没有提扫黑除恶").status == "not_found"


@pytest.mark.parametrize(
    "question", ["人在湖南打工，学历公证在广州能办吗", "北京大所来长春开分所有支持吗"]
)
def test_where_somebody_comes_from_asks_for_no_paper(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).scope.unheld == ()


def test_a_number_says_which_paper_of_the_place(assistant: Assistant) -> None:
    scope = assistant.understand("吉司发〔2019〕21号有没有发给长白山").scope
    assert scope.documents == ("jilin-2019",)


@pytest.mark.parametrize(
    "question",
    ["我在吉林，江苏要求到哪年", "四川定了数，江苏培养到多少人", "江苏司法部门的文件怎么说公证"],
)
def test_another_place_that_is_asked_about_is_not_held(assistant: Assistant, question: str) -> None:
    assert [each.name for each in assistant.understand(question).scope.unheld] == ["江苏"]


def test_a_hotline_is_no_year(assistant: Assistant) -> None:
    read = assistant.understand("12348不用，法律援助怎么申请")
    assert (read.scope.years, read.numbers) == ((), ())


@pytest.mark.parametrize(
    "question",
    [
        "除了四川，哪些省写了律师调解",
        "不看四川的，律师调解有什么规定",
        "四川以外的律师调解规定",
        "律师调解，但不是四川的",
    ],
)
def test_a_place_that_is_left_out(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "sichuan-2018" not in {c.document_id for c in answer.citations}


def test_whether_it_is_a_places_leaves_nothing_out(assistant: Assistant) -> None:
    assert assistant.understand("律师调解是不是四川的").scope.documents == ("sichuan-2018",)


@pytest.mark.parametrize("question", ["不是律协管的，那公证归谁管", "公证不归律师协会管，归谁管"])
def test_a_department_that_is_ruled_out(ask: Ask, question: str) -> None:
    assert ask(question).citations == ask("公证归谁管").citations


def test_what_a_paper_plans_is_no_paper_that_is_held(assistant: Assistant) -> None:
    assert assistant.understand("要出的那个意见，全称叫什么").scope.documents == ()


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("四川村里还培养“法律明白人”，广东那边也搞这个不", ("guangdong-2021",)),
        ("我人在广东，驾照是江西拿的，就在这边公证行吗", ("guangdong-2021",)),
        ("吉林2019年那个实施方案，是司法部发的对吧？", ("jilin-2019",)),
    ],
)
def test_a_place_that_is_told_and_not_asked_about(
    assistant: Assistant, question: str, documents: tuple[str, ...]
) -> None:
    scope = assistant.understand(question).scope
    assert scope.documents == documents
    assert not scope.unheld
