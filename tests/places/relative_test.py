from __future__ import annotations

import pytest
from tests.places.world import WORLD, report

from sayso.places import relative
from sayso.places.geodesy import Circle
from sayso.places.relative import Description, circle
from sayso.places.toponyms import find

TOWN = Circle(35.9, 36.6, 4_000)


def described(sentence: str) -> list[Description]:
    text = report(sentence)
    return relative.find(text.body, find(text, (), WORLD).toponyms)


def only(sentence: str) -> Description:
    (found,) = described(sentence)
    return found


@pytest.mark.parametrize(
    ("words", "bearing", "distance", "precision"),
    [
        ("about 12 km north-east of Idlib", 45, 12_000, 1_000),
        ("12 km northeast of Idlib", 45, 12_000, 500),
        ("30 kilometres south of the city of Idlib", 180, 30_000, 5_000),
        ("three miles west of Idlib", 270, 4_828, 805),
        ("2.5 km to the south-west of Idlib", 225, 2_500, 50),
        ("800 metres east of Idlib", 90, 800, 5),
        ("40 nautical miles west of Idlib", 270, 74_080, 9_260),
        ("60 nm off Idlib", None, 111_120, 9_260),
        ("30 km (19 miles) north of Idlib", 0, 30_000, 5_000),
        ("15 km from Idlib", None, 15_000, 500),
        ("west of the city of Idlib", 270, None, 0),
    ],
)
def test_distance_and_bearing_are_read(
    words: str, bearing: float | None, distance: float | None, precision: float
) -> None:
    found = only(f"A shell fell {words}.")
    assert (words, bearing) == (found.span.text, found.bearing_deg)
    assert (distance, precision) == (found.distance_m and round(found.distance_m), round(found.precision_m))


@pytest.mark.parametrize(
    ("sentence", "sort", "words"),
    [
        ("Trucks wait between Idlib and Binnish.", "between", "between Idlib and Binnish"),
        ("Trucks wait on the Idlib-Binnish road.", "between", "Idlib-Binnish road"),
        ("They shut the road from Idlib to Binnish.", "between", "road from Idlib to Binnish"),
        ("A shell fell on the outskirts of Idlib.", "edge", "on the outskirts of Idlib"),
        ("A shell fell near the town of Binnish.", "near", "near the town of Binnish"),
    ],
)
def test_other_descriptions_are_read(sentence: str, sort: str, words: str) -> None:
    found = only(sentence)
    assert (sort, words) == (found.sort, found.span.text)


@pytest.mark.parametrize(
    "sentence",
    ["Talks between Syria and Lebanon failed.", "A shell fell in Idlib.", "It is 12 km long. Idlib is near."],
)
def test_what_puts_nothing_anywhere_is_no_description(sentence: str) -> None:
    assert [] == described(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "They left the village of Harim, west of the city of Idlib.",
        "They left the village of Harim, located some 12 km west of Idlib.",
        "They left the village of Harim (3 km from Idlib).",
        "They left the village of Harim, held by nobody since the rains, 12 km west of Idlib.",
    ],
)
def test_a_description_belongs_to_the_name_before_it(sentence: str) -> None:
    assert (0, (1,)) == (only(sentence).target, only(sentence).anchors)


def test_a_description_after_another_sentence_stands_for_itself() -> None:
    assert only("They left the village of Harim. A shell fell 12 km west of Idlib.").target is None


def test_an_area_after_in_holds_the_name_outright_and_after_a_comma_perhaps() -> None:
    text = report("They left Binnish in Idlib province for Paris, Texas.")
    found = relative.containers(text.body, find(text, (), WORLD).toponyms)
    assert {0: (1, True), 2: (3, False)} == found


def test_near_reaches_beyond_the_town() -> None:
    found = circle(only("A shell fell near Binnish."), [TOWN])
    assert (TOWN.lat, TOWN.lon) == (found.lat, found.lon)
    assert found.radius_m > TOWN.radius_m


def test_a_direction_without_a_distance_holds_the_edge_of_the_town() -> None:
    found = circle(only("They fled west of Idlib."), [TOWN])
    assert found.lon < TOWN.lon
    assert found.radius_m > 10_000


def test_a_direction_from_a_whole_province_says_no_more_than_the_province() -> None:
    province = Circle(35.8, 36.6, 50_000)
    assert province == circle(only("They fled west of Idlib."), [province])


def test_a_border_is_named_by_both_countries() -> None:
    body = "Clashes on the Syrian-Lebanese border and the border between Iraq and Iran"
    found = [(span.text, one, other) for span, one, other in relative.borders(body, 0, len(body))]
    assert [
        ("Syrian-Lebanese border", "Syrian", "Lebanese"),
        ("border between Iraq and Iran", "Iraq", "Iran"),
    ] == found


def test_a_border_may_be_named_by_one_country() -> None:
    body = "Shells fell near the Malian border and at the border with Chad"
    found = [(span.text, one, other) for span, one, other in relative.borders(body, 0, len(body))]
    assert [("the Malian border", "Malian", ""), ("border with Chad", "Chad", "")] == found


def test_the_names_of_a_list_stand_together() -> None:
    text = report("They met in Idlib, Binnish and Zahle. Later a bus left Tripoli.")
    names = find(text, (), WORLD).toponyms
    lists = relative.lists(text.body, names)
    assert [[0, 1, 2]] * 3 == [list(lists[number]) for number in range(3)]
    assert 3 not in lists
