"""Any model of the sentence-transformers family, for those who have one on disk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from index.encoders import Advance, Vectors
from index.errors import EncoderUnavailable
from index.settings import EncoderSettings

BATCH = 32


class SentenceTransformerEncoder:
    """A sentence-transformers model from a directory (or a hub, if the user's machine has one).

    Raises EncoderUnavailable when no model is named, or it cannot be opened.
    """

    def __init__(self, settings: EncoderSettings) -> None:
        if not settings.model:
            raise EncoderUnavailable(
                'With kind = "sentence-transformers" a model must be named: '
                "set encoder.model to its directory."
            )
        try:
            from sentence_transformers import SentenceTransformer

            self._model: Any = SentenceTransformer(settings.model, device="cpu")
        except (ImportError, OSError, ValueError) as error:
            raise EncoderUnavailable(
                f"The sentence-transformers model {settings.model!r} cannot be opened ({error}); "
                "give the directory of a saved model."
            ) from error
        self._settings = settings
        self._lock = threading.Lock()
        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)

    @property
    def name(self) -> str:
        """Model and prompts."""
        chosen = self._settings
        return f"{chosen.model}|{chosen.query_prompt}|{chosen.passage_prompt}"

    @property
    def dimension(self) -> int:
        """As the model says."""
        return int(self._model.get_sentence_embedding_dimension())

    def encode_queries(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of questions, ``query_prompt`` put before each."""
        return self._encode(texts, self._settings.query_prompt, advance)

    def encode_passages(self, texts: Sequence[str], advance: Advance | None = None) -> Vectors:
        """Vectors of passages, ``passage_prompt`` put before each."""
        return self._encode(texts, self._settings.passage_prompt, advance)

    def _encode(self, texts: Sequence[str], prompt: str, advance: Advance | None) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for at in range(0, len(texts), BATCH):
            batch = [prompt + text for text in texts[at : at + BATCH]]
            with self._lock:  # tokenizers may not be shared between threads
                vectors[at : at + len(batch)] = self._model.encode(
                    batch, normalize_embeddings=True, show_progress_bar=False
                )
            if advance:
                advance(len(batch))
        return vectors
