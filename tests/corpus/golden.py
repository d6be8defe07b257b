"""The outline of a paper as one reads it: path | heading | departments with roles.

python tests/corpus/golden.py        # writes tests/corpus/golden/*.txt anew, to be reviewed by eye
"""

from pathlib import Path

from corpus import Clause, Document, Library

FOLDER = Path(__file__).parent / "golden"
_ROLE = {"lead": "牵头", "support": "配合"}


def outline(document: Document) -> str:
    """One line a clause; the first line is what the paper says of itself."""
    facts = (document.title, document.issuer, document.number, document.date, document.status)
    lines = [" | ".join("" if fact is None else str(fact) for fact in facts)]
    return "\n".join([*lines, *map(_line, document.clauses)]) + "\n"


def _line(clause: Clause) -> str:
    departments = "、".join(
        f"{r.department}({_ROLE[r.role]} {r.basis})" for r in clause.responsibilities
    )
    deadlines = "、".join(deadline.text for deadline in clause.deadlines)
    tail = f" +{len(clause.tail)}段" if clause.tail else ""
    parts = ["/".join(clause.path), clause.kind + tail, clause.heading, departments, deadlines]
    return " | ".join(parts).rstrip(" |")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for paper in Library.packaged().documents():
        (FOLDER / f"{paper.id}.txt").write_text(outline(paper), encoding="utf-8")
