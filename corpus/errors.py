"""What can go wrong in this room. Every message is one sentence and says what to do next.

CorpusError
├── UnknownDocument      no document of that id in the library
├── UnknownClause        no clause at that path in the document
├── UnreadableFile       a file that cannot be turned into text
│   └── EmptyDocument    a file without a single readable character
├── LibraryError         a library folder that cannot be opened or changed as asked
│   ├── DuplicateDocument    the text, or the title with another text, is there already
│   └── ReadOnlyDocument     a packaged document, which is not changed
└── DataFileError        a file under corpus/data that breaks its own rules
"""


class CorpusError(Exception):
    """Base of all errors of this room."""


class UnknownDocument(CorpusError):
    """No document of that id is in the library."""


class UnknownClause(CorpusError):
    """The document has no clause at that path."""


class UnreadableFile(CorpusError):
    """The file cannot be turned into text."""


class EmptyDocument(UnreadableFile):
    """The file holds no readable character."""


class DataFileError(CorpusError):
    """A data file of the room breaks its own rules."""


class LibraryError(CorpusError):
    """A library folder cannot be opened or changed as asked."""


class DuplicateDocument(LibraryError):
    """The text, or the title with another text, is in the library already."""


class ReadOnlyDocument(LibraryError):
    """A packaged document comes with the program and is not changed."""
