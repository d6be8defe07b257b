"""Questions about papers themselves: which have a property, and what stands at their head."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Property: TypeAlias = Literal["draft", "formal", "numbered", "unnumbered", "dated", "naming"]
"""What a paper may be asked for by: its standing, its number or date, that it names departments."""

# The first that fits is meant: what is not formal yet is a draft.
_PROPERTIES: tuple[tuple[re.Pattern[str], Property], ...] = (
    (
        re.compile(
            r"征求意见|草[稿案]|(?:没有?|未|尚未|还没有?)(?:正式)?(?:印|发|定稿|出台|下发)|(?:不|没)是?正式"
        ),
        "draft",
    ),
    (re.compile(r"(?:没有?|无|不带|缺)(?:正式)?的?(?:文号|编号|发文字号)"), "unnumbered"),
    (re.compile(r"(?:有|带|写|标|印)了?(?:正式)?的?(?:文号|编号|发文字号)"), "numbered"),
    (re.compile(r"(?:有|带|写|标|印)了?(?:成文|印发|落款)?的?(?:日期|落款)"), "dated"),
    (re.compile(r"(?:责任|牵头)(?:单位|部门|处室)|(?:单位|部门|处室)的?分工|分工到"), "naming"),
    (re.compile(r"正式"), "formal"),
)  # fmt: skip
_WHICH = re.compile(
    r"哪(?:一|几|些)?份|哪(?:一|几|些)?个?(?:文件|材料)"
    r"|(?:文号|编号|日期|落款|单位|部门|处室)的(?:文件)?(?:有|是)哪(?:一|几|些)?个?"
)
# Words of a paper's head and of how it came about.
_OF_THE_HEAD = re.compile(
    r"文号|编号|号文|日期|落款|印发|签发|发文|起草|编制|施行|有效期|主送|抄送|收文|发给|发到|网页|网站|栏目"
    r"|来源|附件|通知|正式|草稿|征求意见|签字|签的|厅长|通过|会议|审议|批准|标题|名称|几号|几月"
)
_DAY_OF_ISSUE = re.compile(r"签发|成文|落款|(?:不要|不是|别给|除了).{0,3}网页")


def property_asked(text: str) -> Property | None:
    """The property by which papers are asked for: 哪一份尚未正式印发, 有文号的是哪几个."""
    if not _WHICH.search(text):
        return None
    return next((name for pattern, name in _PROPERTIES if pattern.search(text)), None)


def asks_of_the_head(text: str) -> bool:
    """Whether the question has a word for what a paper's head tells: 主送, 栏目, 谁签的."""
    return _OF_THE_HEAD.search(text) is not None


def asks_day_of_issue(text: str) -> bool:
    """Whether only the day of issue will do, and not that of a web page."""
    return _DAY_OF_ISSUE.search(text) is not None
