"""What can go wrong in this room. Every message is one sentence and says what to do next.

IndexingError
├── UnknownScope         a search in a document that the index does not hold
├── EncoderUnavailable   the configured embedding model cannot be opened
├── SnapshotError        the saved index cannot be read or written
├── DataFileError        a file under index/data that breaks its own rules
└── BeirError            a public set that is not in BEIR form
"""


class IndexingError(Exception):
    """Base of all errors of this room."""


class UnknownScope(IndexingError):
    """A search was limited to a document that the index does not hold."""


class EncoderUnavailable(IndexingError):
    """The configured embedding model cannot be opened."""


class SnapshotError(IndexingError):
    """The saved index cannot be read or written."""


class DataFileError(IndexingError):
    """A data file of the room breaks its own rules."""


class BeirError(IndexingError):
    """A public set is not in BEIR form."""
