"""What goes into the encoder: word pieces with their place in the text, their shapes, and windows over them.

Knows neither the tokenizer nor the network; needs nothing but the standard library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHAPES = 8  # lower case, Capital, CAPITALS, with digits; each also as the first piece of a line
SIZE = 382  # pieces in a window, without the two that mark its ends
BEHIND = 96  # pieces seen again before what a window is asked about: three sentences; more gain nothing
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z0-9])|\n+\s*")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of a text: number in the vocabulary, place in code points, and number of the word they belong to."""

    text: str
    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    words: tuple[int, ...]

    def first(self, at: int) -> bool:
        """Whether a piece begins a word."""
        return at == 0 or self.words[at] != self.words[at - 1]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end`, read together; the window answers for those from `own_start` to `own_end` alone."""

    start: int
    end: int
    own_start: int
    own_end: int


def shapes(tokens: Tokens) -> list[int]:
    """Tell of each piece how its word is written, which the vocabulary, all in lower case, does not show."""
    words: dict[int, tuple[int, int]] = {}
    for word, (start, end) in zip(tokens.words, tokens.offsets, strict=True):
        words[word] = (words.get(word, (start, end))[0], end)
    kinds = {word: _shape(tokens.text[start:end]) for word, (start, end) in words.items()}
    found, last = [], 0
    for number, (word, (start, end)) in enumerate(zip(tokens.words, tokens.offsets, strict=True)):
        opens = number == 0 or "\n" in tokens.text[last:start]
        found.append(kinds[word] + (SHAPES // 2 if opens else 0))
        last = end
    return found


def _shape(word: str) -> int:
    if any(sign.isdigit() for sign in word):
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0


def sentences(tokens: Tokens) -> list[int]:
    """Give the numbers of the pieces that begin a sentence or a line, 0 among them. Good enough to cut windows at."""
    starts = [match.end() for match in _SENTENCE.finditer(tokens.text)]
    found, upcoming = [0], iter(starts)
    start = next(upcoming, None)
    for at, (begin, _) in enumerate(tokens.offsets):
        if start is not None and begin >= start:
            found += [at] if at else []
            while start is not None and begin >= start:
                start = next(upcoming, None)
    return found


def windows(starts: list[int], total: int, size: int = SIZE, behind: int = BEHIND) -> list[Window]:
    """Lay windows of whole sentences over `total` pieces; each piece has exactly one window that answers for it.

    A window looks back at most `behind` pieces, and, unless it is the last, ahead by at least one sentence.
    """
    edges = _edges(starts, total, size)
    found: list[Window] = []
    own = 0  # the number of the first sentence that no window answers for yet
    while own < len(edges) - 1:
        first = own
        while first and edges[own] - edges[first - 1] <= behind and edges[own + 1] - edges[first - 1] <= size:
            first -= 1
        last = own + 1
        while last < len(edges) - 1 and edges[last + 1] - edges[first] <= size:
            last += 1
        end = last if last == len(edges) - 1 else max(own + 1, last - 1)
        found.append(Window(edges[first], edges[last], edges[own], edges[end]))
        own = end
    return found


def _edges(starts: list[int], total: int, size: int) -> list[int]:
    """Return where sentences begin, and the end; one that is longer than a window is cut."""
    edges = [0] if total else []
    for start in [*(one for one in starts if 0 < one < total), total] if total else []:
        while start - edges[-1] > size:
            edges.append(edges[-1] + size)
        edges.append(start)
    return edges
