"""Chinese names of what a report shows."""

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
    "partial": "部分",
    "not_found": "未找到",
    "kind": "按问题类型",
    "voice": "按提问口吻",
    "document": "按文件",
}


def chinese(name: str) -> str:
    """The Chinese name of a measure, status or grouping; the name itself where there is none.

    >>> chinese("R@10")
    '前 10 条召回率'
    """
    stem, _, depth = name.partition("@")
    return _CHINESE.get(stem, name).format(k=depth)
