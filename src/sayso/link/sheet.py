"""A reading with what is looked up in it again and again, for whoever makes tellings of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.link import names, words
from sayso.link.days import days
from sayso.link.telling import NOBODY, PARTIES, Days, Names, Spot, kinds
from sayso.records import Claim, Event, Link, Place, Reading
from sayso.spans import Span

LONG_AGO = 45  # days: what a report tells of the time before is not what it is about
_WHO = frozenset({"person", "organisation", "armed_group", "facility"})
_NO_DOER = frozenset({"weapon", "vehicle", "document", "quantity", "money", "time"})  # "a guided bomb hit" names nobody


class Sheet:
    """A reading with what is looked up in it again and again."""

    def __init__(self, report: str, reading: Reading) -> None:
        self.report = report
        self.reading = reading
        self._times = {time.id: days(time.edtf) for time in reading.times if time.edtf}
        self._places = {place.id: place for place in reading.places}
        self._mentions = {mention.id: mention for mention in reading.mentions}
        self._entities = {entity.id: entity.name for entity in reading.entities}
        covered = (notice.covers for notice in reading.text.notices if notice.kind == "correction")
        self._covered = [span for span in covered if span]
        found = days(reading.text.published) if reading.text.published else ()
        self.published = found[0].last if found else None

    def days(self, event: Event) -> tuple[Days, ...]:
        """Return when an event was."""
        return self._times.get(event.time or "", ())

    def days_in(self, pieces: Sequence[Span]) -> tuple[Days, ...]:
        """Return the days that pieces of the text name."""
        inside = (time for time in self.reading.times if any(piece.covers(time.span) for piece in pieces))
        return tuple(one for time in inside for one in self._times.get(time.id, ()))

    def spots(self, event: Event) -> tuple[Spot, ...]:
        """Return where an event was."""
        place = self._places.get(event.place or "")
        return (_spot(place),) if place else ()

    def doers(self, events: Iterable[Event]) -> Names:
        """Return who acts in the events."""
        return frozenset(one for event in events for id_ in event.actors for one in self._described(id_))

    def _described(self, mention: str) -> Names:
        known = self._mentions.get(mention)
        if known is None:
            return NOBODY
        return names.described(self._entities.get(known.entity or "", known.span.text))

    def paragraph(self, start: int) -> int:
        """Return the number of the paragraph that an offset stands in, from 0."""
        before = (number for number, block in enumerate(self.reading.text.blocks) if block.span.start <= start)
        return max(before, default=-1)

    def mentioned_days(self) -> tuple[Days, ...]:
        """Return the days the report names that lie shortly before its publication, which is one of them itself."""
        told = {one for found in self._times.values() for one in found if one.length <= 2}
        if self.published is not None:
            told = {one for one in told if 0 <= self.published - one.first <= LONG_AGO}
        return tuple(sorted(told))

    def mentioned_spots(self) -> tuple[Spot, ...]:
        """Return every place that the report names."""
        return tuple(sorted({_spot(place) for place in self.reading.places if place.country}, key=str))

    def named(self, pieces: Sequence[tuple[int, int]]) -> Names:
        """Return the people and bodies named in pieces of the text; names of places are none."""
        inside = (
            mention
            for mention in self.reading.mentions
            if mention.type in _WHO and any(a <= mention.span.start < b for a, b in pieces)
        )
        full = (self._entities.get(one.entity or "", one.span.text) for one in inside)
        places = {key for place in self.reading.places for key in names.parts(place.span.text)}
        return frozenset(key for name in full for key in names.parts(name)) - places

    def named_places(self, pieces: Sequence[Span]) -> frozenset[str]:
        """Return the stems of the places named in pieces of the text."""
        inside = (one.span.text for one in self.reading.places if any(piece.covers(one.span) for piece in pieces))
        return words.stems(" ".join(inside))

    def accusations(self, claim: Claim) -> list[Event]:
        """Return the accusations that a claim holds, or by which it is made ("blamed the Front")."""
        said = [*claim.content, *(link.cue for link in claim.chain if link.cue)]
        accused = (event for event in self.reading.events if event.type == "ACCUSE" and event.polarity == "positive")
        return [event for event in accused if any(span.overlaps(event.trigger) for span in said)]

    def parties(self, pieces: Sequence[Span]) -> list[str]:
        """Return the mentions of groups and bodies in a content."""
        return [
            one.id
            for one in self.reading.mentions
            if one.type in {"armed_group", "organisation"} and any(piece.covers(one.span) for piece in pieces)
        ]

    def speaker(self, link: Link) -> list[str]:
        """Return the mentions in the label of a link."""
        label = link.label
        return [one.id for one in self.reading.mentions if label and label.overlaps(one.span)]

    def known(self, mentions: Iterable[str]) -> Names:
        """Return who the mentions are: the words of a name, and what kind of people ("police"), as far as told."""
        return frozenset(who for id_ in mentions for who in self._who(id_))

    def _who(self, mention: str) -> Names:
        one = self._mentions.get(mention)
        if one is None or one.type in _NO_DOER:
            return NOBODY
        name = self._entities.get(one.entity or "", one.span.text)
        return names.parts(name) | people(name)

    def voice(self, claim: Claim) -> str:
        """Return who speaks: the name, else the label; "" for the report's own voice."""
        if not claim.chain:
            return ""
        first = claim.chain[0]
        label = first.label.text if first.label else "?"
        return self._entities.get(first.entity or "", label)

    def withdrawn(self, claim: Claim) -> bool:
        """Return whether a correction of the report covers a claim."""
        return any(span.overlaps(piece) for span in self._covered for piece in claim.content)


def people(text: str) -> Names:
    """Return what kind of people a text speaks of, of those who may have done a deed ("police", "fighters")."""
    return kinds(*words.concepts(words.stems(text), "things")) & PARTIES


def _spot(place: Place) -> Spot:
    return Spot(place.name or place.span.text, place.country or "", place.lat, place.lon, place.radius_m or 0)
