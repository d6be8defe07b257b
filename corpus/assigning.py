"""Reading a list of departments, as it stands in a bracket, a labelled line or a table's cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.model import Role
from corpus.naming import is_department, is_plainly_department


@dataclass(frozen=True, slots=True)
class NamedDepartment:
    """A department where it stands; `role` as far as the words beside it say, else None."""

    name: str
    start: int
    end: int
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class NamedList:
    """The departments of a list, and whether its words give them their roles or duties."""

    departments: tuple[NamedDepartment, ...]
    says_role: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two separators; `fresh` after a semicolon or full stop."""

    text: str
    start: int
    fresh: bool

    def cut(self, start: int, end: int) -> "_Part":
        return _Part(self.text[start:end], self.start + start, self.fresh)


_WHO = r"(?:单位|部门|处室|科室|机构)"
_LEAD_LABEL = rf"(?:总)?牵头(?:考核|责任|落实)?{_WHO}?|主办{_WHO}?|主责{_WHO}?|第一责任单位"
_SUPPORT_LABEL = rf"(?:责任)?(?:配合|协办|协同|协作|协助|参与|参加)(?:落实|责任)?{_WHO}?"
_DUTY_LABEL = (
    rf"(?:责任|负责|落实|承办|实施|承担|主管|考核|分工|工作)(?:落实)?(?:{_WHO}|主体)|"
    r"责任分工|职责分工"
)
_OTHER_LABEL = (
    r"(?:完成)?(?:时限|时间|期限)(?:要求|节点|安排)?|完成(?:日期|情况)|时间(?:节点|进度)|进度安排|"
    r"(?:责任|分管|牵头|包保)领导|(?:责任|联系|负责)人"
)
# 牵头考核单位：市审批服务局 / 责任部门：… / 完成时限：2022年12月
LABEL = re.compile(
    rf"(?:(?P<lead>{_LEAD_LABEL})|(?P<support>{_SUPPORT_LABEL})|(?P<duty>{_DUTY_LABEL})"
    rf"|(?P<other>{_OTHER_LABEL}))[ \u3000]*(?:[:：]|为)[ \u3000]*"
)
# 省大数据局牵头 / 人事教育司配合 / 省公安厅分工负责 / 各有关部门分头落实 / B、C按职责分工负责
_LEADS = re.compile(
    r"(?:共同|联合|负责|具体)?牵头(?:负责|组织实施|组织|落实|推进|实施|办理|抓总|完成)?$"
)
_SUPPORTS = re.compile(
    r"(?:共同|协同|密切|积极|协助)?(?:配合|协助|协办|参与|参加|支持)(?:做好|落实|实施|推进)?$"
)
_BEARS = re.compile(
    r"(?:依|按|按照|根据|依据|依照)?(?:各自)?(?:职责|职能)?(?:分工|范围|权限)?"
    r"(?:共同|分别|分头|具体|联合|组织|统筹|分工)?(?:负责|落实|承担|实施|办理|推进)(?:落实|实施|推进)?$"
)
# 5月底取得明显成效并持续推进 / 下同 : no departments, and none of a list's parts either
_BESIDE = re.compile(
    r"年|月|季度|长期|持续|常态|即时|立即|完成|取得|见效|启动|下同|为牵头|黑体|排名|排在|列第|以下"
)
# 商务部等有关部门 / 省财政厅等 / 人力资源社会保障部等13个部门 / 生态环境部等国务院相关部门及各地区
_AND_OTHERS = re.compile(
    r"等(?:(?P<who>[^等、]{0,8}(?:各|有关|相关|省级|市级|省直|市直)[^等、]{2,12})"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个|家)?(?:部门|单位|处室|机构|地区)?)$"
)
# 公安、民政、财政部门负责
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,4}")
_AND = re.compile(r"[和及与]")
_OF_FIELDS = re.compile(r"(?:部门|机关|单位)$")
_SEPARATOR = re.compile(r"[、，,；;。\s]")
_OPENING, _CLOSING = "（(【［[〔", "）)】］]〕"


