"""The catalog of a library folder: one entry a document, and the folder's settings.

`catalog.json` is written by the program, `library.toml` by the maintainer.
"""

import dataclasses
import datetime as dt
import json
import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from corpus.building import Overrides
from corpus.errors import LibraryError
from corpus.model import Status

CATALOG = "catalog.json"
SETTINGS = "library.toml"
_DATES = ("date", "published")
_SETTINGS_TEXT = """\
# 本文件库的设置。

# 是否同时使用程序自带的五份文件（true 或 false）。
packaged = true
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """packaged: whether the papers that come with the program belong to the library."""

    packaged: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the folder.

    file: its original's name under originals/ · source_name: what its owner called it ·
    text_hash: of its readable text without blanks, by which the same paper in another format is
    recognised · title: as understood when it was added · known: what the maintainer told.
    """

    id: str
    file: str
    source_name: str
    text_hash: str
    title: str
    known: Overrides


def read_settings(folder: Path) -> Settings:
    """The settings of a library folder; the defaults where it has none."""
    path = folder / SETTINGS
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise LibraryError(f"{path} 读不出来（{error}）；请改正后重试。") from error
    unknown = found.keys() - {"packaged"}
    if unknown or not isinstance(found.get("packaged", True), bool):
        raise LibraryError(f"{path} 只能有 packaged = true 或 packaged = false 一项设置；请改正。")
    return Settings(**found)


def write_first_settings(folder: Path) -> None:
    """Write down the default settings, for the maintainer to change, if there are none."""
    if not (folder / SETTINGS).exists():
        write_whole(folder / SETTINGS, _SETTINGS_TEXT.encode())


def read_catalog(folder: Path) -> tuple[Entry, ...]:
    """The entries of a library folder in the order in which they were added."""
    path = folder / CATALOG
    try:
        listed = json.loads(path.read_text("utf-8"))
        return tuple(_entry(row) for row in listed["documents"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LibraryError(
            f"{path} 读不出来（{error!r}）；请从备份恢复它，或删去它后重新添加文件。"
        ) from error


def write_catalog(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Put a new catalog in place of the old one; readers see the one or the other."""
    text = json.dumps(
        {"documents": [_row(entry) for entry in entries]}, ensure_ascii=False, indent=2
    )
    write_whole(folder / CATALOG, text.encode())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there wholly or not at all, even if the machine goes down."""
    handle, name = tempfile.mkstemp(prefix=".unfinished-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _row(entry: Entry) -> dict[str, Any]:
    known = {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in dataclasses.asdict(entry.known).items()
        if value not in (None, ())
    }
    return {**dataclasses.asdict(entry), "known": known}


def _entry(row: Mapping[str, Any]) -> Entry:
    known = dict(row["known"])
    for name in _DATES:
        if name in known:
            known[name] = dt.date.fromisoformat(known[name])
    if "aliases" in known:
        known["aliases"] = tuple(known["aliases"])
    if known.get("status") not in (None, *get_args(Status)):
        raise ValueError(f"status {known['status']!r}")
    return Entry(**{**row, "known": Overrides(**known)})
