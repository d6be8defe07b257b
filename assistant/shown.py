"""What was shown last: the clauses beside and below it, and who leads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.sentences import opening
from corpus import Clause

_BEGINNING = 20  # characters

# 这个处一共有几项任务, 他们还负责什么: the department that leads what was shown.
_THAT_DEPARTMENT = re.compile(
    r"(?:承担|负责|牵头|管)(?:这|那|该)?(?:一)?(?:个|项|条|块|件)?(?:任务|工作|事)?的(?:那个)?(?:处室|处|部门|单位)(?!是?(?:[?？。]|$)|呢)"
    r"|(?<![是由归有管])(?:这|那|该)(?:一)?(?:个|家)?(?:牵头|负责|主管)?(?:处室|处(?!长|理|罚|置)|部门|单位|厅|局|委|中心|机构)|(?:(?:他|她)们|它们?)(?=还|都|也|一共|总共|负责|牵头|有|手[上里头]|名下|自己)|(?:他|她)(?=一共|总共|负责|牵头)|(?<=[是归由])(?:他|它|她)们?(?:家)?(?=[?？吗吧么]|$)"
)

# 协会也要出力？: of the departments of the clause shown the one that is called so.
_BY_KIND = re.compile(
    r"(?:那|这个?|那个?)?(?P<kind>协会|中心|学院|总队)(?=也|都|参|配|管|是不是|要不要)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What answers have shown: ``cited`` the last one, in marker order, ``listed`` the last list,
    ``earlier`` the first clause of each answer before the last, the oldest first."""

    cited: tuple[Clause, ...] = ()
    listed: tuple[Clause, ...] = ()
    earlier: tuple[Clause, ...] = ()


def beginning(clause: Clause) -> str:
    """So much of a clause as says what is spoken of."""
    return opening(clause)[:_BEGINNING]


def below(cited: tuple[Clause, ...]) -> frozenset[str]:
    """All clauses below the one that was shown first."""
    first = cited[0] if cited else None
    if first is None or not first.children:
        return frozenset()
    return frozenset(c.id for c in first.document.clauses if first in c.ancestors)


def around(clause: Clause) -> frozenset[str]:
    """The clause above one, those below it and those beside it."""
    above = clause.parent
    near = (*clause.children, *(() if above is None else (*above.children, above)))
    return frozenset(each.id for each in near) - {clause.id}


def name_that_department(text: str, cited: tuple[Clause, ...]) -> str:
    """这个处一共有几项任务: the text with the department that leads what was shown by its name."""
    named = cited[0].responsibilities if cited else ()
    lead = next((each.department for each in named if each.role == "lead"), None)
    text = _THAT_DEPARTMENT.sub(lead, text, count=1) if lead else text
    if by_kind := _BY_KIND.match(text):
        of_kind = [each.department for each in named if each.department.endswith(by_kind["kind"])]
        if len(of_kind) == 1:
            return text.replace(by_kind["kind"], of_kind[0], 1)
    return text


def written_nearby(topic: str, cited: tuple[Clause, ...]) -> bool:
    """经费呢: whether the clause that was shown, or a point beside it, writes of the new topic.

    The tasks beside a task are other matters: 公证 is no detail of 法律援助.
    """
    if not cited:
        return False
    clause = cited[0]
    nearby = (clause, *clause.children, *beside(clause))
    return any(topic in each.text for each in nearby)


def beside(clause: Clause) -> tuple[Clause, ...]:
    """The points of a point's task, itself among them."""
    return clause.parent.children if clause.kind == "item" and clause.parent else ()


def names_anybody(clauses: tuple[Clause, ...]) -> bool:
    """Whether one of the clauses, or one above it, names departments."""
    return any(c.responsibilities or c.inherited_responsibilities for c in clauses)


def naming(cited: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """谁牵头: the first clause shown that names departments, or else the first."""
    naming_any = (c for c in cited if names_anybody((c,)))
    return (next(naming_any, cited[0]),)
