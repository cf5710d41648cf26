"""A text as the encoder sees it, which can be asked about any span, whoever proposed it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.read.decode import Floats, Outputs, Read, read
from sayso.read.inputs import Tokens, Window
from sayso.read.schema import CLASS_COLUMNS, CLASSES, RELATIONS, TAG_COLUMNS

Place = tuple[int, int]  # start and end in code points
_BEGINS, _GOES_ON = 1, 2  # the tags of a layer without types; 0 is outside


class Seen:
    """The pieces of a text and what the encoder put out for each, window by window.

    `until` is where the encoder stopped, in code points; None where it read everything.
    """

    def __init__(self, tokens: Tokens, windows: Sequence[tuple[Window, Outputs]], until: int | None = None) -> None:
        self.tokens = tokens
        self.until = until
        self._windows = windows
        self._starts = [start for start, _ in tokens.offsets]
        self._owned = [window.own_start for window, _ in windows]

    def read(self) -> Read:
        """Return the spans that the encoder finds of itself, with their links and classes."""
        return sum((read(outputs, self.tokens, window) for window, outputs in self._windows), Read())

    def likely(self, layer: str, start: int) -> str:
        """Return the likeliest value of a class for a span that starts at a code point."""
        if not self._windows:  # a text of nothing but signs that the vocabulary has no piece for
            return CLASSES[layer][0]
        at = self._piece(start)
        window, outputs = self._window(at)
        row = outputs.classes[at - window.start, CLASS_COLUMNS[layer]]
        return CLASSES[layer][int(row.argmax())]

    def hinted(self, layer: str, least: float) -> list[Place]:
        """Return the words that a span of a layer begins at or goes on in with at least this chance, in order."""
        found = []
        for window, outputs in self._windows:
            chances = 1 - np.exp(_logarithms(outputs.tags[:, TAG_COLUMNS[layer]])[:, 0])
            for at in (np.flatnonzero(chances >= least) + window.start).tolist():
                if window.own_start <= at < window.own_end and self.tokens.first(at):
                    found.append(self._word(at))
        return found

    def _word(self, at: int) -> Place:
        """Return where the word stands that a piece begins."""
        end = at + 1
        while end < len(self.tokens.words) and self.tokens.words[end] == self.tokens.words[at]:
            end += 1
        return self.tokens.offsets[at][0], self.tokens.offsets[end - 1][1]

    def scored(self, relation: str, start: int, targets: Sequence[Place]) -> dict[Place, float]:
        """Score the targets in view, given in order, to which a relation may lead; none at all would score 0."""
        if not self._windows:
            return {}
        at, number = self._piece(start), list(RELATIONS).index(relation)
        window, outputs = self._window(at)
        begin, end = self._starts[window.start], self.tokens.offsets[window.end - 1][1]
        near = targets[bisect_left(targets, (begin, 0)) : bisect_left(targets, (end, 0))]
        pieces = {place: self._piece(place[0]) for place in near}
        near = [place for place in near if pieces[place] != at]
        if not near:
            return {}
        right = outputs.right[[pieces[place] - window.start for place in near], number]
        scores = right @ outputs.left[at - window.start, number]
        return dict(zip(near, map(float, scores), strict=True))

    def likelihood(self, layers: Mapping[str, Iterable[Place]], place: Place) -> float:
        """Return the logarithm of how likely these, and no others, are the spans of the layers within a place."""
        first, last = (bisect_left(self._starts, at) for at in place)
        words = [at for at in range(first, last) if self.tokens.first(at)]
        if not words:
            return 0.0
        rows = np.concatenate([self._tags(at)[None] for at in words])
        total = 0.0
        for layer, spans in layers.items():
            chances = _logarithms(rows[:, TAG_COLUMNS[layer]])
            total += float(chances[np.arange(len(words)), self._tagged(words, spans)].sum())
        return total

    def _tagged(self, words: Sequence[int], spans: Iterable[Place]) -> NDArray[np.int64]:
        """Return the tags of words under the given spans."""
        starts = [self._starts[at] for at in words]
        tags = np.zeros(len(words), np.int64)
        for start, end in spans:
            first, last = max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)
            tags[first:last], tags[first : first + 1] = _GOES_ON, _BEGINS
        return tags

    def _tags(self, at: int) -> Floats:
        window, outputs = self._window(at)
        row: Floats = outputs.tags[at - window.start]
        return row

    def _piece(self, start: int) -> int:
        return max(0, bisect_right(self._starts, start) - 1)

    def _window(self, at: int) -> tuple[Window, Outputs]:
        return self._windows[bisect_right(self._owned, at) - 1]


def _logarithms(scores: Floats) -> Floats:
    """Turn scores into logarithms of chances."""
    level = scores - scores.max(-1, keepdims=True)
    chances: Floats = level - np.log(np.exp(level).sum(-1, keepdims=True))
    return chances
