"""Clause numbers as people write them, and the clauses they lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invariants import Ask, Say

from assistant import Assistant
from assistant.locating import locate, printed_number
from assistant.understanding.clause_number import number_value, take_clause_numbers
from assistant.understanding.reading import Reading, plain


def levels(question: str) -> list[tuple[tuple[str, int], ...]]:
    return [number.levels for number in take_clause_numbers(Reading(plain(question)))]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("第30条", [(("any", 30),)]),
        ("第三十条", [(("any", 30),)]),
        ("第３０条", [(("any", 30),)]),
        ("第（12）项", [(("item", 12),)]),
        ("编号（85）那条", [(("item", 85),)]),
        ("编号85", [(("any", 85),)]),
        ("第12大项", [(("task", 12),)]),
        ("第12小项", [(("item", 12),)]),
        ("第22项第（3）点", [(("task", 22), ("item", 3))]),
        ("第二十二项的第三点", [(("task", 22), ("item", 3))]),
        ("三（一）2", [(("section", 3), ("subsection", 1), ("task", 2))]),
        ("广东要点27条", [(("any", 27),)]),
        ("30条说的啥", [(("any", 30),)]),
        ("24项2点", [(("task", 24), ("item", 2))]),
        ("吉林2019 23-②", [(("task", 23), ("item", 2))]),
        ("第廿七条", [(("any", 27),)]),
        ("吉林方案24（3）", [(("task", 24), ("item", 3))]),
        ("33的责任单位", [(("any", 33),)]),
        ("32往后呢", [(("any", 32),)]),
        ("吉林方案二十六条第3点", [(("any", 26), ("item", 3))]),
        ("110报警", []),
        ("30个司法所", []),
        ("广东地三十四条", [(("any", 34),)]),
        ("第三部份第2断", [(("section", 3), ("paragraph", 2))]),
        ("第18条，底下有第（6）小条没有", [(("any", 18), ("item", 6))]),
        ("倒数第二条", [(("any", -2),)]),
        ("第三部分倒数第2段", [(("section", 3), ("paragraph", -2))]),
        (
            "二、（六）24（1）",
            [(("section", 2), ("subsection", 6), ("task", 24), ("item", 1))],
        ),
        (
            "第二部分（六）第24项（1）",
            [(("section", 2), ("subsection", 6), ("task", 24), ("item", 1))],
        ),
        ("第二部分最后一段", [(("section", 2), ("paragraph", -1))]),
        ("第30条和第31条", [(("any", 30),), (("any", 31),)]),
        ("第25、26项", [(("task", 25),), (("task", 26),)]),
        ("25和26项谁牵头", [(("task", 25),), (("task", 26),)]),
        ("第2、3点", [(("item", 2),), (("item", 3),)]),
        ("第二、三部分", [(("section", 2),), (("section", 3),)]),
        ("第24到26项", [(("task", 24),), (("task", 25),), (("task", 26),)]),
        ("32和33呢", [(("any", 32),), (("any", 33),)]),
        ("要点弟33条", [(("any", 33),)]),
        ("第17的上一条", [(("any", 17),)]),
        ("三、四项措施", []),
        ("窗口9点到12点有人吗", []),
        ("列2到3条", []),
        ("第26到24项", []),
        ("10到15号放假吗", []),
        ("第1到99项", []),
    ],
)
def test_a_number_is_read(written: str, read: list[tuple[tuple[str, int], ...]]) -> None:
    assert levels(written) == read


@pytest.mark.parametrize(
    "no_number",
    [
        "12.4国家宪法日",
        "2018年底前",
        "12348热线",
        "五大改造",
        "3.0版",
        "第一责任人",
        "三支一扶",
        "一村一法律顾问",
    ],
)
def test_numbers_that_name_no_clause(no_number: str) -> None:
    assert levels(no_number) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三十", 30),
        ("十二", 12),
        ("一百零五", 105),
        ("八五", 85),
        ("两", 2),
        ("85", 85),
        ("", None),
        ("部", None),
    ],
)
def test_chinese_numerals(written: str, value: int | None) -> None:
    assert number_value(written) == value


@given(st.integers(1, 999))
def test_every_chinese_numeral_is_read_back(number: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    written = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        written += f"{digits[tens]}十"
    elif hundreds and ones:
        written += "零"
    written += digits[ones] if ones else ""
    assert number_value(written) == number
    assert number_value(written.replace("一十", "十", 1) if number < 20 else written) == number


@given(
    st.text(
        alphabet=st.sampled_from(
            "第条项点段（）()一二三十百零部分节大小编号最后0123８９²①٣、.- 《》"
        ),
        max_size=40,
    )
)
def test_any_text_of_numbers_and_brackets_is_read(text: str) -> None:
    for number in take_clause_numbers(Reading(plain(text))):
        assert number.levels
        assert all(value >= -1 for _, value in number.levels)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("四川意见第30条", "sichuan-2018/三/（二）/5/（30）"),
        ("四川意见第85条", "sichuan-2018/三/（四）/25/（85）"),
        ("四川第12大项", "sichuan-2018/三/（二）/12"),
        ("四川第12小项", "sichuan-2018/三/（一）/2/（12）"),
        ("四川意见三（一）2", "sichuan-2018/三/（一）/2"),
        ("司法部意见编号（85）那条", "moj-2018/三/（四）/27/（85）"),
        ("吉林方案第22项第（3）点", "jilin-2019/二/（六）/22/（3）"),
        ("吉林方案第２２项第（３）点", "jilin-2019/二/（六）/22/（3）"),
        ("吉林方案第24项第1点", "jilin-2019/二/（六）/24/（1）"),
        ("吉林方案第（12）项", "jilin-2019/二/（四）/12"),
        ("吉林方案第二十四项的最后一点", "jilin-2019/二/（六）/24/（5）"),
        ("广东要点第五十三项", "guangdong-2021/九/53"),
        ("吉林2017年要点第三部分第5段", "jilin-2017/三/¶5"),
        ("吉林2017年要点第二部分最后一段", "jilin-2017/二/¶4"),
        # Its closing paragraph stands behind eight subsections and belongs to the section.
        ("吉林方案第二部分最后一段", "jilin-2019/二"),
        ("吉林方案第18项最后一段", "jilin-2019/二/（五）/18"),
        ("四川第30条的下一条", "sichuan-2018/三/（二）/5/（31）"),
        ("吉林方案第22项第（3）点的前一条", "jilin-2019/二/（六）/22/（2）"),
        ("吉林方案第24项（1）的上一级", "jilin-2019/二/（六）/24"),
        ("jilin-2019 二/（六）/24/（1）", "jilin-2019/二/（六）/24/（1）"),
    ],
)
def test_a_number_leads_to_its_clause(ask: Ask, question: str, clause: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.understanding.kind == "clause"
    assert answer.citations[0].clause_id == clause


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("吉林方案第50项", "38项任务"),
        ("吉林方案第四部分", "3部分"),
        ("吉林方案第24项第9点", "5点"),
        ("四川意见第（94）条", "93点"),
        ("司法部意见第86条", "85点"),
        ("广东要点第54条", "53项任务"),
    ],
)
def test_a_number_beyond_the_end_says_where_the_numbers_end(
    ask: Ask, question: str, end: str
) -> None:
    answer = ask(question)
    assert answer.status == "not_found"
    assert "没有第" in answer.text
    assert end in answer.text


def test_before_the_first_clause_there_is_none(ask: Ask) -> None:
    answer = ask("四川第1项的前一项")
    assert answer.status == "not_found"
    assert "第三部分（一）第1项已经到头" in answer.text


def test_without_a_paper_every_paper_with_the_number_is_shown(ask: Ask) -> None:
    answer = ask("第（12）项")
    assert {c.document_id for c in answer.citations} >= {"jilin-2019", "sichuan-2018", "moj-2018"}
    assert any("不止一条" in note for note in answer.notes)


def test_every_printed_number_leads_back_to_its_clause(assistant: Assistant) -> None:
    names = {"section": "部分", "task": "大项", "item": "小项"}
    for document in assistant.library.documents():
        for clause in document.clauses:
            value = printed_number(clause)
            if clause.kind not in names or value is None:
                continue
            above = clause.parent if document.id == "jilin-2019" else None
            outer = f"第{printed_number(above)}大项" if above and clause.kind == "item" else ""
            (number,) = take_clause_numbers(Reading(f"{outer}第{value}{names[clause.kind]}"))
            assert clause in locate(document, number).clauses, clause.id


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("广东要点倒数第二条", "guangdong-2021/九/52"),
        ("吉林实施方案全文最后那一条", "jilin-2019/三/（四）"),
        ("吉林2017年要点第六部分倒数第二段", "jilin-2017/六/¶7"),
        ("广东第二部分第二条", "guangdong-2021/二/9"),
        ("四川第（四十五）点", "sichuan-2018/三/（二）/8/（45）"),
        ("四川的工作要求一共几条", "sichuan-2018/四"),
        ("吉林方案的总体目标", "jilin-2019/一/（三）"),
        ("四川意见的基本原则", "sichuan-2018/二/——基本原则"),
        ("司法部意见的前言怎么写的", "moj-2018/前言"),
    ],
)
def test_places_called_by_their_end_their_order_or_their_heading(
    ask: Ask, question: str, clause: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.citations[0].clause_id == clause


def test_a_count_of_tasks_is_not_a_number(ask: Ask) -> None:
    answer = ask("吉林方案一共多少项任务")
    assert "38项任务" in answer.text
    assert answer.citations[0].path == ()


def test_a_number_without_brackets_is_a_tasks(ask: Ask) -> None:
    assert ask("司法部意见里不带括号的那个16").citations[0].clause_id == "moj-2018/三/（二）/16"
    assert ask("司法部意见第16条").citations[0].clause_id == "moj-2018/三/（二）/16"
    assert ask("司法部意见（16）").citations[0].clause_id == "moj-2018/三/（二）/4/（16）"


def test_a_part_of_ones_own_report_is_no_clause(assistant: Assistant) -> None:
    assert assistant.understand("我要写进论文第三节，吉林怎么培养涉外律师").numbers == ()


def test_how_many_points_a_task_has(ask: Ask) -> None:
    answer = ask("四川改革完善社区矫正制度底下有几个小条")
    assert "下设7条" in answer.text
    points = [f"sichuan-2018/三/（一）/2/（{number}）" for number in range(8, 15)]
    assert [c.clause_id for c in answer.citations] == points


def test_a_number_is_of_the_part_that_is_named(ask: Ask) -> None:
    answer = ask("四川那份“工作要求”里的（三）讲什么")
    assert answer.citations[0].clause_id == "sichuan-2018/四/（三）"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("广东要点的33给我念念", "guangdong-2021/六/33"),
        ("四川意见稿括号五十三那一条", "sichuan-2018/三/（二）/9/（53）"),
        ("吉林方案38项中间的（2）", "jilin-2019/二/（八）/38/（2）"),
        ("吉林方案32条（1）谁配合", "jilin-2019/二/（七）/32/（1）"),
        ("司法部意见，往前翻，71条", "moj-2018/三/（三）/20/（71）"),
    ],
)
def test_numbers_as_they_are_typed_in_a_hurry(ask: Ask, question: str, clause: str) -> None:
    assert ask(question).citations[0].clause_id == clause


def test_a_mistyped_number_is_corrected(say: Say) -> None:
    say("广东要点第35条")
    assert say("打错，36").citations[0].clause_id == "guangdong-2021/七/36"


def test_how_many_points_this_part_has(say: Say) -> None:
    say("广东要点第八部分标题")
    assert "下设5条" in say("这部分几条").text
    assert say("第二条全文").citations[0].clause_id == "guangdong-2021/八/45"
