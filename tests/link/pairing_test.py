from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import ATBARA, MARIB, SHABWA, killed, telling

from sayso.link.incidents import compare, group, keys, signature
from sayso.link.telling import Spot, Telling

DEPOT = "A drone struck a fuel depot near the refinery and killed three guards"
AGAIN = "Three guards died when a drone hit the fuel depot at the refinery"
MARKET = "Gunmen robbed traders at a livestock market"

STORY = (
    telling("a", DEPOT, counts=frozenset({killed(3)})),
    telling("b", AGAIN, spot=Spot("Safer", "YE", 15.5, 45.5, 12_000), counts=frozenset({killed(3)})),
    telling("c", "The refinery's depot burned after a drone struck it, killing five guards"),
    telling("d", DEPOT, day="2031-04-12"),
    telling("e", MARKET, spot=SHABWA),
    telling("f", "A drone struck a fuel depot at the airfield", spot=ATBARA),
    telling("g", "Men on motorcycles robbed traders at the livestock market of Ataq", spot=SHABWA),
)


def members(tellings: tuple[Telling, ...]) -> list[list[str]]:
    return [[one.report for one in incident.tellings] for incident in group(tellings)]


def test_two_reports_of_one_occurrence_are_joined() -> None:
    assert [["a", "b"]] == members(STORY[:2])


def test_the_same_town_and_weapon_four_days_later_is_another_occurrence() -> None:
    assert [["a"], ["d"]] == members((STORY[0], STORY[3]))


def test_the_same_day_and_weapon_in_another_country_is_another_occurrence() -> None:
    assert [["a"], ["f"]] == members((STORY[0], STORY[5]))


def test_all_stories_of_a_week_fall_into_their_occurrences() -> None:
    assert [["a", "b", "c"], ["d"], ["e", "g"], ["f"]] == members(STORY)


@given(st.permutations(STORY))
def test_the_order_of_reports_does_not_matter(shuffled: list[Telling]) -> None:
    assert group(STORY) == group(shuffled)


def test_twenty_orders_of_a_hundred_tellings_give_the_same_incidents() -> None:
    many = [replace(one, report=f"{one.report}{n}", id=f"{one.report}{n}:v1") for n in range(15) for one in STORY]
    expected = group(many)
    for seed in range(20):
        random.Random(seed).shuffle(many)
        assert expected == group(many)


def test_the_same_report_twice_changes_nothing() -> None:
    assert group(STORY) == group(STORY * 2)


def test_two_occurrences_of_one_report_stay_two() -> None:
    second = replace(telling("a", AGAIN), id="a:v2")
    assert [["a"], ["a"]] == members((STORY[0], second))


def test_a_report_that_only_resembles_one_of_two_is_not_drawn_in() -> None:
    far = telling("h", AGAIN, day="2031-04-10", counts=frozenset({killed(3)}))
    assert ["h"] in members((*STORY[:3], far))


def test_every_join_carries_its_reasons() -> None:
    (incident,) = group(STORY[:2])
    assert 2 == len(incident.because)
    assert all("tells of what" in sentence and "Both" in sentence for sentence in incident.because)


def test_a_copy_is_joined_for_being_one() -> None:
    copy = replace(STORY[0], report="z", id="z:v1")
    assert ("z tells it as a does, word for word.",) == group((STORY[0], copy))[0].because


def test_thousands_of_copies_cost_as_much_as_one() -> None:
    copies = [replace(STORY[0], report=f"r{n}", id=f"r{n}:v1") for n in range(5000)]
    (incident,) = group(copies)
    assert 5000 == len(incident.tellings)
    assert 1 == len({signature(one) for one in copies})


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
