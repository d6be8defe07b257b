"""Chinese names of what a report shows."""

from __future__ import annotations

_CHINESE = {
    "retrieval": "检索评测",
    "answers": "回答评测",
    "Success": "前 {k} 条命中",
    "R": "前 {k} 条召回率",
    "MRR": "MRR@{k}",
    "nDCG": "nDCG@{k}",
    "right": "整体正确",
    "first_citation": "首条引用正确",
    "lead": "牵头单位正确",
    "department_f1": "单位 F1",
    "required_strings": "必含内容",
    "complete_list": "清单完整",
    "citation_precision": "引用准确率",
    "citation_recall": "引用召回率",
    "status": "结论一致",
    "refusal_recall": "应拒已拒",
    "refusal_precision": "所拒应拒",
    "false_refusal": "误拒（越低越好）",
    "follow_up": "追问正确",
    "verbatim": "引文逐字一致",
    "answered": "有依据",
    "partial": "部分有依据",
    "not_found": "未找到",
    "by kind": "按问题类型",
    "by voice": "按提问口吻",
    "by document": "按文件",
    "responsibility": "责任分工",
    "duties": "部门任务",
    "measures": "措施",
    "fact": "事实",
    "clause": "条款",
    "document": "文件信息",
    "comparison": "比较",
    "none": "语料之外",
    "official": "书面语",
    "citizen": "口语",
    "dialect": "方言",
    "typo": "错字",
    "several": "多份文件",
}


def chinese(name: str) -> str:
    """The Chinese name of a measure, status, kind, voice or grouping, else the name itself.

    >>> chinese("R@10")
    '前 10 条召回率'
    """
    stem, _, depth = name.partition("@")
    return _CHINESE.get(stem, name).format(k=depth)
