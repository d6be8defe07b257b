"""What people ask when a clause is the answer: data/phrasings/DOCUMENT.toml.

    [[clause]]
    path = ["二", "（六）", "24", "（1）"]
    asks = ["吉林打算出法律援助的条例吗", "法援的规矩谁来定"]

Indexed beside the clause, never shown and never cited. A document without such a file works.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from index.data_files import read_toml

Path: TypeAlias = tuple[str, ...]


class _Block(BaseModel):
    model_config = ConfigDict(extra="forbid")

    path: Path
    asks: tuple[str, ...] = Field(min_length=1)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

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
    blocks = read_toml(file, _File, "index/phrasings.py").clause
    return {block.path: block.asks for block in blocks}
