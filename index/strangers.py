"""Questions that the packaged papers do not answer: data/strangers.toml.

    [[field]]
    name = "housing"
    questions = ["公租房一个月租金多少"]

What is nearer to these than to any phrasing of a clause is likely to be a question of another
field. They stand against the phrasings: where a document has none, nothing can be told.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import Field

from corpus import DataForm, read_toml
from index.errors import DataFileError


class _Field(DataForm):
    name: str
    questions: tuple[str, ...] = Field(min_length=1)


class _File(DataForm):
    field: tuple[_Field, ...] = ()


@cache
def read_strangers() -> tuple[str, ...]:
    """All questions of the file, field by field.

    Raises DataFileError when the file is not of the form above.
    """
    file = files("index") / "data" / "strangers.toml"
    fields = read_toml(file, _File, DataFileError, "index/strangers.py").field
    return tuple(question for field in fields for question in field.questions)
