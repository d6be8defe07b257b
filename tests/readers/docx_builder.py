"""A Word file from bare WordprocessingML, for what python-docx can't write."""

import io
import zipfile
from collections.abc import Mapping

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def build_docx(
    body: str,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    others: Mapping[str, bytes] | None = None,
) -> bytes:
    """A .docx whose parts hold these elements; `others` are further files of the archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, content in (("styles", styles), ("numbering", numbering)):
            if content:
                archive.writestr(f"word/{name}.xml", _part(name, content))
        if footnotes:
            archive.writestr("word/footnotes.xml", _part("footnotes", footnotes))
        for other, data in (others or {}).items():
            archive.writestr(other, data)
    return file.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run, with its own and its run's properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def level(index: int, number_format: str, pattern: str, more: str = "") -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbered(text: str, depth: int, list_id: int = 1) -> str:
    """A paragraph whose number Word draws."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def _part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NS}>{content}</w:{name}>'
