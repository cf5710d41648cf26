from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import DEPOT, MARIB, STORY, killed, telling

from sayso.link.pairing import compare, keys
from sayso.link.telling import Spot


def test_a_pair_is_weighed_alike_from_both_sides() -> None:
    assert compare(STORY[0], STORY[1]) == compare(STORY[1], STORY[0])


def test_a_pair_that_is_not_joined_says_why() -> None:
    pairing = compare(STORY[0], STORY[3])
    assert not pairing.joined
    assert pairing.because[0] == "They are 4 days apart (2031-04-08 and 2031-04-12)."


def test_what_is_joined_shares_a_key() -> None:
    for one in STORY[:3]:
        for other in STORY[:3]:
            assert set(keys(one)) & set(keys(other))


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(0, 0.4), st.floats(0, 0.4))
def test_neighbours_share_a_cell_wherever_they_are(lat: float, lon: float, up: float, along: float) -> None:
    one = telling("a", DEPOT, spot=Spot("x", "", lat, lon, 1000))
    other = telling("b", DEPOT, spot=Spot("y", "", lat + up, lon + along, 1000))
    assert set(keys(one)) & set(keys(other))


def test_a_night_has_two_days_and_one_key() -> None:
    assert set(keys(telling("a", DEPOT))) & set(keys(telling("b", DEPOT, "2031-04-09")))


def test_one_number_of_dead_or_one_name_of_a_place_on_one_day_is_a_key() -> None:
    one = telling("a", DEPOT, spot=Spot("Wadi Qalmun", ""))
    assert set(keys(one)) & set(keys(telling("b", "A raid", spot=Spot("Qalmoun", ""))))
    counted = [replace(each, spots=(), counts=frozenset({killed(14)})) for each in (one, telling("b", "A raid"))]
    assert set(keys(counted[0])) & set(keys(counted[1]))


def test_a_telling_without_a_date_is_found_by_the_week_before_it_was_published() -> None:
    undated = telling("b", DEPOT, spot=MARIB, days=(), dated=False)
    assert set(keys(telling("a", DEPOT))) & set(keys(undated))
