"""Questions about departments: all their tasks, bodies that no paper names, what else is asked."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TypeAlias

from assistant.understanding.phrases import phrases
from assistant.understanding.question import Scope
from assistant.understanding.reading import Reading
from assistant.understanding.role_words import helping, in_any_role, leading
from corpus import Document, Library, departments_of, fields_of, find_departments

Departments: TypeAlias = tuple[tuple[str, int, int], ...]
"""Canonical name of each department in a question, and where it stands."""

# 省税务局 负责哪些任务: a body that no paper of ours names.
_BODY = (
    r"(?<![\u4e00-\u9fff])[给让由对向]?(?P<body>(?![家个]|[一二两俩三四五六几这那]个?(?:处|厅|局|部门|单位|委|院|会)|(?:给|替|帮|为|跟|和|与|对|别的|其他|其它|[省市县区乡镇我本贵各某])+(?:厅|局|处|院|委|部))(?:(?![哪什啥谁各某每该相有能可要会想跨是])[\u4e00-\u9fff]){1,10}?"
    r"(?:厅|局|委员会|委|办公室|(?<=[省市县区委府厅编法外侨台研督])办|处|(?<![那这一])部(?!分)|院|派出所|(?<!部)署|中心|协会|(?<=[察查作导])组(?!织)))"
)
_ACTS = r"也|都|是不是|是否|有没有|要不要|[参介]与|参加|牵头|负责|配合|承担|主管|协助"
_UNKNOWN_DEPARTMENT = re.compile(
    rf"{_BODY}(?=[^\u4e00-\u9fff]|$|[在搁喺要有领分派交一共总被承名的是和]|{_ACTS})"
)
_UNKNOWN_ACTING = re.compile(rf"{_BODY}(?={_ACTS})")
# 不是律协管的，那归谁管; 不是司法厅牵头吗 asks about it
_RULED_OUT = re.compile(
    r"不(?:是|归|由)[^,，。?？]{2,10}?(?:来)?(?:管|负责|牵头|抓|办)的?[,，](?:那|到底|究竟)*(?=.*[谁哪])"
)
_TITLED = re.compile(r"《[^《》]*》")
# 司法厅转来一份征求意见稿: who sends a paper is not asked about
_SENT = re.compile(r"(?:给我们?)?(?:转|发|送|寄|拿|下发|印发)(?:来|过来|给(?:我|咱|俺)们?)")
_WHOSE_FIELD = re.compile(
    r"(?:分?管|主管|负责|抓)(?P<field>[\u4e00-\u9fff]{2,8}?)(?:工作)?的(?:那|这)(?:一)?个?(?P<kind>处室?|局|办公室|办|中心)"
)
_OFFICE = re.compile(r"(?:处|室|部|局|中心|会)$")
# 最高人民法院 is not the provincial court that a paper calls 省法院.
_OTHER_LEVEL = re.compile(r"(?:最高(?:人民)?|国家|全国|中央|联合国|(?<![省地])市|县|区|乡|镇)$")


def take_departments(reading: Reading, library: Library) -> Departments:
    """The departments named, kept from all patterns; the bodies that they belong to are taken."""
    papers = library.documents()
    text = reading.text
    named = find_departments(text, papers) or _bare_fields(text, papers) or _by_field(text, papers)
    # 《吉林省司法厅…实施方案》 names a paper
    titles = [match.span() for match in _TITLED.finditer(reading.text)]
    named = tuple(
        one for one in named if not any(left < one[1] and one[2] < right for left, right in titles)
    )
    stretches = list(reading.free(_RULED_OUT))
    ruled_out = [each for each in stretches if any(_lies_in(one, each) for one in named)]
    for each in ruled_out:
        reading.take(*each.span())
    everybody = tuple(one for one in named if not any(_lies_in(one, each) for each in ruled_out))
    found = _without_hosts(everybody, reading.text)
    if len(found) > 1:  # 吉林省司法厅2019年方案中科技信息处: whose paper it is, or who sends it
        found = tuple(one for one in found if not _issues(one, reading))
        found = tuple(one for one in found if not _SENT.match(reading.text, one[2]))
    for one in everybody:
        _, start, end = one
        if one in found:
            reading.keep(start, end)
        else:
            reading.take(start, end)
    return found


def _lies_in(department: tuple[str, int, int], stretch: re.Match[str]) -> bool:
    """Whether a department begins within a stretch of the question."""
    return stretch.start() < department[1] < stretch.end()


def _issues(department: tuple[str, int, int], reading: Reading) -> bool:
    """Whether a department stands between its place and its paper, both of them taken."""
    _, start, end = department
    taken = reading.taken
    return start > 0 and end < len(taken) and bool(taken[start - 1] and taken[end])


def _bare_fields(text: str, documents: tuple[Document, ...]) -> Departments:
    """民政也在里面吗, 手环，公安也掺和不: departments named by what they are for."""
    if not (pattern := _bare_field(documents)):
        return ()
    fields = fields_of(documents)
    return tuple((fields[m["field"]], *m.span("field")) for m in pattern.finditer(text))


def _by_field(text: str, documents: tuple[Document, ...]) -> Departments:
    """管行政执法监督的那个处: the only department whose name has the words, in their order."""
    match = _WHOSE_FIELD.search(text)
    if match is None:
        return ()
    in_order = re.compile(f".*{'.*'.join(map(re.escape, match['field']))}.*{match['kind'][0]}")
    meant = [name for name in departments_of(documents) if in_order.fullmatch(name)]
    return ((meant[0], *match.span()),) if len(meant) == 1 else ()


@lru_cache(maxsize=8)
def _bare_field(documents: tuple[Document, ...]) -> re.Pattern[str] | None:
    """A field right before words of having a part."""
    fields = "|".join(sorted(map(re.escape, fields_of(documents)), key=len, reverse=True))
    part = f"{helping().said}|{helping().behind}"
    has_part = rf"(?:(?:也|都|是不是|要不要)+(?:在|要|来|得)*|在不在)(?:{part}|责任单位|名单)"
    # 跟民政重到起的, 跟审批口联办的那条
    shares = r"(?:口|那边|家)?(?:一起|一块儿?|一路|联办|合办|联合|共同|搭伙|搭着|重)"
    return (
        re.compile(
            rf"(?:(?:^|[^\u4e00-\u9fff]|那|连|把)(?=(?:{fields}){has_part})"
            rf"|(?:跟|和|与|同)(?=(?:{fields}){shares}))(?P<field>{fields})"
        )
        if fields
        else None
    )


def unknown_body(topic: str, *, lists: bool) -> str:
    """省税务局负责哪些任务, 省文旅厅参与普法吗: a body that the question takes for a department."""
    match = (_UNKNOWN_DEPARTMENT if lists else _UNKNOWN_ACTING).search(topic)
    return match["body"] if match else ""


def asks_for_tasks(text: str) -> bool:
    """Whether all of something's tasks are asked for, and not who does them."""
    words = phrases()
    if words["who"].search(text):
        return False
    of_all = bool(words["tasks"].search(text) and words["all_of_them"].search(text))
    return of_all or bool(words["its_tasks"].search(text) or _in_a_role().search(text))


