"""Clauses in, hits for a question out.

from corpus import Library
from index import Index

index = Index.open(Library.packaged())
hit = index.search("哪个部门牵头法律援助条例")[0]
hit.clause.id, hit.score
"""

from index.beir import BeirSplit, read_beir_split, read_qrels
from index.errors import (
    BeirError,
    DataFileError,
    EncoderUnavailable,
    IndexingError,
    SnapshotError,
    UnknownScope,
)
from index.fields import Progress
from index.index import Hit, Index
from index.lexical import BM25
from index.passage_index import PassageHit, PassageIndex
from index.passages import Passage
from index.questions import Term
from index.settings import EncoderSettings, FieldWeights, Settings
from index.strangers import read_strangers
from index.thesaurus import Thesaurus
from index.tokens import Tokenizer
from index.training_queries import TrainingQuery

__all__ = [
    "BM25",
    "BeirError",
    "BeirSplit",
    "DataFileError",
    "EncoderSettings",
    "EncoderUnavailable",
    "FieldWeights",
    "Hit",
    "Index",
    "IndexingError",
    "Passage",
    "PassageHit",
    "PassageIndex",
    "Progress",
    "Settings",
    "SnapshotError",
    "Term",
    "Thesaurus",
    "Tokenizer",
    "TrainingQuery",
    "UnknownScope",
    "read_beir_split",
    "read_qrels",
    "read_strangers",
]
