"""The clause itself, in full, with its place in the outline."""

from __future__ import annotations

import re

from assistant.composing.draft import Draft
from assistant.composing.wording import place, titled, who
from assistant.evidence import Evidence
from assistant.sentences import pieces
from corpus import Clause

_MANY = 12
# 第八部分下面有哪些条, 第18条底下的小点全部列出来: what stands below is asked for.
_POINTS_ASKED = re.compile(
    r"(?:下[面边头]?|底下|之下|下设|里[面头]?|包括|包含|分|有|共)(?:的|都|一共|总共|了|成)*"
    r"(?:(?:有|是)*哪[些几](?:小|大)?[条项点]|(?:小|几)+[条项点](?:全|都|列))"
    r"|^\d{1,3}底下的?$"
)


def compose_clause(evidence: Evidence) -> Draft | None:
    """Show the clauses in focus in full; None if the question points at none."""
    if not evidence.focus:
        return None
    draft = Draft()
    only_points = _POINTS_ASKED.search(evidence.question.plain) is not None
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
