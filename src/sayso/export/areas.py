"""The circle in which a place lies, as GeoJSON: cut at the antimeridian, closed, counter-clockwise (RFC 7946, 3.1)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

Point = tuple[float, float]  # longitude and latitude, in degrees

_EARTH_M = 6_371_008.8  # mean radius of the Earth
_CORNERS = 64
_DIGITS = 5  # decimals of a degree: a metre


def area(lat: float, lon: float, radius_m: float) -> dict[str, Any]:
    """Return a Polygon, or a MultiPolygon where the circle crosses the antimeridian.

    A circle that holds a pole is given as the band of latitudes that it reaches over.
    """
    angle = min(radius_m / _EARTH_M, math.pi)
    top, bottom = lat + math.degrees(angle), lat - math.degrees(angle)
    if top >= 90 or bottom <= -90:
        low, high = max(bottom, -90.0), min(top, 90.0)
        return _polygon([(-180, low), (180, low), (180, high), (-180, high)])
    ring = [_corner(lat, lon, angle, 360 - 360 * step / _CORNERS) for step in range(_CORNERS)]
    parts = [part for shift in (-360, 0, 360) if len(part := _within(ring, shift)) > 2]
    if len(parts) == 1:
        return _polygon(parts[0])
    return {"type": "MultiPolygon", "coordinates": [_polygon(part)["coordinates"] for part in parts]}


def _corner(lat: float, lon: float, angle: float, bearing: float) -> Point:
    """Return the point at a bearing, its longitude not wrapped, so that neighbours stay neighbours."""
    north, turn = math.radians(lat), math.radians(bearing)
    up = math.asin(math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(turn))
    along = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(north), math.cos(angle) - math.sin(north) * math.sin(up)
    )
    return lon + math.degrees(along), math.degrees(up)


def _within(ring: Sequence[Point], shift: float) -> list[Point]:
    """Return what of a ring, moved by whole turns, lies between the two sides of the map (Sutherland and Hodgman)."""
    moved = [(lon + shift, lat) for lon, lat in ring]
    return _cut(_cut(moved, -180, 1), 180, -1)


def _cut(ring: list[Point], edge: float, side: int) -> list[Point]:
    kept: list[Point] = []
    for (lon, lat), (next_lon, next_lat) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, next_inside = (lon - edge) * side >= 0, (next_lon - edge) * side >= 0
        if inside:
            kept.append((lon, lat))
        if inside != next_inside:
            share = (edge - lon) / (next_lon - lon)
            kept.append((edge, lat + share * (next_lat - lat)))
    return kept


def _polygon(ring: Sequence[Point]) -> dict[str, Any]:
    rounded = [[round(lon, _DIGITS), round(lat, _DIGITS)] for lon, lat in ring]
    return {"type": "Polygon", "coordinates": [[*rounded, rounded[0]]]}
