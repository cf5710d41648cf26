"""Signs that a place or a time named in a report is that of an event: what a reader goes by, each by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.stage import Stage
from sayso.records import Place, Time
from sayso.spans import Span

Signs = dict[str, float]
_NEAR = 40  # characters for which "near" counts once
_FARTHEST = 6  # sentences beyond which it makes no difference how far
_SPOT, _PROVINCE = 1, 3  # degrees of precision
_LEAD = 2  # sentences with which a report leads
_LOOK = 60  # characters before a name in which a preposition puts something there
_LOCATIVE = re.compile(
    r"\b(?i:in|at|near|outside|inside|around|on|of|over|between|off|along|across|south|north|east|west|through)"
    r"(?:\s+(?:the|a|an|(?!(?:from|to|towards?|for|into)\b)[a-z][\w’'-]*)){0,6}\s*$"
)
_ANCHOR = re.compile(
    r"\b(?:(?:north|south)?-?(?:east|west)|north|south|outskirts|edge|outside|short)(?:ern)?\s+of\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?)?$",
    re.I,
)
# What a road is called by: "on the Marib-Harib road".
_ROAD_FROM = re.compile(r"\s?[-–]\s?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:road|highway|motorway|axis|railway|route)\b")
_ROAD_TO = re.compile(r"\s(?:road|highway|motorway|axis|railway|route)\b")
_HYPHEN = re.compile(r"\w\s?[-–]\s?$")
_AGENT = re.compile(r"\bby\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+(?:of\s+)?)+(?:[a-z][\w’'-]+\s+)?in\s+$")
_ORIGIN = re.compile(r"\bfrom\s+(?:the\s+)?$", re.I)
_BOUND = re.compile(r"\b(?:since|until|till|by|before|after)\s+(?:the\s+)?$", re.I)
_OWNER = re.compile(r"[’']s?\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Sought:
    """The trigger whose place or time is sought, what the encoder links it to, and the other triggers in order."""

    trigger: Span
    link: Span | None
    others: Sequence[Span]


def of_place(stage: Stage, span: Span, place: Place | None = None, *, building: bool = False) -> Signs:
    """Return the signs that hold of a place whatever the event is; `place` is None for one that is on no map."""
    before = stage.body[max(0, span.start - _LOOK) : span.start]
    signs = _standing(stage, span)
    signs["put"] = _LOCATIVE.search(before) is not None
    signs["anchor"] = _ANCHOR.search(before) is not None or _of_a_road(stage.body, span, before)
    signs["agent"] = _AGENT.search(before) is not None
    signs["origin"] = _ORIGIN.search(before) is not None
    signs["owner"] = _OWNER.match(stage.body, span.end) is not None
    signs["building"] = building
    signs["unlisted"] = not building and (place is None or place.basis == "unresolved")
    precision = place.precision if place else None
    return signs | {"spot": precision == _SPOT, "wide": precision == _PROVINCE}


def _of_a_road(body: str, span: Span, before: str) -> bool:
    """Whether a name is one end of those that a road is called by."""
    last = _HYPHEN.search(before) is not None and _ROAD_TO.match(body, span.end) is not None
    return last or _ROAD_FROM.match(body, span.end) is not None


def of_time(stage: Stage, time: Time, published: str | None) -> Signs:
    """Return the signs that hold of a time whatever the event is."""
    edtf, before = time.edtf or "", stage.body[max(0, time.span.start - _LOOK) : time.span.start]
    day = _DAY.fullmatch(edtf) is not None
    return _standing(stage, time.span) | {
        "day": day,
        "span": "/" in edtf,
        "bound": _BOUND.search(before) is not None,
        "coming": day and published is not None and edtf > published,
        "today": edtf == published,
    }


def _standing(stage: Stage, span: Span) -> Signs:
    """Return the signs of where in the report a name stands."""
    role, number = stage.role(span), stage.number(span)
    return {
        "title": role in {"title", "heading", "byline"},
        "lead": role == "paragraph" and number < _LEAD,
        "speaker": stage.spoken_at(span),
    }


def between(stage: Stage, sought: Sought, span: Span) -> Signs:
    """Return the signs of how a name stands to the trigger of an event."""
    trigger = sought.trigger
    signs: Signs = {"linked": sought.link is not None and span.overlaps(sought.link)}
    sentence = stage.sentence(trigger)
    if sentence.covers(span):
        left, right = sorted((span, trigger))
        among = [bisect_left(sought.others, at, key=lambda one: one.start) for at in (left.end, right.start)]
        signs["sentence"] = 1
        signs["near"] = -max(0, right.start - left.end) / _NEAR
        signs["clear"] = min(0, among[0] - among[1])
        signs["behind"] = span.start >= trigger.end
        signs["claim"] = stage.voices(span) == stage.voices(trigger)
    elif stage.role(span) == "paragraph":
        away = stage.number(span) - stage.number(trigger)
        signs["away"] = -min(abs(away), _FARTHEST)
        signs["later"] = away > 0
        if stage.block(span) == stage.block(trigger):
            signs["paragraph"] = 1
            signs["head"] = stage.number(span) in stage.heads
    return signs
