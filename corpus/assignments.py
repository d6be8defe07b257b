"""Where a clause's text assigns work to departments.

The forms: （A、B，C） at a clause's end · 【A、B负责】 · （牵头单位：A；配合单位：B） ·
（A牵头，B配合） · 责任部门：A on its own line · 由A牵头、B配合 · A会同B. Other brackets are text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.assigning import LABEL, NamedDepartment, read_list
from corpus.model import Role, Span
from corpus.naming import has_level, is_department, is_plainly_department


@dataclass(frozen=True, slots=True)
class Assignment:
    """Departments named together; `span` covers brackets and all."""

    span: Span
    departments: tuple[NamedDepartment, ...]
    labelled: bool = False


_BRACKET = re.compile(r"[（(【［\[〔）)】］\]〕\n]")
_OPENING, _SQUARE = "（(【［[〔", "【［["
_SENTENCE_END = '。！？；!?;”"’…'
_STOP = re.compile(r"[。\n]")
_LONGEST_BRACKET = 400
_LONGEST_ENDING = 600  # characters of a paragraph in which its assignment may stand

_N = r"[\w（）()·]{2,28}?"
_NS = rf"{_N}(?:、{_N}){{0,15}}?"
_OTHERS = r"(?:等(?:有关|相关)?(?:部门|单位))?"
# 交通运输部运输服务司牵头，科技司、人事教育司配合。
_LED_AND_SUPPORTED = re.compile(
    rf"(?:^|(?<=[。；，,：:\n])|由)(?P<lead>{_NS})牵头(?:负责|组织|实施|落实)?[，,、；]"
    rf"(?P<support>{_NS}{_OTHERS})(?:共同|协同|密切)?(?:配合|参与|协助)(?=[。；，,\n]|$)",
    re.MULTILINE,
)
# 由省发展改革委牵头，制定…
_LED = re.compile(rf"由(?P<lead>{_NS})牵头")
# 由省教育厅、省财政厅负责。
_BORNE = re.compile(rf"由(?P<bearers>{_NS})(?:共同|分别|具体)?负责(?=[。；，,\n]|组织|实施|落实|$)")
# 省发展改革委会同省财政厅、省司法厅制定…
_TOGETHER = re.compile(
    rf"(?:^|(?<=[。；：:\n])|由)(?P<lead>{_N})会同(?P<support>{_NS}){_OTHERS}"
    r"(?=负责|制定|研究|组织|推进|推动|开展|建立|完善|加强|指导|做好|落实|编制|出台|提出|拟[定订]|"
    r"修订|共同|联合|按|定期|及时|对|在|进行|实施|[，,。；\n]|$)",
    re.MULTILINE,
)


def find_assignments(text: str, offset: int = 0) -> tuple[Assignment, ...]:
    """The assignments a clause's own text makes, in order; `offset` is where `text` begins.

    >>> found = find_assignments("推动出台条例。（公共法律服务管理处，省法援中心）")
    >>> [department.name for department in found[0].departments]
    ['公共法律服务管理处', '省法援中心']
    >>> find_assignments("整合公共法律服务中心（站、室）。")
    ()
    """
    found: list[Assignment] = []
    for candidate in (*_bracketed(text), *_labelled(text), *_in_sentences(text)):
        start, end = candidate.span
        if not any(a.span.start < end and start < a.span.end for a in found):
            found.append(candidate)
    found = _merged(sorted(found, key=lambda assignment: assignment.span), text)
    return tuple(_moved(assignment, offset) for assignment in found)


def bears_departments(line: str) -> bool:
    """Whether a paragraph ends by naming its departments, or is nothing but that."""
    ending = line[-_LONGEST_ENDING:]
    found = find_assignments(ending)
    return bool(found) and found[-1].span.end >= len(ending.rstrip("。；，. \n"))


def outer_brackets(text: str) -> Iterator[Span]:
    """The brackets that stand in no other bracket of their line; an unclosed one is none."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "\n":
            opened.clear()
        elif match[0] in _OPENING:
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                yield Span(start, match.end())


