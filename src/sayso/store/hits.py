"""Where in a reading the words are that somebody looked for, and the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.records import Claim, Reading
from sayso.search import Piece, Scope, Snippet, What
from sayso.spans import Span, cut
from sayso.store.terms import Term
from sayso.store.words import in_text, places, shadow

AROUND = 90  # code points shown on either side of a hit
MOST = 3  # snippets to a report
_MOST_HITS = 1000


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A range of code points in which a term was found; `term` is its place among the terms."""

    start: int
    end: int
    term: int
    what: What = "text"


def hits(reading: Reading, terms: Sequence[Term], scope: Scope = "everything") -> tuple[Hit, ...]:
    """Return where the terms are, in order: in the words themselves, and where something bears a name with them.

    A place or a voice is found by its full name too, a time by its date; the range is that of the words for it.
    """
    found = set(_named(reading, terms, scope))
    if scope in {"everything", "text", "claims"}:
        found |= set(_written(reading.text.body, terms))
    if scope == "claims":
        found = {hit for hit in found if any(_inside(hit, span) for claim in reading.claims for span in claim.content)}
    return tuple(sorted(found))[:_MOST_HITS]


def _written(body: str, terms: Sequence[Term]) -> Iterator[Hit]:
    folded, where = places(body)
    for number, term in enumerate(terms):
        for match in term.pattern.finditer(folded):
            yield Hit(*in_text(body, where, *match.span()), number)


def _named(reading: Reading, terms: Sequence[Term], scope: Scope) -> Iterator[Hit]:
    for what, span, name in chain(_places(reading), _voices(reading), _times(reading)):
        if scope in {"everything", f"{what}s"}:
            folded = shadow(name)
            for number, term in enumerate(terms):
                if term.pattern.search(folded):
                    yield Hit(span.start, span.end, number, what)


def _places(reading: Reading) -> Iterator[tuple[What, Span, str]]:
    for place in reading.places:
        yield "place", place.span, f"{place.span.text}\n{place.name or ''}"


def _voices(reading: Reading) -> Iterator[tuple[What, Span, str]]:
    names = {entity.id: entity.name for entity in reading.entities}
    labels = {link.label: names.get(link.entity or "", "") for claim in reading.claims for link in claim.chain}
    for label, name in labels.items():
        if label is not None:
            yield "source", label, f"{label.text}\n{name}"


def _times(reading: Reading) -> Iterator[tuple[What, Span, str]]:
    for time in reading.times:
        if time.edtf:
            yield "date", time.span, time.edtf


def _inside(hit: Hit, span: Span) -> bool:
    return span.start <= hit.start and hit.end <= span.end


# ---- snippets ----


def snippets(reading: Reading, found: Sequence[Hit], most: int = MOST) -> tuple[Snippet, ...]:
    """Return the most telling places: those where the most different terms stand together, in the text's order."""
    left, chosen = list(found), list[Hit]()
    while left and len(chosen) < most:
        best = max(left, key=lambda hit: (len(_near(hit, left)), hit.what != "text", -hit.start))
        chosen.append(best)
        left = [hit for hit in left if hit.end <= best.start - AROUND or hit.start >= best.end + AROUND]
    return tuple(_snippet(reading, hit, found) for hit in sorted(chosen))


def _near(hit: Hit, others: Iterable[Hit]) -> set[int]:
    return {one.term for one in others if hit.start <= one.start and one.end <= hit.end + AROUND}


def _snippet(reading: Reading, hit: Hit, found: Sequence[Hit]) -> Snippet:
    body = reading.text.body
    start, end = _surroundings(body, hit)
    inside = [one for one in found if start <= one.start and one.end <= end]
    claim = _claim(reading.claims, hit)
    pieces = tuple(_pieces(body, start, end, inside))
    what: What = "claim" if claim and hit.what == "text" else hit.what
    return Snippet(cut(body, hit.start, hit.end), pieces, what, claim.id if claim else None)


def _surroundings(body: str, hit: Hit) -> tuple[int, int]:
    """Return the range around a hit, drawn back to where a word begins and ends; it stays within the paragraph."""
    paragraph = body.rfind("\n\n", 0, hit.start)
    start = max(hit.start - AROUND, paragraph + 2 if paragraph >= 0 else 0)
    after = body.find("\n\n", hit.end)
    end = min(hit.end + AROUND, after if after >= 0 else len(body))
    while 0 < start < hit.start and not body[start - 1].isspace():
        start += 1
    while hit.end < end < len(body) and not body[end].isspace():
        end -= 1
    return start, end


def _pieces(body: str, start: int, end: int, inside: Iterable[Hit]) -> Iterator[Piece]:
    at = start
    for hit in sorted(inside):
        if hit.end <= at:
            continue
        if hit.start > at:
            yield Piece(body[at : hit.start])
        yield Piece(body[max(at, hit.start) : hit.end], hit=True)
        at = hit.end
    if at < end:
        yield Piece(body[at:end])


def _claim(claims: Iterable[Claim], hit: Hit) -> Claim | None:
    """Return the claim with the shortest content that holds the hit."""
    holding = [(len(span), claim) for claim in claims for span in claim.content if _inside(hit, span)]
    return min(holding, key=lambda one: one[0])[1] if holding else None
