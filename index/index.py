"""The index over a library's clauses: what the other rooms search with."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from corpus import Clause, Library
from index.dense import DenseIndex
from index.errors import UnknownScope
from index.features import FEATURES, Rows
from index.fields import Progress
from index.passage_index import PACKAGED, PassageIndex
from index.passages import passage_of, titles_in
from index.phrasings import read_phrasings, stand_ins
from index.questions import ParsedQuery, Term
from index.retriever import Ranked
from index.settings import Settings
from index.strangers import read_strangers

_REMEMBERED = 32  # look-ups
_LEAST = 1e-9  # length of a vector


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found.

    ``score`` is the learned probability, 0 to 1, that the clause is what was asked for;
    ``features`` are what speaks for it, by the names in ``index.features.FEATURES``, zeros left
    out; ``matched`` are the question's topic words that the clause, its headings or its title hold.
    """

    clause: Clause
    score: float
    features: Mapping[str, float]
    matched: tuple[str, ...]


class Index:
    """Clauses of a library, searchable. Safe to share between threads.

    index = Index.open(Library.packaged())
    index.search("哪个部门牵头法律援助条例", k=3)
    """

    def __init__(self, library: Library, passages: PassageIndex, settings: Settings) -> None:
        self.library = library
        self.settings = settings
        self._passages = passages
        self._retriever = passages.retriever
        # Other readings of a question and trying suggestions look the same up again.
        self._ranked = lru_cache(_REMEMBERED)(self._rank)
        self._clauses = [clause for document in library.documents() for clause in document.clauses]
        self._row_of = {clause.id: row for row, clause in enumerate(self._clauses)}
        self._rows = {
            document.id: np.array(
                [row for row, c in enumerate(self._clauses) if c.document_id == document.id],
                np.int64,
            )
            for document in library.documents()
        }

    @classmethod
    def open(
        cls, library: Library, settings: Settings | None = None, progress: Progress | None = None
    ) -> Index:
        """Load the saved index of a library, or build what is missing of it.

        Its documents' clauses are indexed, heads are not; ``progress`` is told (stage, done, total)
        while something is built.

        Raises EncoderUnavailable when the configured model cannot be opened, SnapshotError when the
        cache folder cannot be written, DataFileError when a file under index/data is malformed.
        """
        settings = settings or Settings()
        passages = []
        for document in library.documents():
            asks = read_phrasings(document.id)
            passages += [
                passage_of(clause, asks.get(clause.path, ()) if asks else stand_ins(clause))
                for clause in document.clauses
            ]
        name = _name(library)
        opened = PassageIndex.open(
            name,
            passages,
            settings,
            progress,
            profile="clauses",
            strangers=read_strangers(),
            documents=library.documents(),
        )
        return cls(library, opened, settings)

    def familiarity(self, query: str) -> float:
        """How much nearer the query is to a phrasing than to a question of another field, cosines.

        0 where there are no strangers to compare with.
        """
        return self._retriever.scorer.familiar(self._retriever.question(query))

    def search(
        self,
        query: str,
        k: int = 10,
        documents: Collection[str] | None = None,
        *,
        behind: str = "",
    ) -> list[Hit]:
        """The k clauses most likely asked for, best first; in all documents, or those of some ids.

        ``behind`` is a topic of before that the query may leave unsaid. Raises UnknownScope for an
        id that the library does not hold.
        """
        scope = None if documents is None else tuple(documents)
        return self._hits(*self._ranked(query, scope, behind), k)

    def alike(self, clause: Clause) -> Mapping[str, float]:
        """How much each clause says what one of them does, by id: the cosine about all their mean.

        Empty without an encoder. Raises KeyError for a clause that the library does not hold.
        """
        if self._centred is None:
            return {}
        cosines = self._centred.cosines(self._centred.vectors[self._row_of[clause.id]])
        return dict(zip(self._row_of, cosines.tolist(), strict=True))

    def score(self, query: str, documents: Collection[str] | None = None) -> list[Hit]:
        """All clauses in scope, best first."""
        return self.search(query, len(self._clauses), documents)

    def analyse(self, query: str) -> tuple[Term, ...]:
        """The topic words of a query: how rare, known or not, what the thesaurus says."""
        return self._retriever.reader.read(query).terms

    @cached_property
    def _centred(self) -> DenseIndex | None:
        """The clauses' vectors about their mean, which tells of policy papers, not of a matter."""
        dense = self._retriever.fields.dense
        if dense is None:
            return None
        apart = dense.vectors - dense.vectors.mean(0)
        return DenseIndex(apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), _LEAST))

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Word -> number of clauses that hold it: words, departments, titles in 《》."""
        words = self._retriever.fields.lexical["words"]
        counts = {word: int(words.frequencies[row]) for word, row in words.rows.items()}
        names: dict[str, int] = {}
        for clause in self._clauses:
            for name in {each.department for each in clause.responsibilities} | {
                *titles_in(clause.text)
            }:
                names[name] = names.get(name, 0) + 1
        return MappingProxyType(dict(ChainMap(counts, names)))

    def expand(self, text: str) -> tuple[str, ...]:
        """The people's words in a text that the thesaurus leads to the papers' words."""
        return self._retriever.reader.expand(text)

    def is_word(self, text: str) -> bool:
        """Whether the language, the corpus or the thesaurus has the word as it stands."""
        return self._retriever.reader.is_word(text)

    def description(self) -> dict[str, Any]:
        """What the index was built from: documents, settings, model, hashes of its inputs."""
        return {
            "documents": [document.id for document in self.library.documents()],
            "clauses": len(self._clauses),
            "phrasings": len(self._retriever.fields.owners),
            "library": self.library.fingerprint,
            "settings": self.settings.model_dump(mode="json"),
            "snapshot": dict(self._passages.manifest()),
        }

    def _rank(
        self, query: str, documents: tuple[str, ...] | None, behind: str
    ) -> tuple[ParsedQuery, Ranked]:
        question = self._retriever.question(query, behind)
        ranked = self._retriever.rank(question, self._scope(documents))
        return question, self._task_before_its_points(self._called_so_first(query, ranked))

    def _called_so_first(self, query: str, ranked: Ranked) -> Ranked:
        """Of clauses that fit a topic about equally the one whose heading has it: 普法."""
        topic = "".join(query.split())
        fitting = self._fitting(ranked, self.settings.heading_decides)
        place = next((p for p, clause in enumerate(fitting) if topic in clause.heading), 0)
        return _raised(ranked, place)

    def _fitting(self, ranked: Ranked, share: float) -> list[Clause]:
        """The first clauses, down to a share of the best probability."""
        least = share * ranked.scores.max(initial=0.0)
        near = int(np.sum(ranked.scores >= least))
        return [self._clauses[row] for row in ranked.rows[:near].tolist()]

    def _task_before_its_points(self, ranked: Ranked) -> Ranked:
        """公证 fits task 7 and each of its points alike: then the task is meant.

        Not where a point has a word of the topic that the task's own words lack.
        """
        fitting = self._fitting(ranked, self.settings.task_decides)
        task = fitting[0].parent if fitting and fitting[0].kind == "item" else None
        if task is None or task.kind != "task":
            return ranked
        points = sum(clause.parent is task for clause in fitting)
        if task not in fitting or points < max(2, len(task.children) / 2):
            return ranked
        place = fitting.index(task)
        covered = ranked.features[:, FEATURES.index("coverage_own")]
        if covered[place] < covered[0]:
            return ranked
        return _raised(ranked, place)

    def _scope(self, documents: Collection[str] | None) -> Rows | None:
        if documents is None:
            return None
        if unknown := sorted(set(documents) - set(self._rows)):
            held = "、".join(self._rows) or "（无）"
            raise UnknownScope(f"索引中没有文件 {unknown[0]}；现有：{held}")
        chosen = [rows for name, rows in self._rows.items() if name in set(documents)]
        return np.concatenate(chosen) if chosen else np.empty(0, np.int64)

    def _hits(self, question: ParsedQuery, ranked: Ranked, k: int) -> list[Hit]:
        words = self._retriever.fields.lexical["words"]
        holders = {t.text: set(words.holds(t.text).tolist()) for t in question.terms if t.known}
        hits = []
        for place, row in enumerate(ranked.rows[: max(k, 0)].tolist()):
            matched = tuple(text for text, rows in holders.items() if row in rows)
            features = ranked.named(place)
            hits.append(Hit(self._clauses[row], float(ranked.scores[place]), features, matched))
        return hits


def _raised(ranked: Ranked, place: int) -> Ranked:
    """The passage at a place before all others, no less probable than they."""
    if place == 0:
        return ranked
    order = np.array([place, *(p for p in range(len(ranked.rows)) if p != place)])
    scores = ranked.scores[order]
    scores[0] = ranked.scores[0]
    return Ranked(ranked.rows[order], scores, ranked.features[order])


def _name(library: Library) -> str:
    """What tells one library's saved index from another's."""
    return PACKAGED if library.folder is None else str(library.folder.resolve())
