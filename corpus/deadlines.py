"""Deadlines: the times a clause sets for its work, as data.

A year that is only mentioned sets none: 《…规划（2018-2022年）》, 截至2017年12月底, 已于2018年完成.
"""

import re

from corpus.model import Deadline

_YEAR = r"(?P<year>(?:19|20)\d\d)[ \u3000]?年"
_MONTH = r"(?:\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?)"
_BEFORE = r"(?:之?前|以前)"
# 到2020年 / 到2018年底前 / 至2025 年底
_UNTIL = rf"(?<![截止])[到至]{_YEAR}(?:{_MONTH}|底|末)?{_BEFORE}?"
# 2018年底前 / 2020年前 / 2019年6月底前 / 2022年12月31日前
_BY = rf"{_YEAR}(?:{_MONTH}|底|末)?{_BEFORE}"
# 2020年实现… / 2018年制定… / 2019年底完成 / 2018年10月启动
_VERB = (
    r"(?:全面|基本|初步|正式|力争|争取|推动|组织|研究|率先|全部|启动)*(?:完成|实现|建成|建设|建立|制定|出台|印发|"
    r"启动|形成|达到|取得|推出|上线|投入|开展|组建|成立|修订|编制|覆盖|培育|打造)"
)
_IN = rf"(?:(?:在|于|力争|争取)?{_YEAR}(?:{_MONTH}|底|末|上半年|下半年)?)(?={_VERB})"
# 6月底前 / 5月底完成 / 年底前 / 今年底前
_THIS_YEAR = (
    rf"(?:(?<![\d年])\d{{1,2}}月(?:底|末|\d{{1,2}}日)(?:{_BEFORE}|(?={_VERB}))"
    rf"|(?<![\d年今去明当每])年底(?:{_BEFORE}|(?={_VERB}))|今年年?底{_BEFORE}?)"
)
# 完成时限：2021年12月底
_LABELLED = (
    r"(?:(?:完成)?(?:时限|时间|期限)(?:要求)?[:：]\s*(?P<labelled>[^，,；;。）)】\]\n]{2,20}))"
)
_DEADLINE = re.compile(
    rf"(?P<until>{_UNTIL})|(?P<by>{_BY})|(?P<in>{_IN})|(?P<this>{_THIS_YEAR})|{_LABELLED}".replace(
        "(?P<year>", "(?:"
    )
)
_YEAR_OF = re.compile(r"(?:19|20)\d\d")
# 长期坚持 stands alone, at a sentence's end or in a bracket; 要长期坚持党的领导 is no deadline
_STANDING = re.compile(
    r"(?:(?<=[（(，,；;。：:\t\n、])|^)(?:长期坚持|长期推进|持续推进|长期|常年|常态化推进|持续实施)(?=[）)。；;，,\t\n]|$)",
    re.MULTILINE,
)
_STANDS = re.compile(r"长期|持续|常态|常年")
_TIME = re.compile(r"年|月|时限|时间|期限")
# 截至2017年12月底 / 自2018年 / 已于2018年完成
_PAST = re.compile(r"(?:截至|截止|截止到|自|从|已于|已在|早在|曾于|根据|按照)$")


def find_deadlines(text: str, offset: int = 0, year: int | None = None) -> tuple[Deadline, ...]:
    """The deadlines in a clause's own text; `offset` is where `text` begins in the document, `year`
    the paper's year, which 年底前 means and before which no deadline lies.

    >>> [d.text for d in find_deadlines("到2018年底前基本实现村居法律顾问全覆盖。")]
    ['到2018年底前']
    """
    found: list[Deadline] = []
    for match in _DEADLINE.finditer(text) if _TIME.search(text) else ():
        if _PAST.search(text, max(0, match.start() - 4), match.start()):
            continue
        if match["in"] and not _begins(text, match.start()):
            continue
        if _in_title(text, match.start()):
            continue
        span = match.span("labelled") if match["labelled"] else match.span()
        deadline = read_deadline(text[slice(*span)], offset + span[0], year)
        if not (deadline.year and year and deadline.year < year):
            found.append(deadline)
    if _STANDS.search(text):
        taken = {deadline.start for deadline in found}
        standing = (read_deadline(m[0], offset + m.start()) for m in _STANDING.finditer(text))
        found += (deadline for deadline in standing if deadline.start not in taken)
    return tuple(sorted(found, key=lambda deadline: deadline.start))


def read_deadline(words: str, start: int, year: int | None = None) -> Deadline:
    """Words that are known to be a deadline; `year` is the one meant where they name none."""
    named = _YEAR_OF.search(words)
    standing = named is None and _STANDS.search(words) is not None
    when = int(named[0]) if named else None if standing else year
    return Deadline(words, start, start + len(words), when, standing)


def _begins(text: str, place: int) -> bool:
    """Whether a part of a sentence begins here: 2018年制定…, not 已于2018年完成."""
    return place == 0 or not (text[place - 1].isalnum()) or text[place - 1] in "）)0123456789"


def _in_title(text: str, place: int) -> bool:
    """Whether the place stands inside 《…》."""
    opened = text.rfind("《", max(0, place - 80), place)
    return opened >= 0 and text.find("》", opened, place) < 0
