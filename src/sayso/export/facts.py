"""What the claims that leave tell of an incident: its type, time, place, parties and tolls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.export.review import leaving
from sayso.incidents import Sighted
from sayso.outgoing import Case, Cited, District, Terms
from sayso.records import Event, Place, Toll


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest number that is told; `high` is None where one gives only a lower bound."""

    low: int | None = None
    high: int | None = None
    values: frozenset[tuple[int, int | None]] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """An incident as the claims that leave have it; `reviewed` says whether a person accepted an event of them."""

    type: str | None
    time: str | None
    place: Sighted | None
    district: District | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    tolls: Mapping[str, Range]
    reviewed: bool

    @property
    def killed(self) -> Range:
        """How many are said to have died."""
        return self.tolls.get("killed", Range())

    @property
    def injured(self) -> Range:
        """How many are said to have been hurt."""
        return self.tolls.get("injured", Range())


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the report that tells it."""

    source: Cited
    event: Event


def facts(case: Case, terms: Terms) -> Facts:
    """Return what is told; where only reviewed claims leave, nothing that none of them bears."""
    told = list(_told(case, terms))
    incident, unreviewed = case.incident, terms.unreviewed
    place = incident.place if unreviewed or any(_is_at(one, incident.place) for one in told) else None
    return Facts(
        type=incident.type if unreviewed or any(one.event.type == incident.type for one in told) else None,
        time=incident.time if unreviewed or any(_time(one) == incident.time for one in told) else None,
        place=place,
        district=case.districts.get((place.report, place.place.id)) if place else None,
        actors=_names((one.source, one.event.actors) for one in told),
        recipients=_names((one.source, one.event.recipients) for one in told),
        tolls=_tolls(told),
        reviewed=any((one.source.report.id, one.event.id) in case.accepted for one in told),
    )


def _told(case: Case, terms: Terms) -> Iterator[_Told]:
    """Give the events of the claims that leave and do not deny it, each event once."""
    seen = set()
    for claim in leaving(case, terms):
        source = case.sources.get(claim.report)
        if source is None or claim.stance == "denies":
            continue
        ids = {id_ for one in source.reading.claims if one.id == claim.claim for id_ in one.events}
        for event in source.reading.events:
            if event.id in ids and event.polarity == "positive" and (claim.report, event.id) not in seen:
                seen.add((claim.report, event.id))
                yield _Told(source, event)


def _time(told: _Told) -> str | None:
    return next((time.edtf for time in told.source.reading.times if time.id == told.event.time), None)


def _is_at(told: _Told, sighted: Sighted | None) -> bool:
    place = next((one for one in told.source.reading.places if one.id == told.event.place), None)
    return place is not None and sighted is not None and _spot(place) == _spot(sighted.place)


def _spot(place: Place) -> tuple[object, ...]:
    return place.name or place.span.text, place.lat, place.lon


def _names(parties: Iterable[tuple[Cited, Sequence[str]]]) -> tuple[str, ...]:
    """Return the parties by the fullest name that their report gives, each name once."""
    found = (_name(source, mention) for source, ids in parties for mention in ids)
    return tuple(dict.fromkeys(name for name in found if name))


def _name(source: Cited, id_: str) -> str:
    mention = next((one for one in source.reading.mentions if one.id == id_), None)
    if mention is None:
        return ""
    return next((one.name for one in source.reading.entities if one.id == mention.entity), mention.span.text)


def _tolls(told: Iterable[_Told]) -> dict[str, Range]:
    found: dict[str, list[Toll]] = defaultdict(list)
    for one in told:
        for toll in one.event.tolls:
            found[toll.slot].append(toll)
    return {slot: _range(tolls) for slot, tolls in found.items()}


def _range(tolls: Sequence[Toll]) -> Range:
    highs = [toll.high for toll in tolls if toll.high is not None]
    values = frozenset((toll.low, toll.high) for toll in tolls)
    return Range(min(toll.low for toll in tolls), max(highs) if len(highs) == len(tolls) else None, values)
