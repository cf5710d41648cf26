"""What an incident is called, where it was, and how closely that is known, in the words of the catalogue."""

from __future__ import annotations

from collections.abc import Callable

from sayso.incidents import Incident, Sighted
from sayso.outline import Outline
from sayso.records import Place
from sayso.web.display import date
from sayso.web.messages import Messages

_EXACT = 1_000  # metres, below which a radius is said in metres
_COARSE = 25_000  # metres, from which on it is said to be coarse
_STEP = 100  # metres, to which a short radius is rounded


def heading(incident: Incident | Outline, messages: Messages) -> str:
    """Call an incident by what, where and when it is told to have been."""
    what, when = kind(incident.type, messages), incident.time and date(incident.time, messages)
    place = _name(incident.place.place) if isinstance(incident.place, Sighted) else incident.place
    if place and when:
        return messages("incident.heading", what=what, place=place, when=when)
    if place:
        return messages("incident.heading_undated", what=what, place=place)
    return messages("incident.heading_unplaced", what=what, when=when) if when else what


def kind(type_: str | None, messages: Messages) -> str:
    """Return the plain word for a PLOVER type, or the type itself where the catalogue has no word for it."""
    if type_ is None:
        return messages("incident.kind_unknown")
    key = f"kind.{type_.lower()}"
    return messages(key) if messages.has(key) else type_.capitalize()


def where(place: Place, messages: Messages, country: Callable[[str], str]) -> str:
    """Name a place with the province and the country it lies in, as far as they are known; `country` tells its name."""
    nation = country(place.country) if place.country else None
    parts = dict.fromkeys(part for part in (_name(place), place.admin1, nation) if part)
    return messages("site.list_separator").join(parts)


def radius(place: Place, messages: Messages) -> str:
    """Say how closely a place is known: a point never stands for a province."""
    metres = place.radius_m
    if metres is None:
        return messages("place.radius_unknown")
    if metres < _EXACT:
        return messages("place.metres", distance=max(_STEP, round(metres, -2)))
    key = "place.kilometres" if metres < _COARSE else "place.kilometres_coarse"
    return messages(key, distance=round(metres / 1000))


def _name(place: Place) -> str:
    return place.name or place.span.text
