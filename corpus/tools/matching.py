"""Two markings of one report laid side by side: what stands in both, layer by layer, and how classes agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .gold import Report
from .quotes import Span, anchor, find, gap, occurrences, overlap, parts

ALIKE = 0.5  # intersection over union from which two spans are one
Claim = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked: where it stands, what it may be (empty: no matter), and whether it may be left out."""

    spans: tuple[Span, ...]
    values: frozenset[str] = frozenset()
    optional: bool = False
    source: Claim | None = None

    def agrees(self, other: Mark) -> bool:
        """Whether both stand in one place and may be one thing."""
        same = bool(self.values & other.values) or not (self.values or other.values)
        return same and overlap(list(self.spans), list(other.spans)) >= ALIKE


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things each of two markings holds, and how many both do."""

    first: int = 0
    second: int = 0
    both: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Sum over reports."""
        return Tally(self.first + other.first, self.second + other.second, self.both + other.both)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of what each found of the other's; 1 where neither found a thing."""
        total = self.first + self.second
        return 2 * self.both / total if total else 1.0


def matched(first: Iterable[Mark], second: Iterable[Mark]) -> list[tuple[Mark, Mark]]:
    """Pair marks one to one, those that overlap most first."""
    pairs = [(a, b) for a in first for b in second if a.agrees(b)]
    pairs.sort(key=lambda pair: -overlap(list(pair[0].spans), list(pair[1].spans)))
    used: set[int] = set()
    kept = []
    for a, b in pairs:
        if id(a) not in used and id(b) not in used:
            used |= {id(a), id(b)}
            kept.append((a, b))
    return kept


def compared(first: list[Mark], second: list[Mark]) -> Tally:
    """Count what both marked; what may be left out is counted only where both have it."""
    pairs = matched(first, second)
    ours, theirs = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    one = sum(id(mark) in ours or not mark.optional for mark in first)
    two = sum(id(mark) in theirs or not mark.optional for mark in second)
    return Tally(one, two, len(pairs))


def claims(report: Report) -> list[Mark]:
    """Mark the claims by their content."""
    return [
        Mark(tuple(sorted(set(found))), optional=claim.get("optional", False), source=claim)
        for claim in report.claims
        if (found := parts(report.text, claim))
    ]


def cues(report: Report) -> list[Mark]:
    """Mark each cue of a chain once, wherever it serves several claims; one of a needed claim is needed."""
    found: dict[Span, bool] = {}
    for mark in claims(report):
        claim = mark.source or {}
        for link in claim.get("chain", []):
            _, cue = anchor(report.text, parts(report.text, claim)[0], link)
            if cue:
                found[cue] = found.get(cue, True) and mark.optional
    return [Mark((span,), optional=optional) for span, optional in found.items()]


def hedges(report: Report) -> list[Mark]:
    """Mark each hedge once, where it stands nearest to its content."""
    found: dict[Span, bool] = {}
    for mark in claims(report):
        for hedge in (mark.source or {}).get("hedges", []):
            hits = occurrences(report.text, hedge)
            if hits:
                nearest = min(hits, key=lambda hit: min(gap(hit, span) for span in mark.spans))
                found[nearest] = found.get(nearest, True) and mark.optional
    return [Mark((span,), optional=optional) for span, optional in found.items()]


def mentions(report: Report) -> list[Mark]:
    """Mark each name where it stands first, with its type."""
    names = ((kind, name) for kind, names in report.gold.get("mentions", {}).items() for name in names)
    return [Mark((span,), frozenset({kind})) for kind, name in names if (span := find(report.text, name))]


def furniture(report: Report) -> list[Mark]:
    """Mark what is no part of the article."""
    quotes = report.gold["report"].get("furniture", [])
    return [Mark((span,)) for quote in quotes if (span := find(report.text, quote))]


def _listed(field: str, quote: str, values: Callable[[Claim], Iterable[str]]) -> Callable[[Report], list[Mark]]:
    """Make the function that marks the things of one list of the gold, by a quote of theirs."""

    def marks(report: Report) -> list[Mark]:
        things = report.gold["report"].get(field, []) if field == "notices" else report.gold.get(field, [])
        return [
            Mark((span,), frozenset(values(thing)), thing.get("optional", False), thing)
            for thing in things
            if (span := find(report.text, thing[quote], thing.get("nth", 1)))
        ]

    return marks


events = _listed("events", "trigger", lambda _: ())
LAYERS: dict[str, Callable[[Report], list[Mark]]] = {
    "claims": claims,
    "cues": cues,
    "hedges": hedges,
    "mentions": mentions,
    "events": events,
    "times": _listed("times", "quote", lambda time: time["edtf"]),
    "places": _listed("places", "quote", lambda place: [place.get("country", "relative")]),
    "notices": _listed("notices", "quote", lambda notice: [notice["kind"]]),
    "furniture": furniture,
}


def links(text: str, pairs: list[tuple[Mark, Mark]]) -> tuple[Tally, Tally]:
    """Compare the chains of matched claims: link by link, and whole."""
    single = whole = Tally()
    for a, b in pairs:
        one, two = _speakers(text, a), _speakers(text, b)
        both = sum(_same(x, y) for x, y in zip(one, two, strict=False))
        single += Tally(len(one), len(two), both)
        whole += Tally(1, 1, int(len(one) == len(two) == both))
    return single, whole


def _speakers(text: str, mark: Mark) -> list[tuple[Span | None, str | None]]:
    """Find for each link where its label stands and whom it names; None twice for hearsay."""
    claim = mark.source or {}
    content = parts(text, claim)[0]
    return [
        (anchor(text, content, link)[0], (link.get("entity") or link["label"] or "").lower() or None)
        for link in claim["chain"]
    ]


def _same(a: tuple[Span | None, str | None], b: tuple[Span | None, str | None]) -> bool:
    return a[1] == b[1] or (a[0] is not None and b[0] is not None and overlap([a[0]], [b[0]]) > 0)


def classes(pairs: list[tuple[Mark, Mark]]) -> Iterator[tuple[str, str, str, bool]]:
    """Give for each class of matched claims what either chose, and whether a second reading settles it."""
    for one, two in ((a.source or {}, b.source or {}) for a, b in pairs):
        for field in ("kind", "polarity", "certainty", "quote"):
            a, b = str(one.get(field, "left out")), str(two.get(field, "left out"))
            yield field, a, b, bool({a, *one.get(f"{field}_also", [])} & {b, *two.get(f"{field}_also", [])})
        first, second = (claim["chain"][0]["kind"] if claim["chain"] else "own voice" for claim in (one, two))
        also = [{link["kind"] for link in claim.get("chain_also", [])[:1]} for claim in (one, two)]
        yield "source kind", first, second, bool(({first} | also[0]) & ({second} | also[1]))


def kappa(pairs: Iterable[tuple[str, str]]) -> float:
    """Reckon Cohen's kappa of paired choices: agreement above chance, 1 at most; 1 where no choice was open."""
    table = Counter(pairs)
    total = table.total()
    if not total:
        return 1.0
    first, second = Counter[str](), Counter[str]()
    for (a, b), count in table.items():
        first[a] += count
        second[b] += count
    observed = sum(count for (a, b), count in table.items() if a == b) / total
    chance = sum(first[value] * second[value] for value in first) / total**2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)
