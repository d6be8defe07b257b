"""How documents are called in short, in answers and on the page, and whether they name others."""

from __future__ import annotations

from corpus import Document

# The region of papers that hold for the whole country, which are called by their issuer.
NATIONAL = "全国"


def place_of(document: Document) -> str:
    """The place or body that a document stands for: 吉林, 司法部; empty where it has none."""
    return (document.region == NATIONAL and document.issuer) or document.region or ""


def side(document: Document) -> str:
    """The side a document stands for in a sentence: 吉林, 司法部."""
    return place_of(document) or f"《{document.title}》"


def short(document: Document) -> str:
    """How a document is called in running text: 吉林（2019年）."""
    return side(document) + (f"（{document.year}年）" if document.year else "")


def short_title(document: Document) -> str:
    """How a document is called where there is little room: 吉林 2019."""
    place = place_of(document) or document.title
    return f"{place} {document.year}" if document.year else place


def names_anybody(document: Document) -> bool:
    """Whether a paper names departments at all."""
    return any(clause.responsibilities for clause in document.clauses)
