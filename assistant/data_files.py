"""Reading ``assistant/data``: TOML of a known form, or an error that says which file and where."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from assistant.errors import DataFileError

_Form = TypeVar("_Form", bound=BaseModel)


class DataForm(BaseModel):
    """The form of a data file or of a part of one: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_data(name: str, form: type[_Form]) -> _Form:
    """The content of ``data/{name}``.

    Raises:
        DataFileError: the file is no TOML or has another form.
    """
    file = files("assistant") / "data" / name
    try:
        return form.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:  # pydantic's and TOML's errors are ValueErrors
        raise DataFileError(f"data/{name}: {error}; the file's head says what it holds") from error
