"""What a paper says about itself, cited to its head."""

from __future__ import annotations

import pytest
from invariants import Ask, Say

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "document", "said"),
    [
        ("吉林方案的文号是什么", "jilin-2019", "吉司发〔2019〕21号"),
        ("司法部意见的文号", "moj-2018", "司发〔2018〕1号"),
        ("吉林方案什么时候印发的", "jilin-2019", "2019年6月24日"),
        ("广东发文机关是谁", "guangdong-2021", "广东省司法厅"),
        ("四川意见是正式文件吗", "sichuan-2018", "征求意见稿"),
        ("四川那份是定下来的文件了，还是在问大家的意见", "sichuan-2018", "征求意见稿"),
        ("吉林方案是征求意见稿吗", "jilin-2019", "是正式文件"),
        ("吉林方案一共有多少项任务", "jilin-2019", "38项任务"),
        ("部里那份意见有多少项任务", "moj-2018", "28项任务"),
        ("广东要点有几个部分", "guangdong-2021", "9个部分"),
        # 6, 4, 7, 5, 4 and 8 below the sections; what stands before them is none of these.
        ("吉林2017年要点一共多少项任务", "jilin-2017", "34个自然段（部分以下没有编号）"),
        ("吉司发〔2019〕21号是什么文件", "jilin-2019", "吉林省司法厅"),
    ],
)
def test_number_date_issuer_status_counts(
    ask: Ask, question: str, document: str, said: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert answer.understanding.kind == "document"
    assert said in answer.text
    assert {(c.document_id, c.path) for c in answer.citations} == {(document, ())}


@pytest.mark.parametrize("question", ["四川意见的文号是什么", "吉林2017年要点的文号"])
def test_what_a_paper_does_not_say_of_itself(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "partial"
    assert "没有写文号" in answer.text


def test_the_date_of_a_web_page_is_not_the_date_of_issue(ask: Ask) -> None:
    answer = ask("广东要点什么时候印发的")
    assert "没有写成文日期" in answer.text
    assert "2021-05-20" in answer.text
    assert "不是成文日期" in answer.text


def test_which_papers_there_are(ask: Ask, assistant: Assistant) -> None:
    answer = ask("有哪些文件")
    documents = assistant.library.documents()
    assert f"{len(documents)}份文件" in answer.text
    assert [c.document_id for c in answer.citations] == [d.id for d in documents]
    assert all(document.title in answer.text for document in documents)


def test_papers_of_one_year(ask: Ask) -> None:
    cited = {c.document_id for c in ask("2018年的文件有哪些").citations}
    assert cited == {"sichuan-2018", "moj-2018"}


def test_the_newest_and_the_oldest(ask: Ask) -> None:
    opening = ask("最新的文件是哪份").text.split("\n")[0]
    assert "2021年的《2021年全省司法行政工作要点》" in opening
    assert "2017年的《2017年司法行政工作要点》" in opening


def test_counts_of_all_papers(ask: Ask) -> None:
    lines = ask("一共多少项任务").text.split("\n")
    assert [("38项任务" in line, "28项任务" in line, "53项任务" in line) for line in lines] == [
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("哪一份还没正式印发", {"sichuan-2018"}),
        ("有文号的是哪几份", {"jilin-2019", "moj-2018"}),
        ("哪几份文件没有文号", {"sichuan-2018", "jilin-2017", "guangdong-2021"}),
        ("哪些文件标了责任单位", {"jilin-2019", "sichuan-2018"}),
    ],
)
def test_papers_asked_for_by_what_they_have(ask: Ask, question: str, documents: set[str]) -> None:
    assert {c.document_id for c in ask(question).citations} == documents


def test_only_the_day_of_issue_is_asked_for(ask: Ask) -> None:
    answer = ask("广东2021年要点是哪一天签发的")
    assert answer.status == "partial"
    assert "那不是成文日期" in answer.text


def test_what_a_head_does_not_say_is_said_with_the_head(ask: Ask) -> None:
    answer = ask("吉司发〔2019〕21号是哪个厅长签的字")
    assert answer.status == "partial"
    assert answer.citations[0].clause_id == "jilin-2019"


@pytest.mark.parametrize("year", ["2017年", "17年", "一七年", "二零一七年"])
def test_a_year_however_it_is_said(ask: Ask, year: str) -> None:
    answer = ask(f"吉林{year}那份要点叫什么")
    assert {c.document_id for c in answer.citations} == {"jilin-2017"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("吉林2019年方案是厅里哪次会上过的", "第14次厅党组会议"),
        ("司法部意见经谁批准的", "中央政法委批准"),
    ],
)
def test_who_approved_a_paper(ask: Ask, question: str, words: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert words in answer.text


@pytest.mark.parametrize(
    "question", ["广东2021年要点连续编号到第几条", "广东2021年要点最后一个编号是几"]
)
def test_how_far_the_numbers_go(ask: Ask, question: str) -> None:
    assert "53项任务" in ask(question).text


@pytest.mark.parametrize(
    "question",
    ["吉林2017年要点主要内容是什么", "2017年吉林有哪些重点工作", "吉林2017年要点讲了些什么"],
)
def test_what_a_paper_is_about_are_its_sections(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    sections = {"jilin-2017/" + number for number in "一二三四五六"}
    assert {citation.clause_id for citation in answer.citations} == sections
    assert answer.citations[0].quote in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "吉林方案里牵头部门和配合部门靠什么区分",
        "吉林方案括号里一串处室，咋看谁是牵头的",
        "吉林方案怎么分辨哪家牵头",
    ],
)
def test_how_a_paper_shows_who_leads(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "黑体字为牵头部门" in answer.citations[0].quote
    assert answer.citations[0].clause_id == "jilin-2019/二"


def test_a_paper_that_names_no_departments_is_said_to(ask: Ask) -> None:
    answer = ask("广东要点的每项工作是否注明了责任处室")
    assert answer.status == "partial"
    assert "没有写明由哪些单位负责" in answer.text


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("本系统收录了哪几份文件？请列出名称。", 5),
        ("你这儿一共能查到吉林的几份文件，都叫什么名", 2),
        ("你这里总共搁着几个文件", 5),
        ("你手头一共存了几分文件", 5),
    ],
)
def test_which_papers_there_are_in_any_words(ask: Ask, question: str, documents: int) -> None:
    answer = ask(question)
    assert answer.understanding.asks == ("catalog",)
    assert len(answer.citations) == documents


