"""Learn what people ask for from ways of asking: ``python -m assistant.training.intents DIR``.

``DIR`` holds ``*.jsonl`` with an ``intent``, a ``text`` and the ``topic`` in it ("" if none). A way
of asking is learned again with other topics in its place, so that topics tell nothing by chance.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from assistant import Assistant
from assistant.understanding.intents import INTENTS, Guess, Intent, IntentReader, grams, how_new

_SEED = 0
_OTHER_TOPICS = 2  # times that a way of asking is learned with another topic
_SEEN = 8  # questions that a gram must stand in
_RIDGE = 1 / 0.3  # penalty on half the square of each weight
_HELD_OUT = 5  # folds of the cross-validation
_SURE = 0.6
_BYTE = 127

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Way:
    """A way of asking: its intent, its text, the topic in it and its shape."""

    intent: Intent
    text: str
    topic: str
    shape: str = ""


def read_ways(folder: Path, assistant: Assistant) -> list[Way]:
    """The ways of asking of all files of a folder, with their shapes."""
    rows = [
        json.loads(line)
        for file in sorted(folder.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    return [_shaped(Way(r["intent"], r["text"], r.get("topic", "")), assistant) for r in rows]


def with_other_topics(ways: Sequence[Way], assistant: Assistant) -> list[Way]:
    """Each way that names a topic again, with topics of the other ways and headings of papers."""
    headings = {c.heading.rstrip("。") for d in assistant.library.documents() for c in d.clauses}
    named = {way.topic for way in ways if len(way.topic) > 1}
    topics = sorted({*named, *(each for each in headings if each)})
    chosen = random.Random(_SEED)
    return [
        _shaped(replace(way, text=way.text.replace(way.topic, chosen.choice(topics))), assistant)
        for way in ways
        if way.topic
        for _ in range(_OTHER_TOPICS)
    ]


def fit(ways: Sequence[Way]) -> IntentReader:
    """Multinomial logistic regression with a ridge; every intent counts alike."""
    known, weights, bias = _fitted(ways)
    return IntentReader(known, weights.astype(np.float32), bias.astype(np.float32))


def _untaught() -> Assistant:
    """An assistant without the classifier, whose file may be missing or of other intents."""
    opened = Assistant.open()
    return Assistant(opened.library, opened.index, guess=lambda _: Guess(INTENTS[0], 0.0))


def _shaped(way: Way, assistant: Assistant) -> Way:
    return replace(way, shape=assistant.understand(way.text).shape)


def _fitted(ways: Sequence[Way]) -> tuple[list[str], Array, Array]:
    seen = Counter(gram for way in ways for gram in grams(way.shape))
    common = {gram for gram, times in seen.items() if times >= _SEEN}
    marks = [how_new(way.shape, common) for way in ways]
    known = sorted(common.union(marks))
    row = {gram: place for place, gram in enumerate(known)}
    places = [
        [row[gram] for gram in (*grams(way.shape), mark) if gram in row]
        for way, mark in zip(ways, marks, strict=True)
    ]
    ends = np.cumsum([0, *map(len, places)])
    flat = np.concatenate([np.array(each, dtype=np.int64) for each in places])
    features = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(ways), len(known)))
    gold = np.array([INTENTS.index(way.intent) for way in ways])
    times = Counter(gold.tolist())
    counts = np.array([len(ways) / len(times) / times[each] for each in gold.tolist()])
    right = np.eye(len(INTENTS))[gold]

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias = _parted(flat)
        scores = features @ weights + bias
        scores -= scores.max(1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        error = (np.exp(logs) - right) * counts[:, None]
        value = -float(counts @ logs[np.arange(len(gold)), gold])
        value += _RIDGE / 2 * float((weights**2).sum())
        slope = features.T @ error + _RIDGE * weights
        return value, np.concatenate([slope.ravel(), error.sum(0)])

    def _parted(flat: Array) -> tuple[Array, Array]:
        cut = len(known) * len(INTENTS)
        return flat[:cut].reshape(len(known), len(INTENTS)), flat[cut:]

    start = np.zeros((len(known) + 1) * len(INTENTS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return known, *_parted(found.x)


def save(known: Sequence[str], weights: Array, bias: Array, file: Path) -> None:
    """Write the weights as bytes, a scale for each intent beside them."""
    scale = np.abs(weights).max(0) / _BYTE
    np.savez_compressed(
        file,
        grams=np.array("\n".join(known)),
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
    )


def held_out(ways: Sequence[Way], assistant: Assistant) -> str:
    """Cross-validation: every fifth way is held out in turn, its variants with it."""
    right = sure = sure_right = 0
    for fold in range(_HELD_OUT):
        kept = [way for place, way in enumerate(ways) if place % _HELD_OUT != fold]
        reader = fit([*kept, *with_other_topics(kept, assistant)])
        for way in ways[fold::_HELD_OUT]:
            guess = reader.read(way.shape)
            right += guess.intent == way.intent
            sure += guess.probability >= _SURE
            sure_right += guess.probability >= _SURE and guess.intent == way.intent
    return (
        f"{right} of {len(ways)} right; where at least {_SURE} likely, {sure_right} of {sure} right"
    )


def main() -> None:
    """Learn from a folder and write ``assistant/data/intents.npz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    packaged = Path(str(files("assistant") / "data" / "intents.npz"))
    parser.add_argument("--out", type=Path, default=packaged)
    parser.add_argument("--held-out", action="store_true", help="cross-validate first")
    asked = parser.parse_args()
    assistant = _untaught()
    ways = read_ways(asked.folder, assistant)
    if asked.held_out:
        print(held_out(ways, assistant))
    save(*_fitted([*ways, *with_other_topics(ways, assistant)]), asked.out)
    print(f"{len(ways)} ways of asking → {asked.out}")


if __name__ == "__main__":
    main()