def read_list(text: str, offset: int = 0) -> NamedList:
    """The departments of a list; `offset` is where `text` begins.

    Empty when one of its parts can be no department: such a bracket is text.

    >>> [(d.name, d.role) for d in read_list("省大数据局牵头，各有关部门配合").departments]
    [('省大数据局', 'lead'), ('各有关部门', 'support')]
    """
    departments: list[NamedDepartment] = []
    waiting: list[NamedDepartment] = []  # named, their verb still to come
    fields: list[NamedDepartment] = []  # named by their field alone
    label: str | None = None
    says_role = False
    for whole in _parts(text, offset):
        part = whole
        if part.fresh:
            departments, waiting, label = departments + waiting, [], None
        if match := LABEL.match(part.text):
            departments, waiting, label = departments + waiting, [], match.lastgroup
            says_role = says_role or label != "other"
            part = part.cut(match.end(), len(part.text))
        if label == "other":
            continue
        if label is not None:
            departments += _labelled_names(part, label)
            continue
        verb, part = _without_verb(part)
        names = _names(part)
        if part.text and not names:
            if _BESIDE.search(whole.text):
                continue
            if verb or not _FIELD.fullmatch(part.text):
                return NamedList((), False)
            names = (NamedDepartment(part.text, part.start, part.start + len(part.text)),)
            fields += names
        elif names and _OF_FIELDS.search(names[-1].name):
            fields = []
        if verb is None:
            waiting += names
            continue
        says_role = True
        role: Role | None = "lead" if verb == "lead" else "support" if verb == "support" else None
        departments += [d if d.role else replace(d, role=role) for d in (*waiting, *names)]
        waiting = []
    if fields:
        return NamedList((), False)
    return NamedList((*departments, *waiting), says_role)


def _parts(text: str, offset: int) -> Iterator[_Part]:
    depth = start = 0
    fresh = False
    for place, char in enumerate(text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and _SEPARATOR.match(char):
            if place > start:
                yield _Part(text[start:place], offset + start, fresh)
                fresh = False
            fresh = fresh or char in "；;。\n"
            start = place + 1
    if start < len(text):
        yield _Part(text[start:], offset + start, fresh)


def _labelled_names(part: _Part, label: str) -> tuple[NamedDepartment, ...]:
    role: Role | None = "lead" if label == "lead" else "support" if label == "support" else None
    match = _BEARS.search(part.text)
    if match and match.start() > 1:
        part = part.cut(0, match.start())
    named = _names(part, loose=True)
    return tuple(replace(d, role=role) for d in named)


def _without_verb(part: _Part) -> tuple[str | None, _Part]:
    for verb, pattern in (("lead", _LEADS), ("support", _SUPPORTS), ("duty", _BEARS)):
        match = pattern.search(part.text)
        if match:
            return verb, part.cut(0, match.start())
    return None, part


def _names(part: _Part, *, loose: bool = False) -> tuple[NamedDepartment, ...]:
    """One name, or two: 海关总署等有关部门, 省发展改革委会同省财政厅."""
    if part.text.startswith("由"):
        part = part.cut(1, len(part.text))
    first, together, _ = part.text.partition("会同")
    if together:
        lead = _names(part.cut(0, len(first))) if first else ()
        support = _names(part.cut(len(first) + len(together), len(part.text)))
        if not support or (first and not lead):
            return ()
        return (
            *(replace(d, role="lead") for d in lead),
            *(replace(d, role="support") for d in support),
        )
    others = _AND_OTHERS.search(part.text)
    found = _both(part.cut(0, others.start() if others else len(part.text)))
    if others and others["who"]:
        found += _both(part.cut(*others.span("who")))
    if not all(is_department(p.text) or (loose and _may_be_name(p.text)) for p in found):
        return ()
    return tuple(NamedDepartment(p.text, p.start, p.start + len(p.text)) for p in found)


def _both(part: _Part) -> tuple[_Part, ...]:
    """省教育厅和省财政厅 are two; 人民参与和促进法治处, 文化和旅游厅 and 各市党委和政府 are one."""
    for match in _AND.finditer(part.text):
        one, other = part.cut(0, match.start()), part.cut(match.end(), len(part.text))
        sure = is_plainly_department if match[0] == "和" else is_department
        if sure(one.text) and sure(other.text):
            return one, other
    return (part,)


def _may_be_name(name: str) -> bool:
    """Whether a word can be a name where a label says that one follows: 责任单位：各区县."""
    return 1 < len(name) < 26 and not re.search(
        r"[。！？：:]|[年月]|的|完成|推进|应当|加强|建立|做好|开展", name
    )
