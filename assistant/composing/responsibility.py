"""Who leads a clause and who helps."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.composing.departments import Responsible, departments_of, roles_of
from assistant.composing.draft import Draft
from assistant.composing.wording import joined, place, quoted, source_line, titled, who
from assistant.evidence import Evidence
from assistant.names import names_anybody, short, side
from assistant.sentences import opening, sentences
from corpus import Clause, Document, Role
from index import Hit

# 主要负责同志是第一责任人: named in the words of a clause, not as a department behind it.
_PERSON = "责任人"
# 第19项三条各由谁带头: of its points, and not of the task
_OF_EACH_POINT = re.compile(r"各(?:自|由|是|归|有)|分别|(?:每一?|逐)[条项点]")
# By the role that a department has, and was not asked to have.
_NOT_THE_ROLE: Mapping[Role, str] = {
    "lead": "配合单位：",
    "support": "牵头单位，{}列在其后：",
}


def compose_responsibility(evidence: Evidence) -> Draft | None:
    """Answer who leads or supports; None if no clause in scope is about the topic."""
    if evidence.of_each:
        return _of_each(evidence.focus)
    documents = evidence.sides if evidence.question.scope.several else ()
    if documents:
        return _side_by_side(evidence, documents)
    clause = _main_clause(evidence)
    if clause is None:
        return None
    draft = Draft()
    _answer_for(clause, evidence, draft)
    if not draft.lines[0].startswith(("《", "是的", "不是")):
        draft.lines[0] = f"{side(clause.document)}{draft.lines[0]}"
    _mention_elsewhere(clause, evidence, draft)
    return draft


def _of_each(clauses: tuple[Clause, ...]) -> Draft:
    """这三项各有谁配合: a line for each clause of a list."""
    draft = Draft()
    named = {clause: departments_of(clause) for clause in clauses}
    some = [clause for clause in clauses if named[clause]]
    draft.status = "answered" if some else "partial"
    draft.say(f"所列{len(clauses)}条中，{len(some)}条写明了单位：")
    for clause in clauses:
        by = "；".join(who(each.clause, each.names) for each in named[clause]) or "没有写明单位"
        for each in named[clause]:
            draft.name(each.clause, each.names, inherited=each.inherited)
        draft.say(f"- {clause.label}：{opening(clause)}（{by}）{draft.cite(clause)}")
    return draft


def _side_by_side(evidence: Evidence, documents: tuple[Document, ...]) -> Draft | None:
    draft = Draft()
    missing = []
    for document in documents:
        hits = [hit for hit in evidence.good if hit.clause.document_id == document.id]
        clause = _best_named(hits, evidence)
        if clause is None:
            missing.append(document)
            continue
        before = len(draft.lines)
        _answer_for(clause, evidence, draft)
        draft.lines[before] = f"{short(document)}：{draft.lines[before]}"
    if not draft.lines:
        return None
    if missing:
        draft.status = "partial"
        draft.say(f"{joined(short(d) for d in missing)}的文件中没有找到这一事项。")
    return draft


def _main_clause(evidence: Evidence) -> Clause | None:
    if evidence.focus:
        return evidence.focus[0]
    best = _best_named(list(evidence.good), evidence)
    best = _task_of(best, evidence) if best is not None else None
    if best is None or len(evidence.documents) == 1 or names_anybody(best.document):
        return best
    return _named_elsewhere(best, evidence) or best


def _task_of(best: Clause, evidence: Evidence) -> Clause:
    """Of a whole part, whose tasks have leaders of their own, the task that was found best."""
    if best.kind not in ("section", "subsection"):
        return best
    return next((hit.clause for hit in evidence.good if best in hit.clause.ancestors), best)


def _named_elsewhere(best: Clause, evidence: Evidence) -> Clause | None:
    """Who leads is asked, and the best paper names nobody: a paper that does, if it is about it."""
    floor = evidence.thresholds.elsewhere * evidence.hits[0].score
    about = evidence.share(best)
    return next(
        (
            hit.clause
            for hit in evidence.hits
            if hit.score >= floor
            and departments_of(hit.clause)
            and evidence.share(hit.clause) >= about
        ),
        None,
    )


def _best_named(hits: list[Hit], evidence: Evidence) -> Clause | None:
    """The best clause, or one nearly as good in a paper that names departments at all."""
    if not hits:
        return None
    best = hits[0]
    near = [hit for hit in hits if hit.score >= evidence.thresholds.beside * best.score]
    asked = evidence.question.departments
    if asked and "yesno" in evidence.question.asks:
        # 公证是不是公共法律服务管理处牵头: of the papers' clauses one that names it.
        near.sort(
            key=lambda hit: not (_names_one_of(hit.clause, asked) and evidence.is_about(hit.clause))
        )
    named = [hit.clause for hit in near if departments_of(hit.clause)]
    about = [clause for clause in named if evidence.is_about(clause)]
    return next(iter((*about, *named)), best.clause)


def _names_one_of(clause: Clause, departments: tuple[str, ...]) -> bool:
    return not {*roles_of(departments_of(clause))}.isdisjoint(departments)


def _answer_for(clause: Clause, evidence: Evidence, draft: Draft) -> None:
    named = departments_of(clause)
    if not named:
        _say_unnamed(clause, evidence, draft)
    elif len(named) > 1 or (named[0].clause is not clause and not named[0].inherited):
        _say_by_point(clause, named, evidence, draft)
    else:
        _say_departments(clause, named[0], evidence, draft)


def _say_departments(clause: Clause, named: Responsible, evidence: Evidence, draft: Draft) -> None:
    marker = draft.name(named.clause, named.names, inherited=named.inherited)
    asks = evidence.question.asks
    support = [each.department for each in named.names if each.role == "support"]
    if "support" in asks and "lead" not in asks and not support:
        draft.say(f"没有写明配合单位：这一条{who(named.clause, named.names)}{marker}。")
    else:
        draft.say(f"{_check_asked((named,), evidence)}{who(named.clause, named.names)}{marker}。")
    draft.say(source_line(clause, evidence, draft))


def _check_asked(named: tuple[Responsible, ...], evidence: Evidence) -> str:
    """是/不是 where the question names a department itself."""
    asked = evidence.question.departments
    if not asked or "yesno" not in evidence.question.asks:
        return ""
    has, wanted = roles_of(named), dict(evidence.question.roles_asked)
    for department in asked:
        role = has.get(department)
        if role is None:
            return f"不是。条款没有写到{department}，"
        if department in wanted and role != wanted[department]:
            written = (
                n.department for one in named for n in one.names if n.canonical == department
            )
            return f"不是{_NOT_THE_ROLE[role].format(next(written))}"
    return "是的，"


def _say_by_point(
    clause: Clause, named: tuple[Responsible, ...], evidence: Evidence, draft: Draft
) -> None:
    """One line for each point, which has the words; the task is cited where it was named itself."""
    of_points = _OF_EACH_POINT.search(evidence.question.plain)
    marker = draft.cite(clause) if evidence.focus and not of_points else ""
    leads = dict.fromkeys(n.department for each in named for n in each.names if n.role == "lead")
    draft.say(
        f"{_check_asked(named, evidence)}由{joined(leads)}牵头或列首位，"
        f"{place(clause)}下有{len(named)}条写明了单位{marker}："
    )
    for each in named:
        point = draft.name(each.clause, each.names)
        draft.say(f"- {titled(each.clause)}（{who(each.clause, each.names)}）{point}")


def _say_unnamed(clause: Clause, evidence: Evidence, draft: Draft) -> None:
    document = clause.document
    if _PERSON in evidence.question.plain and _PERSON in clause.text:
        told = [each for each in sentences(clause) if _PERSON in each.text]
        draft.say(f"{place(clause)}写明：{quoted(told, draft)}")
        return
    draft.status = "partial"
    where = "这一条" if names_anybody(document) else "全文都"
    scope = f"{where}没有写明牵头或配合部门"
    draft.say(f"《{document.title}》{scope}，写到这一事项的是{clause.label}{draft.cite(clause)}。")
    draft.say(source_line(clause, evidence, draft))


def _mention_elsewhere(clause: Clause, evidence: Evidence, draft: Draft) -> None:
    """Another paper's clause on the same matter, offered in one line."""
    if evidence.focus or not evidence.hits:
        return
    best = evidence.hits[0].score
    seen = {clause.document_id}
    for hit in evidence.good:
        other = hit.clause
        if other.document_id in seen or hit.score < evidence.thresholds.beside * best:
            continue
        if not other.responsibilities:
            continue
        seen.add(other.document_id)
        marker = draft.cite(other)
        draft.say(
            f"另外，{place(other)}也写到这一事项，{who(other, other.responsibilities)}{marker}。"
        )
