"""How officials quote a clause, and the words the page uses for roles and grounds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.answer import Kind
from corpus import BASIS, Clause, Document

ROLES: Mapping[str, str] = MappingProxyType({"lead": "牵头", "support": "配合"})
_AFTER_THE_FIRST = "列在其后"
STATUSES: Mapping[str, str] = MappingProxyType(
    {"answered": "有依据", "partial": "部分有依据", "not_found": "未找到"}
)


def basis_name(role: str, basis: str) -> str:
    """What a role rests on, in a few words."""
    if role == "support" and basis == "listed_first":
        return _AFTER_THE_FIRST
    return BASIS.get(basis, "")


def official_title(document: Document) -> str:
    """《…》（文号）, or the title alone where the paper has no number."""
    return f"《{document.title}》" + (f"（{document.number}）" if document.number else "")


def official_citation(clause: Clause) -> str:
    """《…》（文号）第二部分（六）第24项（1）, as it is put into a paper."""
    return official_title(clause.document) + (clause.label if clause.path else "")


KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        "responsibility": "谁负责",
        "duties": "单位的全部任务",
        "measures": "有哪些措施",
        "fact": "时间、数量或名称",
        "clause": "条款原文",
        "document": "文件信息",
        "comparison": "文件对照",
        "none": "",
    }
)
