from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.places import world
from tests.places.world import WORLD, report

from sayso.contract import reading_from_json, reading_to_json
from sayso.places import Entry, Gazetteer, find
from sayso.records import Place, Reading, Text

PIECES = (
    "In", "near", "between", "and", "of", "the village of", "province", "about 12 km", "north-east", "west of", "Idlib",
    "Binnish", "Harim", "base", "hospital", "Syria", "Syrian-Lebanese border", ",", ".", "(", ")", "–", "al-", "Texas",
    "Paris", "road", "Mr", "said", "from", "to", "on the outskirts of", "X", "🙂", "إدلب",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map(" ".join)


def grounded(*paragraphs: str, outlet: str | None = None) -> dict[str, Place]:
    return {place.span.text: place for place in find(report(*paragraphs, outlet=outlet), (), WORLD)}


def test_a_known_place_has_coordinates_a_radius_and_reasons() -> None:
    place = grounded("A shell fell in Binnish in Syria.")["Binnish"]
    assert ("gazetteer", world.BINNISH.geonames, "SY", "Idlib") == (
        place.basis,
        place.geonames,
        place.country,
        place.admin1,
    )
    assert (35.96, 36.71, 2_000, 1) == (place.lat, place.lon, place.radius_m, place.precision)
    assert "The text says that it lies in Syria." in place.because


def test_a_province_is_stated_no_more_finely_than_a_province() -> None:
    place = grounded("A shell fell in Idlib province in Syria.")["Idlib"]
    assert ("Idlib", 50_000, 2) == (place.name, place.radius_m, place.precision)


def test_a_country_has_the_precision_of_a_country() -> None:
    assert 3 == grounded("A shell fell in Syria.")["Syria"].precision


def test_whoever_writes_from_a_place_named_like_its_country_is_in_the_town() -> None:
    country = Entry(61, "Djibouti", "DJ", None, None, "A.PCLI", 900_000, 11.5, 43.0, 80_000)
    town = Entry(62, "Djibouti", "DJ", "Djibouti", None, "P.PPLC", 620_000, 11.59, 43.15, 8_000)
    text = report("DJIBOUTI, 3 May —", "Rain fell in Djibouti.", first="dateline")
    assert [11.59, 11.5] == [place.lat for place in find(text, (), Gazetteer.of([(country, ()), (town, ())]))]


def test_the_runners_up_are_named() -> None:
    place = grounded("A shell fell in Tripoli.")["Tripoli"]
    assert [("Tripoli", "LB")] == [(rival.name, rival.country) for rival in place.runners_up]


def test_the_outlet_can_decide() -> None:
    assert "LB" == grounded("A shop opened in Zahle.", outlet="The Lebanese Sun")["Zahle"].country


def test_one_name_is_one_place_in_one_report() -> None:
    places = find(report("They met in Tripoli, Lebanon.", "A bus left Tripoli at noon."), (), WORLD)
    assert {"LB"} == {place.country for place in places}


def test_a_village_in_no_list_lies_where_the_text_says() -> None:
    places = grounded("They left the village of Harim, 12 km west of the city of Idlib in Syria.")
    village, city = places["Harim"], places["Idlib"]
    assert ("relative", "SY", city.id) == (village.basis, village.country, village.relation and village.relation.place)
    assert village.relation
    assert (270.0, 12_000.0) == (village.relation.bearing_deg, village.relation.distance_m)
    assert village.lon and city.lon and village.lon < city.lon


def test_a_village_told_once_keeps_its_place() -> None:
    places = find(report("They left the village of Harim, 12 km west of Idlib.", "Calm held in Harim."), (), WORLD)
    first, last = (place for place in places if place.span.text == "Harim")
    assert (first.lat, first.lon, "relative") == (last.lat, last.lon, last.basis)


def test_words_that_name_no_place_can_stand_for_one() -> None:
    place = grounded("A shell fell about 12 km north-east of Idlib.")["about 12 km north-east of Idlib"]
    assert ("relative", None) == (place.basis, place.name)
    assert place.radius_m and place.radius_m > world.IDLIB.radius_m


def test_an_unknown_place_in_a_known_area_is_somewhere_in_it() -> None:
    place = grounded("Rain fell in the Harim district of Idlib province in Syria.")["Harim"]
    assert ("relative", "Idlib", 50_000) == (place.basis, place.admin1, place.radius_m)


def test_a_town_of_another_country_is_not_meant_before_a_province_and_its_country() -> None:
    place = grounded("They met in Zahle, Texas, United States.")["Zahle"]
    assert ("relative", "US", "Texas") == (place.basis, place.country, place.admin1)


def test_an_unknown_camp_in_a_town_is_there_or_close_by() -> None:
    place = grounded("Rain fell on the Harim camp in Binnish in Syria.")["Harim camp"]
    assert ("relative", 35.96, 7_000) == (place.basis, place.lat, place.radius_m)


def test_an_unknown_place_that_is_not_described_is_unresolved() -> None:
    place = grounded("Rain fell in the village of Harim.")["Harim"]
    assert ("unresolved", None, None, None) == (place.basis, place.lat, place.radius_m, place.precision)


def test_an_unknown_place_lies_in_the_only_country_of_the_report() -> None:
    place = grounded("Rain fell in Idlib and in the village of Harim.")["Harim"]
    assert ("unresolved", "SY", None) == (place.basis, place.country, place.lat)


def test_an_unknown_place_lies_in_the_country_of_those_named_around_it() -> None:
    far = "They met in Tripoli, Libya. " * 6
    near = "Rain fell in Idlib, in Binnish, and in the village of Harim. Wind rose in Idlib and in Binnish in Syria."
    places = {place.span.text: place for place in find(report(far, near), (), WORLD)}
    assert ("unresolved", "SY") == (places["Harim"].basis, places["Harim"].country)
    assert "The places that the report names around it lie in Syria." in places["Harim"].because


def test_a_valley_is_wider_than_the_town_it_is_named_after() -> None:
    place = grounded("They fled to the Binnish valley in Syria.")["Binnish"]
    assert ("gazetteer", 35.96, 30_000) == (place.basis, place.lat, place.radius_m)


def test_a_river_is_not_the_town_of_its_name() -> None:
    places = find(report("They swam the Binnish river in Syria.", "Rain fell in Binnish, Syria."), (), WORLD)
    assert ["relative", "gazetteer"] == [place.basis for place in places if place.span.text == "Binnish"]


def test_what_a_headline_says_happened_is_no_village_near_a_town() -> None:
    assert {"near Binnish", "Binnish"} == set(grounded("Convoy near Binnish in Syria hit by a mine.")) - {"Syria"}
    assert "Harim" in grounded("Harim, near Binnish in Syria, was quiet.")


def test_a_base_takes_the_place_it_is_named_after() -> None:
    places = grounded("They left the village of Harim, west of the city of Idlib.", "Guards left the Harim base.")
    base, village = places["Harim base"], places["Harim"]
    assert ("relative", village.lat) == (base.basis, base.lat)
    assert base.radius_m and village.radius_m and base.radius_m > village.radius_m


def test_a_base_is_an_airfield_where_the_gazetteer_has_one() -> None:
    place = grounded("Planes left the Tabqa Air Base in Syria.")["Tabqa Air Base"]
    assert ("gazetteer", 3_000, 1) == (place.basis, place.radius_m, place.precision)


def test_a_hotel_without_a_name_can_be_told_by_a_base() -> None:
    places = grounded(
        "Guards left the Binnish base in Syria.",
        "They drove to the Lebanese hotel, opened by traders, some three km west of the Binnish base.",
    )
    hotel = places["Lebanese hotel"]
    assert hotel.relation
    assert ("relative", 3_000.0) == (hotel.basis, hotel.relation.distance_m)


def test_a_border_is_where_two_countries_meet() -> None:
    place = grounded("Clashes went on along the Syrian-Lebanese border.")["Syrian-Lebanese border"]
    assert ("relative", None, 3) == (place.basis, place.country, place.precision)


def test_a_border_named_by_one_country_is_that_with_the_country_of_the_report() -> None:
    places = grounded("Rain fell in Idlib and Binnish, near the border with Lebanon.")
    assert ("relative", 3) == (places["border with Lebanon"].basis, places["border with Lebanon"].precision)
    assert "Syria" in places["border with Lebanon"].because[0]


def test_a_border_with_nobody_knows_whom_is_left_out() -> None:
    assert "border with Lebanon" not in grounded("They crossed the border with Lebanon.")


@pytest.mark.parametrize("unit", ["in Zahle near Harim, ", "the village of Karm, a town in "])
def test_a_chain_of_places_told_by_each_other_ends(unit: str) -> None:
    assert find(report(unit * 2_000), (), WORLD)


def test_a_text_in_another_language_is_not_read() -> None:
    text = report("Idlib est calme.")
    assert () == find(Text(text.body, text.blocks, language="fr"), (), WORLD)


@given(PROSE)
def test_every_place_quotes_the_text_and_is_never_a_bare_point(body: str) -> None:
    text = report(body)
    places = find(text, (), WORLD)
    ids = {place.id for place in places}
    for place in places:
        assert body[place.span.start : place.span.end] == place.span.text
        assert (place.lat is None) == (place.radius_m is None) == (place.precision is None)
        assert place.relation is None or place.relation.place in ids
        assert place.because


@given(PROSE)
def test_places_survive_the_promised_json(body: str) -> None:
    text = report(body)
    reading = Reading("0" * 64, "none", text, places=find(text, (), WORLD))
    assert reading == reading_from_json(json.loads(json.dumps(reading_to_json(reading))))


@pytest.mark.parametrize("body", ["X", "In", "between and", "the of", "km west of", "al- -", "Idlib-", "-Idlib", "A-B"])
def test_scraps_are_no_trouble(body: str) -> None:
    assert all(place.basis in {"gazetteer", "unresolved"} for place in find(report(body), (), WORLD))
