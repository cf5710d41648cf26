"""Triggers to events: who did what to whom, where and when, and whether it is told as done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims import repeats, tolls, triggers
from sayso.claims.actuality import actuality
from sayso.claims.cast import Cast
from sayso.claims.named import named
from sayso.claims.setting import Grounds, Setting
from sayso.records import Claim, Entity, Event, Mention, Place, Tags, Text, Trigger
from sayso.spans import Span

__all__ = ["Account", "Grounds", "find"]


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
    setting = Setting(text, claims, grounds, tags.mentions)
    cast = Cast(text.body, tags.mentions)
    withdrawn = [notice.covers for notice in text.notices if notice.kind == "correction" and notice.covers]
    events = []
    who = named(tags.mentions, grounds.places)
    found = triggers.found(text, setting.stage.sentences, tags.triggers, tags.hints, who)
    again = repeats.found(setting.stage, found)
    spans = [trigger.span for trigger in found]
    for number, trigger in enumerate((one for one in found if one.span not in again), 1):
        event = _event(trigger, setting, cast, spans)
        about = [claim for claim in claims if any(piece.covers(trigger.span) for piece in claim.content)]
        polarity, certainty = actuality(text.body, trigger, setting.stage.sentence(trigger.span), about)
        if any(span.covers(trigger.span) for span in withdrawn):
            polarity = "negative"
        events.append(replace(event, id=f"v{number}", polarity=polarity, certainty=certainty))
    counted = tolls.attach(setting.stage, events, _uncounted(tags, grounds), again)
    words = {event.trigger: event.id for event in counted}
    words |= {span: words[meant] for span, meant in again.items()}
    told = tuple(_telling(claim, words) for claim in claims)
    entities = tuple(_named(entity, cast.mentions) for entity in tags.entities)
    return Account(counted, told, tuple(cast.mentions), entities, tuple(setting.places))


def _named(entity: Entity, mentions: Sequence[Mention]) -> Entity:
    return replace(entity, mentions=tuple(mention.id for mention in mentions if mention.entity == entity.id))


def _event(trigger: Trigger, setting: Setting, cast: Cast, spans: Sequence[Span]) -> Event:
    time, place = setting.when(trigger, spans), setting.where(trigger, spans)
    return Event(
        id="",
        trigger=trigger.span,
        type=trigger.type,
        actors=cast.ids(trigger.actor),
        recipients=cast.ids(trigger.recipient),
        place=place.id if place else None,
        time=time.id if time else None,
    )


def _uncounted(tags: Tags, grounds: Grounds) -> list[Span]:
    """Return the spans whose numbers count no people."""
    money = [mention.span for mention in tags.mentions if mention.type == "money"]
    return money + [time.span for time in grounds.times]


def _telling(claim: Claim, words: Mapping[Span, str]) -> Claim:
    """Give a claim the events that are told, or pointed back to, by words in it."""
    inside = (id_ for span, id_ in words.items() if any(piece.covers(span) for piece in claim.content))
    return replace(claim, events=tuple(dict.fromkeys(inside)))
