"""A conversation written out with its citations, as Word or Markdown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Answer, Citation
from assistant.web.bodies import Turn
from assistant.web.citing import ROLES, STATUSES, basis_name, official_title
from corpus import Library

Format = Literal["docx", "md"]
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_TITLE = "政策文件问答记录"
_CLOSING = "回答由“依据”根据所收文件自动生成，引文与原文逐字一致；正式引用请核对原件。"


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes and what they are."""

    content: bytes
    media_type: str


def export_conversation(turns: Sequence[Turn], library: Library, form: Format) -> Written:
    """Write the turns out in order, each with answer, departments, notes and quotes."""
    if form == "md":
        return Written(_markdown(turns, library).encode(), "text/markdown; charset=utf-8")
    return Written(_docx(turns, library), _DOCX)


def _markdown(turns: Sequence[Turn], library: Library) -> str:
    lines = [f"# {_TITLE}", ""]
    for turn in turns:
        lines += [f"## {_plain(turn.question)}", "", f"（{STATUSES[turn.answer.status]}）", ""]
        for line in turn.answer.text.splitlines():
            point = "- " if line.startswith("- ") else ""
            lines += [point + _plain(line.removeprefix("- ")), ""]
        lines += [f"- {_plain(line)}" for line in _departments(turn.answer)] + [""]
        lines += [f"> 注意：{_plain(note)}\n" for note in turn.answer.notes]
        for citation in turn.answer.citations:
            quote = "\n> ".join(_plain(line) for line in citation.quote.strip().splitlines())
            lines += [f"[{citation.marker}] {_plain(_source(citation, library))}", ""]
            lines += [f"> {quote}", ""]
    return "\n".join([*lines, "---", "", _CLOSING, ""])


def _plain(text: str) -> str:
    """Text on one line whose own signs are no Markdown."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(_clean(text).split()))


def _docx(turns: Sequence[Turn], library: Library) -> bytes:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    paper = docx.Document()
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = paper.styles[name]
        style.font.name = "Times New Roman"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
        style.font.color.rgb = RGBColor(0, 0, 0)
    paper.styles["Normal"].font.size = Pt(12)
    paper.core_properties.title = _TITLE
    paper.add_heading(_TITLE, level=1)
    for turn in turns:
        answer = turn.answer
        paper.add_heading(_clean(turn.question), level=2)
        paper.add_paragraph(f"（{STATUSES[answer.status]}）")
        for line in answer.text.splitlines():
            style = "List Bullet" if line.startswith("- ") else None
            paper.add_paragraph(_clean(line.removeprefix("- ")), style=style)
        for line in _departments(answer):
            paper.add_paragraph(_clean(line), style="List Bullet")
        for note in answer.notes:
            paper.add_paragraph().add_run(f"注意：{_clean(note)}").italic = True
        for citation in answer.citations:
            paper.add_paragraph().add_run(
                f"[{citation.marker}] {_clean(_source(citation, library))}"
            ).bold = True
            paper.add_paragraph(_clean(citation.quote.strip()), style="Quote")
    paper.add_paragraph(_CLOSING)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    """Text without what neither XML nor UTF-8 can hold."""
    return _UNPRINTABLE.sub("", text)


def _departments(answer: Answer) -> Iterable[str]:
    for named in answer.responsibilities:
        inherited = "，出自上级条款" if named.inherited else ""
        basis = basis_name(named.role, named.basis)
        yield f"{ROLES[named.role]}：{named.department}（{basis}{inherited}）[{named.marker}]"


def _source(citation: Citation, library: Library) -> str:
    """《…》（文号）第…项, with the number if the library still holds the paper.

    What comes from outside may quote what the paper does not say, which is said of it.
    """
    label = citation.label if citation.path else ""
    if citation.document_id not in library:
        return f"《{citation.document_title}》{label}（文件已不在库中，引文未能核对）"
    document = library.document(citation.document_id)
    faithful = document.text[citation.start : citation.end] == citation.quote
    return official_title(document) + label + ("" if faithful else "（引文与所收文件不符）")
