"""Who is responsible: the departments a clause names, and how the clause marks their roles.

Reads the forms in which papers assign work, and leaves every other bracket as text:
（A、B，C） at a clause's end · 【A、B负责】 · （牵头单位：A；配合单位：B） · （A牵头，B配合） ·
责任部门：A on its own line · 由A牵头、B配合 · A会同B.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.departments import canonical_department
from corpus.model import Basis, Responsibility, Role, RoleConvention, Span
from corpus.naming import has_level, is_department, is_plainly_department


@dataclass(frozen=True, slots=True)
class NamedDepartment:
    """A department where it stands; `role` as far as the words beside it say, else None."""

    name: str
    start: int
    end: int
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Departments named together; `span` covers brackets and all."""

    span: Span
    departments: tuple[NamedDepartment, ...]
    labelled_line: bool = False


_OPENING, _CLOSING = "（(【［[〔", "）)】］]〕"
_ROUND, _SQUARE = "（(", "【［["

_LEAD_LABEL = r"(?:总)?牵头(?:考核|责任|落实)?(?:单位|部门|处室|科室|机构)?|主办(?:单位|部门|处室|科室)?|主责(?:单位|部门|处室)?|第一责任单位"
_SUPPORT_LABEL = (
    r"(?:责任)?(?:配合|协办|协同|协作|协助|参与|参加)(?:落实|责任)?(?:单位|部门|处室|科室|机构)?"
)
_DUTY_LABEL = r"(?:责任|负责|落实|承办|实施|承担|主管|考核|分工|工作)(?:落实)?(?:单位|部门|处室|科室|主体|机构)|责任分工|职责分工"
_OTHER_LABEL = r"(?:完成)?(?:时限|时间|期限)(?:要求|节点|安排)?|完成(?:日期|情况)|时间(?:节点|进度)|进度安排|(?:责任|分管|牵头|包保)领导|(?:责任|联系|负责)人"
_LABEL = re.compile(
    rf"(?:(?P<lead>{_LEAD_LABEL})|(?P<support>{_SUPPORT_LABEL})|(?P<duty>{_DUTY_LABEL})"
    rf"|(?P<other>{_OTHER_LABEL}))[ \u3000]*[:：][ \u3000]*"
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
_TIME = re.compile(r"年|月|季度|长期|持续|常态|即时|立即|完成|取得|见效|启动")
_NOTE = re.compile(r"下同|为牵头|黑体|排名|排在|列第|以下")
_AND_OTHERS = re.compile(
    r"等(?P<who>(?:各|有关|相关|省级|市级|省直|市直)*(?:部门|单位|处室|机构|地区))?$"
)
_SEPARATOR = re.compile(r"[、，,；;。\s]+")
_SENTENCE_END = '。！？；!?;”"’…'

_N = r"[\w（）()·]{2,28}?"
# 交通运输部运输服务司牵头，科技司、人事教育司配合。
_LED_AND_SUPPORTED = re.compile(
    rf"(?:^|(?<=[。；，,：:\n])|由)(?P<lead>{_N}(?:、{_N})*)牵头(?:负责|组织|实施|落实)?[，,、；]"
    rf"(?P<support>{_N}(?:、{_N})*?(?:等(?:有关|相关)?(?:部门|单位))?)(?:共同|协同|密切)?(?:配合|参与|协助)(?=[。；，,\n]|$)",
    re.MULTILINE,
)
# 由省发展改革委牵头，制定… / 由市财政局牵头负责
_LED = re.compile(rf"由(?P<lead>{_N}(?:、{_N})*)牵头")
# 省发展改革委会同省财政厅、省司法厅制定…
_TOGETHER = re.compile(
    rf"(?:^|(?<=[。；：:\n])|由)(?P<lead>{_N})会同(?P<support>{_N}(?:、{_N})*?)"
    r"(?:等(?:有关|相关)?(?:部门|单位))?"
    r"(?=负责|制定|研究|组织|推进|推动|开展|建立|完善|加强|指导|做好|落实|编制|出台|提出|拟[定订]|"
    r"修订|共同|联合|按|定期|及时|对|在|进行|实施|[，,。；\n]|$)",
    re.MULTILINE,
)
_BOLD_CONVENTION = re.compile(
    r"[^。\n（(]*(?:黑体|加粗|粗体)[^。\n，]{0,8}为(?:牵头|主办|责任)[^。\n]*。?"
)
# 排在第一位的部门为牵头部门，下同 / 列第一位的为牵头单位
_FIRST_CONVENTION = re.compile(
    r"(?:[^。，；\n（(]{0,12})?(?:排|列|位列|排名|排序|署名)(?:在|名)?(?:最前|第一位?|首位|第1位?|前)"
    r"[^。，\n]{0,8}(?:为|是|系)(?:总)?(?:牵头|主办)[^。，\n）)]*"
)


def find_convention(text: str) -> RoleConvention | None:
    """The sentence by which the paper says how it marks the lead, if it says so."""
    for kind, pattern in (("bold", _BOLD_CONVENTION), ("first", _FIRST_CONVENTION)):
        match = pattern.search(text) if "牵头" in text or "主办" in text else None
        if match:
            return RoleConvention("bold" if kind == "bold" else "first", Span(*match.span()))
    return None


def bears_departments(line: str) -> bool:
    """Whether a paragraph ends by naming its departments, or is nothing but that."""
    found = find_assignments(line)
    return bool(found) and found[-1].span.end >= len(line.rstrip("。；，. \n"))


def find_assignments(text: str, offset: int = 0) -> tuple[Assignment, ...]:
    """The assignments a clause's own text makes, in order; `offset` is where `text` begins.

    >>> [d.name for d in find_assignments("推动出台条例。（公共法律服务管理处，省法援中心）")[0].departments]
    ['公共法律服务管理处', '省法援中心']
    >>> find_assignments("整合公共法律服务中心（站、室）。")
    ()
    """
    found = [*_bracketed(text), *_labelled(text)]
    taken = [assignment.span for assignment in found]
    for assignment in _in_sentences(text):
        if not any(s.start < assignment.span.end and assignment.span.start < s.end for s in taken):
            found.append(assignment)
            taken.append(assignment.span)
    found = _merged(sorted(found, key=lambda assignment: assignment.span), text)
    return tuple(_shifted(assignment, offset) for assignment in found)


def resolve(
    assignments: Iterable[Assignment],
    convention: RoleConvention | None,
    bold: Sequence[Span] = (),
) -> tuple[Responsibility, ...]:
    """Give every department of a clause its role and the basis of the role.

    `bold` are the bold stretches of the text, to be passed where the paper says that bold leads.
    """
    return tuple(
        Responsibility(d.name, canonical_department(d.name), role, basis, d.start, d.end)
        for assignment in assignments
        for d, role, basis in _roles(assignment.departments, convention, bold)
    )


def is_bold(department: NamedDepartment, bold: Sequence[Span]) -> bool:
    """Whether most of the name is set in bold."""
    covered = sum(max(0, min(s.end, department.end) - max(s.start, department.start)) for s in bold)
    return covered * 2 > department.end - department.start


def _roles(
    departments: Sequence[NamedDepartment],
    convention: RoleConvention | None,
    bold: Sequence[Span],
) -> Iterator[tuple[NamedDepartment, Role, Basis]]:
    open_ones = [d for d in departments if d.role is None]
    led = any(d.role == "lead" for d in departments)
    bold_ones = [d for d in open_ones if is_bold(d, bold)]
    for d in departments:
        first = bool(open_ones) and d is open_ones[0]
        if d.role is not None:
            yield d, d.role, "stated"
        elif led:
            yield d, "support", "stated"
        elif bold_ones:
            yield d, ("lead" if d in bold_ones else "support"), "bold"
        elif len(departments) == 1:
            yield d, "lead", "sole"
        elif len(open_ones) == 1:
            yield d, "lead", "stated"
        elif convention is not None and convention.kind == "first":
            yield d, ("lead" if first else "support"), "stated"
        else:
            yield d, ("lead" if first else "support"), "listed_first"


def _bracketed(text: str) -> Iterator[Assignment]:
    for start, end in _outer_brackets(text):
        inner = text[start + 1 : end - 1]
        if len(inner) > 400 or len(inner) < 2:
            continue
        square = text[start] in _SQUARE
        departments, says_role = _read_list(inner, start + 1)
        if not departments:
            continue
        if says_role or (square and _closes(text, end)):
            yield Assignment(Span(start, end), departments)
        elif text[start] in _ROUND and _closes(text, end):
            names = [d.name for d in departments]
            after_sentence = start == 0 or text[start - 1] in _SENTENCE_END + "\n"
            plain = all(is_plainly_department(name) for name in names)
            if after_sentence or (plain and (len(names) > 1 or has_level(names[0]))):
                yield Assignment(Span(start, end), departments)


def _labelled(text: str) -> Iterator[Assignment]:
    """责任部门：A、B on its own line, or as the last words of a paragraph."""
    if "：" not in text and ":" not in text:
        return
    for match in _LABEL.finditer(text):
        start = match.start()
        if match["other"] or (start and text[start - 1] not in _SENTENCE_END + "\n \u3000\t"):
            continue
        if _depth_at(text, start):
            continue
        line_end = text.find("\n", start)
        end = len(text) if line_end < 0 else line_end
        departments, _ = _read_list(text[start:end], start)
        if departments:
            yield Assignment(Span(start, end), departments, labelled_line=True)


def _in_sentences(text: str) -> Iterator[Assignment]:
    if "牵头" in text:
        for match in _LED_AND_SUPPORTED.finditer(text):
            yield from _sentence(match, ("lead", "support"))
        for match in _LED.finditer(text):
            yield from _sentence(match, ("lead",))
    if "会同" in text:
        for match in _TOGETHER.finditer(text):
            yield from _sentence(match, ("lead", "support"))


def _sentence(match: re.Match[str], roles: Sequence[Role]) -> Iterator[Assignment]:
    departments: list[NamedDepartment] = []
    for role in roles:
        named = [
            d for token in _tokens(match[role], match.start(role)) for d in _names(token, role)
        ]
        if not named:
            return
        departments += named
    # 建立由基层司法行政机关牵头，各部门衔接配合的工作模式 describes, it does not assign
    if all(is_plainly_department(d.name) for d in departments if d.role == "lead") and all(
        is_department(d.name) for d in departments
    ):
        yield Assignment(Span(*match.span()), tuple(departments))


def _read_list(inner: str, offset: int) -> tuple[tuple[NamedDepartment, ...], bool]:
    """The departments of a bracket or a labelled line and whether words give them roles.

    Nothing when one of its parts is no department: such a bracket is text.
    """
    departments: list[NamedDepartment] = []
    waiting: list[NamedDepartment] = []
    label: str | None = None
    says_role = False
    for token in _tokens(inner, offset):
        place = 0
        text = token.name
        if token.role == "support":  # a semicolon stood before it and ends what a label governs
            label = None
            departments += waiting
            waiting = []
        if match := _LABEL.match(text):
            label = match.lastgroup
            says_role = says_role or label != "other"
            place = match.end()
            departments += waiting
            waiting = []
        if label == "other":
            continue
        body = NamedDepartment(text[place:], token.start + place, token.end)
        if label is not None:
            role: Role | None = (
                "lead" if label == "lead" else "support" if label == "support" else None
            )
            names = _names(_stripped(body, _BEARS), role, loose=True)
            departments += names
            continue
        stated, rest = _verb(body)
        names = _names(rest, None)
        if stated is None:
            if not names and not (_TIME.search(text) or _NOTE.search(text)):
                return (), False
            waiting += names
            continue
        if not names and rest.name:
            return (), False
        says_role = True
        role = None if stated == "duty" else "lead" if stated == "lead" else "support"
        departments += [replace(d, role=role) for d in (*waiting, *names)]
        waiting = []
    return (*departments, *waiting), says_role


def _tokens(inner: str, offset: int) -> Iterator[NamedDepartment]:
    """The parts between separators outside brackets; role "support" marks one after a semicolon."""
    depth, start = 0, 0
    fresh: Role | None = None
    for place, char in enumerate(inner + "、"):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif (depth == 0 or place == len(inner)) and _SEPARATOR.match(char):
            text = inner[start:place]
            if text.strip():
                yield NamedDepartment(text, offset + start, offset + place, fresh)
                fresh = None
            if char in "；;。\n":
                fresh = "support"
            start = place + 1


def _verb(token: NamedDepartment) -> tuple[str | None, NamedDepartment]:
    for stated, pattern in (("lead", _LEADS), ("support", _SUPPORTS), ("duty", _BEARS)):
        match = pattern.search(token.name)
        if match:
            return stated, _cut(token, 0, match.start())
    return None, token


def _names(
    token: NamedDepartment, role: Role | None, *, loose: bool = False
) -> tuple[NamedDepartment, ...]:
    """One name, or two where the second is collective: 海关总署等有关部门."""
    start = 1 if token.name.startswith("由") else 0
    others = _AND_OTHERS.search(token.name)
    end = others.start() if others else len(token.name)
    parts = [_cut(token, start, end)]
    if others and others["who"]:
        parts.append(_cut(token, others.start("who"), others.end("who")))
    fits = all(is_department(part.name) or (loose and _may_be_name(part.name)) for part in parts)
    return tuple(replace(part, role=role) for part in parts) if fits else ()


def _may_be_name(name: str) -> bool:
    return 2 <= len(name) <= 25 and not re.search(r"[。！？：:]|[年月]|的|完成|推进", name)


def _stripped(token: NamedDepartment, ending: re.Pattern[str]) -> NamedDepartment:
    match = ending.search(token.name)
    return _cut(token, 0, match.start()) if match and match.start() > 1 else token


def _cut(token: NamedDepartment, start: int, end: int) -> NamedDepartment:
    return NamedDepartment(token.name[start:end], token.start + start, token.start + end)


def _outer_brackets(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the brackets that stand in no other bracket; an unclosed one is no bracket."""
    opened: list[int] = []
    for match in re.finditer(r"[（(【［\[〔）)】］\]〕\n]", text):
        char = match[0]
        if char == "\n":
            opened.clear()
        elif char in _OPENING:
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                yield start, match.end()


def _closes(text: str, end: int) -> bool:
    """Whether nothing but a full stop and further brackets follows in the paragraph."""
    rest = text[end:].split("\n", 1)[0].strip(" \u3000\t。；;.")
    return rest == "" or rest[0] in _SQUARE


def _depth_at(text: str, place: int) -> int:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return sum(char in _OPENING for char in line) - sum(char in _CLOSING for char in line)


def _merged(found: list[Assignment], text: str) -> list[Assignment]:
    """责任单位：A on one line and 配合单位：B on the next are one assignment."""
    merged: list[Assignment] = []
    for assignment in found:
        last = merged[-1] if merged else None
        if last and assignment.span.start < last.span.end:
            continue
        if (
            last
            and last.labelled_line
            and assignment.labelled_line
            and not text[last.span.end : assignment.span.start].strip()
        ):
            span = Span(last.span.start, assignment.span.end)
            merged[-1] = Assignment(span, last.departments + assignment.departments, True)
        else:
            merged.append(assignment)
    return merged


def _shifted(assignment: Assignment, offset: int) -> Assignment:
    if offset == 0:
        return assignment
    span = Span(assignment.span.start + offset, assignment.span.end + offset)
    moved = tuple(
        replace(d, start=d.start + offset, end=d.end + offset) for d in assignment.departments
    )
    return replace(assignment, span=span, departments=moved)
