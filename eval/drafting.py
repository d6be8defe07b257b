"""Draft a question set from a document, by templates over its clauses, for a person to edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant import Kind
from corpus import Clause, Document, Role
from eval.errors import EvalError
from eval.questions import GoldClause, Question

TEMPLATES = Path(__file__).with_name("drafting.toml")
LONGEST_TOPIC = 40  # characters; a longer opening makes no question a person would ask


class Template(BaseModel):
    """Wordings of one kind of question, used in turn."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    asks: tuple[str, ...]


def draft_questions(
    document: Document, most: int = 12, templates: Path = TEMPLATES
) -> list[Question]:
    """Up to `most` questions of each kind, spread over the document, ready to be edited.

    The gold is what the clause itself says: its departments, its deadline, its words. Every line
    passes the checker; whether a person would ask it so is for the maintainer to judge.
    """
    drafted: list[Question] = []
    for template in _read(templates):
        drafts = _spread([*_DRAFTERS[template.kind](document)], most)
        if template.kind == "none":
            drafts = drafts * len(template.asks)
        for turn, (clause, known) in enumerate(drafts):
            drafted.append(
                Question.model_validate(
                    {
                        "id": f"{document.id}-{len(drafted) + 1:03}",
                        "kind": template.kind,
                        "voice": "official",
                        "question": _worded(template.asks[turn % len(template.asks)], clause),
                        "status": "answered",
                        **known,
                    }
                )
            )
    return drafted


_Draft = tuple[Clause, dict[str, object]]
"""A clause to ask about, and what the answer must hold."""


def _responsibility(document: Document) -> Iterator[_Draft]:
    for clause in _topical(document):
        if clause.responsibilities:
            roles = {"lead": _named(clause, "lead"), "support": _named(clause, "support")}
            known = {role: names for role, names in roles.items() if names}
            yield clause, {"gold": [_gold(clause, clause.responsibilities[0].start)], **known}


def _fact(document: Document) -> Iterator[_Draft]:
    for clause in _topical(document):
        if len(clause.deadlines) == 1 and not clause.deadlines[0].standing:
            deadline = clause.deadlines[0]
            yield clause, {"gold": [_gold(clause, deadline.start)], "must": [deadline.text]}


def _measures(document: Document) -> Iterator[_Draft]:
    for clause in _topical(document):
        if clause.heading and len(clause.text) > 2 * len(clause.heading):
            yield clause, {"gold": [_gold(clause)]}


def _clause(document: Document) -> Iterator[_Draft]:
    for clause in document.clauses:
        if clause.number:
            yield clause, {"gold": [_gold(clause)]}


def _document(document: Document) -> Iterator[_Draft]:
    for name in ("number", "date"):
        if span := document.evidence.get(name):
            said = document.text[span.start : span.end]
            gold = GoldClause(document=document.id, path=(), quote=said)
            yield document.head, {"gold": [gold], "must": [said]}


def _none(document: Document) -> Iterator[_Draft]:
    yield document.head, {"status": "not_found"}


_DRAFTERS: dict[Kind, Callable[[Document], Iterator[_Draft]]] = {
    "responsibility": _responsibility,
    "fact": _fact,
    "measures": _measures,
    "clause": _clause,
    "document": _document,
    "none": _none,
}


def _topical(document: Document) -> Iterator[Clause]:
    """Clauses whose topic is short enough to ask about and names no other clause."""
    topics = [_topic(clause) for clause in document.clauses]
    for clause, topic in zip(document.clauses, topics, strict=True):
        if 4 <= len(topic) <= LONGEST_TOPIC and topics.count(topic) == 1:
            yield clause


def _topic(clause: Clause) -> str:
    """The heading, or the own text up to its first stop, number aside."""
    return re.split(r"[，。；：\n【（]", clause.heading or clause.words, maxsplit=1)[0].strip()


def _gold(clause: Clause, offset: int | None = None) -> GoldClause:
    """The clause with its sentence that holds the character at `offset`, else its first."""
    text = clause.document.text
    place = clause.start if offset is None else offset
    start, end = next(span for span in clause.spans if span.start <= place < span.end)
    sentences = re.finditer(r"[^。；\n]+[。；]?(?:[【（][^】）]*[】）])?", text[start:end])
    quote = next(one[0] for one in sentences if start + one.end() > place and one[0].strip())
    return GoldClause(document=clause.document_id, path=clause.path, quote=quote.strip())


def _named(clause: Clause, role: Role) -> list[str]:
    return [one.department for one in clause.responsibilities if one.role == role]


def _worded(wording: str, clause: Clause) -> str:
    return wording.format(
        document=f"《{clause.document.title}》",
        topic=_topic(clause),
        label=clause.label,
        number=clause.number,
    )


def _spread(drafts: Sequence[_Draft], most: int) -> list[_Draft]:
    """At most `most` of them, evenly from first to last."""
    step = max(1, -(-len(drafts) // most))
    return list(drafts[::step])


def _read(path: Path) -> list[Template]:
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))["template"]
        templates = [Template.model_validate(one) for one in held]
    except (OSError, ValueError, KeyError, ValidationError) as error:
        raise EvalError(f"cannot read the templates in {path}: {error}") from error
    if unknown := [one.kind for one in templates if one.kind not in _DRAFTERS]:
        raise EvalError(f"{path}: no way to draft {unknown[0]}; there are {', '.join(_DRAFTERS)}")
    return templates
