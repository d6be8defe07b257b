"""Reading ``assistant/data``: TOML of a known form, or an error that says which file and where."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

from assistant.errors import DataFileError
from corpus import DataForm, read_toml

__all__ = ["DataForm", "read_data"]

_Form = TypeVar("_Form", bound=BaseModel)


def read_data(name: str, form: type[_Form]) -> _Form:
    """The content of ``data/{name}``.

    Raises:
        DataFileError: the file is no TOML or has another form.
    """
    return read_toml(files("assistant") / "data" / name, form, DataFileError)
