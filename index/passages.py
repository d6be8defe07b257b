"""What is indexed: passages. A clause becomes one; so does an entry of a public benchmark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Clause

_TITLES = re.compile(r"《([^《》]{2,60})》")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that can be found, with what stands around it.

    ``id`` is the clause's, or the benchmark's; ``text`` its own text, the only part that a citation
    may quote; ``title`` that of its document. ``headings`` are those above it, outermost first, its
    own last, empty ones left out; ``below`` has those of what stands under it, so that a task is
    found by its points. ``asks`` are what people ask when this is the answer, ``departments`` those
    named for it: (as written, canonical).
    """

    id: str
    text: str
    title: str = ""
    headings: tuple[str, ...] = ()
    below: str = ""
    asks: tuple[str, ...] = ()
    departments: tuple[tuple[str, str], ...] = ()

    @property
    def above(self) -> str:
        """The headings that its own text does not hold anyway, a line each."""
        return "\n".join(heading for heading in self.headings if heading not in self.text)

    @property
    def embedded(self) -> str:
        """What the encoder reads: title, the headings above, the text."""
        return "\n".join(part for part in (self.title, self.above, self.text.strip()) if part)


def passage_of(clause: Clause, asks: Sequence[str] = ()) -> Passage:
    """A clause with its headings, its document's title, its departments, and people's phrasings."""
    line = (*clause.ancestors, clause)
    return Passage(
        id=clause.id,
        text=clause.text,
        title=clause.document.title,
        headings=tuple(each.heading for each in line if each.heading),
        below="\n".join(_headings_below(clause)),
        asks=tuple(asks),
        departments=tuple((r.department, r.canonical) for r in clause.responsibilities),
    )


def _headings_below(clause: Clause) -> list[str]:
    found: list[str] = []
    for child in clause.children:
        found.append(child.heading or child.text.strip())
        found += _headings_below(child)
    return found


def titles_in(text: str) -> tuple[str, ...]:
    """Titles in 《》, each once.

    >>> titles_in("推动《吉林省法律援助条例》修订")
    ('吉林省法律援助条例',)
    """
    return tuple(dict.fromkeys(_TITLES.findall(text)))
