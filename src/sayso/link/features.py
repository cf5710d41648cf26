"""What speaks for and against two tellings being of one occurrence: one small function for each kind of evidence.

Each returns remarks: points, above 0 for and below 0 against, set by hand on marked reports, and a sentence that says
why.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from collections.abc import Set as AbstractSet
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
_APART = "They are {} days apart ({})."
_USUAL = 0.15  # the share that tellings of different occurrences have


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of evidence: its weight, and the sentence that a desk would read, made of its form when it is read.

    Of a set all values are put in the place of one. Far more pairs are weighed than are ever explained.
    """

    weight: float
    form: str
    values: tuple[object, ...] = ()

    @property
    def because(self) -> str:
        """The sentence."""
        return self.form.format(*(listed(one) if isinstance(one, AbstractSet) else one for one in self.values))


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
        yield Remark(weight, "Both may be of the same day ({}).", (_both(a.words, b.words),))
    elif gap == 1:
        yield Remark(-0.5, "Their days follow each other ({}).", (_both(a.words, b.words),))
    elif sure:
        known = _mentions(one, b) or _mentions(other, a)
        yield Remark(_TIME_KNOWN if known else NEVER, _APART, (gap, _both(a.words, b.words)))
    else:
        yield Remark(-3.0, _APART, (gap, _both(a.words, b.words)))


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
    known = [a.country == b.country for a, b, _ in pairs if a.country and b.country]
    sure = one.placed and other.placed
    near = _nearest([(far, a, b) for a, b, far in pairs if far is not None])
    shared = {name for a, b, far in pairs if far != 0 for name in parts(a.name) if name in parts(b.name)}
    if near and (near[0] <= _BESIDE_KM or not shared):
        far, a, b = near
        coarse = far == 0 and max(a.radius_m, b.radius_m) > _COARSE_M
        if far > _NEAR_KM and (_names_it(one, b) or _names_it(other, a)):
            yield Remark(_PLACE_KNOWN, "One names the place where the other sets it ({}).", (_names(a, b),))
            return
        yield Remark(
            _IN_ONE_REGION if coarse else _nearness(far, sure=sure, elsewhere=_elsewhere(one, other)),
            *_distance(a, b, far),
        )
    elif shared:
        yield Remark(2.5 if sure else 1.0, "Both name the place {}.", ({name.written for name in shared},))
    elif known and not any(known):
        yield Remark(_elsewhere(one, other) if sure else -3.0, "They are in different countries.")


def _names_it(telling: Telling, spot: Spot) -> bool:
    """Whether the report names a place there, so that its own may have been misread."""
    known = (beyond(one, spot) for one in telling.around if max(one.radius_m, spot.radius_m) <= _COARSE_M)
    return any(far is not None and far <= _BESIDE_KM for far in known)


def _nearest(measured: Collection[tuple[float, Spot, Spot]]) -> tuple[float, Spot, Spot] | None:
    """Return the two places that are nearest, of several those that are known best, then by what they are."""
    if len(measured) < 2:
        return next(iter(measured), None)
    least = min((far, a.radius_m + b.radius_m) for far, a, b in measured)
    best = [one for one in measured if (one[0], one[1].radius_m + one[2].radius_m) == least]
    return min(best, key=lambda one: sorted(map(str, one[1:])))


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


def _distance(one: Spot, other: Spot, far: float) -> tuple[str, tuple[object, ...]]:
    if far:
        return "{} are {:.0f} km apart beyond their uncertainty.", (_names(one, other), far)
    if one.name == other.name:
        return "Both set it at {}.", (one.name,)
    return "{} may be one place, as closely as they are known.", (_names(one, other),)


def _names(one: Spot, other: Spot) -> str:
    return " and ".join(sorted((one.name, other.name)))


def kind(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare what was done, by type and by the acts that the triggers name."""
    if one.types and other.types and not one.types & other.types and not (one.denial or other.denial):
        yield Remark(-2.0, "One tells of {}, the other of {}.", (one.types, other.types))
    if shared := one.deeds & other.deeds:
        yield Remark(0.5 * min(len(shared), 2), "Both tell of one act ({}).", (shared,))
    elif one.deeds and other.deeds:
        yield Remark(-0.5, "The acts differ: {}, and {}.", (one.deeds, other.deeds))


def actors(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare who acts and who else is named; reports of one occurrence may blame different people."""
    if shared := {name for name in one.doers if name in other.doers}:
        yield Remark(0.5, "The same one acts ({}).", (shared,))
    if shared := {name for name in one.names if name in other.names}:
        yield Remark(min(3.0, 1.0 * len(shared)), "Both name {}.", (shared,))


def means(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare by what means: shared ones speak a little for, for look-alikes share them too."""
    if shared := one.means & other.means:
        yield Remark(0.25 * min(len(shared), 2), "Both speak of the same means ({}).", (shared,))


def tolls(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare how many: equal numbers above two speak for; different ones hardly against, for tolls rise."""
    same = {count for count in one.counts & other.counts if count.low > 2}
    if same:
        yield Remark(min(2.0, 1.0 * len(same)), "Both count {}.", ({_toll(count) for count in same},))
    elif any(a.clashes(b) for a in one.counts for b in other.counts):
        yield Remark(-0.5, "They count different numbers of people.")


def _toll(count: Count) -> str:
    return f"{count} {count.slot}"


def wording(one: Telling, other: Telling) -> Iterator[Remark]:
    """Compare the words that carry meaning, by the share of the shorter telling that stands in the other."""
    fewer = min(len(one.stems), len(other.stems))
    share = len(one.stems & other.stems) / (fewer + _FEW) if fewer else 0.0
    yield Remark(10 * (share - _USUAL), "They share {:.0%} of their words.", (share,))


FEATURES: tuple[Feature, ...] = (time, place, kind, actors, means, tolls, wording)


def remarks(one: Telling, other: Telling) -> tuple[Remark, ...]:
    """Return all that speaks for or against the two tellings being of one occurrence."""
    return tuple(remark for feature in FEATURES for remark in feature(one, other) if remark.weight)
