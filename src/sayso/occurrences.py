"""Events and places of a reading joined with what they refer to, and plain words for both.

An event is worded no more surely than the report tells it, and a place no more finely than its radius allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.records import Claim, Entity, Event, Mention, Place, Reading, Time, Toll
from sayso.spans import Span

Told = Literal["done", "probable", "possible", "not done"]

TYPES: Mapping[str, str] = {  # PLOVER's types
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "CONCEDE": "concession",
    "RETREAT": "withdrawal",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "rejection",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
TOLD: Mapping[Told, str] = {
    "done": "told as done",
    "probable": "told as probable",
    "possible": "told as possible, planned or feared",
    "not done": "told as not done",
}
BASES: Mapping[str, str] = {
    "gazetteer": "from the gazetteer",
    "relative": "placed by the report’s words",
    "unresolved": "not found on the map",
}
TIME_PRECISION: Mapping[int, str] = {1: "to the day", 2: "to the week", 3: "to the month or less"}
GEO_PRECISION: Mapping[int, str] = {1: "the town or spot", 2: "the surroundings or district", 3: "a province or more"}
_STEPS = ((20_000, 1_000), (100_000, 5_000), (500_000, 10_000))  # radii up to which it is rounded up to so many metres
_WIDEST_STEP = 50_000
_FROM_CUE = 60  # characters after a word of saying within which stands where it was said
_THERE = re.compile(r"(?<!\w)(?:in|at|from|outside|near)\s+(?:the\s+)?$", re.I)
_STOP = re.compile(r"[.!?;:]\s|\n")


@dataclass(frozen=True, slots=True)
class Party:
    """Words that say who or to whom; `name` is the fullest name, where the words do not hold it."""

    span: Span
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event with what it refers to. `claims` are the ids of those that tell it.

    `spoken_at` is where the one who tells it spoke, and `written_at` the dateline: neither is where it was.
    """

    event: Event
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    claims: tuple[str, ...] = ()
    spoken_at: Span | None = None
    written_at: Span | None = None

    @property
    def kind(self) -> str:
        """Plain words for its type."""
        return TYPES.get(self.event.type, self.event.type.lower())

    @property
    def told(self) -> Told:
        """How it is told: as a thing done, or not."""
        if self.event.polarity == "negative":
            return "not done"
        return "done" if self.event.certainty == "certain" else self.event.certainty


@dataclass(frozen=True, slots=True)
class Site:
    """One place with every mention of it in the report; `place` is the first of them."""

    place: Place
    mentions: tuple[Place, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids under which the reading has it."""
        return tuple(one.id for one in self.mentions)


def occurrences(reading: Reading) -> tuple[Occurrence, ...]:
    """Return the events of a reading, in order, each with what it refers to."""
    cast = _Cast(reading)
    places, times = {one.id: one for one in reading.places}, {one.id: one for one in reading.times}
    dateline = next((one.span for one in reading.places if cast.role(one.span) == "dateline"), None)
    return tuple(
        Occurrence(
            event,
            tuple(cast.parties(event.actors)),
            tuple(cast.parties(event.recipients)),
            places.get(event.place) if event.place else None,
            times.get(event.time) if event.time else None,
            tuple(claim.id for claim in cast.telling(event)),
            cast.spoken_at(event),
            dateline,
        )
        for event in reading.events
    )


class _Cast:
    """Looks up what the events of one reading refer to."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions: dict[str, Mention] = {one.id: one for one in reading.mentions}
        self._entities: dict[str, Entity] = {one.id: one for one in reading.entities}

    def parties(self, ids: tuple[str, ...]) -> Iterator[Party]:
        for mention in (self._mentions[id_] for id_ in ids if id_ in self._mentions):
            entity = self._entities.get(mention.entity or "")
            hidden = entity is not None and entity.name.casefold() not in mention.span.text.casefold()
            yield Party(mention.span, entity.name if entity and hidden else None)

    def role(self, span: Span) -> str:
        blocks = (block.role for block in self._reading.text.blocks if block.span.overlaps(span))
        return next(blocks, "paragraph")

    def telling(self, event: Event) -> Iterator[Claim]:
        return (claim for claim in self._reading.claims if event.id in claim.events)

    def spoken_at(self, event: Event) -> Span | None:
        """Return where the first speaker of the event is said to have spoken: "said in Aden", behind the cue."""
        cues = (link.cue for claim in self.telling(event) for link in claim.chain if link.cue)
        found = (one.span for cue in cues for one in self._reading.places if self._is_said_there(cue, one))
        return next(found, None)

    def _is_said_there(self, cue: Span, place: Place) -> bool:
        if not cue.end <= place.span.start <= cue.end + _FROM_CUE:
            return False
        between = self._reading.text.body[cue.end : place.span.start]
        if _THERE.search(between) is None or _STOP.search(between):
            return False
        told = (piece for claim in self._reading.claims if claim.chain for piece in claim.content)
        return not any(cue.end <= piece.start <= place.span.start or piece.overlaps(place.span) for piece in told)


def sites(reading: Reading) -> tuple[Site, ...]:
    """Return the places of a reading in order of first mention, joined where gazetteer or words are the same."""
    found: dict[object, list[Place]] = {}
    for place in reading.places:
        found.setdefault(place.geonames or (place.span.text.casefold(), place.lat, place.lon), []).append(place)
    return tuple(Site(mentions[0], tuple(mentions)) for mentions in found.values())


def radius(metres: int) -> str:
    """Say how closely a place is known, rounded up, so that it is never said more finely: "within about 6 km"."""
    if metres < 1_000:
        return f"within about {max(100, -(-metres // 100) * 100):,} m"
    step = next((step for limit, step in _STEPS if metres <= limit), _WIDEST_STEP)
    return f"within about {-(-metres // step) * step // 1_000:,} km"


def toll(counted: Toll) -> str:
    """Say a toll as a range: "at least 12 killed", "3 to 5 injured"."""
    low, high = counted.low, counted.high
    if high is None:
        return f"at least {low:,} {counted.slot}"
    return f"{low:,} {counted.slot}" if low == high else f"{low:,} to {high:,} {counted.slot}"
