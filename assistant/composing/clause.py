"""The clause itself, in full, with its place in the outline."""

from __future__ import annotations

from assistant.composing.draft import Draft
from assistant.composing.wording import place, titled, who
from assistant.evidence import Evidence
from assistant.sentences import pieces
from assistant.understanding.phrases import phrases
from corpus import Clause

_MANY = 12


def compose_clause(evidence: Evidence) -> Draft | None:
    """Show the clauses in focus in full; None if the question points at none."""
    if not evidence.focus:
        return None
    draft = Draft()
    only_points = any(
        phrases()[section].search(evidence.question.plain)
        for section in ("points_below", "points_counted")
    )
    for clause in evidence.focus:
        if only_points and clause.children:
            draft.say(f"{place(clause)}：{titled(clause)}")
            _show_children(clause, draft)
        else:
            _show(clause, draft)
    if len(evidence.focus) > 1:
        draft.note(
            "这个编号在所问范围内对应不止一条，以上一并列出；说明文件或“第几项第几点”可以只看一条。"
        )
    return draft


def compose_points(evidence: Evidence) -> Draft | None:
    """社区矫正部分有几个小条: the points of a task, counted; None where none are asked for."""
    if not (phrases()["points_counted"].search(evidence.question.plain) and evidence.clauses):
        return None
    best = evidence.clauses[0]
    task = best if best.children or best.parent is None else best.parent
    if not task.children:
        return None
    draft = Draft()
    draft.say(f"{place(task)}：{titled(task)}")
    _show_children(task, draft)
    return draft


def _show(clause: Clause, draft: Draft) -> None:
    text = clause.document.text
    parts = []
    for start, end in pieces(clause):
        parts.append(f"{text[start:end]}{draft.cite(clause, start, end)}")
    where = " → ".join(titled(above) for above in clause.ancestors)
    draft.say(f"{place(clause)}{f'（属于{where}）' if where else ''}：")
    draft.say("\n".join(parts))
    if clause.responsibilities:
        draft.name(clause, clause.responsibilities)
    elif above := clause.inherited_responsibilities:
        owner, names = above
        marker = draft.name(owner, names, inherited=True)
        draft.say(f"这一条没有写明单位，上级条款{owner.label}{who(owner, names)}{marker}。")
    _show_children(clause, draft)


def _show_children(clause: Clause, draft: Draft) -> None:
    if not clause.children:
        return
    draft.say(f"下设{len(clause.children)}条：")
    for child in clause.children[:_MANY]:
        draft.say(f"- {titled(child)}{draft.cite(child)}")
    if len(clause.children) > _MANY:
        draft.say(f"其余{len(clause.children) - _MANY}条见原文。")
