"""All that is marked in a report beside its claims: times, places, events, tolls, notices, furniture, entities."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from corpus.tools.quotes import Span, find

from sayso import spans
from sayso.records import Event, Mention, Place, Toll

from .tallies import Laid, ranges, shared

_EARTH = 6371.0  # mean radius in kilometres
_NEAR = 5.0  # kilometres by which a place may be off where no tolerance is marked
_WHOLE = 0.8  # share of a piece of furniture that has to be set apart
Mark = dict[str, Any]


def count(laid: Laid) -> None:
    """Count all layers but those of claims of one report."""
    for layer in (_times, _places, _events, _precise, _not_events, _notices, _furniture, _same_entity):
        layer(laid)


def _needed(laid: Laid, field: str) -> Iterable[Mark]:
    return (want for want in laid.report.gold.get(field, []) if not want.get("optional"))


# ---- times and places ----


def _times(laid: Laid) -> None:
    for want in _needed(laid, "times"):
        nth = want.get("nth", 1)
        others = (find(laid.body, quote, nth) for quote in want.get("also", []))
        where = [laid.place(want["quote"], nth), *(span for span in others if span)]
        got = [time.edtf for time in laid.reading.times if touches(time.span, where)]
        right = any(value in want["edtf"] for value in got)
        laid.count("times", right, f"{want['quote']!r} want {want['edtf']} got {got}")


def touches(span: spans.Span, where: list[Span]) -> bool:
    """Whether a span shares a code point with one of some places."""
    return shared(where, ranges([span])) > 0


def _places(laid: Laid) -> None:
    for want in _needed(laid, "places"):
        where = [laid.place(want["quote"], want.get("nth", 1))]
        got = [place for place in laid.reading.places if touches(place.span, where)]
        shown = [(place.basis, place.name, place.lat, place.lon) for place in got]
        laid.count("places", any(same_place(want, place) for place in got), f"{want['quote']!r} got {shown}")


def same_place(want: Mark, got: Place) -> bool:
    """Whether a place is the marked one: by its point, by its distance from another place, or by its country."""
    if "lat" in want:
        near = want.get("tolerance_km", _NEAR)
        return got.lat is not None and got.lon is not None and kilometres(want, got.lat, got.lon) <= near
    if "from" in want:
        far = want.get("distance_km")
        metres = (got.relation.distance_m or 0) if got.relation else None
        return got.basis == "relative" and metres is not None and (far is None or abs(metres - 1000 * far) < 500)
    same = want["country"] == got.country
    return same and ("admin1" not in want or _letters(want["admin1"]) == _letters(got.admin1 or ""))


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def kilometres(want: Mark, lat: float, lon: float) -> float:
    """Return the distance of a point from the marked one, by the haversine formula on a sphere."""
    one, other = math.radians(want["lat"]), math.radians(lat)
    across = math.cos(one) * math.cos(other) * math.sin(math.radians(lon - want["lon"]) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(math.sin((other - one) / 2) ** 2 + across))


# ---- events ----


def _told(laid: Laid, where: Span) -> list[Event]:
    return [event for event in laid.reading.events if touches(event.trigger, [where])]


def _events(laid: Laid) -> None:
    for want in laid.report.gold.get("events", []):
        got = _told(laid, _where(laid, want))
        if got or not want.get("optional"):
            laid.count("events found", got, repr(want["trigger"]))
        if got:
            _event(laid, want, got)


def _precise(laid: Laid) -> None:
    """Count the events told as done that are marked; those told as negated, planned or feared only where one is."""
    marks = [_where(laid, want) for want in laid.report.gold.get("events", [])]
    for event in laid.reading.events:
        right = touches(event.trigger, marks)
        if right or (event.polarity, event.certainty) == ("positive", "certain"):
            laid.count("events precision", right, f"{event.trigger.text!r} {event.type}")


def _where(laid: Laid, want: Mark) -> Span:
    """Find the words by which a marked event is told."""
    return laid.place(want["context"]) if "context" in want else laid.place(want["trigger"], want.get("nth", 1))


def _event(laid: Laid, want: Mark, got: list[Event]) -> None:
    """Count type, place, time, actor, recipient and tolls of an event that was found, as far as they are marked."""
    reading, trigger = laid.reading, repr(want["trigger"])
    types = [event.type for event in got]
    laid.count("event type", want["type"] in types, f"{trigger} want {want['type']} got {types}")
    named: tuple[Mention | Place, ...] = (*reading.mentions, *reading.places)
    words = {one.id: one.span.text for one in named}
    times = {time.id: time.edtf for time in reading.times}
    parts = {
        "place": [words.get(event.place or "", "") for event in got],
        "actor": [words.get(one, "") for event in got for one in event.actors],
        "recipient": [words.get(one, "") for event in got for one in event.recipients],
    }
    for name, found in parts.items():
        if marked := want.get(name):
            right = any(one and (one in marked.lower() or marked.lower() in one) for one in map(str.lower, found))
            laid.count(f"event {name}", right, f"{trigger} want {marked!r} got {found}")
    if marked := want.get("time"):
        allowed, values = [marked] if isinstance(marked, str) else marked, [times.get(one.time or "") for one in got]
        laid.count("event time", any(value in allowed for value in values), f"{trigger} want {allowed} got {values}")
    for toll in want.get("tolls", []):
        found_tolls = [one for event in got for one in event.tolls]
        laid.count("tolls", any(same_toll(toll, one) for one in found_tolls), f"{trigger} {toll}")


def same_toll(want: Mark, got: Toll) -> bool:
    """Whether a toll has the marked slot and both its bounds."""
    return (want["slot"], want["low"], want.get("high")) == (got.slot, got.low, got.high)


def _not_events(laid: Laid) -> None:
    """Count what was negated, planned or denied as right unless it came out as an event that simply happened.

    A reading without any event earns nothing by it.
    """
    for want in laid.report.gold.get("not_events", []):
        got = _told(laid, laid.place(want["trigger"], want.get("nth", 1)))
        plain = any((event.polarity, event.certainty) == ("positive", "certain") for event in got)
        laid.count("not events", laid.reading.events and not plain, f"{want['trigger']!r} {want['why']}")


# ---- the report itself ----


def _notices(laid: Laid) -> None:
    for want in laid.report.gold["report"].get("notices", []):
        where = [laid.place(want["quote"], want.get("nth", 1))]
        got = [notice.kind for notice in laid.reading.text.notices if touches(notice.span, where)]
        if got or not want.get("optional"):
            laid.count("notices", want["kind"] in got, f"{want['quote']!r} want {want['kind']} got {got}")


def _furniture(laid: Laid) -> None:
    apart = ranges(item.span for item in laid.reading.text.furniture)
    for quote in laid.report.gold["report"].get("furniture", []):
        laid.count("furniture", shared([laid.place(quote)], apart) >= _WHOLE * len(quote), repr(quote))


def _same_entity(laid: Laid) -> None:
    """Count a group of names as right where one entity has a mention of each."""
    for group in laid.report.gold.get("same_entity", []):
        entities = [_entities(laid, quote) for quote in group]
        laid.count("same entity", set.intersection(*entities), group)


def _entities(laid: Laid, quote: str) -> set[str]:
    where = [laid.place(quote)]
    mentions = (one for one in laid.reading.mentions if quote in one.span.text or touches(one.span, where))
    return {one.entity for one in mentions if one.entity}
