"""Words at the edges of what was found that belong to what stands beside it; and what lies within what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from sayso.spans import Span

_STRAY = re.compile(r"(?:\s+(?:the|a|an|of|in|at|near|from|for|to|and|or|who|by|on|with))+\Z")
_DETERMINED = re.compile(r"(?:the|a|an|this|that|its|their|his|her)\s+", re.I)
_LEFT = re.compile(r"(?<![\w-])(?:[^\W\d_a-z][\w’']*-)+\Z")
_RIGHT = re.compile(r"(?:-[^\W\d_a-z][\w’']*)+")
_LONGEST = 40  # code points of the hyphened part before


def end_of(body: str, start: int, end: int) -> int:
    """Return where a span ends without the words behind it that lead on to something else."""
    stray = _STRAY.search(body, start, end)
    return stray.start() if stray else end


def undetermined(words: str) -> str:
    """Return words without the article, demonstrative or possessive that they begin with."""
    return _DETERMINED.sub("", words, count=1)


def whole(body: str, start: int, end: int) -> tuple[int, int]:
    """Return a span that begins or ends within a hyphened name with all of the name: "Ange" is "Marie-Ange"."""
    left, right = _LEFT.search(body, max(0, start - _LONGEST), start), _RIGHT.match(body, end)
    capital = body[start : start + 1].isupper()
    return (left.start() if left and capital else start), (right.end() if right else end)


class Stretches:
    """Spans of one text, in any order, which can be asked what lies within them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def cover(self, start: int, end: int) -> bool:
        """Whether one of the spans holds all from `start` to `end`."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the spans holds any of it."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
