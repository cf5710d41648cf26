"""Where and when an event was: every place and time near its trigger is weighed by signs, and the likeliest is taken.

The signs are what a reader goes by: what the encoder links, what stands near and in the same sentence, whose words it
stands in, what heads the paragraph, where the event told before was. `setting.toml` says what each counts for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.claims import signs
from sayso.claims.actuality import SPOKEN
from sayso.claims.signs import Signs, Sought
from sayso.claims.stage import Stage
from sayso.claims.wording import load
from sayso.records import Claim, Mention, Place, Text, Time, Trigger
from sayso.spans import Span

_NESTED = 3  # areas told by words that can begin before a name within one of them
_BEFORE, _BEHIND = 8, 2  # sentences before and behind a trigger in which its place and time are sought
_WITHIN = re.compile(
    r"(?:[’']s?)?\s(?:[a-z-]+\s){0,3}(?:province|state|region|district|county|governorate|town|city|village|port)\sof\s"
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The times and places that a report gives."""

    times: Sequence[Time] = ()
    places: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a place or a time; `item` is None where they name a place that nothing more is known of."""

    span: Span
    item: Time | Place | None
    signs: Signs  # what holds of it whatever the event is

    @property
    def key(self) -> str:
        """What it shares with the same place or time named elsewhere."""
        return (self.item.edtf or "") if isinstance(self.item, Time) else self.span.text.casefold()


@dataclass(slots=True)
class _Shelf:
    """All of one sort that a report names, in order; those of title, dateline and lead; and where events told were."""

    part: str
    named: list[Named]
    opening: list[Named]
    last: Named | None = None
    by_type: dict[str, Named] = field(default_factory=dict)

    def near(self, start: int, end: int) -> list[Named]:
        """Return the names between two offsets, and those that count wherever they stand."""
        first = bisect_left(self.named, start, key=lambda one: one.span.start)
        last = bisect_left(self.named, end, key=lambda one: one.span.start)
        return list(
            {one.span: one for one in (*self.opening, *self.by_type.values(), *self.named[first:last])}.values()
        )

    def tell(self, sort: str, one: Named) -> None:
        """Remember where or when an event of a type was."""
        self.last = self.by_type[sort] = one


@cache
def _weights(part: str) -> dict[str, float]:
    table: dict[str, float] = load("setting.toml")[part]
    return table


class Setting:
    """The places and times of one report, asked for in the order in which its events are told."""

    def __init__(self, text: Text, claims: Sequence[Claim], grounds: Grounds, mentions: Iterable[Mention] = ()) -> None:
        named = [time.span for time in grounds.times] + [place.span for place in grounds.places]
        self.stage = stage = Stage(text, claims, named)
        self.places = list(grounds.places)
        times = [Named(one.span, one, signs.of_time(stage, one, text.published)) for one in grounds.times if one.edtf]
        sites = [Named(one.span, one, signs.of_place(stage, one.span, one)) for one in grounds.places]
        for span, building in _unplaced(mentions, named):
            sites.append(Named(span, None, signs.of_place(stage, span, building=building)))
        sites += [Named(span, None, signs.of_place(stage, span)) for span in stage.strange]
        areas = sorted(place.span for place in grounds.places if place.basis == "relative")
        sites = [one for one in sites if stage.role(one.span) != "dateline" and not _names_another(one.span, areas)]
        self._times, self._sites = _shelf("time", times), _shelf("place", sites)

    def when(self, trigger: Trigger, others: Sequence[Span] = ()) -> Time | None:
        """Return the time of an event, where the text gives one; `others` are the triggers of all events in order."""
        best = self._best(self._times, [], trigger.type, Sought(trigger.span, trigger.time, others))
        return best.item if best and isinstance(best.item, Time) else None

    def where(self, trigger: Trigger, others: Sequence[Span] = ()) -> Place | None:
        """Return the place of an event, where the text gives one; a dateline is where the report was written.

        Words that name no place on the map ("the school yard") make an unresolved one, where no town is likelier.
        """
        words: Span | None = trigger.place
        strange: list[Named] = []
        if words is not None and not any(words.overlaps(one.span) for one in self._sites.named):
            strange = [Named(words, None, signs.of_place(self.stage, words, building=True))]
        best = self._best(self._sites, strange, trigger.type, Sought(trigger.span, words, others))
        if best is None:
            return None
        return self._finest(best.item) if isinstance(best.item, Place) else self._unresolved(best.span)

    def _best(self, shelf: _Shelf, strange: Sequence[Named], sort: str, sought: Sought) -> Named | None:
        """Return the likeliest, if it is likely enough, and remember it for the events that follow."""
        around = self.stage.around(sought.trigger, _BEFORE, _BEHIND)
        found = [(self._worth(shelf, one, sort, sought), one) for one in (*shelf.near(*around), *strange)]
        if not found:
            return None
        worth, best = max(found, key=lambda one: (one[0], -one[1].span.start))
        if worth < _weights("least")[f"{shelf.part}_spoken" if sort in SPOKEN else shelf.part]:
            return None
        shelf.tell(sort, best)
        return best

    def _worth(self, shelf: _Shelf, one: Named, sort: str, sought: Sought) -> float:
        """Add up what the signs count for."""
        held = one.signs | signs.between(self.stage, sought, one.span)
        if "sentence" not in held:
            held |= _told(shelf, one, sort)
        if sort in SPOKEN:
            held |= {"speaker": 0, "today_spoken": held.get("today", 0)}
        table = _weights(shelf.part)
        return sum(table.get(sign, 0) * value for sign, value in held.items() if value)

    def _finest(self, place: Place) -> Place:
        """Return the last of places named one within the other: "Yemen's province of Shabwa"."""
        for other in self.places:
            between = self.stage.body[place.span.end : other.span.start]
            if other.span.start > place.span.end and _WITHIN.fullmatch(between):
                return self._finest(other)
        return place

    def _unresolved(self, words: Span) -> Place:
        """Return a place of its own for words that name none that is known: they are shown, no point is guessed."""
        known = next((one for one in self.places if one.span == words), None)
        if known is None:
            known = Place(f"p{len(self.places) + 1}", words, "unresolved")
            self.places.append(known)
        return known


def _names_another(span: Span, areas: Sequence[Span]) -> bool:
    """Whether a name stands in the words for a place that is told by it, where it would be finer than the text."""
    behind = bisect_right(areas, span.start, key=lambda area: area.start)
    return any(area.covers(span) and area != span for area in areas[max(0, behind - _NESTED) : behind])


def _shelf(part: str, named: list[Named]) -> _Shelf:
    named.sort(key=lambda one: one.span)
    opening = [one for one in named if any(one.signs[sign] for sign in ("title", "lead"))]
    return _Shelf(part, named, opening)


def _told(shelf: _Shelf, one: Named, sort: str) -> Signs:
    """Return the signs of which events told before were there or then."""
    same = shelf.by_type.get(sort)
    return {
        "last": shelf.last is not None and shelf.last.key == one.key,
        "again": same is not None and same.key == one.key,
    }


def _unplaced(mentions: Iterable[Mention], named: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Give the places and buildings mentioned that are on no map, each with whether it is a building."""
    known = sorted(named)
    for one in mentions:
        if one.type in {"facility", "place"}:
            behind = bisect_left(known, one.span.end, key=lambda span: span.start)
            if behind == 0 or not known[behind - 1].overlaps(one.span):
                yield one.span, one.type == "facility"
