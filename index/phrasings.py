"""What people ask when a clause is the answer: data/phrasings/DOCUMENT.toml.

    [[clause]]
    path = ["二", "（六）", "24", "（1）"]
    asks = ["吉林打算出法律援助的条例吗", "法援的规矩谁来定"]

Indexed beside the clause, never shown and never cited. In a document without such a file a
clause's own heading and sentences take their place: beside clauses that have phrasings, one
that has nothing of the kind would hardly ever be found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeAlias

from pydantic import Field

from corpus import Clause, DataForm, read_toml
from index.errors import DataFileError

Path: TypeAlias = tuple[str, ...]


_SENTENCE = re.compile(r"[^。；！？\n]+")
_SENTENCES = 6  # of a clause, the first ones
_SHORTEST, _LONGEST = 4, 40  # characters of a question


class _Block(DataForm):
    path: Path
    asks: tuple[str, ...] = Field(min_length=1)


class _File(DataForm):
    clause: tuple[_Block, ...] = ()


def read_phrasings(
    document_id: str, folder: Traversable | None = None
) -> Mapping[Path, tuple[str, ...]]:
    """Path of a clause -> what people ask for it; empty if the document has no such file.

    Raises DataFileError when the file is not of the form above.
    """
    file = (folder or files("index") / "data" / "phrasings") / f"{document_id}.toml"
    if not file.is_file():
        return {}
    blocks = read_toml(file, _File, DataFileError, "index/phrasings.py").clause
    return {block.path: block.asks for block in blocks}


def stand_ins(clause: Clause) -> tuple[str, ...]:
    """A clause's heading and the beginnings of its sentences, in place of phrasings."""
    sentences = [each.strip()[:_LONGEST] for each in _SENTENCE.findall(clause.words)]
    said = (clause.heading, *sentences[:_SENTENCES])
    return tuple(dict.fromkeys(each for each in said if len(each) >= _SHORTEST))
