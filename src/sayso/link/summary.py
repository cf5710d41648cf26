"""What kind of occurrence an incident is, when and where, as most of its tellings have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sayso.incidents import Sighted
from sayso.link.stance import VIOLENT, stance
from sayso.link.telling import EXACT, Days, Ref, Spot, Statement, Telling
from sayso.records import Place, Reading

Value = TypeVar("Value")
_POINTS_BACK = re.compile(r"(?:both|he|she|it|they|them|this|that|these|those|his|her|its|their)\b", re.I)
_PHRASE = 40  # characters: less is hardly a sentence


def kind(tellings: Iterable[Telling]) -> str | None:
    """Return the PLOVER type that most tellings have, the first by name where several do; None where none has any."""
    return _usual(kind for telling in tellings for kind in sorted(telling.types))


def when(tellings: Sequence[Telling]) -> Days | None:
    """Return the time that most tellings date it by, the shortest where several do; None where none dates it."""
    told = [days for telling in tellings if telling.dated for days in telling.days if days.length <= EXACT]
    loose = [days for telling in tellings if telling.dated for days in telling.days]
    return _usual(sorted(told or loose, key=lambda days: (days.length, days)))


def where(tellings: Sequence[Telling], readings: Mapping[str, Reading]) -> Sighted | None:
    """Return the place that most tellings put it at, the closest where several do, as the first of them names it."""
    told = sorted((spot for telling in tellings if telling.placed for spot in telling.spots), key=_closeness)
    spot = _usual(told)
    if spot is None:
        return None
    return next((Sighted(one.report, place) for one in tellings for place in _named(one, spot, readings)), None)


def lead(tellings: Sequence[Telling]) -> Ref | None:
    """Return the claim that tells it best; None where it has none.

    Whoever tells it early in a report tells it better, for there stands what it is about.
    """
    acts = Counter(deed for telling in tellings for deed in telling.deeds)
    told = ((one, 2 / (1 + at)) for telling in tellings for at, one in enumerate(telling.statements))
    best = max(told, key=lambda pair: _fullness(pair[0], acts) + pair[1], default=None)
    return best[0].ref if best else None


def _fullness(one: Statement, acts: Counter[str]) -> float:
    """Return how much of what a headline says stands in a claim: that and what was done, to whom, where and when."""
    deeds = one.deeds & VIOLENT or one.deeds
    usual = max((acts[deed] for deed in deeds), default=0) / max(acts.values(), default=1)
    told = (bool(deeds), bool(one.days), bool(one.spots), bool(one.counts), bool(one.names or one.blamed))
    whole = len(one.text) >= _PHRASE and " … " not in one.text and one.text[:1].isupper()
    points = 3 * (stance(one) == "supports") + 2 * one.main + usual + sum(told) + 1.5 * whole
    return points - 2 * bool(_POINTS_BACK.match(one.text)) - 2 * (one.certainty != "certain")


def _usual(values: Iterable[Value]) -> Value | None:
    """Return the value that comes most often, the first of those that come equally often."""
    return next((value for value, _ in Counter(values).most_common(1)), None)


def _closeness(spot: Spot) -> tuple[bool, int, str]:
    return spot.lat is None, spot.radius_m, str(spot)


def _named(telling: Telling, spot: Spot, readings: Mapping[str, Reading]) -> Iterator[Place]:
    if telling.placed and spot in telling.spots:
        told = {event.place for event in readings[telling.report].events}
        for place in readings[telling.report].places:
            same = (place.lat, place.lon, place.radius_m or 0) == (spot.lat, spot.lon, spot.radius_m)
            if place.id in told and same and (place.name or place.span.text) == spot.name:
                yield place
