"""How well texts were read: spans, links and classes against what is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from sayso.read.decode import READ_AT, Found, Read
from sayso.read.schema import LAYERS, RELATIONS

from .example import Example, Span, apart

ALIKE = 0.5  # intersection over union from which two spans are one
GUIDING = (
    "mention", "source", "cue", "content", "own", "trigger", "link source", "link cue",
    "class kind", "class polarity", "class certainty",
)  # fmt: skip
Place = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Things marked, things found, and those in both."""

    marked: int = 0
    found: int = 0
    both: int = 0

    def count(self, marked: int, found: int, both: int) -> None:
        """Add the counts of one text."""
        self.marked, self.found, self.both = self.marked + marked, self.found + found, self.both + both

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 0 where nothing was marked or found."""
        return 2 * self.both / (self.marked + self.found) if self.marked + self.found else 0.0


@dataclass(slots=True)
class Score:
    """The tallies of a set of texts by name: a layer, `exact` and a layer, `link` and a relation, `class` and one."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def count(self, name: str, marked: int, found: int, both: int) -> None:
        """Add to one tally."""
        self.tallies.setdefault(name, Tally()).count(marked, found, both)

    def figures(self) -> dict[str, float]:
        """Return every F1 (for classes: the share that is right among contents found), rounded."""
        return {name: round(tally.f1, 4) for name, tally in sorted(self.tallies.items())}

    @property
    def guide(self) -> float:
        """Return the one number by which the best state is kept: the mean of what matters most."""
        return float(np.mean([self.tallies[name].f1 if name in self.tallies else 0.0 for name in GUIDING]))


def score(pairs: Iterable[tuple[Example, Read]]) -> Score:
    """Compare examples with what was read in them."""
    found = Score()
    for example, read in pairs:
        _spans(example, read, found)
        _links(example, read, found)
        _classes(example, read, found)
    return found


def overlap(a: Place, b: Place) -> float:
    """Return the intersection over union of two spans."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared else 0.0


def matched(marked: list[Place], found: list[Place]) -> list[tuple[int, int]]:
    """Pair spans one to one, those that overlap most first."""
    pairs = [(overlap(a, b), n, m) for n, a in enumerate(marked) for m, b in enumerate(found) if overlap(a, b) >= ALIKE]
    ours, theirs, kept = set[int](), set[int](), []
    for _, n, m in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if n not in ours and m not in theirs:
            ours.add(n)
            theirs.add(m)
            kept.append((n, m))
    return kept


def _spans(example: Example, read: Read, score: Score) -> None:
    marked = apart(example.spans)
    for layer in LAYERS:
        if example.open_types(layer) != ():
            continue
        ours = [span for span in marked if span.layer == layer]
        theirs = [span for span in read.spans if span.layer == layer]
        pairs = matched([(one.start, one.end) for one in ours], [(one.start, one.end) for one in theirs])
        alike = sum(theirs[m].kind in ours[n].types for n, m in pairs)
        score.count(layer, len(ours), len(theirs), alike)
        exact = sum(_exactly(ours[n], theirs[m]) for n, m in pairs)
        score.count(f"exact {layer}", len(ours), len(theirs), exact)


def _exactly(marked: Span, found: Found) -> bool:
    return (marked.start, marked.end) == (found.start, found.end) and found.kind in marked.types


def _links(example: Example, read: Read, score: Score) -> None:
    """Count links whose two ends begin where marked ones begin, from the first layer that a relation starts from."""
    for name, relation in RELATIONS.items():
        starts = {span.start for span in example.spans if span.layer == relation.origins[0]}
        ours = {(one.origin, one.target) for one in example.links if one.relation == name and one.origin in starts}
        theirs = {
            (one.origin.start, one.target.start if one.target else None)
            for one in read.links
            if one.relation == name and one.origin.layer == relation.origins[0]
        }
        pairs = [{pair for pair in side if pair[1] is not None} for side in (ours, theirs)]
        score.count(f"link {name}", len(pairs[0]), len(pairs[1]), len(pairs[0] & pairs[1]))


def _classes(example: Example, read: Read, score: Score) -> None:
    """Count classes where a span that bears them was found to begin at the marked place."""
    told = {(one.name, one.at): one.value for one in example.classes}
    for span, classes in read.classes:
        for name in READ_AT[span.layer]:
            if (name, span.start) in told:
                score.count(f"class {name}", 1, 1, int(told[name, span.start] == classes[name]))


def entities(pairs: Iterable[tuple[Example, Read]], layer: str, same: Callable[[str], str]) -> float:
    """Return the exact F1 of entities with their types, `same` bringing the types of both under one name."""
    tally = Tally()
    for example, read in pairs:
        ours = {(one.start, one.end, same(one.types[0])) for one in apart(example.spans) if one.layer == layer}
        theirs = {(one.start, one.end, same(one.kind)) for one in read.spans if one.layer == layer}
        tally.count(len(ours), len(theirs), len(ours & theirs))
    return tally.f1


def pearson(a: list[float], b: list[float]) -> float:
    """Return the correlation of two lists of numbers; 0 where one of them does not vary."""
    if len(a) < 2 or np.std(a) == 0 or np.std(b) == 0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def agreement(pairs: Iterable[tuple[Read, Read]]) -> float:
    """Return the share of spans, of all that either reading has, that both have; 0 where there are none."""
    both = either = 0
    for first, second in pairs:
        one, two = ({(span.layer, span.kind, span.start, span.end) for span in read.spans} for read in (first, second))
        both, either = both + len(one & two), either + len(one | two)
    return both / either if either else 0.0
