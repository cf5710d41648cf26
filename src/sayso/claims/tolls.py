"""Tolls: which event those belong to whom a sentence counts, and rival figures that only name a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from sayso.claims.causes import Causes
from sayso.claims.fates import find
from sayso.claims.numbers import counts
from sayso.claims.people import words
from sayso.claims.stage import Stage
from sayso.claims.wording import load
from sayso.records import Event, Toll
from sayso.spans import Span

_FRESH = 1  # sentences behind a toll in which a bare number still counts the same
_LOOK = 60  # characters before a number in which its verb of counting stands
# One number for another in one breath: "six people, or nine, according to the mayor", "seven, and not twelve as first".
_INSTEAD = re.compile(r"(?:;\s|\b(?:or|and|not|against)\s)(?:at\s)?$", re.I)
_WHOSE = re.compile(
    r",?\s(?:according to|by (?:the|that|his|her|their)\b[^,;.]{0,30}\b(?:count|reckoning|tally|estimate)|by that of|"
    r"says?\b|said\b|as (?:first|initially|earlier|originally|previously|bandied))|,\s[^,;.]{2,40}\s(?:says?|said)\b",
    re.I,
)
_BARE = re.compile(r"[”\"’]?\s*(?:[.,;:!?)]|$)|[”\"’]?\s+(?:until|dead|is|were|by|and)\b")


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
    causes = Causes(stage, events)
    last: tuple[Event, Toll] | None = None
    age = 0
    for sentence in stage.sentences:
        aside = [span for span in taken if span.overlaps(sentence)]
        found = find(stage.body, sentence, aside)
        given = [(cause, told.toll) for told in found if (cause := causes.of(told))]
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
        if (
            _bare(body, count.span, before, sentence)
            and words("things").isdisjoint(before.lower().split())
            and not any(count.span.overlaps(span) for span in taken)
        ):
            yield Toll(toll.slot, count.low, count.high, count.span)


def _bare(body: str, number: Span, before: str, sentence: Span) -> bool:
    """Whether somebody counts by a number alone, or sets it against another one."""
    if _BARE.match(body, number.end, sentence.end) and _counting().search(before):
        return True
    instead = not before or _INSTEAD.search(before)
    return bool(instead and _WHOSE.match(body, number.end, sentence.end))


def _same(one: Toll, other: Toll) -> bool:
    return (one.slot, one.low, one.high) == (other.slot, other.low, other.high)
