"""Own text that is too long to be searched as one, cut at paragraphs, else at sentences."""

from collections.abc import Iterator, Sequence

from corpus.lines import Line

LONGEST = 1600
"""Characters of a clause's own text; the longest of the five papers has 1,014."""

Piece = tuple[tuple[int, ...], tuple[int, int] | None]
"""Lines that stay together, or one line and the stretch of it that makes the piece."""


def pieces(own: Sequence[int], lines: Sequence[Line]) -> Iterator[Piece]:
    """Own text as pieces of at most `LONGEST` characters; nothing is left out."""
    gathered: list[int] = []
    size = 0
    for i in own:
        length = lines[i].end - lines[i].start
        if gathered and size + length > LONGEST:
            yield tuple(gathered), None
            gathered, size = [], 0
        if length > LONGEST:
            yield from (((i,), stretch) for stretch in _sentences(lines[i].text, length))
        else:
            gathered.append(i)
            size += length
    if gathered:
        yield tuple(gathered), None


def _sentences(text: str, length: int) -> Iterator[tuple[int, int]]:
    start = 0
    while length - start > LONGEST:
        limit = start + LONGEST
        end = max(text.rfind(mark, start, limit) for mark in "。！？；")
        if end <= start:
            end = max(text.rfind(mark, start, limit) for mark in "，,、.; ")
        end = limit if end <= start else end + 1
        yield start, end
        start = end
    yield start, length
