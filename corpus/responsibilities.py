"""Who leads and who supports, and on what ground that is said."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.assigning import NamedDepartment
from corpus.assignments import Assignment
from corpus.departments import canonical_department
from corpus.model import Basis, Responsibility, Role, RoleConvention, Span

# 以上任务分工，黑体字为牵头部门，其他为配合部门。 / 注：牵头单位用黑体标注。
_BOLD_WORD = re.compile(r"黑体|加粗|粗体")
_BOLD_LEADS = re.compile(
    r"[^。\n（(]{0,40}(?:(?:黑体|加粗|粗体)[^。\n，]{0,8}为(?:牵头|主办|责任)"
    r"|(?:牵头|主办)(?:单位|部门)?[^。\n，]{0,4}(?:黑体|加粗|粗体))[^。\n]{0,60}。?"
)
# 排在第一位的部门为牵头部门，下同 / 列第一位的为牵头单位 / 第一个单位为牵头单位
_FIRST_LEADS = re.compile(
    r"[^。，；\n（(]{0,12}(?:(?:排|列|位列|排名|排序|署名)(?:在|名)?(?:最前|第一位?|首位|第1位?|前)"
    r"|首位|首个|第一个)"
    r"[^。，\n]{0,8}(?:为|是|系)(?:总)?(?:牵头|主办)[^。，\n）)]{0,20}"
)


def find_convention(text: str) -> RoleConvention | None:
    """The sentence by which the paper says how it marks the lead, if it says so."""
    for word in _BOLD_WORD.finditer(text):
        start = max(text.rfind("\n", 0, word.start()), text.rfind("。", 0, word.start())) + 1
        match = _BOLD_LEADS.match(text, max(start, word.start() - 40))
        if match:
            return RoleConvention("bold", Span(*match.span()))
    match = _FIRST_LEADS.search(text) if "牵头" in text or "主办" in text else None
    return RoleConvention("first", Span(*match.span())) if match else None


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
    unsaid = [d for d in departments if d.role is None]
    led = any(d.role == "lead" for d in departments)
    in_bold = [d for d in unsaid if is_bold(d, bold)]
    first_leads = convention is not None and convention.kind == "first"
    for d in departments:
        first: Role = "lead" if unsaid and d is unsaid[0] else "support"
        if d.role is not None:
            yield d, d.role, "stated"
        elif led:
            yield d, "support", "stated"
        elif in_bold:
            yield d, ("lead" if d in in_bold else "support"), "bold"
        elif len(departments) == 1:
            yield d, "lead", "sole"
        elif first_leads or len(unsaid) == 1:  # A负责，B配合 says it of A as well
            yield d, first, "stated"
        else:
            yield d, first, "listed_first"
