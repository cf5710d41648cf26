from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.places import world

from sayso.places.company import FAR_KM, Company
from sayso.places.geodesy import distance_m

LEVANT = Company.of({"Idlib": world.IDLIB, "Zahle": world.ZAHLE, "Syria": world.SYRIA, "Tripoli": world.TRIPOLI_LY})


def test_the_nearest_place_of_another_name_is_told_with_its_distance() -> None:
    near = LEVANT.nearest(world.BINNISH, "Binnish")
    assert near
    assert (world.IDLIB, True) == (near[1], near[0] < 10)


def test_a_place_is_no_company_for_itself() -> None:
    near = LEVANT.nearest(world.IDLIB, "Idlib")
    assert near
    assert world.ZAHLE == near[1]


def test_what_is_far_away_is_no_neighbour() -> None:
    assert LEVANT.nearest(world.HAMMOND, "Hammond") is None


def test_countries_are_counted_without_the_name_s_own() -> None:
    assert {"LB": 1, "LY": 1} == LEVANT.others("Idlib")
    assert {"SY": 1, "LB": 1, "LY": 1} == LEVANT.others("Paris")


def test_neighbours_are_found_across_the_date_line() -> None:
    west, east = (replace(world.IDLIB, lat=lat, lon=lon) for lat, lon in ((66.0, 179.9), (66.1, -179.9)))
    assert Company.of({"West": west}).nearest(east, "East") is not None


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(-5, 5), st.floats(-5, 5))
def test_whoever_is_near_is_found(lat: float, lon: float, north: float, east: float) -> None:
    one = replace(world.IDLIB, lat=lat, lon=lon)
    other = replace(world.ZAHLE, lat=max(-90.0, min(90.0, lat + north)), lon=(lon + east + 540) % 360 - 180)
    near = distance_m(one.lat, one.lon, other.lat, other.lon) <= 1000 * FAR_KM and one.lat != other.lat
    assert near == (Company.of({"Zahle": other}).nearest(one, "Idlib") is not None)
