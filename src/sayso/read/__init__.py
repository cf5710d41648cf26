"""Text to mentions, entities and attributions: the only room that knows how reading is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from sayso.read import rules, told
from sayso.read.announced import claiming
from sayso.read.apart import set_apart
from sayso.read.coreference import named
from sayso.read.encoder import encoder
from sayso.read.filled import filled
from sayso.read.seen import Seen
from sayso.read.weigh import START, weighed
from sayso.records import Certainty, ClaimKind, Judgement, Polarity, Tags, Text
from sayso.spans import Span


def model() -> str:
    """Return the name of what reads: the version of reading and the first digits of the encoder's hash."""
    return encoder().name


def read(text: Text) -> Tags:
    """Find mentions, entities, attributions and events in the paragraphs of a text; notices and furniture are left out.

    Raises ModelError where the encoder that came with the program is gone or damaged.
    """
    if text.language not in {"en", "und"}:
        return Tags(remarks=(f"The text is in another language ({text.language}); only English is read so far.",))
    return tags(text, encoder().see(text.body))


def tags(text: Text, seen: Seen, start: float = START) -> Tags:
    """Weigh what the encoder and the rules find, which have a start, and ask the encoder about what stands."""
    spans = seen.read()
    text = set_apart(text, spans.spans)
    found, parsed = told.Told(text, spans), list(rules.parse_all(text))
    places = [sentence.span for sentence in parsed]
    said = claiming(text.body, weighed(seen, places, told.said(found), rules.attributed(text, parsed), start))
    said = filled(text.body, found.quotes, said)
    names = named(text.body, found.layers["mention"], found.shown)
    names.resolve(said.attributions, seen, found.layers["phrase"])
    contents = [*said.own, *(item.content[0] for item in said.attributions)]
    return Tags(
        tuple(names.mentions),
        tuple(names.entities.values()),
        said.attributions,
        said.own,
        tuple(_judged(found, seen, contents)),
        tuple(told.triggers(found)),
        tuple(told.hints(found, seen)),
        text,
        (*rules.passed_over(parsed), *_unread(seen)),
    )


def _unread(seen: Seen) -> Iterable[str]:
    if seen.until is not None:
        yield f"The text is very long; from character {seen.until:,} on it was read by rules alone."


def _judged(found: told.Told, seen: Seen, contents: Iterable[Span]) -> Iterable[Judgement]:
    for span in contents:
        if seen.until is not None and span.start >= seen.until:
            continue
        kind, polarity, certainty = (seen.likely(name, span.start) for name in ("kind", "polarity", "certainty"))
        judged = cast(ClaimKind, kind), cast(Polarity, polarity), cast(Certainty, certainty)
        yield Judgement(span, *judged, told.hedges(found, span))
