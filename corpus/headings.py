"""What a clause is called: its heading in the text, and the label by which a person cites it."""

import re
from collections.abc import Sequence

from corpus.assignments import Assignment
from corpus.lines import Line
from corpus.model import Path, Span
from corpus.nodes import Node, annex_title
from corpus.numbering import Family

_LONGEST_SENTENCE = 40
_LONGEST_PAIR = 30  # 坚持深化改革，简政放权。
_LONGEST_LINE = 80
_SENTENCE = re.compile(r"[^。！？；\n]+")
# 第一条 【立法目的】为了…
_BRACKETED = re.compile(r"[【［\[]([^】］\]\n]{2,20})[】］\]]")


def heading_span(
    node: Node, lines: Sequence[Line], own: Span, found: Sequence[Assignment], text: str
) -> Span | None:
    """The words that name the clause: its line where that is all, else a short first sentence.

    Brackets that name departments are no part of it.
    """
    named = annex_title(node, lines)
    if named is not None and not lines[node.lines[0]].text[node.marker.end if node.marker else 0 :]:
        return Span(lines[named].start, lines[named].start + len(lines[named].text))
    if node.path == ("前言",) or (node.cut and node.cut[0]):
        return None
    start = own.start + (node.marker.end if node.marker else 0)
    line_end = text.find("\n", own.start, own.end)
    line_end = own.end if line_end < 0 else line_end
    if node.marker and node.marker.family is Family.ARTICLE:
        match = _BRACKETED.match(text, start, line_end)
        return Span(*match.span(1)) if match else None
    assigned = [a.span.start for a in found if start < a.span.start < line_end]
    limit = min([*assigned, line_end])
    match = _SENTENCE.match(text, start, limit)
    if match is None:
        return None
    end = start + len(match[0].rstrip())
    rest = text[end:limit].strip()
    return Span(start, end) if _is_heading(node, match[0], rest) else None


def _is_heading(node: Node, sentence: str, rest: str) -> bool:
    commas = len(re.findall(r"[，,]", sentence))
    if node.kind in {"section", "subsection"} and len(rest) < 2:
        return len(sentence) <= (_LONGEST_SENTENCE if rest else _LONGEST_LINE)
    if commas == 0:
        return len(sentence) <= _LONGEST_SENTENCE
    return commas == 1 and len(sentence) <= _LONGEST_PAIR and len(rest) > 1


def label(path: Path) -> str:
    """How a person cites a path.

    >>> label(("二", "（六）", "24", "（1）")), label(("第十三条", "（二）"))
    ('第二部分（六）第24项（1）', '第十三条第（二）项')
    """
    return "".join(_component(component, path[:i]) for i, component in enumerate(path))


def _component(component: str, above: Path) -> str:
    number, _, again = component.partition("#")
    article = bool(above) and re.fullmatch(r"第.+条(?:之.)?", above[-1]) is not None
    forms = _FORMS_IN_ARTICLES if article else _FORMS
    form = next(form for pattern, form in forms if pattern.fullmatch(number))
    suffix = f"〔同号之{again}〕" if again.isdecimal() else ""
    return form.format(number.removeprefix("¶")) + suffix


_FORMS = (
    (re.compile(r"[一二三四五六七八九十百零〇]+"), "第{}部分"),
    (re.compile(r"\d+(?:\.\d+)*"), "第{}项"),
    (re.compile(r"¶[\d-]+"), "第{}段"),
    (re.compile(r"(?:[第附（①-⑳⑴-⒇]|——|前言$|\d).*"), "{}"),
    (re.compile(r".*", re.DOTALL), "“{}”"),  # an unnumbered heading
)
_FORMS_IN_ARTICLES = ((re.compile(r"（.+）"), "第{}项"), *_FORMS)
