"""How far a place reaches: the radius of the point-radius method (Wieczorek et al. 2004), from a point alone."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence

from sayso.places.geodesy import distance_m

Point = tuple[float, float]  # latitude and longitude, in degrees

_PEOPLE_PER_KM2 = 3000
_SMALLEST_M = 1000
_UNCOUNTED_M = 2000
_OF_FEATURE = {
    "S.AIRB": 3000, "S.AIRP": 3000, "S.AIRF": 2000, "S": 1000, "R": 5000, "H": 10_000, "T": 5000, "V": 5000,
    "U": 50_000, "L": 10_000, "A.ADM3": 15_000, "A.ADM4": 8000, "A.ADM5": 4000, "A": 30_000,
}  # fmt: skip
_REACHED = 0.98
_APART_M = 300_000
_LEAST_AREA_M = 5000


def settlement(population: int) -> int:
    """Return the radius of a settlement in metres: a disc on which its people live at 3,000 a square kilometre.

    That is the middle of what is found for towns of the Near East and eastern Europe. Not below one kilometre, the
    error of a village's coordinates; two where nobody is counted, since a name may stand for a scatter of houses.
    """
    if population <= 0:
        return _UNCOUNTED_M
    return max(round(1000 * math.sqrt(population / (_PEOPLE_PER_KM2 * math.pi))), _SMALLEST_M)


def of_feature(feature: str, population: int) -> int:
    """Return the radius in metres of a feature of which only a point is known, by its class and code."""
    if feature.startswith("P"):
        return settlement(population)
    return _OF_FEATURE.get(feature, _OF_FEATURE.get(feature[:1], _UNCOUNTED_M))


def gathered(points: Sequence[Point]) -> list[Point]:
    """Return the points of an area without a few that lie apart: islands across an ocean, places filed wrongly.

    A twentieth of them at most, one at least, and only where a gap shows: twice as far from where the others are as all
    of those, and 300 kilometres at least.
    """
    lat, lon = statistics.median(lat for lat, _ in points), _meridian(points)
    ordered = sorted(points, key=lambda point: distance_m(lat, lon, *point))
    for at in range(len(ordered) - max(1, len(ordered) // 20), len(ordered)):
        inner, outer = (distance_m(lat, lon, *ordered[number]) for number in (at - 1, at))
        if at > 1 and outer > max(2 * inner, _APART_M):
            return ordered[:at]
    return ordered


def middle(points: Sequence[Point]) -> Point:
    """Return the middle of an area of which only settlements are known: that of the box that holds them.

    Settlements crowd in one corner of an area, and where they crowd says nothing of how far it reaches. The outermost
    hundredth on each side is left out: islands across an ocean, places filed under the wrong area. Degrees of longitude
    are counted from where the settlements are on the average, for the date line's sake.
    """
    meridian = _meridian(points)
    east = _midrange([(lon - meridian + 540) % 360 - 180 for _, lon in points])
    return _midrange([lat for lat, _ in points]), (meridian + east + 540) % 360 - 180


def _meridian(points: Sequence[Point]) -> float:
    """Return the longitude of the points on the average."""
    x, y = (sum(turn(math.radians(lon)) for _, lon in points) for turn in (math.cos, math.sin))
    return math.degrees(math.atan2(y, x))


def _midrange(values: Sequence[float]) -> float:
    ordered, left_out = sorted(values), len(values) // 100
    return (ordered[left_out] + ordered[-1 - left_out]) / 2


def reach(centre: Point, points: Iterable[Point]) -> int:
    """Return the radius in metres that holds all but the farthest fiftieth of the points, five kilometres at least.

    The farthest few are left out because they are islands across an ocean or places filed under the wrong area.
    """
    distances = sorted(distance_m(*centre, lat, lon) for lat, lon in points)
    return max(round(distances[math.ceil(_REACHED * len(distances)) - 1]), _LEAST_AREA_M)
