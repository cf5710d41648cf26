"""Tellings of different reports joined where they are of one occurrence.

`keys` says under which rows a store finds the tellings worth comparing, `compare` judges one pair, and `group` makes
incidents of tellings: by average linkage over the pairs, in an order that depends on the tellings alone, so that it
does not matter in which order reports came. Two reports cannot draw in a third that only resembles one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from sayso.link.features import Remark, remarks
from sayso.link.names import parts
from sayso.link.telling import Spot, Telling

JOINED = 1.0  # mean weight from which tellings are one occurrence
_SAME_REPORT = -5.0  # two occurrences of one report stay two unless others hold them together firmly
_WORST = -9.0  # the least that one pair counts in a mean, so that one misread date does not part many reports
_CELL = 1.0  # degrees of latitude and longitude to a cell of the index
_FEW = 2  # people: a number of more is a key
_LONGEST = 31  # days: a longer time is no key, for it would be every day's; such a telling is found by its date


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two tellings weighed against each other; `joined` is what the pair by itself speaks for."""

    a: str
    b: str
    weight: float
    joined: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One occurrence: its tellings, and for every telling joined to it why."""

    id: str
    tellings: tuple[Telling, ...]
    because: tuple[str, ...]


def keys(telling: Telling) -> tuple[str, ...]:
    """Return the rows under which a store indexes a telling; tellings of one occurrence share one.

    A key is a day (its neighbours too, for nights have two) with a cell of the map, a name, or a number of people.
    """
    found = {
        ordinal for days in telling.days if days.length <= _LONGEST for ordinal in range(days.first, days.last + 2)
    }
    if not found and telling.published is not None:
        found = {telling.published - back for back in range(8)}
    marks = {f"c:{spot.country}" for spot in telling.spots if spot.country}
    marks |= {f"n:{name.key}" for name in telling.names}
    if telling.placed:
        marks |= {cell for spot in telling.spots for cell in _cells(spot)}
        marks |= {f"p:{name.key}" for spot in telling.spots for name in parts(spot.name)}
    marks |= {f"t:{count.slot}{count.low}" for count in telling.counts if count.low > _FEW}
    return tuple(sorted(f"{day}@{mark}" for day in found for mark in marks))


def _cells(spot: Spot) -> Iterator[str]:
    """Give the cells around a point, so that two points less than a cell apart share one."""
    if spot.lat is not None and spot.lon is not None:
        for up in (-0.5, 0.5):
            for along in (-0.5, 0.5):
                yield f"{round(spot.lat / _CELL + up)}/{round(spot.lon / _CELL + along)}"


def signature(telling: Telling) -> str:
    """Return what copies of one telling share, whatever report they stand in: all that is compared."""
    parts = (
        telling.days, telling.dated, telling.mentioned, telling.spots, telling.placed, telling.around,
        sorted(telling.counts, key=str),
        *(sorted(words) for words in (telling.types, telling.means, telling.deeds, telling.stems)),
        *(sorted(name.key for name in names) for names in (telling.doers, telling.names)),
    )  # fmt: skip
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def compare(one: Telling, other: Telling) -> Pairing:
    """Weigh two tellings; the same whichever comes first."""
    a, b = sorted((one, other), key=lambda each: each.id)
    if a.report == b.report:
        return Pairing(a.id, b.id, _SAME_REPORT, False, ("One report tells of both as of two occurrences.",))
    found = sorted(remarks(a, b), key=lambda remark: (-abs(remark.weight), remark.because))
    weight = sum(remark.weight for remark in found)
    joined = weight >= JOINED
    return Pairing(a.id, b.id, weight, joined, _reasons(found, joined=joined))


def _reasons(found: Sequence[Remark], *, joined: bool) -> tuple[str, ...]:
    """Return the sentences, those that decided first."""
    deciding = [remark.because for remark in found if (remark.weight > 0) == joined]
    return (*deciding, *(f"All the same: {one.because}" for one in found if (one.weight > 0) != joined))


def group(tellings: Iterable[Telling]) -> tuple[Grouping, ...]:
    """Make incidents of tellings, in the order of their ids.

    Copies (one signature) are weighed once, so that a story printed thousands of times costs as much as one.
    """
    copies: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted({one.id: one for one in tellings}.values(), key=lambda one: one.id):
        copies[signature(telling)].append(telling)
    same = {alike[0].id: alike for alike in copies.values()}
    clusters, pairings = _clusters([alike[0] for alike in same.values()])
    groups = [_grouping([same[first] for first in sorted(cluster)], pairings) for cluster in clusters]
    return tuple(sorted(groups, key=lambda one: one.id))


Cluster = frozenset[str]
Link = frozenset[Cluster]
Pairings = dict[tuple[str, str], Pairing]


def _pairs(tellings: Sequence[Telling]) -> Pairings:
    """Compare what shares a key."""
    rows: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in keys(telling):
            rows[key].append(telling)
    met = {(a.id, b.id): (a, b) for row in rows.values() for a, b in combinations(row, 2)}
    return {pair: compare(*both) for pair, both in met.items()}


def _clusters(tellings: Sequence[Telling]) -> tuple[list[Cluster], Pairings]:
    """Join the two clusters with the greatest mean weight, again and again, while it is enough."""
    pairings = _pairs(tellings)
    by_id = {telling.id: telling for telling in tellings}
    clusters: set[Cluster] = {frozenset((telling.id,)) for telling in tellings}
    ends = (frozenset((frozenset((a,)), frozenset((b,)))) for a, b in pairings)
    links = {link: _mean(link, by_id, pairings) for link in ends}
    while best := min(filter(_is_enough, links.items()), key=_order, default=None):
        merged: Cluster = frozenset().union(*best[0])
        clusters = (clusters - best[0]) | {merged}
        moved = {frozenset(merged if end in best[0] else end for end in link) for link in links if link & best[0]}
        links = {link: mean for link, mean in links.items() if not link & best[0]}
        links |= {link: _mean(link, by_id, pairings) for link in moved if len(link) == 2}
    return sorted(clusters, key=min), pairings


def _is_enough(link: tuple[Link, float]) -> bool:
    return link[1] >= JOINED


def _order(link: tuple[Link, float]) -> tuple[float, list[str]]:
    """Order links by weight, then by their ids, so that the same tellings are always joined in the same order."""
    return -link[1], sorted(map(min, link[0]))


def _mean(link: Link, tellings: Mapping[str, Telling], pairings: Pairings) -> float:
    one, other = link
    weights = []
    for pair in ((min(a, b), max(a, b)) for a in one for b in other):
        if pair not in pairings:
            pairings[pair] = compare(tellings[pair[0]], tellings[pair[1]])
        weights.append(max(_WORST, pairings[pair].weight))
    return sum(sorted(weights)) / len(weights)


def _grouping(members: Sequence[Sequence[Telling]], pairings: Pairings) -> Grouping:
    """Say for every telling why it is here: by the other that it is most like, or as a copy of one."""
    because = []
    firsts = [alike[0] for alike in members]
    for first, *others in members:
        known = [pairings[min(pair), max(pair)] for one in firsts if one is not first for pair in [(first.id, one.id)]]
        if known:
            best = max(known, key=lambda pairing: (pairing.weight, pairing.a, pairing.b))
            other = best.b if best.a == first.id else best.a
            because.append(f"{first.report} tells of what {_report(other)} tells: {' '.join(best.because)}")
        because += [f"{one.report} tells it as {first.report} does, word for word." for one in others]
    told = sorted((one for alike in members for one in alike), key=lambda one: one.id)
    return Grouping(f"i-{told[0].id}", tuple(told), tuple(because))


def _report(telling: str) -> str:
    return telling.rpartition(":")[0]
