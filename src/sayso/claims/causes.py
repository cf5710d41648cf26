"""Which event brought a toll about: every event near it is weighed by signs, and the likeliest is taken.

`causes.toml` says what each sign counts for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from sayso.claims.actuality import SPOKEN
from sayso.claims.fates import Slot, Told
from sayso.claims.signs import Signs
from sayso.claims.stage import Stage, gap
from sayso.claims.triggers import led_to
from sayso.claims.wording import load
from sayso.records import Event

_BEFORE, _BEHIND = 30, 10  # words of events that are weighed on either side of a toll, so that no text costs too much
_NEAR = 40  # characters for which "near" counts once
_FARTHEST = 6  # times "near", and sentences, beyond which it makes no difference how far
# The types of event by which people come to this, and those by which they may.
_MAIN: dict[Slot, frozenset[str]] = {
    "killed": frozenset({"ASSAULT"}),
    "injured": frozenset({"ASSAULT"}),
    "captured": frozenset({"COERCE"}),
    "displaced": frozenset({"RETREAT"}),
    "missing": frozenset({"ASSAULT", "COERCE"}),
}
_OTHER: dict[Slot, frozenset[str]] = {
    "killed": frozenset({"AID", "COERCE"}),
    "injured": frozenset({"AID", "COERCE"}),
    "captured": frozenset({"ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE"}),
    "missing": frozenset({"RETREAT"}),
}


@cache
def _weights(part: str) -> dict[str, float]:
    table: dict[str, float] = load("causes.toml")[part]
    return table


class Causes:
    """The events of one report, asked for those of its tolls in the order of the text.

    `words` are its events in order, each as often as words tell it or point back to it. Acts of speech hurt nobody.
    """

    def __init__(self, stage: Stage, words: Sequence[Event]) -> None:
        self._stage = stage
        self._words = [one for one in words if one.type not in SPOKEN]
        self._starts = [one.trigger.start for one in self._words]
        self._holding: set[str] = set()
        self._last: Event | None = None
        self._first: dict[Slot, Event] = {}
        for slot, types in _MAIN.items():
            if first := next((one for one in self._words if one.type in types), None):
                self._first[slot] = first

    def of(self, told: Told) -> Event | None:
        """Return the likeliest event of a toll, and remember it for those that follow; None where none is told."""
        at = bisect_left(self._starts, told.fate.end)
        near = self._words[max(0, at - _BEFORE) : at + _BEHIND]
        further = [one for one in (self._first.get(told.toll.slot), self._last) if one]
        if not near and not further:
            return None
        best = max((*near, *further), key=lambda one: (self._worth(one, told), -one.trigger.start))
        self._holding.add(best.id)
        self._last = best
        return best

    def _worth(self, event: Event, told: Told) -> float:
        """Add up what the signs count for."""
        slot, inside = told.toll.slot, told.sentence.covers(event.trigger)
        signs = self._beside(event, told) if inside else self._apart(event, told)
        signs |= {
            "main": event.type in _MAIN[slot],
            "other": event.type in _OTHER[slot],
            "holds": event.id in self._holding,
            "last": self._last is not None and event.id == self._last.id,
        }
        table = _weights("beside" if inside else "apart")
        return sum(table.get(sign, 0) * value for sign, value in signs.items() if value)

    def _beside(self, event: Event, told: Told) -> Signs:
        """Return the signs of an event told in the sentence of the toll."""
        if event.trigger.overlaps(told.fate):
            return {"sentence": 1, "word": 1}
        left, right = sorted((event.trigger, told.fate))
        close = right.start - left.end < _NEAR * _FARTHEST
        far = gap(self._stage.body, left, right) / _NEAR if close else _FARTHEST
        outcome, behind = led_to(event.trigger), event.trigger.start > told.fate.start
        return {"sentence": 1, "near": -min(far, _FARTHEST), "behind": behind, "outcome": outcome}

    def _apart(self, event: Event, told: Told) -> Signs:
        """Return the signs of an event told in another sentence."""
        stage, first = self._stage, self._first.get(told.toll.slot)
        away = stage.number(told.sentence) - stage.number(event.trigger)
        paragraph = stage.block(event.trigger) == stage.block(told.sentence)
        return {
            "away": -min(abs(away), _FARTHEST),
            "later": away < 0,
            "paragraph": paragraph,
            "outcome": led_to(event.trigger),
            "first": not paragraph and first is not None and event.id == first.id,
        }
