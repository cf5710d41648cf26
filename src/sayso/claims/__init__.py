"""Tags to claims: who says that what happened, through whom, how surely."""

from __future__ import annotations

from dataclasses import replace

from sayso.claims.chain import chain, named
from sayso.claims.wording import hedges, kind, polarity
from sayso.records import Attribution, Claim, Entity, Tags, Text
from sayso.spans import Span


def find(text: Text, tags: Tags) -> tuple[Claim, ...]:
    """Return the claims of a text in the order in which their contents begin."""
    known = named(tags)
    made = [_attributed(text, item, known) for item in tags.attributions]
    made += [_claim(text, (span,), None) for span in tags.own]
    made.sort(key=lambda claim: (claim.content[0].start, claim.content[-1].end))
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(made, 1))


def _attributed(text: Text, item: Attribution, known: dict[tuple[int, int], Entity]) -> Claim:
    return replace(_claim(text, item.content, item), chain=chain(item, known, text.outlet), quote=item.quoted)


def _claim(text: Text, content: tuple[Span, ...], item: Attribution | None) -> Claim:
    words, certainty = hedges(text.body, content, item)
    sort = kind(content, item)
    side = "negative" if sort == "denial" else polarity(content)
    return Claim("", content, (), sort, side, certainty, "none", words)
