"""Triggers to events: who did what to whom, where and when, and whether it is told as done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims import tolls, triggers
from sayso.claims.actuality import SPOKEN, actuality
from sayso.claims.cast import Cast
from sayso.claims.setting import Grounds, Setting
from sayso.records import Claim, Entity, Event, Mention, Place, Tags, Text, Trigger
from sayso.spans import Span

__all__ = ["Account", "Grounds", "find"]

_PRESENT = re.compile(r"[a-z]*[^s]s", re.I)


@dataclass(frozen=True, slots=True)
class Account:
    """The events of a text, and the claims that tell them.

    `mentions`, `entities` and `places` are all there are; last come those added for words that nothing had named.
    """

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]


def find(text: Text, tags: Tags, claims: Sequence[Claim], grounds: Grounds) -> Account:
    """Make an event of every trigger, in the order of the text; claims come back with the ids of theirs."""
    setting, cast = Setting(text, claims, grounds), Cast(text.body, tags.mentions)
    withdrawn = [notice.covers for notice in text.notices if notice.kind == "correction" and notice.covers]
    events = []
    for number, trigger in enumerate(triggers.found(text, tags.triggers), 1):
        event = _event(trigger, setting, cast)
        about = [claim for claim in claims if any(piece.covers(trigger.span) for piece in claim.content)]
        polarity, certainty = actuality(text.body, trigger, setting.sentence(trigger.span), about)
        if any(span.covers(trigger.span) for span in withdrawn):
            polarity = "negative"
        events.append(replace(event, id=f"v{number}", polarity=polarity, certainty=certainty))
    dated = _dated(events, text, grounds)
    counted = tolls.attach(text.body, setting.sentences, dated, _uncounted(tags, grounds))
    told = tuple(_telling(claim, counted) for claim in claims)
    entities = tuple(_named(entity, cast.mentions) for entity in tags.entities)
    return Account(counted, told, tuple(cast.mentions), entities, tuple(setting.places))


def _named(entity: Entity, mentions: Sequence[Mention]) -> Entity:
    return replace(entity, mentions=tuple(mention.id for mention in mentions if mention.entity == entity.id))


def _event(trigger: Trigger, setting: Setting, cast: Cast) -> Event:
    time, place = setting.when(trigger), setting.where(trigger)
    return Event(
        id="",
        trigger=trigger.span,
        type=trigger.type,
        actors=cast.ids(trigger.actor),
        recipients=cast.ids(trigger.recipient),
        place=place.id if place else None,
        time=time.id if time else None,
    )


def _dated(events: Sequence[Event], text: Text, grounds: Grounds) -> Iterator[Event]:
    """Give a time to events told without one.

    An act told again was when the last act of its type was; what is said in the present tense is said on the day of
    the report, where the text names that day.
    """
    last: dict[str, str] = {}
    today = next((time.id for time in grounds.times if text.published and time.edtf == text.published), None)
    for event in events:
        time = event.time
        if time is None and event.type in SPOKEN and _PRESENT.fullmatch(event.trigger.text.split()[0]):
            time = today
        elif time is None and event.type not in SPOKEN:
            time = last.get(event.type)
        if time is not None:
            last[event.type] = time
        yield replace(event, time=time)


def _uncounted(tags: Tags, grounds: Grounds) -> list[Span]:
    """Return the spans whose numbers count no people."""
    money = [mention.span for mention in tags.mentions if mention.type == "money"]
    return money + [time.span for time in grounds.times]


def _telling(claim: Claim, events: Sequence[Event]) -> Claim:
    inside = (event.id for event in events if any(piece.covers(event.trigger) for piece in claim.content))
    return replace(claim, events=tuple(inside))
