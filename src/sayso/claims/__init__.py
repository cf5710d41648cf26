"""Tags to claims: who says that what happened, through whom, how surely."""

from __future__ import annotations

from dataclasses import replace

from sayso.claims.chain import chain
from sayso.claims.wording import hedges, kind, polarity
from sayso.records import Attribution, Claim, ClaimKind, Judgement, Tags, Text
from sayso.spans import Span

# Where the words and a reader differ on the kind, the reader is right more often, but for these judgements. Measured on
# the train and dev splits, pair by pair.
_WORDS_STAND: dict[ClaimKind, frozenset[ClaimKind]] = {
    "report": frozenset({"denial"}),
    "forecast": frozenset({"intention"}),
    "intention": frozenset({"report", "demand", "responsibility"}),
    "denial": frozenset({"report", "responsibility", "assessment", "forecast", "intention", "demand"}),
    "responsibility": frozenset({"report", "denial", "assessment", "forecast", "intention", "demand"}),
}


def find(text: Text, tags: Tags) -> tuple[Claim, ...]:
    """Return the claims of a text in the order in which their contents begin."""
    entities = {entity.id: entity for entity in tags.entities}
    known = {(m.span.start, m.span.end): entities[m.entity] for m in tags.mentions if m.entity}
    judged = {judgement.span: judgement for judgement in tags.judgements}
    made = [_claim(text, (span,), None, judged.get(span)) for span in tags.own]
    for item in tags.attributions:
        claim = _claim(text, item.content, item, judged.get(item.content[0]))
        made.append(replace(claim, chain=chain(item, known, text.outlet), quote=item.quoted))
    made.sort(key=lambda claim: (claim.content[0].start, claim.content[-1].end))
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(made, 1))


def _claim(text: Text, content: tuple[Span, ...], item: Attribution | None, judged: Judgement | None) -> Claim:
    """Make a claim of what the words say and what a reader judged."""
    words = " ".join(span.text for span in content)
    hedged, certainty = hedges(text.body, content, item)
    sort, sign = kind(words, item), polarity(words)
    if judged:
        predicted = item is not None and item.sense == "forecast" and judged.kind == "assessment"
        sort, sign = sort if predicted else _sort(sort, judged.kind), judged.polarity
        more = [one for one in judged.hedges if not any(one.overlaps(known) for known in hedged)]
        hedged = tuple(sorted({*hedged, *more}))
    return Claim("", content, (), sort, "negative" if sort == "denial" else sign, certainty, "none", hedged)


def _sort(worded: ClaimKind, judged: ClaimKind) -> ClaimKind:
    """Choose between the kind that the words tell and the one that a reader judged."""
    return worded if judged in _WORDS_STAND.get(worded, frozenset()) else judged
