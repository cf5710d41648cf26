"""The sections of a printed reading on its events and its places, each line in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.cli.printing import console, safe
from sayso.occurrences import (
    BASES,
    TIME_PRECISION,
    TOLD,
    Occurrence,
    Party,
    Site,
    occurrences,
    radius,
    sites,
    toll,
)
from sayso.precision import of_time
from sayso.records import Place, Reading, Rival, Time

Country = Callable[[str], str]  # a country's English name by its two letters

_STYLES = {"done": "", "probable": "yellow", "possible": "yellow", "not done": "magenta"}
_BETWEEN = " · "


def print_events_and_places(found: Reading, country: Country, *, why: bool) -> None:
    """Print both sections, each where the reading has any; `why` adds what they rest on and what else was weighed."""
    events = occurrences(found)
    if events:
        console().print("\nEvents", style="bold")
    if events and events[0].written_at:
        told = f"The report was written in “{events[0].written_at.text}”; for that alone nothing was there."
        console().print(f"      {safe(told)}", style="dim")
    for one in events:
        _print_event(one, country, why=why)
    if found.places:
        console().print("\nPlaces", style="bold")
    for site in sites(found):
        _print_site(site, country, why=why)


def _print_event(one: Occurrence, country: Country, *, why: bool) -> None:
    out, event = console(), one.event
    head = f"{one.kind} (“{event.trigger.text}”), {TOLD[one.told]}{_claims(one)}"
    out.print(
        f"{event.id:>4}  {safe(_BETWEEN.join([head, *_parties(one), *map(toll, event.tolls)]))}", style=_style(one)
    )
    setting = [*_setting(one, country)]
    if setting:
        out.print(f"      {safe(_BETWEEN.join(setting))}")
    for line in _grounds(one) if why else ():
        out.print(f"      {safe(line)}", style="dim")


def _claims(one: Occurrence) -> str:
    """Say which claims tell it: it is told as done by those who make them."""
    return f" in {', '.join(one.claims)}" if one.claims else ""


def _style(one: Occurrence) -> str | None:
    return _STYLES[one.told] or None


def _parties(one: Occurrence) -> Iterator[str]:
    if one.actors:
        yield f"by {_called(one.actors)}"
    if one.recipients:
        yield f"to {_called(one.recipients)}"


def _called(parties: Iterable[Party]) -> str:
    return ", ".join(f"“{one.span.text}”{f' ({one.name})' if one.name else ''}" for one in parties)


def _setting(one: Occurrence, country: Country) -> Iterator[str]:
    """Say where and when it was, as far as the report tells."""
    if one.place:
        yield f"where: {_where(one.place, country)}"
    if one.time:
        yield f"when: {_when(one.time)}"


def _where(place: Place, country: Country) -> str:
    reach = BASES["unresolved"] if place.radius_m is None else radius(place.radius_m)
    return f"{_quoted(place, country)}, {reach}"


def _quoted(place: Place, country: Country) -> str:
    """Name a place, with the words of the report where they are others."""
    words = f" (“{place.span.text}”)" if place.name not in {None, place.span.text} else ""
    return f"{_named(place, country)}{words}"


def _named(place: Place | Rival, country: Country) -> str:
    """Name a place with the province and the country that it lies in."""
    called = place.name or (f"“{place.span.text}”" if isinstance(place, Place) else "")
    parts = (called, place.admin1, country(place.country) if place.country else None)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _when(time: Time) -> str:
    if time.edtf is None:
        return f"“{time.span.text}”, left open"
    day = f"{time.edtf}, {time.part_of_day}" if time.part_of_day else time.edtf
    return f"{day} (“{time.span.text}”), {TIME_PRECISION[of_time(time.edtf)]}"


def _grounds(one: Occurrence) -> Iterator[str]:
    """Say what its time was counted from, and where it was said, which is not where it was."""
    if one.time and one.time.anchor:
        yield f"time counted from: {one.time.anchor}"
    if one.spoken_at:
        yield f"said in “{one.spoken_at.text}”"


def _print_site(site: Site, country: Country, *, why: bool) -> None:
    out, place = console(), site.place
    reach = [] if place.radius_m is None else [radius(place.radius_m)]
    more = [f"also {', '.join(site.ids[1:])}"] if len(site.ids) > 1 else []
    parts = [_quoted(place, country), *reach, BASES[place.basis], *more]
    out.print(f"{place.id:>4}  {safe(_BETWEEN.join(parts))}")
    for line in _weighed(place, country) if why else ():
        out.print(f"      {safe(line)}", style="dim")


def _weighed(place: Place, country: Country) -> Iterator[str]:
    yield from place.because
    if place.runners_up:
        yield f"Not chosen: {'; '.join(_named(rival, country) for rival in place.runners_up)}."
