from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.places.geodesy import Circle, between, border, destination, distance_m, offset

LATITUDES, LONGITUDES = st.floats(-80, 80), st.floats(-179, 179)
BEARINGS, WAYS = st.floats(0, 360), st.floats(1, 500_000)


@given(LATITUDES, LONGITUDES, BEARINGS, WAYS)
def test_a_destination_lies_as_far_as_asked(lat: float, lon: float, bearing: float, way: float) -> None:
    assert way == pytest.approx(distance_m(lat, lon, *destination(lat, lon, bearing, way)), rel=1e-6, abs=0.01)


@given(LATITUDES, LONGITUDES, BEARINGS, WAYS)
def test_a_destination_is_on_the_globe(lat: float, lon: float, bearing: float, way: float) -> None:
    there, east = destination(lat, lon, bearing, way)
    assert -90 <= there <= 90
    assert -180 <= east <= 180


def test_damascus_is_eighty_six_kilometres_from_beirut() -> None:
    assert 86_000 == pytest.approx(distance_m(33.51, 36.29, 33.89, 35.50), abs=3_000)


def test_a_distance_across_the_date_line_is_short() -> None:
    assert 22_239 == pytest.approx(distance_m(0, 179.9, 0, -179.9), abs=10)


@given(st.floats(0, 50_000), st.floats(0, 20_000), st.sampled_from([45.0, 22.5, 11.25]))
def test_the_radius_of_an_offset_is_never_less_than_its_anchors(way: float, extent: float, spread: float) -> None:
    assert offset(Circle(35, 38, extent), 90, way, spread, 500).radius_m >= extent / 2**0.5


@given(st.floats(1_000, 50_000))
def test_a_finer_compass_word_gives_a_smaller_radius(way: float) -> None:
    anchor = Circle(35, 38, 2_000)
    assert offset(anchor, 45, way, 22.5, 500).radius_m < offset(anchor, 0, way, 45, 500).radius_m


def test_an_offset_lies_in_its_direction() -> None:
    found = offset(Circle(35, 38, 2_000), 90, 12_000, 45, 500)
    assert 35 == pytest.approx(found.lat, abs=0.01)
    assert 38.13 == pytest.approx(found.lon, abs=0.01)


def test_between_two_towns_is_the_middle_with_half_the_way() -> None:
    found = between(Circle(35, 38, 1_000), Circle(35, 39, 1_000))
    assert (35, 38.5) == (found.lat, found.lon)
    assert 45_500 == pytest.approx(found.radius_m, abs=200)


def test_between_two_towns_is_never_smaller_than_they_are() -> None:
    assert 9_000 == between(Circle(35, 38, 9_000), Circle(35, 38.01, 1_000)).radius_m


def test_a_border_lies_nearer_to_the_smaller_country() -> None:
    found = border(Circle(34, 36, 100_000), Circle(35, 38, 350_000))
    assert found.lon < 37
    assert 100_000 == found.radius_m
