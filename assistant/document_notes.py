"""What a reader must know of a paper: that it is a draft, and what its roles rest on.

``called`` is how the sentence names the paper: by its title in an answer, 这份文件 beside it.
"""

from __future__ import annotations

from corpus import Document


def status_note(document: Document, called: str = "") -> str:
    """That the paper is no formal one or no longer in force; empty where neither holds."""
    called = called or f"《{document.title}》"
    if document.status == "征求意见稿":
        return f"{called}是征求意见稿，不是正式文件，内容可能与正式印发的文本不同。"
    if document.status == "已废止":
        return f"{called}已废止。"
    if document.status == "已被替代":
        return f"{called}已被新文件替代。"
    return ""


def listed_first_note(document: Document, called: str = "") -> str:
    """Why the department that stands first is taken to lead."""
    called = called or f"《{document.title}》"
    if document.bold_lost:
        return (
            f"{called}以黑体字标明牵头部门，所收文本没有保留字体，"
            "这里把列在首位的部门作为牵头部门，其余作为配合部门，请以原件为准。"
        )
    return f"{called}只写由哪些单位负责，没有区分牵头与配合，这里把列在首位的单位作为牵头单位。"
