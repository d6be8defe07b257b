"""The page's own HTML, by templates that escape whatever comes from people or documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.answer import Answer, Citation, NearbyClause, Responsibility
from assistant.names import short_title
from assistant.sentences import opening_words
from assistant.web.citing import (
    KINDS,
    ROLES,
    STATUSES,
    basis_name,
    official_citation,
    official_title,
)
from assistant.web.reading import HEAD_ANCHOR
from corpus import BASIS, Clause
from corpus import Responsibility as Named

_MARKER = re.compile(r"\[(\d+)\]")
_LINK = Markup(
    '<a class="yj-marker" href="{address}" data-yj="open" data-document="{cited.document_id}"'
    ' data-clause="{clause}" data-start="{cited.start}" data-end="{cited.end}"'
    ' aria-label="依据{cited.marker}：{cited.label}">[{cited.marker}]</a>'
)


class Renderer:
    """Templates over one server's public path."""

    def __init__(self, root_path: str = "") -> None:
        self.root_path = root_path
        environment = Environment(
            loader=PackageLoader("assistant.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.globals.update(
            root=root_path,
            files=f"{root_path}/page-files/{static_version()}",
            roles=ROLES,
            bases=BASIS,
            kinds=KINDS,
            statuses=STATUSES,
        )
        environment.filters.update(
            blocks=lambda text: list(text_blocks(text)),
            citation=official_citation,
            official_title=official_title,
            opening=opening_words,
            short_title=short_title,
            marked=self._marked,
            basis=_basis,
            clause_address=self.clause_address,
            cited_address=self.cited_address,
            near_address=self.near_address,
        )
        self._environment = environment

    def render(self, template: str, **values: Any) -> str:
        """One template with its values."""
        return self._environment.get_template(template).render(**values)

    def clause_address(self, clause: Clause) -> str:
        """The lasting address of a clause: the document's page, at the clause."""
        return self._address(clause.document_id, clause.path)

    def near_address(self, near: NearbyClause) -> str:
        """The lasting address of a clause named beside a refusal."""
        return self._address(near.document_id, near.path)

    def cited_address(self, cited: Citation) -> str:
        """The document's page at the cited clause, with the quote marked."""
        query = "?" + urlencode({"start": cited.start, "end": cited.end})
        return self._address(cited.document_id, cited.path, query)

    def _address(self, document_id: str, path: tuple[str, ...], query: str = "") -> str:
        anchor = "/".join(path) or HEAD_ANCHOR
        return f"{self.root_path}/documents/{quote(document_id)}{query}#{quote(anchor)}"

    def _marked(self, line: str, answer: Answer) -> Markup:
        """The line with each marker as a link to its clause."""
        citations = {citation.marker: citation for citation in answer.citations}

        def link(match: re.Match[str]) -> str:
            cited = citations.get(int(match[1]))
            if cited is None:
                return match[0]
            return _LINK.format(
                address=self.cited_address(cited), cited=cited, clause="/".join(cited.path)
            )

        return Markup(_MARKER.sub(link, str(escape(line))))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an answer, or its points in a row."""

    points: bool
    lines: tuple[str, ...]


def text_blocks(text: str) -> Iterator[Block]:
    """An answer's text as paragraphs and lists: lines that begin with ``- `` are points."""
    points: list[str] = []
    for line in text.splitlines():
        if line.startswith("- "):
            points.append(line.removeprefix("- "))
            continue
        if points:
            yield Block(True, tuple(points))
            points = []
        if line.strip():
            yield Block(False, (line,))
    if points:
        yield Block(True, tuple(points))


def _basis(named: Responsibility | Named) -> str:
    return basis_name(named.role, named.basis)


@cache
def static_version() -> str:
    """A short hash over the static files, so that their addresses change when they do."""
    import hashlib

    folder = files("assistant.web").joinpath("static")
    ordered = sorted(folder.iterdir(), key=lambda file: file.name)
    content = b"".join(file.read_bytes() for file in ordered if file.is_file())
    return hashlib.sha256(content).hexdigest()[:12]
