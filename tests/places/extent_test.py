"""How far a place reaches."""

from __future__ import annotations

import pytest

from sayso.places.extent import gathered, middle, of_feature, reach, settlement


@pytest.mark.parametrize(("expected", "population"), [(2000, 0), (1000, 40), (1000, 9000), (10301, 1_000_000)])
def test_a_settlement_reaches_as_far_as_its_people_need(expected: int, population: int) -> None:
    assert expected == settlement(population)


@pytest.mark.parametrize(
    ("expected", "feature"), [(2000, "P.PPL"), (3000, "S.AIRB"), (1000, "S.MLO"), (5000, "T.HLL"), (2000, "?")]
)
def test_a_feature_reaches_as_far_as_its_kind_does(expected: int, feature: str) -> None:
    assert expected == of_feature(feature, 0)


def test_many_settlements_in_one_corner_do_not_draw_the_middle_there() -> None:
    corner = [(34.0 + number / 100, 36.0) for number in range(20)]
    assert pytest.approx((35.0, 36.0)) == middle([*corner, (36.0, 36.0)])


def test_one_in_a_hundred_far_away_does_not_draw_the_middle() -> None:
    near = [(35.0, 36.0 + number / 1000) for number in range(150)]
    assert pytest.approx((35.0, 36.0745), abs=0.001) == middle([*near, (0.0, 0.0)])


def test_the_middle_is_found_across_the_date_line() -> None:
    assert pytest.approx(180.0, abs=0.01) == abs(middle([(0.0, 179.0), (0.0, -179.0)])[1])


def test_the_reach_holds_the_farthest_of_a_few() -> None:
    assert pytest.approx(111_200, abs=100) == reach((35.0, 36.0), [(35.0, 36.0), (36.0, 36.0)])


def test_one_in_a_hundred_far_away_does_not_stretch_the_reach() -> None:
    near = [(35.0, 36.0 + number / 1000) for number in range(99)]
    assert 10_000 > reach((35.0, 36.0), [*near, (0.0, 0.0)])


def test_an_area_of_one_settlement_reaches_five_kilometres() -> None:
    assert 5000 == reach((35.0, 36.0), [(35.0, 36.0)])


def test_a_place_far_from_all_others_is_left_out() -> None:
    near = [(34.0 + number / 10, 36.0) for number in range(10)]
    assert sorted(near) == sorted(gathered([*near, (60.0, 36.0)]))


def test_places_that_thin_out_are_kept() -> None:
    spread = [(34.0 + number**1.5 / 10, 36.0) for number in range(20)]
    assert sorted(spread) == sorted(gathered(spread))
