"""An index over plain passages, for public benchmarks and for texts that are no policy papers."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpus import Document
from index.encoders import Encoder, open_encoder
from index.fields import (
    Fields,
    FieldVectors,
    Progress,
    build_lexical,
    build_vectors,
    grow_dictionary,
)
from index.passages import Passage
from index.questions import ParsedQuery
from index.ranking import Profile
from index.retriever import Ranked, Retriever
from index.settings import Settings
from index.snapshot import Inputs, Saved, SnapshotFolder, inputs_of
from index.thesaurus import Thesaurus
from index.tokens import Tokenizer
from index.vectors import VectorStore

PACKAGED = "packaged"  # name of what is saved for a library that is kept nowhere


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage found, with the probability that it is what was asked for."""

    id: str
    score: float


class PassageIndex:
    """Passages with everything needed to search them.

    index = PassageIndex.open("stard", [Passage("a1", text="…", title="…"), …])
    index.search("没签合同，公司不给工资怎么办", k=10)
    """

    def __init__(self, retriever: Retriever, folder: SnapshotFolder, inputs: Inputs) -> None:
        self.retriever = retriever
        self._folder = folder
        self._inputs = inputs

    @classmethod
    def open(
        cls,
        name: str,
        passages: Sequence[Passage],
        settings: Settings | None = None,
        progress: Progress | None = None,
        *,
        profile: Profile = "passages",
        strangers: Sequence[str] = (),
        documents: Collection[Document] = (),
    ) -> PassageIndex:
        """Load the saved index of these passages, or build what is missing of it.

        ``name`` keeps apart what is saved for different sets, ``profile`` says which learned
        weights to rank with. ``strangers`` are questions that the passages do not answer, to stand
        against their phrasings; ``documents`` those that the passages are from, whose departments
        a question may name.

        Raises EncoderUnavailable, SnapshotError, DataFileError.
        """
        settings = settings or Settings()
        say = progress or (lambda stage, done, total: None)
        if not settings.phrasings:
            passages, strangers = [replace(p, asks=()) for p in passages], ()
        cache = settings.cache_folder()
        folder = SnapshotFolder(folder_of(cache, name))
        inputs = inputs_of(passages, settings.model_dump_json(include={"fields"}))

        def build() -> Saved:
            means = Thesaurus.packaged().means()
            dictionary = grow_dictionary(passages, means, Tokenizer({}, cache))
            tokenizer = Tokenizer(dictionary, cache)
            return Saved(dictionary, build_lexical(passages, tokenizer, settings.fields, say))

        saved = folder.load_or_build(inputs, build)
        encoder = open_encoder(settings.encoder)
        vectors = FieldVectors()
        if encoder is not None:
            # A library of one's own holds the packaged papers too.
            known = [vectors_file(cache, each, encoder) for each in (PACKAGED, name)]
            store = VectorStore(known[-1], encoder, known)
            vectors = build_vectors(passages, strangers, store, say)
        owners = np.repeat(np.arange(len(passages)), [len(p.asks) for p in passages])
        fields = Fields(saved.lexical, owners=owners, **vectors._asdict())
        tokenizer = Tokenizer(saved.dictionary, cache)
        retriever = Retriever(
            passages,
            fields,
            tokenizer,
            encoder=encoder,
            settings=settings,
            profile=profile,
            documents=documents,
        )
        return cls(retriever, folder, inputs)

    def search(self, query: str, k: int = 10) -> list[PassageHit]:
        """The k best passages, best first."""
        return self._hits(self.rank(self.retriever.question(query)), k)

    def rank(self, question: ParsedQuery) -> Ranked:
        """Every passage that was scored, best first."""
        return self.retriever.rank(question)

    def manifest(self) -> Inputs:
        """What the saved index was built from."""
        return self._folder.manifest(self._inputs)

    def _hits(self, ranked: Ranked, k: int) -> list[PassageHit]:
        passages = self.retriever.passages
        best = zip(ranked.rows[:k].tolist(), ranked.scores[:k].tolist(), strict=True)
        return [PassageHit(passages[row].id, score) for row, score in best]


def folder_of(cache: Path, name: str) -> Path:
    """Where the saved index of that name lies; readable, whatever the name holds."""
    readable = "".join(c if c.isalnum() or c in "-_" else "_" for c in Path(name).name)[:40]
    return cache / "indexes" / f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def vectors_file(cache: Path, name: str, encoder: Encoder) -> Path:
    """Where its vectors of one encoder lie."""
    model = hashlib.sha256(encoder.name.encode()).hexdigest()[:12]
    return folder_of(cache, name) / f"vectors-{model}.npz"
