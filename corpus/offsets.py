"""The way from a text back to its source, and on again."""

from array import array
from bisect import bisect_right

from corpus.model import Span


class OffsetMap:
    """Where each character of a text stands in its source.

    The text is a row of segments. A segment as long in the text as in the source is the same
    character by character; any other one (an erratum) is known only as a whole.
    """

    def __init__(self) -> None:
        self._text = array("q", [0])  # where each segment starts, and at last where the text ends
        self._source_starts = array("q")
        self._source_ends = array("q")

    @property
    def length(self) -> int:
        """Characters of the text."""
        return self._text[-1]

    def append(self, length: int, source_start: int, source_end: int) -> None:
        """Add a segment: `length` characters of text, read from source_start..source_end."""
        if length:
            self._text.append(self._text[-1] + length)
            self._source_starts.append(source_start)
            self._source_ends.append(source_end)

    def to_source(self, start: int, end: int) -> Span:
        """The stretch of the source that start..end of the text was read from."""
        start = max(0, min(start, self.length))
        end = max(start, min(end, self.length))
        if self.length == 0:
            return Span(0, 0)
        if start == end:
            place = self._after(start - 1) if start else self._before(0)
            return Span(place, place)
        return Span(self._before(start), self._after(end - 1))

    def to_text(self, start: int, end: int) -> Span:
        """The stretch of the text that was read from start..end of the source, maybe empty."""
        first, last = self._text_place(start), self._text_place(end)
        return Span(first, max(first, last))

    def _before(self, offset: int) -> int:
        segment = bisect_right(self._text, offset) - 1
        inside = offset - self._text[segment] if self._is_same(segment) else 0
        return self._source_starts[segment] + inside

    def _after(self, offset: int) -> int:
        segment = bisect_right(self._text, offset) - 1
        if self._is_same(segment):
            return self._source_starts[segment] + offset - self._text[segment] + 1
        return self._source_ends[segment]

    def _text_place(self, place: int) -> int:
        segment = bisect_right(self._source_ends, place)
        if segment == len(self._source_ends):
            return self.length
        inside = max(0, place - self._source_starts[segment])
        return self._text[segment] + (inside if self._is_same(segment) else 0)

    def _is_same(self, segment: int) -> bool:
        length = self._text[segment + 1] - self._text[segment]
        return length == self._source_ends[segment] - self._source_starts[segment]
