"""Whether the paper is asked for its date, number or issuer, or a matter that it writes of."""

from __future__ import annotations

import re

from assistant.answer import Ask
from assistant.understanding.details import kind_asked
from assistant.understanding.phrases import group_pattern

# Characters; a topic so long names a matter that something is asked of.
_A_MATTER = 4
# Characters; so much tells of a case of one's own, and of no paper.
_A_STORY = 8
# What is made and not merely issued is a law or a rule that the paper plans.
_MADE = re.compile(r"起草|制定|编制|编写|拟定?|定的|写的|搞|弄")
_NAMED = re.compile(r"叫|名")
# What takes place has a day of its own.
_HELD = re.compile(r"召开|举行|举办|开工|竣工|开幕|启动|挂牌|上线|开考")


def asked_of(asks: frozenset[Ask], topic: str, plain: str, *, of_paper: bool) -> frozenset[Ask]:
    """What is asked for, of the paper that is named or else of a matter or rule in it.

    A number, a date or an issuer is asked of a paper unless a matter is named that may have one.
    """
    if of_paper:
        return _of_the_paper_itself(asks, topic, plain)
    # 那个处理投诉的细则是几月几号出的
    if "date" in asks and group_pattern("kind_of_rule").search(topic):
        return asks - {"date"} | {"deadline"}
    if "approval" in asks and len(topic.replace(" ", "")) >= _A_MATTER:
        return asks - {"approval"} | {"lead"}  # 外出要经过谁同意
    if "number" in asks and group_pattern("is_planned").search(topic):  # 那个行动方案文号有吗
        return asks - {"number"} | {"contact"}
    return asks


def _of_the_paper_itself(asks: frozenset[Ask], topic: str, plain: str) -> frozenset[Ask]:
    """四川那份文件叫什么, 哪天开始执行: with no matter named the paper's own title or date."""
    if topic:
        return _of_the_matter(asks, topic, plain)
    if kind_asked(plain):
        return asks
    instead: dict[frozenset[Ask], Ask] = {
        frozenset({"deadline"}): "date",
        frozenset({"amount"}): "count",
        frozenset({"name"}): "title",
        frozenset({"contact"}): "title",
        frozenset({"name", "contact"}): "title",
    }
    if "contact" in asks and not _NAMED.search(plain):
        return asks  # 延吉的在哪条街
    return frozenset({instead[asks]}) if asks in instead else asks


def _of_the_matter(asks: frozenset[Ask], topic: str, plain: str) -> frozenset[Ask]:
    """律师惩戒办法由谁制定, 补贴发给谁: with a matter named it is not asked of the paper."""
    length = len(topic.replace(" ", ""))
    if length < _A_MATTER:
        return asks
    if length >= _A_STORY:  # 娃把同学打伤了,送专门学校得谁点头
        asks -= {"approval"}
    if "date" in asks and _HELD.search(plain):  # 第三次联席会议的召开地点及日期
        asks = asks - {"date"} | {"deadline"}
    if "issuer" in asks and _MADE.search(plain):
        return asks - {"issuer"} | {"lead"}
    if "title" in asks:  # “三个规定”是哪三个文件,全称是什么
        asks = asks - {"title"} | {"name"}
    return asks - {"addressees"}
