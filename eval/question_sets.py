"""A question set on disk as the rows an evaluation fills in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus import CorpusError, Library
from eval.errors import EvalError
from eval.questions import (
    YIJU,
    Conversation,
    Expected,
    GoldClause,
    Question,
    load_conversations,
    load_questions,
)
from eval.results import Place, Row

Part = Literal["dev", "test", "all"]
SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions and conversations of one split, and the files they come from."""

    name: str
    questions: tuple[Question, ...]
    conversations: tuple[Conversation, ...]
    files: tuple[Path, ...]


def read_set(folder: Path = YIJU, part: Part = "dev") -> QuestionSet:
    """Read `questions.jsonl` and, if it is there, `conversations.jsonl`.

    `part` "test" is for reporting only; "all" is for a set that is not split. Raises EvalError for
    all of the project's own set, which would show its test half among the rest.
    """
    if part == "all" and folder.resolve() == YIJU.resolve():
        raise EvalError("this set keeps a test half apart; run --split dev, or test to report")
    split = None if part == "all" else part
    files = [folder / "questions.jsonl"]
    conversations: tuple[Conversation, ...] = ()
    if (file := folder / "conversations.jsonl").exists():
        conversations = load_conversations(file, split)
        files.append(file)
    questions = load_questions(files[0], split)
    if not questions and not conversations:
        raise EvalError(f"{folder} has no questions in {part}; --split all takes every one")
    return QuestionSet(f"{folder.resolve().name} {part}", questions, conversations, tuple(files))


def as_row(identifier: str, expected: Expected, library: Library) -> Row:
    """The question with the places it expects, nothing found yet."""
    documents = expected.documents
    return Row(
        id=identifier,
        question=expected.question,
        kind=expected.kind,
        voice=expected.voice,
        document=documents[0] if len(documents) == 1 else SEVERAL if documents else "",
        status=expected.status,
        values={},
        expected=_places((*expected.gold, *expected.also), library),
    )


def _places(golds: Iterable[GoldClause], library: Library) -> tuple[Place, ...]:
    """Each clause once; a list's clauses stand among the first citations and among all."""
    places: dict[str, Place] = {}
    for gold in golds:
        try:
            document = library.document(gold.document)
            label = f"《{document.title}》{document.clause(gold.path).label}"
        except CorpusError as error:
            raise EvalError(f"the question set does not fit the library: {error}") from error
        places.setdefault(
            gold.clause_id, Place(clause=gold.clause_id, label=label, quote=gold.quote)
        )
    return tuple(places.values())
