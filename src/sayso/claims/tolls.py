"""Tolls: which event those belong to whom a sentence counts, and rival figures that only name a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from sayso.claims.fates import Slot, Told, find
from sayso.claims.numbers import counts
from sayso.claims.people import words
from sayso.claims.stage import Stage, gap
from sayso.claims.wording import load
from sayso.records import Event, Toll
from sayso.spans import Span

_FRESH = 1  # sentences behind a toll in which a bare number still counts the same
_LOOK = 60  # characters before a number in which its verb of counting stands
_BARE = re.compile(r"[”\"’]?\s*(?:[.,;:!?)]|$)|[”\"’]?\s+(?:until|dead|is|were|by|and)\b")
# Which events a toll can belong to, likeliest first.
_CAUSES: dict[Slot, tuple[str, ...]] = {
    "killed": ("ASSAULT", "AID"),
    "injured": ("ASSAULT", "AID"),
    "captured": ("COERCE", "ASSAULT"),
    "displaced": ("RETREAT", "ASSAULT", "COERCE"),
    "missing": ("ASSAULT", "COERCE"),
}


@cache
def _counting() -> re.Pattern[str]:
    """Return the pattern of the words that count, right before a number."""
    listed = load("tolls.toml")["words"]
    return re.compile(rf"\b(?:{listed['counting']}|{listed['figure']})\s+[“\"‘]?$", re.I)


def attach(
    stage: Stage, events: Iterable[Event], taken: Sequence[Span], again: Mapping[Span, Span] = MappingProxyType({})
) -> tuple[Event, ...]:
    """Give every toll to its event; `taken` are spans whose numbers count no people: dates, sums.

    `again` holds words that point back to an event, each with its trigger.
    """
    events = tuple(events)
    known = {event.trigger: event for event in events}
    back = [replace(known[meant], trigger=span) for span, meant in again.items()]
    told = sorted([*events, *back], key=lambda one: one.trigger)
    tolls: dict[str, list[Toll]] = {}
    for cause, toll in _attached(stage, told, taken) if told else ():
        if not any(_same(toll, other) for other in tolls.get(cause.id, [])):
            tolls.setdefault(cause.id, []).append(toll)
    return tuple(replace(event, tolls=tuple(tolls.get(event.id, ()))) for event in events)


def _attached(stage: Stage, events: Sequence[Event], taken: Sequence[Span]) -> Iterator[tuple[Event, Toll]]:
    """Give each toll with its event, sentence by sentence; a rival figure belongs where the last toll does."""
    last: tuple[Event, Toll] | None = None
    age = 0
    for sentence in stage.sentences:
        aside = [span for span in taken if span.overlaps(sentence)]
        found = find(stage.body, sentence, aside)
        given = [(cause, told.toll) for told in found if (cause := _cause(stage, told, events))]
        yield from given
        last, age = (given[-1], 0) if given else (last, age + 1)
        if last is not None and age <= _FRESH:
            cause, toll = last
            taken_here = [*aside, *(told.toll.span for told in found)]
            rivals = list(_rivals(stage.body, sentence, toll, taken_here))
            yield from ((cause, rival) for rival in rivals)
            age = 0 if rivals else age


def _rivals(body: str, sentence: Span, toll: Toll, taken: Sequence[Span]) -> Iterator[Toll]:
    """Give the bare numbers by which somebody else counts the same: "the mayor gives seven"."""
    for count in counts(body, sentence.start, sentence.end):
        before = body[max(sentence.start, count.span.start - _LOOK) : count.span.start]
        bare = _BARE.match(body, count.span.end, sentence.end) and _counting().search(before)
        if (
            bare
            and words("things").isdisjoint(before.lower().split())
            and not any(count.span.overlaps(span) for span in taken)
        ):
            yield Toll(toll.slot, count.low, count.high, count.span)


def _cause(stage: Stage, told: Told, events: Sequence[Event]) -> Event | None:
    """Return the event of a toll: that told by the same word, else in its sentence, else the last of its paragraph.

    What is counted in a paragraph that tells no fitting act belongs to what the report is about, the act told first.
    """
    here = [event for event in events if event.trigger.overlaps(told.fate) or event.trigger.overlaps(told.toll.span)]
    if here:
        return here[0]
    rank = _CAUSES[told.toll.slot].index
    fitting = [event for event in events if event.type in _CAUSES[told.toll.slot]]
    beside = [event for event in fitting if told.sentence.covers(event.trigger)]
    if beside:
        return min(beside, key=lambda one: (rank(one.type), gap(stage.body, one.trigger, told.fate)))
    block = stage.block(told.sentence)
    before = [one for one in fitting if one.trigger.start < told.sentence.start and stage.block(one.trigger) == block]
    return before[-1] if before else next(iter(fitting), None)


def _same(one: Toll, other: Toll) -> bool:
    return (one.slot, one.low, one.high) == (other.slot, other.low, other.high)
