"""Which reports go back to one telling.

`keys` are the rows under which a store files a report, so that one more is compared with its neighbours alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.link.copies import VERSION
from sayso.link.footing import Footing, Voice, names_of
from sayso.link.kinship import Tie, tie
from sayso.link.linkage import Classes, Pair, linked
from sayso.link.naming import name_of_outlet, office, person
from sayso.link.shingles import words

FEW = 48  # reports among which every pair is looked at; among more, those that share a key
CROWD = 12  # reports under one key that the others are compared with: the oldest, for the rest repeat them
_SHOWN = 20  # pairs of which an origin gives the reasons
_PASSING = 3  # claims at most of a report that only recalls a matter


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one telling, the oldest first, with the reasons, a sentence each."""

    reports: tuple[str, ...]
    because: tuple[str, ...]


def keys(one: Footing) -> frozenset[str]:
    """Return the rows under which a report is filed: reports that share none need not be compared.

    They are its bands, the words of the outlets that it is by, credits or speaks of, the names and offices of those
    it quotes, and its counts of people. Bands bear the version of the sketch.
    """
    rows = {f"copy {VERSION} {band.width} {band.number} {band.value}" for band in one.bands}
    rows |= {f"outlet {word}" for name in (one.outlet, *one.credits, *one.speaks_of) for word in _words(name)}
    rows |= {f"count {slot} {low}" for slot, low, _ in one.figures}
    return frozenset(rows.union(*(_who(voice) for voice in one.heard if voice.known)))


def _words(outlet: str) -> Iterator[str]:
    yield from name_of_outlet(outlet)
    if len(parts := words(outlet)) > 1:
        yield "".join(part[0] for part in parts)


def _who(voice: Voice) -> Iterator[str]:
    if voice.kind == "named_person":
        yield from (f"person {part}" for part in person(voice.name))
    yield from (f"office {word}" for label in voice.offices for word in office(label))


def origins(footings: Iterable[Footing]) -> tuple[Origin, ...]:
    """Group reports of one matter by the telling they go back to; the same groups in whatever order they come.

    Copies are joined by their bands and stand for each other from then on, so that five thousand cost as much as one.
    """
    given = {one.report: one for one in sorted(footings, key=lambda one: one.order)}
    copied = copies(given.values())
    leads = {lead: given[lead] for lead in copied}
    ties = {pair: tie(leads[pair[0]], leads[pair[1]]) for pair in _pairs(leads)}
    groups = linked(leads, {pair: found.points for pair, found in ties.items()})
    groups = _settled(groups, leads, ties)
    found = (
        _origin([given[name] for lead in group for name in copied[lead]], {name: leads[name] for name in group}, ties)
        for group in groups
    )
    return tuple(sorted(found, key=lambda one: given[one.reports[0]].order))


def copies(footings: Iterable[Footing]) -> dict[str, list[str]]:
    """Return the classes of copies by the report that stands for each: the fullest, then the oldest."""
    given = {one.report: one for one in footings}
    classes = Classes(given)
    alike: dict[frozenset[int], str] = {}
    rows: dict[object, str] = {}
    for name, one in given.items():
        first = alike.setdefault(one.sequences, name) if one.sequences else name
        classes.join(name, first)
        for band in one.bands if first == name else ():
            if band.width == "wide":
                classes.join(name, rows.setdefault(band, name))
    leads = (min(each, key=lambda name: (-len(given[name].sequences), given[name].order)) for each in classes.all())
    return dict(zip(leads, map(list, classes.all()), strict=True))


def _pairs(leads: Mapping[str, Footing]) -> Iterator[Pair]:
    """Give the pairs worth comparing: all of a few, else those under one key, a crowd cut to its oldest."""
    if len(leads) <= FEW:
        yield from combinations(sorted(leads), 2)
        return
    rows: dict[str, list[str]] = defaultdict(list)
    for name in sorted(leads, key=lambda name: leads[name].order):
        for key in keys(leads[name]):
            rows[key].append(name)
    met = {(min(a, b), max(a, b)) for row in rows.values() for a in row[:CROWD] for b in row if a != b}
    yield from sorted(met)


def _settled(
    groups: Sequence[tuple[str, ...]], leads: Mapping[str, Footing], ties: dict[Pair, Tie]
) -> tuple[tuple[str, ...], ...]:
    """Put each report that only recalls the matter, with no source of its own, to the telling it is closest to.

    Nobody who names no source and tells next to nothing is an origin, so it is not left to stand as one.
    """
    told = [group for group in groups if len(group) > 1 or not _recalls(leads[group[0]])]
    kept = {group[0]: list(group) for group in told}
    for name in sorted({group[0] for group in groups} - kept.keys()):
        near = [
            (ties[pair].points, group[0]) for group in told for other in group if (pair := _pair(name, other)) in ties
        ]
        best = max(near, key=lambda one: (one[0], _reversed(one[1])), default=None)
        kept.setdefault(best[1] if best else name, []).append(name)
    return tuple(tuple(sorted(group)) for group in kept.values())


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _reversed(name: str) -> tuple[int, ...]:
    """Return what sorts names backwards, so that of equals the first name is the greatest."""
    return tuple(-ord(letter) for letter in name)


def _recalls(one: Footing) -> bool:
    return not one.ground and one.size <= _PASSING


def _origin(members: Sequence[Footing], leads: Mapping[str, Footing], ties: Mapping[Pair, Tie]) -> Origin:
    """Make an origin of its reports; `leads` stand for their copies."""
    ordered = sorted(members, key=lambda one: one.order)
    more = len(ordered) - len(leads)
    copies_ = "is a copy" if more == 1 else "are copies"
    because = [f"{more} of the {len(ordered)} reports {copies_} of another, nearly word for word."] if more else []
    nearest = {_nearest(lead, leads, ties) for lead in sorted(leads)[1:]}
    pairs = sorted(nearest, key=lambda pair: (-ties[pair].points, pair))
    for pair in pairs[:_SHOWN]:
        because += [f"{leads[pair[0]].called} and {leads[pair[1]].called}: {' '.join(ties[pair].because)}"]
    if len(pairs) > _SHOWN:
        because += [f"{len(pairs) - _SHOWN} more pairs of reports are tied likewise, less closely."]
    return Origin(tuple(one.report for one in ordered), tuple(because or [_alone(ordered[0])]))


def _nearest(lead: str, leads: Mapping[str, Footing], ties: Mapping[Pair, Tie]) -> Pair:
    """Return the strongest tie that a report has in its group."""
    near = [pair for other in leads if other != lead and (pair := _pair(lead, other)) in ties]
    return max(near, key=lambda pair: (ties[pair].points, pair))


def _alone(one: Footing) -> str:
    heard = names_of(voice for voice in one.heard if voice.known and voice.affirms and not voice.via)
    if heard:
        return f"{one.called} quotes {heard}; no other report of this was found to go back to it."
    return f"{one.called} names no source that it heard itself; no other report was found that it goes back to."
