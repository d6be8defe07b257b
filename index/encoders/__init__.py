"""Text to vectors, through one interface; which model stands behind it is a setting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from index.settings import EncoderSettings

Vectors: TypeAlias = NDArray[np.float32]
Advance: TypeAlias = Callable[[int], None]


class Encoder(Protocol):
    """An embedding model. Vectors are fp32, one row a text, of unit length."""

    @property
    def name(self) -> str:
        """Identifies model and prompts: vectors of different names are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def encode_queries(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of questions."""
        ...

    def encode_passages(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of passages; ``advance(n)`` is told after every n texts."""
        ...


def open_encoder(settings: EncoderSettings) -> Encoder | None:
    """The configured encoder, or None when embeddings are switched off.

    Raises EncoderUnavailable when the model cannot be opened.
    """
    if settings.kind == "none":
        return None
    if settings.kind == "bundled":
        from index.encoders.bundled import BundledEncoder

        return BundledEncoder(threads=settings.threads)
    from index.encoders.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(settings)
