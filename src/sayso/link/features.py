"""What speaks for and against two tellings being of one occurrence: one small function for each kind of evidence.

Each returns remarks: points, above 0 for and below 0 against, set by hand on marked reports, and a sentence that says
why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.link.days import apart
from sayso.link.distance import beyond
from sayso.link.names import listed, parts
from sayso.link.telling import EXACT, Count, Days, Spot, Telling

NEVER = -100.0  # against which nothing can be weighed up
_COARSE_M = 60_000  # metres of radius: a province or a country, in which much happens
_TIME_KNOWN = -1.0
_PLACE_KNOWN = 1.0
_IN_ONE_REGION = 0.5
_BESIDE_KM = 10.0
_NEAR_KM = 30.0  # beyond the radii: a town and the places that reports of it are dated from
ELSEWHERE = -8.0  # far apart, or in two countries: a place is misread too often to forbid by itself
_MISREAD = -4.0  # the same where both name the same people or bodies, so that one place is likelier to be misread
_FAR_KM = 120.0
_FEW = 8  # words added to a telling, so that two words shared of two are no proof
_USUAL = 0.15  # the share that tellings of different occurrences have


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of evidence: its weight, and the sentence that a desk would read."""

    weight: float
    because: str


Feature = Callable[[Telling, Telling], Iterator[Remark]]


