"""The card beside the text that says of one claim who makes it, through whom, and how surely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso import wording
from sayso.records import Claim, Link, Reading, Report
from sayso.spans import Span
from sayso.web.citation import address_at_outlet, citation


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain: the words that name it, what kind of source it is, and its full name if not in them."""

    label: Span | None
    kind: str
    cue: Span | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card shows. `said` is the chain, `content` what it says; both link to their places in the text."""

    id: str
    number: int
    said: tuple[wording.Part, ...]
    content: tuple[wording.Part, ...]
    tags: tuple[str, ...]
    chain: tuple[Voice, ...]
    quotes: tuple[Span, ...]
    hedges: tuple[Span, ...]
    address: str
    citation: str
    original: str | None

    @property
    def sentence(self) -> str:
        """The whole sentence as plain text."""
        return "".join(part.text for part in (*self.said, *self.content))


def cards(report: Report, reading: Reading, address: str) -> tuple[Card, ...]:
    """Return a card for each claim, in order; `address` is the reading's own, with host."""
    return tuple(_card(number, claim, report, reading, address) for number, claim in enumerate(reading.claims, 1))


def _card(number: int, claim: Claim, report: Report, reading: Reading, address: str) -> Card:
    parts = wording.sentence(claim, reading)
    split = next((at for at, part in enumerate(parts) if part.role == "content"), len(parts))
    own = f"{address}#{claim.id}"
    return Card(
        id=claim.id,
        number=number,
        said=parts[:split],
        content=parts[split:],
        tags=_tags(claim),
        chain=tuple(_voice(link, reading) for link in claim.chain),
        quotes=claim.content,
        hedges=claim.hedges,
        address=own,
        citation=citation(claim, reading, report.name, own),
        original=address_at_outlet(report.meta, claim),
    )


def _tags(claim: Claim) -> tuple[str, ...]:
    return (
        wording.KINDS[claim.kind],
        wording.POLARITIES[claim.polarity],
        wording.CERTAINTIES[claim.certainty],
        wording.QUOTES[claim.quote],
    )


def _voice(link: Link, reading: Reading) -> Voice:
    name = next((entity.name for entity in reading.entities if entity.id == link.entity), None)
    known = name if name and (link.label is None or name not in link.label.text) else None
    return Voice(link.label, wording.SOURCES[link.kind], link.cue, known)


def by_block(found: Iterable[Card], reading: Reading) -> dict[int, list[Card]]:
    """Group the cards by the index of the block in which their claim first begins."""
    ends = [block.span.end for block in reading.text.blocks]
    grouped: dict[int, list[Card]] = {}
    for card in found:
        row = bisect_right(ends, min(span.start for span in card.quotes))
        grouped.setdefault(min(row, len(ends) - 1), []).append(card)
    return grouped
