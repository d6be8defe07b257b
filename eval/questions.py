"""Question sets: what is asked, and what a right answer rests on.

A set is two files of one JSON object a line: questions.jsonl (single questions) and
conversations.jsonl (turns that lean on the turns before). The format, and what counts as right, is
described in datasets/yiju/README.md.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from assistant import Kind, Status
from eval.errors import EvalError

if TYPE_CHECKING:
    from corpus import Clause, Document, Library

Voice = Literal["official", "citizen", "dialect", "typo"]
Split = Literal["dev", "test"]

YIJU = Path(__file__).parent / "datasets" / "yiju"
"""The project's own set, about the five packaged documents."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldClause(_Frozen):
    """A clause that answers, and words of it that show so. The empty path is a document's head."""

    document: str
    path: tuple[str, ...]
    quote: str

    @property
    def clause_id(self) -> str:
        return "/".join((self.document, *self.path))

    def covers(self, clause_id: str) -> bool:
        """Whether the clause is this one or lies below it in the outline; a head covers itself."""
        below = f"{self.clause_id}/" if self.path else None
        return clause_id == self.clause_id or bool(below and clause_id.startswith(below))


class Expected(_Frozen):
    """One thing asked and what a right answer holds; see the README for each field's rule."""

    kind: Kind
    voice: Voice
    question: str
    status: Status
    gold: tuple[GoldClause, ...] = ()
    also: tuple[GoldClause, ...] = ()
    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    must: tuple[str, ...] = ()
    count: int | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that the gold lies in, in order of mention."""
        return tuple(dict.fromkeys(place.document for place in (*self.gold, *self.also)))

    @model_validator(mode="after")
    def _gold_if_answerable(self) -> Expected:
        if self.status == "not_found":
            if self.gold or self.also:
                raise ValueError("a question to be refused has no gold clauses")
        elif not self.gold:
            raise ValueError("a question that can be answered needs gold clauses")
        if self.count is not None and self.count != len(self.also):
            raise ValueError("count must be the number of clauses in also")
        return self


class Question(Expected):
    """A question that stands on its own."""

    id: str

    @property
    def split(self) -> Split:
        return split_of(self.id)


class Turn(Expected):
    """A question inside a conversation; it may lean on the turns before it."""


class Conversation(_Frozen):
    """Questions asked one after the other in one conversation."""

    id: str
    turns: tuple[Turn, ...]

    @property
    def split(self) -> Split:
        return split_of(self.id)


_Row = TypeVar("_Row", Question, Conversation)


def split_of(identifier: str) -> Split:
    """dev when the first byte of the id's SHA-256 is even, else test: fixed before any tuning."""
    first = hashlib.sha256(identifier.encode()).digest()[0]
    return "dev" if first % 2 == 0 else "test"


def load_questions(
    path: str | Path = YIJU / "questions.jsonl", split: Split | None = None
) -> tuple[Question, ...]:
    """Read single questions, all of them or one split. EvalError names the line that is wrong."""
    return tuple(row for row in _rows(Path(path), Question) if split in (None, row.split))


def load_conversations(
    path: str | Path = YIJU / "conversations.jsonl", split: Split | None = None
) -> tuple[Conversation, ...]:
    """Read conversations, all of them or one split. EvalError names the line that is wrong."""
    return tuple(row for row in _rows(Path(path), Conversation) if split in (None, row.split))


def _rows(path: Path, model: type[_Row]) -> Iterator[_Row]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(f"{path} cannot be read as a UTF-8 question set: {error}") from error
    # not splitlines(): a question may hold U+2028 and other line ends of its own
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield model.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the object"
            raise EvalError(
                f"{path}, line {number}: {where}: {first['msg']}; correct that line."
            ) from error


def check(rows: Iterable[Question | Conversation], library: Library) -> list[str]:
    """What is wrong with a set, one sentence each; empty when every line holds.

    Proved: ids are unique; every quote lies in its clause to the letter; lead and support are
    departments that the gold clauses name; must strings stand in the gold clauses or in what the
    library knows of their documents.
    """
    rows = tuple(rows)
    faults = [
        f"{identifier}: the id is used {times} times"
        for identifier, times in Counter(row.id for row in rows).items()
        if times > 1
    ]
    for row in rows:
        turns: tuple[Expected, ...] = row.turns if isinstance(row, Conversation) else (row,)
        for number, expected in enumerate(turns, start=1):
            name = f"{row.id} turn {number}" if isinstance(row, Conversation) else row.id
            faults += [f"{name}: {fault}" for fault in _faults(expected, library)]
    return faults


def _faults(expected: Expected, library: Library) -> Iterator[str]:
    from corpus import CorpusError

    gold: list[Clause] = []
    found: list[Clause] = []
    for place in (*expected.gold, *expected.also):
        try:
            clause = library.document(place.document).clause(place.path)
        except CorpusError as error:
            yield f"{place.clause_id}: {error}"
            continue
        found.append(clause)
        if place in expected.gold:
            gold.append(clause)
        if not place.quote.strip():
            yield f"{place.clause_id}: the quote is empty"
        elif not any(place.quote in piece for piece in _pieces(clause)):
            yield f"{place.clause_id}: does not hold “{place.quote}”"
        if place.path != clause.path:
            yield f"{place.clause_id}: is written {clause.id}"
    yield from _department_faults(expected, gold)
    known = [*map(_known, found)] or [_known(document.head) for document in library.documents()]
    for words in expected.must:
        if words != str(expected.count) and not any(_plain(words) in text for text in known):
            yield f"nothing in the gold clauses says “{words}”"


def _department_faults(expected: Expected, gold: list[Clause]) -> Iterator[str]:
    named = [one for clause in gold for one in clause.responsibilities]
    leads = {one.department for one in named if one.role == "lead"}
    helpers = {one.department for one in named if one.role == "support"}
    for role, names, wanted in (
        ("lead", leads, expected.lead or ()),
        ("support", helpers, expected.support or ()),
    ):
        for department in wanted:
            if department not in names:
                yield f"no gold clause names {department} as {role}"
    if expected.kind == "duties" and expected.count is not None:
        missing = [clause.label for clause in gold if not clause.responsibilities]
        if missing:
            yield f"no department is named by {'、'.join(missing)}"


def _pieces(clause: Clause) -> Iterator[str]:
    """Where a quote may stand: one of the clause's own pieces; a head may be before or after."""
    text = clause.document.text
    yield from (text[start:end] for start, end in clause.spans)
    if not clause.path:
        yield from (
            text[s:e] for s, e in (clause.document.front_matter, clause.document.back_matter)
        )


def _known(clause: Clause) -> str:
    """The clause's words and what is known of its document, blanks taken out."""
    document: Document = clause.document
    facts = (document.title, document.number, document.issuer, document.region, document.status)
    counts = sorted({place.number for place in document.clauses})
    said = (clause.text, *_pieces(clause), *(fact or "" for fact in facts), *counts)
    return "\n".join(map(_plain, said))


def _plain(text: str) -> str:
    return "".join(text.split())
