"""Files that are kept: written or locked, or SnapshotError says where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from index.errors import SnapshotError


@contextmanager
def saving_in(folder: Path) -> Iterator[None]:
    """What the file system refuses within is a SnapshotError that names the folder."""
    try:
        yield
    except OSError as error:
        raise SnapshotError(
            f"The index cannot be saved in {folder} ({error}); "
            "free some space, or set YIJU_CACHE to a folder that can be written."
        ) from error


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """One process at a time; the file's folder is made when missing.

    Raises SnapshotError when the file cannot be locked.
    """
    lock = FileLock(file)
    with saving_in(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