def asks_in_a_role(text: str) -> bool:
    """由法院排头一位的是哪一条: the clauses in which a department has a role are asked for."""
    return _in_a_role().search(text) is not None and not asks_who(text)


@cache
def _in_a_role() -> re.Pattern[str]:
    """由法院排头一位的是哪一条, 监狱局领头干的都有啥, 政治部要领衔的，按先后排给我."""
    role = rf"(?:{in_any_role()})(?:部门|单位|处室)?(?:干|做|办|管|抓)?的"
    told = r"[列排抄报摆填倒拉数捋给搬抖]"
    return re.compile(
        rf"{role}(?:(?:都|一共|总共|又)?(?:有|是)|条目|条款|事项|任务|活儿|"
        rf"(?:[,，]|一股脑|统统|通通|都|全)[^,，。?？]{{0,8}}{told}(?:出来|给我|全|一下|一遍|[。]?$)"
        r"|也?(?:一并|一起)?(?:补|加|添|算|列|报)(?:上|进来|出来|一下))"
    )


def asks_who(text: str) -> bool:
    """Whether it is asked who does something: 司法厅里头哪个处管."""
    return phrases()["who"].search(text) is not None


def _without_hosts(found: Departments, text: str) -> Departments:
    """司法厅政治部 is one office: the body that it belongs to is left out."""
    return tuple(
        one
        for one, following in zip_longest(found, found[1:])
        if following is None
        or one[2] != following[1]
        or not text[one[1] : one[2]].endswith("厅")
        or not _OFFICE.search(text[following[1] : following[2]])
    )


def only_written_of(found: Departments, text: str, scope: Scope, library: Library) -> bool:
    """Whether the papers meant write of the departments but give none of them a task.

    司法部要求律师协会做哪些工作: its paper names no departments, but has clauses on 律师协会.
    """
    meant = [d for d in library.documents() if not scope.named or d.id in scope.documents]
    given = {named.canonical for d in meant for c in d.clauses for named in c.responsibilities}
    if any(canonical in given for canonical, _, _ in found) or _names_a_role(text):
        return False
    return any(text[start:end] in d.text for _, start, end in found for d in meant)


def _names_a_role(text: str) -> bool:
    return re.search(f"{leading().only}|{helping().only}", text) is not None


def what_else(reading: Reading, found: Departments) -> str:
    """What a question is about besides departments, ways of listing and words that say nothing."""
    for _, start, end in found:
        reading.take(start, end)
    for name in ("listing", "generic", "filler"):
        reading.take_all(phrases()[name])
    return phrases()["empty"].sub("", "".join(reading.topic().split()))


def other_body(text: str, found: Departments) -> str:
    """最高人民法院, 国家发改委: a body of another level than the one that the papers name."""
    for _, start, end in found:
        if level := _OTHER_LEVEL.search(text[:start]):
            return text[level.start() : end]
    return ""
