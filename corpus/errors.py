"""Every failure of the corpus: one sentence that says what is wrong, where, and what to do next.

CorpusError
├── UnknownDocument
├── UnknownClause
├── UnreadableFile      a file that cannot be taken in
└── LibraryError        a library folder that cannot be changed as asked
    ├── DuplicateDocument
    └── ReadOnlyDocument
"""


class CorpusError(Exception):
    """The base of all errors of this room."""


class UnknownDocument(CorpusError):
    """No document of that id is in the library."""


class UnknownClause(CorpusError):
    """The document has no clause of that path."""


class UnreadableFile(CorpusError):
    """A file that cannot be read: what is wrong with it and what its owner can do.

    Readers see bytes and no name; whoever knows the file's name sets `file`.
    """

    def __init__(self, problem: str, remedy: str, file: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy
        self.file = file

    def __str__(self) -> str:
        where = f"{self.file}: " if self.file else ""
        return f"{where}{self.problem}; {self.remedy}."


class LibraryError(CorpusError):
    """A library folder that cannot be opened or changed as asked."""


class DuplicateDocument(LibraryError):
    """The text, or the title with another text, is in the library already."""


class ReadOnlyDocument(LibraryError):
    """A packaged document, which comes with the program and is not changed."""
