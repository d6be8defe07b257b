"""Whether a wording says no more and no less than the answer and the quotes it rests on.

Each sentence is held against its grounds: the quotes that its markers cite, their papers' titles
and places, and what the answer itself said with the same markers. The rules compare strings, so a
sentence pieced together from the right words in a wrong order may pass if the pieces are long;
what they cannot pass is a new word, number or department, another role, a lost marker, and words
without the 不, 试点 or 探索 that stands before them in the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from pydantic import StringConstraints

from assistant.answer import Answer
from assistant.data_files import DataForm, read_data
from assistant.understanding.reading import fold_compatible

_MARKER = re.compile(r"\[(\d+)\]")
# A sentence with the markers behind it, whether before or after its full stop.
_SENTENCE = re.compile(r"[^。！？!?；;\n]+(?:\[\d+\])*[。！？!?；;]*(?:\[\d+\])*")
_SIGNS = re.compile(r"[^\w%]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARKUP = re.compile(r"https?:|www\.|<[a-z/]|\]\(|```|^#", re.IGNORECASE | re.MULTILINE)
_CLAUSE_END = re.compile(r"[，,、；;。：:]")
# Characters; a shorter run of the grounds may be chance.
_SHORTEST_RUN = 2
# Characters; runs shorter than this on the whole are a mosaic, not a quotation.
_MEAN_RUN = 3.0
# Times the answer's own length: a wording that is longer than that has added something.
_LONGEST = 1.5


class RewordingWords(DataForm):
    """The lists of ``data/rewording.toml``."""

    instruction: Annotated[str, StringConstraints(strip_whitespace=True)]
    connecting: tuple[str, ...]
    narrowing: tuple[str, ...]
    leading: tuple[str, ...]
    helping: tuple[str, ...]


@cache
def rewording_words() -> RewordingWords:
    """Read the file once."""
    return read_data("rewording.toml", RewordingWords)


def objections(text: str, answer: Answer) -> tuple[str, ...]:
    """What speaks against showing ``text`` in place of the answer's own; empty if nothing does."""
    return tuple(dict.fromkeys((*_as_a_whole(text, answer), *_by_sentence(text, answer))))


def _as_a_whole(text: str, answer: Answer) -> Iterator[str]:
    shown = list(dict.fromkeys(int(number) for number in _MARKER.findall(text)))
    if shown != [citation.marker for citation in answer.citations]:
        yield f"markers {shown} instead of 1 to {len(answer.citations)}"
    if len(text) > _LONGEST * len(answer.text):
        yield f"{len(text)} characters instead of {len(answer.text)}"
    if _MARKUP.search(text):
        yield "an address or markup"
    for named in answer.responsibilities:
        if named.department in answer.text and named.department not in text:
            yield f"{named.department} is left out"
    said = _NUMBER.findall(_bare(text))
    yield from (f"{number} is left out" for number in _told_first(answer) if number not in said)


def _told_first(answer: Answer) -> list[str]:
    """The numbers of the answer's first line, without those that only say where a clause stands."""
    first = answer.text.split("\n")[0]
    for citation in answer.citations:
        first = first.replace(citation.label, "").replace(citation.document_title, "")
    return _NUMBER.findall(_bare(first))


def _by_sentence(text: str, answer: Answer) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        said = _bare(sentence)
        if not said:
            continue
        grounds = _grounds(answer, {int(number) for number in _MARKER.findall(sentence)})
        yield from (f"{word} is not said there" for word in _unfounded(said, grounds))
        yield from (f"{word} has lost what narrows it" for word in _widened(said, grounds))
        yield from _other_roles(sentence, answer)


def _bare(text: str) -> str:
    """Folded, without markers, blanks and signs."""
    return _SIGNS.sub("", _MARKER.sub("", fold_compatible(text)))


def _grounds(answer: Answer, markers: set[int]) -> str:
    """What a sentence with these markers may say; without any, what the answer said without."""
    cited = [c for c in answer.citations if c.marker in markers]
    said = [
        sentence
        for sentence in _SENTENCE.findall(answer.text)
        if markers & (own := {int(n) for n in _MARKER.findall(sentence)}) or not own
    ]
    titles = [f"{c.document_title}\n{c.label}\n{c.quote}" for c in cited]
    return "\n".join(_bare(each) for each in (*said, *titles))


def _unfounded(said: str, grounds: str) -> Iterator[str]:
    """Words and numbers of a sentence that its grounds do not have; or that it is a mosaic."""
    known = set(_NUMBER.findall(grounds))
    yield from (number for number in _NUMBER.findall(said) if number not in known)
    runs, covered, place = 0, 0, 0
    while place < len(said):
        run = _run_at(said, place, grounds)
        word = next((w for w in _connecting() if said.startswith(w, place)), "")
        if run >= max(_SHORTEST_RUN, len(word)):
            runs, covered, place = runs + 1, covered + run, place + run
        elif word:
            place += len(word)
        else:
            yield said[place : place + _SHORTEST_RUN]
            return
    if runs and covered / runs < _MEAN_RUN:
        yield said


def _run_at(said: str, place: int, grounds: str) -> int:
    """How many characters from ``place`` on stand together in the grounds."""
    length = 0
    while place + length < len(said) and said[place : place + length + 1] in grounds:
        length += 1
    return length


@cache
def _connecting() -> tuple[str, ...]:
    return tuple(sorted(rewording_words().connecting, key=len, reverse=True))


def _widened(said: str, grounds: str) -> Iterator[str]:
    """Words that stand only behind a 不 or 试点 in the grounds, and without it in the sentence."""
    for narrow in rewording_words().narrowing:
        for match in re.finditer(re.escape(narrow), grounds):
            follows = grounds[match.end() : match.end() + 3]
            if len(follows) < 3 or "\n" in follows:
                continue
            behind = grounds.count(narrow + follows)
            free = grounds.count(follows) - behind
            if not free and said.count(follows) > said.count(narrow + follows):
                yield follows


def _other_roles(sentence: str, answer: Answer) -> Iterator[str]:
    """Departments said to lead that help, or the reverse."""
    words = rewording_words()
    roles = {named.department: named.role for named in answer.responsibilities}
    for piece in _role_pieces(sentence):
        named = [name for name in roles if name in piece]
        helps = any(word in piece for word in words.helping)
        leads = any(word in piece for word in words.leading) and not helps
        for name in named:
            together = any(other != name and name in other for other in named)
            if not together and (leads or helps) and (roles[name] == "lead") != leads:
                yield f"{name} has another role"


def _role_pieces(sentence: str) -> Iterator[str]:
    """The sentence cut behind each word of leading or helping: 甲牵头，乙、丙配合."""
    words = rewording_words()
    cut = re.compile("|".join(map(re.escape, (*words.leading, *words.helping))))
    start = 0
    for match in cut.finditer(sentence):
        end = _CLAUSE_END.search(sentence, match.end())
        stop = end.start() if end else len(sentence)
        yield sentence[start:stop]
        start = stop
