"""The one coordinate system: half-open ranges of code points into a report's canonical text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import OffsetError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a canonical text, with the characters that stand there.

    Make one with `cut`, which cannot invent an offset; the constructor is for records read back from disk.
    """

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def cut(body: str, start: int, end: int) -> Span:
    """Return the span `body[start:end]`, in code points.

    Raises OffsetError when the range is empty, reversed or outside the text: a wrong offset is never repaired.
    """
    if not 0 <= start < end <= len(body):
        raise OffsetError(start, end, len(body))
    return Span(start, end, body[start:end])


def trimmed(body: str, start: int, end: int) -> Span | None:
    """Return the span without white space at either end, or None where nothing else stands there."""
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return cut(body, start, end) if start < end else None


def check(body: str, span: Span) -> Span:
    """Return the span unchanged if `body[start:end] == text` holds; raises OffsetError otherwise."""
    if not 0 <= span.start < span.end <= len(body) or body[span.start : span.end] != span.text:
        raise OffsetError(span.start, span.end, len(body))
    return span
