"""The figures of a reader on marked reports, layer by layer.

`claims recall` is the share of marked claims that were found, `claims precision` that of claims found which are marked,
`claims F1` their harmonic mean; so are `events found`, `events precision` and `events F1`. All other layers are shares
of what is marked (of claims and events that were found: their chains, classes and parts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.tools.gold import Report

from sayso.records import Reading

from . import claims, facts
from .tallies import Laid, Score, Tally

_EVENTS = (
    "events found", "events precision", "event type", "event place", "event time", "event actor", "event recipient",
    "not events",
)  # fmt: skip
_BOTH = {"claims F1": ("claims recall", "claims precision"), "events F1": ("events found", "events precision")}
LAYERS = (
    "claims recall", "claims precision", "claims F1", "source chain", "source kind", "cue", "speaker resolved", "kind",
    "polarity", "certainty", "quote", "hedges", "left alone", "same entity", "notices", "furniture", "times", "places",
    "events found", "events precision", "events F1", *_EVENTS[2:], "tolls",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A share from 0 to 1 and of how many things it is one."""

    value: float
    of: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures of one reader by layer, and its misses: layer, report and words of each."""

    figures: dict[str, Figure]
    misses: tuple[tuple[str, str], ...]


def score(reports: Iterable[Report], read: Callable[[Report], Reading]) -> Scored:
    """Read every report and compare; a layer of which no reading holds anything is left out, as not read."""
    total, unread = Score(), {"places", "tolls", *_EVENTS}
    for report in reports:
        laid = Laid(report, read(report), total)
        claims.count(laid)
        facts.count(laid)
        unread -= _holds(laid.reading)
    figures = {layer: Figure(tally.share, tally.of) for layer, tally in total.tallies.items() if layer not in unread}
    for layer, (recall, precision) in _BOTH.items():
        if recall in figures:
            both = f1(total.tallies[recall], total.tallies.get(precision, Tally()))
            figures[layer] = Figure(both, figures[recall].of)
    return Scored({layer: figures[layer] for layer in LAYERS if layer in figures}, tuple(total.misses))


def _holds(reading: Reading) -> set[str]:
    """Return which of the layers that a reader may leave unread this reading has."""
    held = {"places"} if reading.places else set()
    if reading.events:
        held |= {*_EVENTS}
    return held | ({"tolls"} if any(event.tolls for event in reading.events) else set())


def f1(recall: Tally, precision: Tally) -> float:
    """Return the harmonic mean of two shares; 0 where both are."""
    total = recall.share + precision.share
    return 2 * recall.share * precision.share / total if total else 0.0