def _bracketed(text: str) -> Iterator[Assignment]:
    for span in outer_brackets(text):
        start, end = span
        if not 3 < end - start < _LONGEST_BRACKET:
            continue
        named = read_list(text[start + 1 : end - 1], start + 1)
        if named.departments and (
            named.says_role
            or (_closes(text, end) and _stands_apart(text, start, named.departments))
        ):
            yield Assignment(span, named.departments)


def _stands_apart(text: str, start: int, departments: Sequence[NamedDepartment]) -> bool:
    """Whether a bracket without a word on roles names departments and explains no word before it.

    After a full stop it does, …组织领导。（政治部）; before one, …站所（派出所、司法所）。, only if
    the names leave no doubt.
    """
    if text[start] in _SQUARE or start == 0 or text[start - 1] in _SENTENCE_END + "\n":
        return True
    names = [department.name for department in departments]
    plain = all(is_plainly_department(name) for name in names)
    return plain and (len(names) > 1 or has_level(names[0]))


def _closes(text: str, end: int) -> bool:
    """Whether nothing but a full stop and further brackets follows in the paragraph."""
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else line_end].strip(" \u3000\t。；;.")
    return rest == "" or rest[0] in _SQUARE


def _labelled(text: str) -> Iterator[Assignment]:
    """责任部门：A、B on its own line, or as the last words of a paragraph."""
    matches = list(LABEL.finditer(text))
    brackets = tuple(outer_brackets(text)) if matches else ()
    for match in matches:
        start = match.start()
        apart = start == 0 or text[start - 1] in _SENTENCE_END + "\n \u3000\t"
        if match["other"] or not apart or any(s < start < e for s, e in brackets):
            continue
        stop = _STOP.search(text, start)
        end = stop.start() if stop else len(text)
        departments = read_list(text[start:end], start).departments
        if departments:
            yield Assignment(Span(start, end), departments, labelled=True)


def _in_sentences(text: str) -> Iterator[Assignment]:
    if "牵头" in text:
        yield from _sentences(_LED_AND_SUPPORTED, text, ("lead", "support"))
        yield from _sentences(_LED, text, ("lead",))
    if "负责" in text:
        yield from _sentences(_BORNE, text, (None,))
    if "会同" in text:
        yield from _sentences(_TOGETHER, text, ("lead", "support"))


def _sentences(
    pattern: re.Pattern[str], text: str, roles: Sequence[Role | None]
) -> Iterator[Assignment]:
    for match in pattern.finditer(text):
        named = [
            replace(department, role=role)
            for role in roles
            for group in (role or "bearers",)
            for department in read_list(match[group], match.start(group)).departments
        ]
        leads = [department.name for department in named if department.role != "support"]
        # 建立由基层司法行政机关牵头…的工作模式 describes, it does not assign
        if (
            leads
            and {department.role for department in named} == set(roles)
            and all(map(is_plainly_department, leads))
            and all(is_department(department.name) for department in named)
        ):
            yield Assignment(Span(*match.span()), tuple(named))


def _merged(found: Sequence[Assignment], text: str) -> list[Assignment]:
    """责任单位：A on one line and 配合单位：B on the next are one assignment."""
    merged: list[Assignment] = []
    for assignment in found:
        last = merged[-1] if merged else None
        if (
            last
            and last.labelled
            and assignment.labelled
            and not text[last.span.end : assignment.span.start].strip()
        ):
            merged[-1] = Assignment(
                Span(last.span.start, assignment.span.end),
                last.departments + assignment.departments,
                labelled=True,
            )
        else:
            merged.append(assignment)
    return merged


def _moved(assignment: Assignment, offset: int) -> Assignment:
    if offset == 0:
        return assignment
    span = Span(assignment.span.start + offset, assignment.span.end + offset)
    departments = tuple(
        replace(d, start=d.start + offset, end=d.end + offset) for d in assignment.departments
    )
    return replace(assignment, span=span, departments=departments)
