"""Readings with all that the marks say of events, so that incidents are measured without reading's errors.

To the reading without fault come who acts in each event, the events that claims hold, and those told as not done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from corpus.tools.gold import Report
from corpus.tools.quotes import find, gap, occurrences

from sayso.records import Claim, Event, Mention, Place, Reading, Time, Toll
from sayso.sentences import sentences
from sayso.spans import Span, cut

from . import marked

Mark = dict[str, Any]
_UNDONE = frozenset({"denied", "negated", "withdrawn"})  # told as not done; what is planned or supposed is no event


def reading(report: Report) -> Reading:
    """Make the reading of a marked report with its events; an event told as not done has no type."""
    base = marked.reading(report)
    cast = _Cast(report, base)
    events = (*cast.done(), *cast.undone())
    claims = tuple(_holding(claim, events) for claim in base.claims)
    return replace(base, events=events, claims=claims, mentions=tuple(cast.mentions), times=tuple(cast.times))


def _holding(claim: Claim, events: Iterable[Event]) -> Claim:
    inside = (event.id for event in events if any(piece.overlaps(event.trigger) for piece in claim.content))
    return replace(claim, events=tuple(inside))


class _Cast:
    """The marks of a report's events, with the mentions and times that must be added for them."""

    def __init__(self, report: Report, base: Reading) -> None:
        self.gold, self.body = report.gold, report.text
        self.mentions: list[Mention] = list(base.mentions)
        self.times: list[Time] = list(base.times)
        self.places = base.places
        scenes = {mark["quote"] for mark in report.gold.get("places", []) if mark.get("role") == "event"}
        self.scenes = [place for place in base.places if place.span.text in scenes]
        self.sentences = sentences(report.text)

    def done(self) -> Iterator[Event]:
        for number, mark in enumerate(self.gold.get("events", []), 1):
            nth = 1 if "context" in mark else mark.get("nth", 1)
            if where := find(self.body, mark.get("context", mark["trigger"]), nth):
                yield self._event(f"v{number}", mark, cut(self.body, *where))

    def undone(self) -> Iterator[Event]:
        for number, mark in enumerate(self.gold.get("not_events", []), 1):
            where = find(self.body, mark["trigger"], mark.get("nth", 1))
            if where and mark["why"] in _UNDONE:
                trigger = cut(self.body, *where)
                time, place = self._beside(self.times, trigger), self._beside(self.scenes, trigger)
                yield Event(f"n{number}", trigger, "", place=place, time=time, polarity="negative")

    def _event(self, number: str, mark: Mark, where: Span) -> Event:
        return Event(
            number,
            where,
            mark["type"],
            actors=self._who(mark.get("actor"), where),
            recipients=self._who(mark.get("recipient"), where),
            place=self._where(mark.get("place")),
            time=self._when(mark.get("time"), where),
            tolls=tuple(
                Toll(toll["slot"], toll["low"], toll["high"], span)
                for toll in mark.get("tolls", [])
                if (span := self._near(toll["quote"], where))
            ),
        )

    def _near(self, quote: str, to: Span) -> Span | None:
        hits = occurrences(self.body, quote)
        return cut(self.body, *min(hits, key=lambda hit: gap(hit, (to.start, to.end)))) if hits else None

    def _who(self, quote: str | None, near: Span) -> tuple[str, ...]:
        span = self._near(quote, near) if quote else None
        if span is None:
            return ()
        inside = [mention for mention in self.mentions if span.covers(mention.span)]
        if not inside:
            inside = [Mention(f"m{len(self.mentions) + 1}", span, "organisation")]
            self.mentions += inside
        return (max(inside, key=lambda one: len(one.span)).id,)

    def _where(self, quote: str | None) -> str | None:
        named = [place for place in self.places if quote and place.span.text in quote]
        return max(named, key=lambda place: len(place.span)).id if named else None

    def _when(self, value: str | list[str] | None, near: Span) -> str | None:
        values = [value] if isinstance(value, str) else value or []
        if not values:
            return None
        same = [time for time in self.times if time.edtf in values]
        if not same:
            same = [Time(f"t{len(self.times) + 1}", near, values[0])]
            self.times += same
        return min(same, key=lambda one: gap((one.span.start, one.span.end), (near.start, near.end))).id

    def _beside(self, marks: Sequence[Time] | Sequence[Place], trigger: Span) -> str | None:
        """Return the nearest mark in the sentence of a trigger, as the program grounds what it finds."""
        around = next((one for one in self.sentences if one.start <= trigger.start < one.end), trigger)
        inside = [mark for mark in marks if around.covers(mark.span)]
        return min(inside, key=lambda one: abs(one.span.start - trigger.start)).id if inside else None
