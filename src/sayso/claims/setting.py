"""Where and when an event was: what its trigger is linked to, else what stands nearest in the same clause.

The time and the place of a statement are not those of the event it tells of: what stands with the speaker ("said in
Aden on Monday") counts only for what the speaker did by saying it. A dateline is where the report was written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.records import Claim, Place, Text, Time, Trigger
from sayso.sentences import sentences
from sayso.spans import Span

T = TypeVar("T", Time, Place)
_CLAUSE = 40  # what a clause's edge between two spans counts for, in characters
_UNKNOWN_M = 10**9  # a radius larger than any
_FARTHEST = 160  # beyond this nothing stands near
_EDGE = re.compile(
    r"[;:—]|[.!?]\s|, (?:and|but|while|when|after|before|who|which|where)\b|\b(?:said|says|told|and|who|that)\b"
)
_WITHIN = re.compile(
    r"(?:[’']s?)?\s(?:[a-z-]+\s){0,3}(?:province|state|region|district|county|governorate|town|city|village|port)\sof\s"
)
_LOCATIVE = re.compile(
    r"\b(?i:in|at|near|outside|inside|around|on|of|over|from|towards?|to|into|between|off|along|across|south|north|east|west|through)"
    r"(?:\s+(?:the|a|an|[a-z][\w’'-]*)){0,6}\s*$"
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The times and places that a report gives."""

    times: Sequence[Time] = ()
    places: Sequence[Place] = ()


def gap(body: str, one: Span, other: Span) -> int:
    """Return how far apart two spans stand, in characters; each edge of a clause between them adds to it."""
    left, right = sorted((one, other))
    between = body[left.end : right.start]
    return len(between) + _CLAUSE * len(_EDGE.findall(between))


class Setting:
    """The sentences of one text, what each claim's words are, and what stands in them."""

    def __init__(self, text: Text, claims: Sequence[Claim], grounds: Grounds) -> None:
        self.body = text.body
        self.sentences = [
            one
            for block in text.blocks
            if block.role == "paragraph"
            for one in sentences(text.body, block.span.start, block.span.end)
        ]
        self._told = [claim for claim in claims if claim.chain]
        datelines = [block.span for block in text.blocks if block.role == "dateline"]
        self._times = [time for time in grounds.times if time.edtf and not _inside(time.span, datelines)]
        self.places = list(grounds.places)
        self._datelines = datelines

    def sentence(self, span: Span) -> Span:
        """Return the sentence in which a span begins; the span itself where it stands in none."""
        at = bisect_right(self.sentences, span.start, key=lambda one: one.start) - 1
        return self.sentences[at] if at >= 0 and span.start < self.sentences[at].end else span

    def when(self, trigger: Trigger) -> Time | None:
        """Return the time of an event, where the text gives one."""
        linked = [time for time in self._times if trigger.time and time.span.overlaps(trigger.time)]
        if linked:
            return max(linked, key=lambda time: len(time.span))
        return self._near(trigger.span, [(time.span, time) for time in self._times])

    def where(self, trigger: Trigger) -> Place | None:
        """Return the place of an event, where the text gives one; of several in the words linked, the finest.

        Linked words that name no place ("the school yard") become an unresolved place of their own.
        """
        if trigger.place is not None:
            return self._linked(trigger.place)
        near = self._near(trigger.span, [(place.span, place) for place in self.places if self._is_put(place)])
        return self._finest(near) if near else None

    def _finest(self, place: Place) -> Place:
        """Return the last of places named one within the other: "Yemen's province of Shabwa"."""
        for other in self.places:
            between = self.body[place.span.end : other.span.start]
            if other.span.start > place.span.end and _WITHIN.fullmatch(between):
                return self._finest(other)
        return place

    def _linked(self, words: Span) -> Place:
        found = [place for place in self.places if place.span.overlaps(words)]
        if found:
            return min(found, key=lambda place: place.radius_m if place.radius_m is not None else _UNKNOWN_M)
        self.places.append(Place(f"p{len(self.places) + 1}", words, "unresolved"))
        return self.places[-1]

    def _is_put(self, place: Place) -> bool:
        """Whether something is said to be at a place: a preposition stands before it, and it is no dateline."""
        before = (max(0, place.span.start - 60), place.span.start)
        return not _inside(place.span, self._datelines) and _LOCATIVE.search(self.body, *before) is not None

    def _near(self, trigger: Span, found: Iterable[tuple[Span, T]]) -> T | None:
        """Return what stands nearest in the sentence of a trigger and in the words of the same claims."""
        sentence, voices = self.sentence(trigger), self._voices(trigger)
        costs = [
            (gap(self.body, trigger, span), -len(span), item)
            for span, item in found
            if sentence.covers(span) and self._voices(span) == voices
        ]
        best = min(costs, key=lambda one: one[:2], default=None)
        return best[2] if best and best[0] <= _FARTHEST else None

    def _voices(self, span: Span) -> frozenset[str]:
        """Return the ids of the claims in whose content a span stands."""
        return frozenset(claim.id for claim in self._told if any(piece.overlaps(span) for piece in claim.content))


def _inside(span: Span, blocks: Iterable[Span]) -> bool:
    return any(block.covers(span) for block in blocks)
