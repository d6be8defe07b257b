"""What a question names as wanted: a date, an amount, the clause before, a paper's number."""

from __future__ import annotations

import re

from assistant.answer import Ask
from assistant.understanding.details import kind_asked
from assistant.understanding.named_by_number import asked_members
from assistant.understanding.phrases import phrases
from assistant.understanding.reading import Reading

# Sections of question_words.toml and what they ask for, in the order in which they are taken.
SECTIONS: tuple[tuple[str, Ask], ...] = (
    ("document_count", "count"),
    ("document_addressees", "addressees"),
    ("document_approval", "approval"),
    ("document_issuer", "issuer"),
    ("document_date", "date"),
    ("document_roles", "roles"),
    ("support", "support"),
    ("lead", "lead"),
    ("previous_clause", "previous"),
    ("next_clause", "next"),
    ("clause_above", "above"),
    ("wording", "wording"),
    ("document_number", "number"),
    ("document_status", "status"),
    ("document_newest", "newest"),
    ("document_catalog", "catalog"),
    ("document_title", "title"),
    ("contact", "contact"),
    ("name", "name"),
    ("deadline", "deadline"),
    ("amount", "amount"),
    ("yesno", "yesno"),
)
# 好像叫什么调查令: the name is said
_CALLED_SO = re.compile(
    r"(?:好像|听说|说是|似乎|貌似)(?:是)?叫(?:个|做)?(?:什么|啥)(?=[\u4e00-\u9fff]{2})"
)
# 要挑几个人当法律明白人，是不是真有文件; 有没有写要几个 asks how many
_SOME = re.compile(r"(?<![第十好这那哪])几(?:个|家|名|位|天|年|次|条|项|万|样|种|块)")
_ASKS_ELSE = re.compile(
    r"(?:有没有?|有冇|是不是|是否|能不能|可不可以|管不管|会不会)(?![^,，。?？]{0,4}(?:[说写提定讲限]|规定))"
    r"|怎么|咋|如何|谁|哪|什么|啥|[吗嘛](?=[,，。?？!]|$)|[不没][?？。]*$"
)
_HOW_MANY = re.compile(
    r"多少|好多|几多|几何|[有要共需得设建派配定](?:够|个|齐|了)?几|(?<![待住蹲玩歇呆躲])几[^,，。?？]{1,3}[?？]*$"
    r"|几个?(?:天|小时|工作日|月|年|分钟)(?:之|以)?(?:内|出|能|可以|必须|才|就|下来)"
)
_CALLED = re.compile(r"叫(?:什么|啥|咩)")


def take_asks(reading: Reading) -> set[Ask]:
    """Take the words for what is wanted out of the question."""
    words, said = phrases(), reading.text
    asks = {ask for name, ask in SECTIONS if reading.take_all(words[name])}
    if "contact" in asks and _CALLED.search(said) and kind_asked(said):
        asks = asks - {"contact"} | {"name"}  # 四川的网叫啥名字
    if _CALLED_SO.search(said) or asked_members(said):
        asks -= {"name"}
    if "amount" in asks and _few(said):
        asks -= {"amount"}
    return asks


def _few(said: str) -> bool:
    """Whether 几个 is some and not how many: something else is asked, and no number is."""
    some = _SOME.search(said) is not None
    return some and _HOW_MANY.search(said) is None and _ASKS_ELSE.search(said) is not None
