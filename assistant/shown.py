"""What was shown last: the clauses beside and below it, and who leads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.sentences import opening
from assistant.understanding.role_words import helping, leading
from corpus import Clause, Role

_BEGINNING = 20  # characters

# 这个处一共有几项任务, 他们还负责什么: the department that leads what was shown.
_THAT_DEPARTMENT = re.compile(
    r"(?:承担|负责|牵头|管)(?:这|那|该)?(?:一)?(?:个|项|条|块|件)?(?:任务|工作|事)?的(?:那个)?(?:处室|处|部门|单位)(?!是?(?:[?？。]|$)|呢)"
    r"|(?<![是由归有管])(?:这|那|该)(?:一)?(?:个|家)?(?:牵头|负责|主管)?(?:处室|处(?!长|理|罚|置)|部门|单位|厅|局|委|中心|机构)|(?:(?:他|她)们|它们?)(?=还|都|也|一共|总共|负责|牵头|有|手[上里头]|名下|自己)|(?:他|她)(?=一共|总共|负责|牵头)|(?<=[是归由])(?:他|它|她)们?(?:家)?(?=[?？吗吧么]|$)"
    # 盖业务用房不是他家牵头吧
    r"|(?<=[是由归])(?:他|它|她)家(?=(?:来)?(?:管|负责|牵头|挑头|打头))"
    # 仲裁也归这处管不
    r"|(?<=[归由])(?:这|那)(?:个|家)?(?:处|局|厅|办|中心)(?=(?:来)?(?:管|负责|牵头)[不没吗么])"
)

# 协会也要出力？: of the departments of the clause shown the one that is called so.
_BY_KIND = re.compile(
    r"(?:那|这个?|那个?)?(?P<kind>协会|中心|学院|总队)(?=也|都|参|配|管|是不是|要不要)"
)
# 二处, behind 立法一处
_SIBLING = re.compile(r"(?<![\u4e00-\u9fff])(?:那|和|跟)?(?P<which>[一二三])处")


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


def name_own_department(text: str, spoken_of: tuple[str, ...]) -> str:
    """咱局当头的就一条, 二处, behind a department's list: the text with the name that is meant."""
    if not spoken_of:
        return text
    name = spoken_of[0]
    if (sibling := _SIBLING.search(text)) and re.search(r"[一二三]处$", name):
        start, end = sibling.span("which")
        return f"{text[:start]}{name[:-2]}{text[start:end]}处{text[end + 1 :]}"
    return _own().sub(name, text, count=1)


@cache
def _own() -> re.Pattern[str]:
    """咱局, 我们 in 不是我们牵头吧: the speaker's own office."""
    we, said = "(?:我们|咱们?|俺们?)", f"{leading().said}|{helping().said}"
    return re.compile(
        rf"(?:{we}|[本我])(?:这|那)?(?:个)?(?:处室?(?![理罚置境])|局(?!面)|厅|部(?!分|门|里)|办(?![理公事])|中心|委(?!员)|会)"
        rf"|{we}(?=(?:来|在)?(?:{said})|[跟和与同](?!.*谁))"
    )


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


def tasks_of(
    departments: tuple[str, ...], shown: tuple[Clause, ...], role: Role | None = None
) -> tuple[Clause, ...]:
    """What departments have to do in the papers of the clauses shown, as a list of it stands:

    paper by paper, what they lead first, or only what they do in ``role``.
    """
    found = []
    for paper in dict.fromkeys(clause.document for clause in shown):
        for each in ("lead", "support") if role is None else (role,):
            found += [c for c in paper.clauses if _role_in(c, departments) == each]
    return tuple(found)


def others_of(departments: tuple[str, ...], shown: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """What departments have to do in the papers of the clauses shown, beside these."""
    return tuple(each for each in tasks_of(departments, shown) if each not in shown)


def names_in(clause: Clause, role: Role | None = None) -> set[str]:
    """Canonical names of the departments that a clause names, or names in ``role``."""
    named = clause.responsibilities
    return {each.canonical for each in named if role is None or each.role == role}


def _role_in(clause: Clause, departments: tuple[str, ...]) -> Role | None:
    """In which role one of the departments is named, the lead before the rest."""
    if names_in(clause, "lead") & {*departments}:
        return "lead"
    return "support" if names_in(clause) & {*departments} else None
