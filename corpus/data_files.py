"""Reading the data files that people write: TOML of a known form, or an error that says where."""

import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import DataFileError

DATA = Path(__file__).parent / "data"
_MOST = 3  # slips told at once; a mistyped key is two, one missing and one too many
_Form = TypeVar("_Form", bound=BaseModel)


class DataForm(BaseModel):
    """The form of a data file or of a part of one: frozen, and no key that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_toml(
    file: Traversable,
    form: type[_Form],
    raising: type[Exception],
    explained_in: str = "文件开头",
) -> _Form:
    """The file's content as `form`; `explained_in` says where that is described.

    Raises `raising`, the room's own error, when the file is missing or has another form.
    """
    try:
        return form.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:  # pydantic's and TOML's errors are ValueErrors
        raise raising(
            f"{file.name} 读不出来（{_told(error)}）；请按{explained_in}的说明改正后重试。"
        ) from error


def read_data(name: str, form: type[_Form]) -> _Form:
    """The content of corpus/data/`name`. Raises `DataFileError`."""
    return read_toml(DATA / name, form, DataFileError)


def _told(error: Exception) -> str:
    """What is wrong and where: `department 第4条 nam: Extra inputs are not permitted`."""
    if not isinstance(error, ValidationError):
        return str(error)
    return "；".join(f"{_place(slip['loc'])}: {slip['msg']}" for slip in error.errors()[:_MOST])


def _place(keys: tuple[str | int, ...]) -> str:
    return " ".join(f"第{key + 1}条" if isinstance(key, int) else key for key in keys)
