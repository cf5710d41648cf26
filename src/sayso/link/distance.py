"""How far two places are apart, beyond what their radii leave open (point-radius method)."""

from __future__ import annotations

import math
from functools import lru_cache

from sayso.link.telling import Spot

_EARTH = 6371.0  # mean radius in kilometres


def kilometres(one: Spot, other: Spot) -> float | None:
    """Return the distance of two points by the haversine formula on a sphere; None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return _haversine(one.lat, one.lon, other.lat, other.lon)


@lru_cache(maxsize=16384)  # reports name the same towns again and again
def _haversine(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    south, north = math.radians(lat), math.radians(to_lat)
    across = math.cos(south) * math.cos(north) * math.sin(math.radians(lon - to_lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(math.sin((north - south) / 2) ** 2 + across)))


def beyond(one: Spot, other: Spot) -> float | None:
    """Return the kilometres by which two places are farther apart than their radii; 0 where they overlap."""
    far = kilometres(one, other)
    return None if far is None else max(0.0, far - (one.radius_m + other.radius_m) / 1000)
