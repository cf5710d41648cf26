"""The cards beside the text on what is told to have happened, and on where: every field leads to its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sayso import occurrences as words
from sayso.occurrences import Occurrence, Party, Site, Told
from sayso.precision import of_radius, of_time
from sayso.records import Place, Reading, Rival, Time
from sayso.spans import Span
from sayso.web.segments import Strand

Country = Callable[[str], str]  # a country's name by its two letters
_GRAPHIC = {"killed", "injured"}
_POINTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in words: the words of the report, what they stand for, how closely that is known, and its card."""

    span: Span
    name: str
    within: str
    card: str


@dataclass(frozen=True, slots=True)
class When:
    """A time: the words of the report, the EDTF value ("" where it is left open), and what it was counted from."""

    span: Span
    edtf: str
    part_of_day: str | None
    precision: str
    anchor: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """What a card shows of an event; `claims` are the ids of those that tell it, `graphic` whether people were hurt.

    `spoken_at` and `written_at` are where the speaker stood and the report was written: neither is where it was.
    """

    id: str
    number: int
    kind: str
    told: Told
    told_words: str
    trigger: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    tolls: tuple[tuple[Span, str], ...]
    where: Where | None
    when: When | None
    claims: tuple[str, ...]
    spoken_at: Span | None
    written_at: Span | None
    graphic: bool

    @property
    def parts(self) -> Iterator[Span]:
        """The words that it is made of, but for its trigger."""
        yield from (party.span for party in (*self.actors, *self.recipients))
        yield from (span for span, _ in self.tolls)
        yield from (one.span for one in (self.where, self.when) if one)
        yield from (span for span in (self.spoken_at, self.written_at) if span)


@dataclass(frozen=True, slots=True)
class Relative:
    """How a place lies from another: the words for the other, and distance and bearing in words, "" for neither."""

    span: Span
    how: str


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What a card shows of a place, once for all its mentions; `mentions` are their ids and words, in order."""

    id: str
    number: int
    name: str
    basis: str
    within: str
    precision: str
    coordinates: str
    relative: Relative | None
    mentions: tuple[tuple[str, Span], ...]
    because: tuple[str, ...]
    runners_up: tuple[str, ...]

    @property
    def trigger(self) -> Span:
        """The words beside which the card stands: where the place is first named."""
        return self.mentions[0][1]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each card, by its id."""

    events: Mapping[str, int]
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """The cards of one reading, and its times, in order."""

    events: tuple[EventCard, ...] = ()
    places: tuple[PlaceCard, ...] = ()
    times: tuple[When, ...] = ()

    @property
    def numbers(self) -> Numbers:
        """The numbers that the cards bear."""
        return Numbers({card.id: card.number for card in self.events}, {card.id: card.number for card in self.places})

    def strands(self) -> Iterator[Strand]:
        """Return what is to be marked in the text: each trigger and each mention of a place leads to its card."""
        for event in self.events:
            yield Strand(event.trigger, "event", event.id, name=event.id, card=event.id)
            yield from (Strand(span, "linked", event.id) for span in event.parts)
        for place in self.places:
            for id_, span in place.mentions:
                yield Strand(span, "place", place.id, name=id_, card=place.id)
            if place.relative:
                yield Strand(place.relative.span, "linked", place.id)


def scene(reading: Reading, country: Country) -> Scene:
    """Make the cards of a reading's events and places."""
    found = words.sites(reading)
    cards = {mention: site.place.id for site in found for mention in site.ids}
    spans = {place.id: place.span for place in reading.places}
    return Scene(
        tuple(_event(number, one, cards, country) for number, one in enumerate(words.occurrences(reading), 1)),
        tuple(_place(number, site, spans, country) for number, site in enumerate(found, 1)),
        tuple(map(_when, reading.times)),
    )


def _event(number: int, one: Occurrence, cards: dict[str, str], country: Country) -> EventCard:
    event = one.event
    return EventCard(
        id=event.id,
        number=number,
        kind=one.kind,
        told=one.told,
        told_words=words.TOLD[one.told],
        trigger=event.trigger,
        actors=one.actors,
        recipients=one.recipients,
        tolls=tuple((toll.span, words.toll(toll)) for toll in event.tolls),
        where=_where(one.place, cards[one.place.id], country) if one.place else None,
        when=_when(one.time) if one.time else None,
        claims=one.claims,
        spoken_at=one.spoken_at,
        written_at=one.written_at,
        graphic=event.type == "ASSAULT" or any(toll.slot in _GRAPHIC for toll in event.tolls),
    )


def _where(place: Place, card: str, country: Country) -> Where:
    return Where(place.span, _named(place, country) if place.name else "", _within(place), card)


def _within(place: Place) -> str:
    return words.BASES["unresolved"] if place.radius_m is None else words.radius(place.radius_m)


def _when(time: Time) -> When:
    code = words.TIME_PRECISION[of_time(time.edtf)] if time.edtf else ""
    return When(time.span, time.edtf or "", time.part_of_day, code, time.anchor or "")


def _place(number: int, site: Site, spans: dict[str, Span], country: Country) -> PlaceCard:
    place = site.place
    known = place.lat is not None and place.lon is not None
    return PlaceCard(
        id=place.id,
        number=number,
        name=_named(place, country),
        basis=words.BASES[place.basis],
        within="" if place.radius_m is None else words.radius(place.radius_m),
        precision="" if place.radius_m is None else words.GEO_PRECISION[of_radius(place.radius_m)],
        coordinates=f"{place.lat:.3f}, {place.lon:.3f}" if known else "",
        relative=_relative(place, spans),
        mentions=tuple((one.id, one.span) for one in site.mentions),
        because=place.because,
        runners_up=tuple(_named(rival, country) for rival in place.runners_up),
    )


def _named(place: Place | Rival, country: Country) -> str:
    """Name a place, or the words for it, with the province and the country that it lies in."""
    called = place.name or (place.span.text if isinstance(place, Place) else "")
    parts = (called, place.admin1, country(place.country) if place.country else None)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _relative(place: Place, spans: dict[str, Span]) -> Relative | None:
    relation = place.relation
    if relation is None or relation.place not in spans:
        return None
    parts = []
    if relation.distance_m is not None:
        parts.append(f"{relation.distance_m / 1_000:,.3g} km")
    if relation.bearing_deg is not None:
        parts.append(_POINTS[round(relation.bearing_deg / 45) % 8])
    return Relative(spans[relation.place], " ".join(parts))
