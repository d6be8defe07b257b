"""Reading the data files that people write: TOML of a known form, or an error that says where."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from index.errors import DataFileError

_Form = TypeVar("_Form", bound=BaseModel)


def read_toml(file: Traversable, form: type[_Form], explained_in: str) -> _Form:
    """The file's content as ``form``; ``explained_in`` says where that is described.

    Raises DataFileError when the file is missing or has another form.
    """
    try:
        return form.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValidationError, ValueError) as error:
        raise DataFileError(f"{file.name}: {error}; see {explained_in} for the form") from error
