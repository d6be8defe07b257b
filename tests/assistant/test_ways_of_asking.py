"""Ways of asking in every combination of words: what is asked is seen, the topic is left."""

from __future__ import annotations

from itertools import product

import pytest

from assistant import Assistant

TOPIC = "公证员队伍建设"
WHO = ("谁", "哪个处", "哪家单位", "哪些部门", "什么部门", "边个", "哪几家")
BEFORE_WHO = ("", "由", "到底归", "应该由", "该", "具体由")
LEADS = ("牵头", "负责", "主抓", "来管", "打头", "承办", "组织实施")
HELPS = ("配合", "协助", "参与", "打下手", "搭把手", "支持")
WHEN = ("什么时候", "哪年", "几时", "最晚哪一年", "到什么时候", "哪年底前", "多久")
DONE = ("完成", "建成", "办完", "落实", "搞定", "全覆盖")
HOW = ("怎么", "如何", "咋", "怎样", "啷个", "点样")
DO = ("做", "办", "推进", "落实", "规定的", "安排", "搞")
ARRANGEMENT = ("措施", "要求", "硬招", "安排", "规定", "做法")

LEAD = [
    *("".join(parts) for parts in product(BEFORE_WHO, WHO, LEADS)),
    *("".join(parts) for parts in product(LEADS[:3], ("的是", "得是", "单位是", "嘅系"), WHO)),
    *("".join(parts) for parts in product(("落到", "摊给"), ("哪几家", "哪个处", "谁"), ("头上",))),
    *(
        "".join(parts)
        for parts in product(("是", ""), ("哪几家",), ("凑一块", "联合"), ("定", "搞"))
    ),
    *("以谁为主", "以何处为主、何处协同", "由哪一机构协调制定", "由哪个处会同起草"),
    *("".join(parts) for parts in product(("谁是", "哪家是"), LEADS[:3], ("的", "单位", "部门"))),
]
SUPPORT = [
    *("".join(parts) for parts in product(("", "由", "还有", "都由"), WHO, HELPS)),
    *("".join(parts) for parts in product(HELPS, ("的是", "单位是", "部门有"), WHO)),
    *(
        "".join(parts)
        for parts in product(("跟", "和"), WHO, ("一起", "共同"), ("抓", "推进", "落实"))
    ),
]
DEADLINE = [
    *("".join(parts) for parts in product(("", "要", "计划", "规定"), WHEN, ("", "能"), DONE)),
    *(
        "".join(parts)
        for parts in product(DONE[:3], ("的期限", "的时间"), ("是什么时候", "是哪年"))
    ),
    *("".join(parts) for parts in product(("有没有", "定没定"), ("期限", "时限", "时间表"))),
]
MEASURES = [
    *("".join(parts) for parts in product(("", "该", "打算", "具体"), HOW, DO)),
    *(
        "".join(parts)
        for parts in product(("有", "采取了", "提出了"), ("哪些", "什么", "啥"), ARRANGEMENT)
    ),
    *("".join(parts) for parts in product(ARRANGEMENT, ("有", "都有"), ("哪些", "什么"))),
]

OFFICE = "律师工作处"
WORK = ("任务", "工作", "活")
LISTS = [
    *map("".join, product((OFFICE,), ("一共", "该"), ("负责", "摊到"), ("哪些", "啥"), WORK)),
    *map("".join, product((OFFICE,), ("的", "名下的", "配合的"), WORK, ("有哪些", "给我捋一遍"))),
    *map("".join, product(("哪些", "什么"), WORK, ("由", "交给"), (OFFICE,), ("负责", "来办"))),
    *map("".join, product((OFFICE,), ("牵头", "配合"), ("的有", "的都是"), ("哪几项", "啥"))),
]


def test_a_list_is_asked_for_in_any_words(assistant: Assistant) -> None:
    kinds = {way: assistant.understand(f"吉林方案里{way}？").kind for way in LISTS}
    missed = [way for way, kind in kinds.items() if kind != "duties"]
    assert len(missed) <= 0.01 * len(LISTS), missed


@pytest.mark.parametrize(
    ("asks", "ways"),
    [({"lead"}, LEAD), ({"support"}, SUPPORT), ({"deadline"}, DEADLINE), (set(), MEASURES)],
    ids=["lead", "support", "deadline", "measures"],
)
def test_a_way_of_asking_is_taken_whole(
    assistant: Assistant, asks: set[str], ways: list[str]
) -> None:
    read = {way: assistant.understand(f"四川的{TOPIC}{way}？") for way in ways}
    missed = [way for way, question in read.items() if not asks <= question.asks]
    left = {w: q.topic for w, q in read.items() if q.topic != TOPIC}
    assert len(missed) <= 0.01 * len(ways), missed
    assert len(left) <= 0.02 * len(ways), left


@pytest.mark.parametrize(
    ("question", "kind", "asks"),
    [
        ("群众提意见的渠道有哪些", "measures", set()),
        ("公证书作不作数", "measures", set()),
        ("裁判文书什么时候上网", "fact", {"deadline"}),
        ("设立公证处要经过哪个部门批准", "responsibility", {"lead"}),
        ("社区矫正对象外出要经过谁同意", "responsibility", {"lead"}),
        ("法律服务热线谁更新", "measures", set()),
        ("试点的律所是哪几家", "measures", set()),
        ("遗嘱怎么写公证处才认", "measures", set()),
        ("我在那家医院做鉴定", "measures", set()),
        ("有几个工程造价鉴定机构", "fact", {"amount"}),
    ],
)
def test_what_sounds_alike_asks_for_something_else(
    assistant: Assistant, question: str, kind: str, asks: set[str]
) -> None:
    read = assistant.understand(question)
    assert (read.kind, set(read.asks), read.reason) == (kind, asks, "")
