"""The figures of a reader on marked reports, layer by layer.

`claims recall` is the share of marked claims that were found, `claims precision` that of claims found which are marked,
`claims F1` their harmonic mean. All other layers are shares of what is marked (of claims and events that were found:
their chains, classes and parts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.tools.gold import Report

from sayso.records import Reading

from . import claims, facts
from .tallies import Laid, Score, Tally

_EVENTS = ("events found", "event type", "event place", "event time", "event actor", "event recipient", "not events")
LAYERS = (
    "claims recall", "claims precision", "claims F1", "source chain", "source kind", "cue", "speaker resolved", "kind",
    "polarity", "certainty", "quote", "hedges", "left alone", "same entity", "notices", "furniture", "times", "places",
    *_EVENTS, "tolls",
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
    both = f1(total.tallies.get("claims recall", Tally()), total.tallies.get("claims precision", Tally()))
    figures["claims F1"] = Figure(both, figures["claims recall"].of if "claims recall" in figures else 0)
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
