"""Places as the public may have them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.cases import MARIB

from sayso.export.places import generalised, is_coarse
from sayso.records import Place, Relation, Rival
from sayso.spans import Span

VILLAGE = Place(
    "p1", Span(0, 4, "Anab"), "gazetteer", "Tell Anab", 7, "YE", "Ma’rib", 15.1, 45.9, 900, precision=1,
    because=("Its district is named.",), runners_up=(Rival("Anab", 8, "YE", None, 15.2, 45.8),),
)  # fmt: skip


@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_the_radius_is_never_less_than_the_districts(own: int, districts: int) -> None:
    wide = generalised(replace(VILLAGE, radius_m=own), replace(MARIB, radius_m=districts))
    assert wide.radius_m is not None
    assert wide.radius_m >= districts
    assert (MARIB.lat, MARIB.lon, MARIB.name) == (wide.lat, wide.lon, wide.name)


def test_nothing_is_left_by_which_the_place_could_be_found() -> None:
    wide = generalised(replace(VILLAGE, relation=Relation("p2", 90.0, 4000.0)), MARIB)
    assert (None, None, (), ()) == (wide.geonames, wide.relation, wide.because, wide.runners_up)


def test_of_a_place_without_a_district_the_country_is_left() -> None:
    wide = generalised(VILLAGE, None)
    assert ("unresolved", None, None, None, "YE") == (wide.basis, wide.name, wide.lat, wide.radius_m, wide.country)


@pytest.mark.parametrize(
    ("place", "itself", "expected"),
    [(VILLAGE, False, False), (VILLAGE, True, True), (replace(VILLAGE, precision=3), False, True)],
)
def test_a_district_or_a_province_is_wide_enough(place: Place, itself: bool, expected: bool) -> None:
    assert expected == is_coarse(place, replace(MARIB, itself=itself))


def test_a_province_keeps_its_point_and_its_radius() -> None:
    province = replace(VILLAGE, precision=3, radius_m=90_000)
    assert (15.1, 90_000) == (generalised(province, MARIB).lat, generalised(province, MARIB).radius_m)
