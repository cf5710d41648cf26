"""Whether two tellings may be of one occurrence: the keys under which they meet, and what a pair of them weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.link.features import Remark, remarks
from sayso.link.names import parts
from sayso.link.telling import Spot, Telling

JOINED = 1.0  # mean weight from which tellings are one occurrence
SAME_REPORT = -5.0  # two occurrences of one report stay two unless others hold them together firmly
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


def compare(one: Telling, other: Telling) -> Pairing:
    """Weigh two tellings; the same whichever comes first."""
    a, b = sorted((one, other), key=lambda each: each.id)
    if a.report == b.report:
        return Pairing(a.id, b.id, SAME_REPORT, False, ("One report tells of both as of two occurrences.",))
    found = sorted(remarks(a, b), key=lambda remark: (-abs(remark.weight), remark.because))
    weight = sum(remark.weight for remark in found)
    joined = weight >= JOINED
    return Pairing(a.id, b.id, weight, joined, _reasons(found, joined=joined))


def _reasons(found: Sequence[Remark], *, joined: bool) -> tuple[str, ...]:
    """Return the sentences, those that decided first."""
    deciding = [remark.because for remark in found if (remark.weight > 0) == joined]
    return (*deciding, *(f"All the same: {one.because}" for one in found if (one.weight > 0) != joined))
