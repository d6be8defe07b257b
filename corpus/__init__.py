"""Policy papers read and understood: text with its way back, outline, responsibilities, metadata.

from corpus import Library
clause = Library.packaged().document("jilin-2019").clause(("二", "（六）", "24", "（1）"))
"""

from corpus.adding import Outcome, add_files, read_document
from corpus.building import Overrides, build_document
from corpus.checking import CheckReport, check
from corpus.data_files import DataForm, read_toml
from corpus.departments import (
    canonical_department,
    departments_of,
    fields_of,
    find_departments,
)
from corpus.errors import (
    CorpusError,
    DataFileError,
    DuplicateDocument,
    EmptyDocument,
    LibraryError,
    ReadOnlyDocument,
    UnknownClause,
    UnknownDocument,
    UnreadableFile,
)
from corpus.exporting import BASIS, tasks_csv, tasks_xlsx
from corpus.folder import LibraryFolder
from corpus.library import Library
from corpus.model import (
    Basis,
    Clause,
    Deadline,
    Document,
    Kind,
    Path,
    Responsibility,
    Role,
    RoleConvention,
    Span,
    Status,
)
from corpus.normalising import simplified
from corpus.numbering import han_value
from corpus.readers import printable
from corpus.source import SourceCell, SourceRow, SourceTable, SourceText
from corpus.tasks import TaskRow, task_rows
from corpus.values import KIND_NAMES

__all__ = [
    "BASIS",
    "KIND_NAMES",
    "Basis",
    "CheckReport",
    "Clause",
    "CorpusError",
    "DataFileError",
    "DataForm",
    "Deadline",
    "Document",
    "DuplicateDocument",
    "EmptyDocument",
    "Kind",
    "Library",
    "LibraryError",
    "LibraryFolder",
    "Outcome",
    "Overrides",
    "Path",
    "ReadOnlyDocument",
    "Responsibility",
    "Role",
    "RoleConvention",
    "SourceCell",
    "SourceRow",
    "SourceTable",
    "SourceText",
    "Span",
    "Status",
    "TaskRow",
    "UnknownClause",
    "UnknownDocument",
    "UnreadableFile",
    "add_files",
    "build_document",
    "canonical_department",
    "check",
    "departments_of",
    "fields_of",
    "find_departments",
    "han_value",
    "printable",
    "read_document",
    "read_toml",
    "simplified",
    "task_rows",
    "tasks_csv",
    "tasks_xlsx",
]
