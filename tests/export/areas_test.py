"""Circles on the Earth as polygons that a map can draw."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.areas import area


def rings(shape: dict[str, Any]) -> list[list[list[float]]]:
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]


def signed(ring: list[list[float]]) -> float:
    return sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))


def metres(a: list[float], b: list[float]) -> float:
    (lon, lat), (other_lon, other_lat) = ((math.radians(x) for x in point) for point in (a, b))
    up, along = math.sin((other_lat - lat) / 2), math.sin((other_lon - lon) / 2)
    return 2 * 6_371_008.8 * math.asin(math.sqrt(up**2 + math.cos(lat) * math.cos(other_lat) * along**2))


def test_every_corner_is_as_far_away_as_the_radius() -> None:
    (ring,) = rings(area(15.4, 45.3, 20_000))
    assert 65 == len(ring)
    assert all(abs(metres([45.3, 15.4], corner) - 20_000) < 5 for corner in ring)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(1, 6_000_000))
def test_rings_are_closed_counter_clockwise_and_on_the_map(lat: float, lon: float, radius_m: float) -> None:
    for ring in rings(area(lat, lon, radius_m)):
        assert ring[0] == ring[-1]
        assert len(ring) > 3
        assert signed(ring) <= 0
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_what_crosses_the_antimeridian_is_cut_in_two() -> None:
    shape = area(-17.8, 179.9, 50_000)
    assert ("MultiPolygon", 2) == (shape["type"], len(shape["coordinates"]))
    assert {180.0, -180.0} == {max((x for x, _ in ring), key=abs) for ring in rings(shape)}


def test_what_holds_a_pole_is_a_band() -> None:
    (ring,) = rings(area(89.9, 10, 500_000))
    assert [-180, 180] == sorted({x for x, _ in ring})
    assert 90 == max(y for _, y in ring)
