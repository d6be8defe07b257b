"""What people ask for who use such words: a linear classifier over characters, learned.

Rules take a question apart; the classifier is their second opinion where they see nothing asked.
Trained by ``assistant.training.intents``; its data card is ``data/intents.md``.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, TypeAlias, get_args
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from assistant.errors import DataFileError

Intent: TypeAlias = Literal[
    "lead", "support", "yesno_role", "list", "deadline", "howmany", "detail", "measures", "define",
    "wording", "name", "which_paper", "compare", "judge", "chat",
    "paper_number", "paper_date", "paper_issuer", "paper_status", "paper_title", "paper_count",
    "paper_list",
    "fu_lead", "fu_support", "fu_deadline", "fu_wording", "fu_previous", "fu_next", "fu_above",
    "fu_detail", "fu_howmany", "fu_measures", "fu_more", "fu_place", "fu_topic", "fu_correct",
    "fu_only", "fu_back",
]  # fmt: skip
"""What is asked for; ``paper_…`` of a paper itself, ``fu_…`` of what was shown before."""

INTENTS: tuple[Intent, ...] = get_args(Intent)

_LONGEST = 3  # characters of a gram
_PAPER, _DEPARTMENT, _NUMBER = "P", "D", "0"
# Pairs of neighbouring characters that no question of the training has: many in a topic of its own.
_NEW = (1, 3, 6, 12, 25)
# What NumPy raises of a file that is missing, empty, cut off or something else.
_BROKEN = (OSError, EOFError, KeyError, RuntimeError, TypeError, ValueError, BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest intent and how likely it is."""

    intent: Intent
    probability: float


def shape(text: str, papers: bytes, departments: Collection[tuple[int, int]]) -> str:
    """The question with its papers and places as P, departments as D and numbers as 0.

    Args:
        text: the folded question.
        papers: for each character 1 where a paper or a place stands.
        departments: where departments stand in ``text``.
    """
    marks = [_PAPER if taken else "" for taken in papers]
    for start, end in departments:
        marks[start:end] = [_DEPARTMENT] * (end - start)
    masked: list[str] = []
    for character, mark in zip(text, marks, strict=True):
        letter = mark or (_NUMBER if character.isdigit() else character)
        if not (letter in (_PAPER, _DEPARTMENT, _NUMBER) and masked[-1:] == [letter]):
            masked.append(letter)
    return "".join(masked)


def grams(shape: str) -> frozenset[str]:
    """Every stretch of one to three characters; the ends of the question count as characters."""
    bounded = f"^{shape}$"
    return frozenset(
        bounded[start : start + length]
        for length in range(1, _LONGEST + 1)
        for start in range(len(bounded) - length + 1)
    )


def how_new(shape: str, known: Collection[str]) -> str:
    """A mark for how many pairs of characters are not ``known``; it counts as a gram."""
    new = sum(shape[start : start + 2] not in known for start in range(len(shape) - 1))
    return f"new{sum(new >= least for least in _NEW)}"


class IntentReader:
    """A weight for each gram and intent; the intents' sums are turned into probabilities."""

    def __init__(
        self, known: Collection[str], weights: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        """``weights`` are (grams, intents) and ``bias`` (intents), in the order of INTENTS."""
        self._row = {gram: row for row, gram in enumerate(known)}
        self._weights = weights
        self._bias = bias

    def read(self, shape: str) -> Guess:
        """The likeliest intent of a question of this shape."""
        found = [self._row[g] for g in (*grams(shape), how_new(shape, self._row)) if g in self._row]
        scores = self._weights[sorted(found)].sum(0) + self._bias
        chance = np.exp(scores - scores.max())
        best = int(chance.argmax())
        return Guess(INTENTS[best], float(chance[best] / chance.sum()))


def read_weights(file: Traversable) -> IntentReader:
    """The classifier of an ``.npz``; its weights are bytes times a scale for each intent.

    Raises:
        DataFileError: the file is missing, broken, or of other intents.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as saved:
            known = str(saved["grams"]).split("\n")
            weights = saved["weights"].astype(np.float32) * saved["scale"]
            bias = saved["bias"]
        if weights.shape != (len(known), len(INTENTS)) or bias.shape != (len(INTENTS),):
            raise ValueError(f"it is not of {len(INTENTS)} intents")
    except _BROKEN as error:
        raise DataFileError(
            f"data/{file.name}: {error}; make it again with: "
            "python -m assistant.training.intents eval/datasets/asking"
        ) from error
    return IntentReader(known, weights, bias)


@cache
def intent_reader() -> IntentReader:
    """The packaged classifier."""
    return read_weights(files("assistant") / "data" / "intents.npz")


def guess_intent(shape: str) -> Guess:
    """What the packaged classifier takes a question of this shape for; reads it at first use."""
    return intent_reader().read(shape)
