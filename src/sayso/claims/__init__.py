"""Tags to claims: who says that what happened, through whom, how surely."""

from __future__ import annotations

from sayso.claims.chain import Speakers, chain
from sayso.claims.wording import cue_hedges, hedges, kind, polarity
from sayso.records import Attribution, Certainty, Claim, ClaimKind, Link, Tags, Text
from sayso.spans import Span


def find(text: Text, tags: Tags) -> tuple[Claim, ...]:
    """Return the claims of a text in the order in which their contents begin."""
    speakers = Speakers(tags)
    made = [_attributed(text, item, chain(item, speakers, text.outlet)) for item in tags.attributions]
    made += [_own(text, span) for span in tags.own]
    made.sort(key=lambda claim: (claim.content[0].start, claim.content[-1].end))
    return tuple(_numbered(claim, number) for number, claim in enumerate(made, 1))


def _numbered(claim: Claim, number: int) -> Claim:
    return Claim(
        f"c{number}", claim.content, claim.chain, claim.kind, claim.polarity, claim.certainty, claim.quote, claim.hedges
    )


def _attributed(text: Text, item: Attribution, links: tuple[Link, ...]) -> Claim:
    where = [*item.content, *([item.cue] if item.cue and item.sense == "hearsay" else [])]
    words, certainty = hedges(text.body, sorted(where))
    if not words:
        words, certainty = cue_hedges(item)
    sort = kind(item, item.content)
    side = "negative" if sort == "denial" else polarity(item.content)
    return Claim("", item.content, links, sort, side, certainty, item.quoted, words)


def _own(text: Text, span: Span) -> Claim:
    words, certainty = hedges(text.body, [span])
    return Claim("", (span,), (), kind(None, (span,)), polarity((span,)), certainty, "none", words)
