"""Two analyses of each sentence, by the encoder and by rules: the likelier stands, and rules have a start."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sayso.read.seen import Place
from sayso.records import Attribution
from sayso.spans import Span

T = TypeVar("T")
START = 40.0  # how much likelier, as a natural logarithm, the encoder's analysis must be; measured on the dev split


class Judge(Protocol):
    """What can tell how likely an analysis is."""

    def likelihood(self, layers: Mapping[str, Iterable[Place]], place: Place) -> float:
        """Return a logarithm, higher for what is likelier."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is attributed in a text, and what the report says itself, each in the order of the text."""

    attributions: tuple[Attribution, ...] = ()
    own: tuple[Span, ...] = ()

    def within(self, place: Span) -> Said:
        """Return what begins within a sentence."""
        return Said(_part(self.attributions, place, _begins), _part(self.own, place, _start))

    def layers(self) -> dict[str, list[Span]]:
        """Return all spans by layer, each once, in order."""
        links = [link for item in self.attributions for link in ((item.source, item.cue), *item.relays)]
        return {
            "content": sorted({span for item in self.attributions for span in item.content}),
            "own": sorted(set(self.own)),
            "source": sorted({label for label, _ in links if label}),
            "cue": sorted({cue for _, cue in links if cue}),
        }


def weighed(seen: Judge, sentences: Iterable[Span], encoder: Said, rules: Said, start: float = START) -> Said:
    """Take for each sentence the analysis of the encoder, unless that of the rules is about as likely.

    Where only the rules see an attribution theirs stands: they seldom see one that is none, and on news of other kinds
    than it was taught on the encoder misses many.
    """
    attributions: list[Attribution] = []
    own: list[Span] = []
    layers = encoder.layers(), rules.layers()
    for place in sentences:
        ours, theirs = ({name: _places(spans, place) for name, spans in side.items()} for side in layers)
        where = (place.start, place.end)
        unseen = bool(theirs["content"]) and not ours["content"]
        ahead = 0.0 if unseen or ours == theirs else seen.likelihood(ours, where) - seen.likelihood(theirs, where)
        chosen = (rules if unseen or ahead < start else encoder).within(place)
        attributions += chosen.attributions
        own += chosen.own
    return Said(tuple(attributions), tuple(own))


def _places(spans: Sequence[Span], place: Span) -> list[Place]:
    return [(span.start, span.end) for span in _part(spans, place, _start)]


def _part(items: Sequence[T], place: Span, start: Callable[[T], int]) -> tuple[T, ...]:
    """Return the items, sorted by where they begin, that begin within a place."""
    first, last = (bisect_left(items, at, key=start) for at in (place.start, place.end))
    return tuple(items[first:last])


def _start(span: Span) -> int:
    return span.start


def _begins(item: Attribution) -> int:
    return item.content[0].start