def test_a_line_of_the_web_page_addresses_nobody(ask: Ask) -> None:
    assert "没有写发给哪些单位" in ask("广东要点发给谁的").text


@pytest.mark.parametrize(
    ("question", "department"),
    [
        ("四川律师惩戒办法由谁制定的", "司法厅"),
        ("四川公用经费管理办法由哪个厅制定的", "司法厅"),
        ("吉林法律援助条例是谁起草的", "公共法律服务管理处"),
    ],
)
def test_who_makes_a_rule_is_not_who_issued_the_paper(
    ask: Ask, question: str, department: str
) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "responsibility"
    assert answer.responsibilities[0].department == department


def test_a_part_named_in_quotation_marks_is_counted(ask: Ask) -> None:
    answer = ask("四川征求意见稿“完善司法行政保障制度”部分下设几个大项")
    assert answer.citations[0].clause_id == "sichuan-2018/三/（三）"
    assert "下设7条" in answer.text


def test_the_year_alone_is_known_where_no_day_is_written(ask: Ask) -> None:
    answer = ask("吉林2017年要点是哪年的文件")
    assert answer.status == "answered"
    assert "是2017年的文件" in answer.text
    assert ask("吉林2017年要点的落款日期").status == "partial"


def test_papers_by_their_numbers(ask: Ask) -> None:
    answer = ask("五份文件里带有发文字号的是哪些")
    assert {c.document_id for c in answer.citations} == {"jilin-2019", "moj-2018"}


@pytest.mark.parametrize("question", ["你这儿到底存了哪几份文件，报个名儿", "库里都收了些啥文件呀"])
def test_all_papers_in_peoples_words(assistant: Assistant, ask: Ask, question: str) -> None:
    answer = ask(question)
    assert {c.document_id for c in answer.citations} == {
        d.id for d in assistant.library.documents()
    }


def test_the_newer_of_two_papers(assistant: Assistant) -> None:
    conversation = assistant.conversation()
    conversation.ask("吉林2019方案的文号")
    assert "最新的是2021年" in conversation.ask("跟广东要点比谁更新").text


def test_a_title_without_how_it_is_to_be_done(assistant: Assistant) -> None:
    question = assistant.understand("四川省司法行政改革实施意见的文号")
    assert (question.kind, question.topic) == ("document", "")


@pytest.mark.parametrize("question", ["你手头一共几份文件，都是谁发的", "这里总共几份文件"])
def test_the_papers_at_hand(ask: Ask, assistant: Assistant, question: str) -> None:
    shown = {citation.document_id for citation in ask(question).citations}
    assert shown == {document.id for document in assistant.library.documents()}


def test_of_a_places_papers_the_later_one_and_the_other(say: Say) -> None:
    later = say("吉林有两份，后出的那份落款日期")
    assert [c.document_id for c in later.citations] == ["jilin-2019"]
    other = say("另一份吉林的文号呢")
    assert [c.document_id for c in other.citations] == ["jilin-2017"]


def test_papers_by_what_they_have_are_sought_among_all(say: Say) -> None:
    say("这里总共几份文件")
    draft = say("有没有还没定稿的")
    assert [c.document_id for c in draft.citations] == ["sichuan-2018"]
    numbered = say("带文号的都有谁")
    assert {c.document_id for c in numbered.citations} == {"jilin-2019", "moj-2018"}


def test_the_words_of_a_title_are_no_matter(ask: Ask) -> None:
    answer = ask("吉林全面深化司法行政改革的方案经过哪次会议通过")
    assert answer.understanding.kind == "document"
    assert "第14次" in answer.text


def test_papers_without_a_number_and_then_those_with_one(say: Say) -> None:
    without = say("系统收录的文件，哪些没有发文字号？")
    assert {c.document_id for c in without.citations} == {
        "jilin-2017",
        "sichuan-2018",
        "guangdong-2021",
    }
    numbered = say("有字号的两份呢")
    assert {c.document_id for c in numbered.citations} == {"jilin-2019", "moj-2018"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("四川那份意见是定了的，还是还在让大家提意见", "征求意见稿"),
        ("司法部那份意见印发前报谁批过，批的是国务院吗", "中央政法委批准"),
        ("广东那个要点从头到尾编了多少条", "53项任务"),
        ("收录的五份文件分别由哪些机关印发", "四川省司法厅"),
    ],
)
def test_papers_asked_about_in_peoples_words(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.understanding.kind == "document"
    assert said in answer.text