def time(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare when: the same day speaks for, two days apart or more forbids, unless a date is only mentioned nearby."""
    near = _nearest_days(one, other)
    if near is None:
        return
    a, b, gap = near
    sure = one.dated and other.dated
    exact = max(a.length, b.length) <= EXACT
    if gap == 0:
        weight = (3.0 if exact else -0.5) if sure else (1.5 if exact else 0.0)
        yield Remark(weight, f"Both may be of the same day ({_both(a.words, b.words)}).")
    elif gap == 1:
        yield Remark(-0.5, f"Their days follow each other ({_both(a.words, b.words)}).")
    elif sure:
        known = _mentions(one, b) or _mentions(other, a)
        yield Remark(_TIME_KNOWN if known else NEVER, f"They are {gap} days apart ({_both(a.words, b.words)}).")
    else:
        yield Remark(-3.0, f"They are {gap} days apart ({_both(a.words, b.words)}).")


def _mentions(telling: Telling, when: Days) -> bool:
    """Whether the report names this day too, so that its own may have been misread."""
    return when.length <= EXACT and any(apart(when, one) == 0 for one in telling.mentioned)


def _nearest_days(one: Telling, other: Telling) -> tuple[Days, Days, int] | None:
    """Return the two times that are nearest, those of one telling in order, with the days between them."""
    pairs = [(apart(a, b), a.length + b.length, a, b) for a in one.days for b in other.days]
    if not pairs:
        return None
    gap, _, a, b = min(pairs, key=lambda pair: (pair[0], pair[1], min(pair[2], pair[3]), max(pair[2], pair[3])))
    return a, b, gap


def _both(one: str, other: str) -> str:
    return one if one == other else " and ".join(sorted((one, other)))


def place(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare where: overlapping radii or one name speak for, far apart or in two countries against."""
    pairs = [(a, b, beyond(a, b)) for a in one.spots for b in other.spots]
    measured = [(far, a, b) for a, b, far in pairs if far is not None]
    known = [a.country == b.country for a, b, _ in pairs if a.country and b.country]
    sure = one.placed and other.placed
    near = min(measured, key=_nearest, default=None)
    shared = {name for a, b, far in pairs if far != 0 for name in parts(a.name) if name in parts(b.name)}
    if near and (near[0] <= _BESIDE_KM or not shared):
        far, a, b = near
        coarse = far == 0 and max(a.radius_m, b.radius_m) > _COARSE_M
        if far > _NEAR_KM and (_names_it(one, b) or _names_it(other, a)):
            yield Remark(_PLACE_KNOWN, f"One names the place where the other sets it ({_names(a, b)}).")
            return
        yield Remark(
            _IN_ONE_REGION if coarse else _nearness(far, sure=sure, elsewhere=_elsewhere(one, other)),
            _distance(a, b, far),
        )
    elif shared:
        yield Remark(2.5 if sure else 1.0, f"Both name the place {listed(name.written for name in shared)}.")
    elif known and not any(known):
        yield Remark(_elsewhere(one, other) if sure else -3.0, "They are in different countries.")


def _names_it(telling: Telling, spot: Spot) -> bool:
    """Whether the report names a place there, so that its own may have been misread."""
    known = (beyond(one, spot) for one in telling.around if max(one.radius_m, spot.radius_m) <= _COARSE_M)
    return any(far is not None and far <= _BESIDE_KM for far in known)


def _nearest(pair: tuple[float, Spot, Spot]) -> tuple[float, int, list[str]]:
    """Order pairs of places by distance, then by how well they are known, then by what they are."""
    far, a, b = pair
    return far, a.radius_m + b.radius_m, sorted((str(a), str(b)))


def _elsewhere(one: Telling, other: Telling) -> float:
    return _MISREAD if one.names & other.names else ELSEWHERE


def _nearness(far: float, *, sure: bool, elsewhere: float) -> float:
    if far == 0:
        return 3.0 if sure else 1.5
    if far <= _BESIDE_KM:
        return 2.0 if sure else 1.0
    if far <= _NEAR_KM:
        return 0.5
    if far <= _FAR_KM:
        return -2.0 if sure else -1.0
    return elsewhere if sure else -3.0


def _distance(one: Spot, other: Spot, far: float) -> str:
    if far:
        return f"{_names(one, other)} are {far:.0f} km apart beyond their uncertainty."
    if one.name == other.name:
        return f"Both set it at {one.name}."
    return f"{_names(one, other)} may be one place, as closely as they are known."


def _names(one: Spot, other: Spot) -> str:
    return " and ".join(sorted((one.name, other.name)))


def kind(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare what was done, by type and by the acts that the triggers name."""
    if one.types and other.types and not one.types & other.types and not (one.denial or other.denial):
        yield Remark(-2.0, f"One tells of {listed(one.types)}, the other of {listed(other.types)}.")
    if shared := one.deeds & other.deeds:
        yield Remark(0.5 * min(len(shared), 2), f"Both tell of one act ({listed(shared)}).")
    elif one.deeds and other.deeds:
        yield Remark(-0.5, f"The acts differ: {listed(one.deeds)}, and {listed(other.deeds)}.")


def actors(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare who acts and who else is named; reports of one occurrence may blame different people."""
    if shared := {name for name in one.doers if name in other.doers}:
        yield Remark(0.5, f"The same one acts ({listed(shared)}).")
    if shared := {name for name in one.names if name in other.names}:
        yield Remark(min(3.0, 1.0 * len(shared)), f"Both name {listed(shared)}.")


def means(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare by what means: shared ones speak a little for, for look-alikes share them too."""
    if shared := one.means & other.means:
        yield Remark(0.25 * min(len(shared), 2), f"Both speak of the same means ({listed(shared)}).")


def tolls(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare how many: equal numbers above two speak for; different ones hardly against, for tolls rise."""
    same = {count for count in one.counts & other.counts if count.low > 2}
    if same:
        yield Remark(min(2.0, 1.0 * len(same)), f"Both count {listed({_toll(count) for count in same})}.")
    elif any(a.clashes(b) for a in one.counts for b in other.counts):
        yield Remark(-0.5, "They count different numbers of people.")


def _toll(count: Count) -> str:
    return f"{count} {count.slot}"


def wording(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare the words that carry meaning, by the share of the shorter telling that stands in the other."""
    fewer = min(len(one.stems), len(other.stems))
    share = len(one.stems & other.stems) / (fewer + _FEW) if fewer else 0.0
    yield Remark(10 * (share - _USUAL), f"They share {share:.0%} of their words.")


FEATURES: tuple[Feature, ...] = (time, place, kind, actors, means, tolls, wording)


def remarks(one: Telling, other: Telling) -> tuple[Remark, ...]:
    """Return all that speaks for or against the two tellings being of one occurrence."""
    return tuple(remark for feature in FEATURES for remark in feature(one, other) if remark.weight)
