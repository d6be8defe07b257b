"""What each part of the page shows, put together from the library and rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from assistant.answer import Answer, Responsibility, Understanding
from assistant.document_notes import listed_first_note, status_note
from assistant.names import short_title
from assistant.web.citing import KINDS, ROLES
from assistant.web.comparison import Comparison
from assistant.web.figures import figures
from assistant.web.reading import lay_out
from assistant.web.rendering import Renderer
from corpus import Clause, Document, Library, Span, task_rows
from corpus import Responsibility as Named

_LINE_ENDS = re.compile(r"\s*\n\s*")
_MOST_NAMES = 8
# A note that stands beside the paper needs no title.
_BESIDE = "这份文件"


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of how the question was read; ``key`` is its field in the understanding."""

    key: str
    name: str
    value: str
    removable: bool = True


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    names: tuple[Responsibility, ...]


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """The conditions chosen over the table of tasks; empty means all."""

    documents: tuple[str, ...] = ()
    department: str = ""
    words: str = ""

    @property
    def query(self) -> str:
        """The conditions as the query of an address, with its question mark."""
        pairs = [("document", each) for each in self.documents]
        pairs += [("department", self.department)] if self.department else []
        pairs += [("words", self.words)] if self.words else []
        return f"?{urlencode(pairs)}" if pairs else ""


class Views:
    """HTML for one library on one server."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer

    def answer(self, answer: Answer, library: Library) -> str:
        """An answer as a message of the chat: one line, because a blank line would end the HTML."""
        html = self.renderer.render(
            "answer.html",
            answer=answer,
            chips=chips(answer.understanding, library),
            departments=_by_role(answer.responsibilities),
        )
        return _LINE_ENDS.sub("", html)

    def trouble(self, sentence: str) -> str:
        """What stands in place of an answer when there is none."""
        return _LINE_ENDS.sub("", self.renderer.render("trouble.html", sentence=sentence))

    def place(self, clause: Clause, quote: Span | None = None, prefix: str = "yj-") -> str:
        """The document of ``clause``, open at it; ``prefix`` goes before the anchors' ids."""
        return self.renderer.render("reading.html", **_place(clause, quote, prefix))

    def document_page(self, clause: Clause, quote: Span | None = None) -> str:
        """A whole page for one document, readable without the chat and without scripts."""
        return self.renderer.render("document.html", **_place(clause, quote, ""))

    def documents(self, library: Library) -> str:
        """The documents with their metadata and outlines."""
        return self.renderer.render("documents.html", documents=library.documents())

    def tasks(self, library: Library, chosen: TaskFilter) -> str:
        """The table of tasks. Raises UnknownDocument."""
        documents = [library.document(each) for each in chosen.documents] or library.documents()
        rows = task_rows(documents, chosen.department or None, chosen.words or None)
        return self.renderer.render(
            "tasks.html", rows=rows, query=chosen.query, filtered=bool(chosen.query)
        )

    def comparison(self, comparison: Comparison) -> str:
        """A topic side by side in several documents."""
        return self.renderer.render("comparison.html", comparison=comparison)

    def about(self, library: Library) -> str:
        """What the library holds and how answers come about."""
        documents = library.documents()
        clauses = [clause for document in documents for clause in document.clauses]
        return self.renderer.render(
            "about.html",
            documents=documents,
            clauses=len(clauses),
            named=sum(1 for clause in clauses if clause.responsibilities),
            figures=figures(),
        )

    def welcome(self, library: Library) -> str:
        """What stands in an empty conversation; one line, as it is part of the chat."""
        documents = library.documents()
        html = self.renderer.render(
            "welcome.html",
            documents=documents,
            clauses=sum(len(document.clauses) for document in documents),
        )
        return _LINE_ENDS.sub("", html)

    def waiting(self) -> str:
        """What a browser gets before the page is there."""
        return self.renderer.render("waiting.html")


def chips(understanding: Understanding, library: Library) -> tuple[Chip, ...]:
    """How a question was read, as parts that can be taken away."""
    found = []
    if kind := KINDS[understanding.kind]:
        found.append(Chip("kind", "问的是", kind, removable=False))
    held = [library.document(each) for each in understanding.documents if each in library]
    if held and len(held) < len(library.documents()):
        names = "、".join(short_title(document) for document in held)
        found.append(Chip("documents", "范围", names))
    if understanding.departments:
        found.append(Chip("departments", "单位", "、".join(understanding.departments)))
    if understanding.topic:
        found.append(Chip("topic", "主题", understanding.topic, removable=False))
    return tuple(found)


def _by_role(named: Sequence[Responsibility]) -> tuple[_Group, ...]:
    """Departments by role, each once; long lists stay with the text that names them."""
    groups = []
    for role, name in ROLES.items():
        of_role = {(each.department, each.basis): each for each in named if each.role == role}
        if of_role:
            groups.append(_Group(name, tuple(of_role.values())))
    return tuple(groups) if sum(len(group.names) for group in groups) <= _MOST_NAMES else ()


def _place(clause: Clause, quote: Span | None, prefix: str) -> dict[str, object]:
    document = clause.document
    named: tuple[Named, ...] = clause.responsibilities
    inherited_from = None
    if not named and (above := clause.inherited_responsibilities):
        inherited_from, named = above
    return {
        "document": document,
        "clause": clause,
        "passages": lay_out(document, quote),
        "named": named,
        "inherited_from": inherited_from,
        "notes": tuple(_notes(document, named)),
        "prefix": prefix,
    }


def _notes(document: Document, named: Sequence[Named]) -> Iterator[str]:
    """What a reader of the paper itself must know."""
    if note := status_note(document, _BESIDE):
        yield note
    if any(each.basis == "listed_first" for each in named):
        yield listed_first_note(document, _BESIDE)
