"""Counts of what was right, layer by layer, and one marked report laid over its reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.tools.gold import Report, Unreadable
from corpus.tools.quotes import Span, find

from sayso import spans
from sayso.records import Reading


@dataclass(slots=True)
class Tally:
    """How many things of a layer were right, of how many that were looked at."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Return the share that was right; 0 where nothing was looked at."""
        return self.right / self.of if self.of else 0.0


@dataclass(slots=True)
class Score:
    """The tallies of many reports by layer, and what went wrong: layer, report and words of each miss."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def count(self, layer: str, right: bool, note: str) -> None:
        """Count one thing; `note` says which, should it be wrong."""
        tally = self.tallies.setdefault(layer, Tally())
        tally.of += 1
        tally.right += right
        if not right:
            self.misses.append((layer, note))


@dataclass(frozen=True, slots=True)
class Laid:
    """A marked report, the reading of it, and the score to which they add."""

    report: Report
    reading: Reading
    score: Score

    @property
    def body(self) -> str:
        """The canonical text that the offsets of the reading are into."""
        return self.reading.text.body

    def place(self, quote: str, nth: int = 1) -> Span:
        """Find a marked quote in the canonical text; raises `Unreadable` where reading has lost it."""
        found = find(self.body, quote, nth)
        if found is None:
            raise Unreadable(f"{self.report.name}: the text as read lacks what is marked: {quote!r}, nth {nth}")
        return found

    def count(self, layer: str, right: object, note: object) -> None:
        """Count one thing of a layer, under the name of the report."""
        self.score.count(layer, bool(right), f"{self.report.name} {note}")


def ranges(found: Iterable[spans.Span]) -> list[Span]:
    """Return spans as pairs of offsets."""
    return [(span.start, span.end) for span in found]


def size(pieces: Iterable[Span]) -> int:
    """Count the code points of some pieces."""
    return sum(end - start for start, end in pieces)


def shared(one: Iterable[Span], other: list[Span]) -> int:
    """Count the code points that both have, each a set of pieces that do not overlap."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
