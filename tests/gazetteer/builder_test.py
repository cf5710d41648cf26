"""What is made of the sources of the shipped gazetteer."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("gazetteer", reason="the builder does not stand beside these tests")

from gazetteer.airfields import airfields
from gazetteer.areas import Atlas, bare, first_level, second_level
from gazetteer.countries import countries
from gazetteer.settlements import proper, settlements, villages

INFO = (
    "#ISO\tname\nSY\tSYR\t760\tSY\tSyria\tDamascus\t185180\t100\tAS\t\t\t\t\t\t\tar-SY,ku\t163843\t\t\nAN\tANT"
    + "\t" * 17
)
OWN = "# code|middle|demonyms|others\nSY|35 38|Syrian; Siamese|Syrian Arab Republic\n"
ADMIN1 = "SY.11\tHoms Governorate\tHoms Governorate\t169575\nSY.99\tEmpty\tEmpty\t5\nAN.1\tGone\tGone\t6"
ADMIN2 = "SY.11.1\tTalbiseh District\tTalbiseh District\t7\nSY.11.2\tUpper District\tUpper District\t8"


def _city(number: int, name: str, people: int, point: tuple[float, float], *names: str) -> dict[str, Any]:
    return {
        "geonameid": number, "name": name, "alternatenames": list(names), "countrycode": "SY", "admin1code": "11",
        "population": people, "latitude": point[0], "longitude": point[1],
    }  # fmt: skip


CITIES = {
    "1": _city(1, "Homs", 700_000, (34.7, 36.7), "Hims", "حمص"),
    "2": _city(2, "Talbiseh", 30_000, (34.8, 36.7)),
    "3": _city(3, "Dimashq", 1_500_000, (33.5, 36.3), "Damascus"),
}
ATLAS = Atlas(countries(INFO, OWN), ADMIN1)
TOWNS = settlements(CITIES, ATLAS)


def test_countries_that_are_gone_stay_out() -> None:
    assert ["SY"] == list(ATLAS.countries)


def test_a_country_has_its_demonyms_and_their_plurals() -> None:
    assert ("Syrian Arab Republic", "Syrian", "Siamese", "Syrians") == ATLAS.countries["SY"].names


def test_a_country_is_not_known_by_three_letters() -> None:
    assert "SYR" not in ATLAS.countries["SY"].names  # for BEN, KEN and MAC are names of people and firms


def test_a_town_filed_wrongly_does_not_move_its_area() -> None:
    stray = _city(5, "Stray", 1_000, (45.0, 60.0))
    (area,) = first_level(ATLAS, settlements({**CITIES, "5": stray}, ATLAS))
    assert pytest.approx((34.15, 36.5), abs=0.01) == (area.lat, area.lon)


def test_a_country_of_arabic_is_spelt_freely() -> None:
    assert ATLAS.countries["SY"].spelt_freely


def test_a_country_reaches_as_far_as_its_area_and_its_towns() -> None:
    country = ATLAS.grounded(TOWNS)[0]
    assert (35.0, 38.0, 242_785) == (country.lat, country.lon, country.radius_m)


@pytest.mark.parametrize("name", ["HMS", "OSKL", "SYDAM1", "hms", "dyr alzwr", "huo mu si"])
def test_codes_and_what_a_machine_spelt_are_no_names(name: str) -> None:
    assert [] == proper([name])


@pytest.mark.parametrize("name", ["Hims", "حمص", "Химс", "al-Hasakah", "’s-Hertogenbosch", "ホムス"])
def test_names_in_any_script_are_names(name: str) -> None:
    assert [name] == proper([name])


def test_the_capital_is_known_by_its_name() -> None:
    assert ["P.PPL", "P.PPL", "P.PPLC"] == [town.feature for town in TOWNS]


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("homs", "Homs Governorate"),
        ("kharkiv", "Kharkivs’ka Oblast’"),
        ("anbar", "Muhafazat Anbar"),
        ("province", "Province"),
        ("quebec", "Québec"),
    ],
)
def test_an_area_is_named_without_the_word_for_its_kind(expected: str, name: str) -> None:
    assert expected == bare(name)


def test_an_area_is_placed_amid_its_towns_and_stands_behind_its_seat() -> None:
    (area,) = first_level(ATLAS, TOWNS)
    assert ("Homs Governorate", 2_230_000, 699_999) == (area.name, area.population, area.standing)
    assert pytest.approx((34.15, 36.5), abs=0.01) == (area.lat, area.lon)
    assert "حمص" in area.names


def test_a_large_area_lies_where_atlases_print_its_middle() -> None:
    atlas = Atlas(ATLAS.countries, ADMIN1, "# code|middle|name\nSY.11|34.5 38|Homs\n")
    (area,) = first_level(atlas, settlements(CITIES, atlas))
    assert (34.5, 38.0) == (area.lat, area.lon)
    assert area.radius_m > 100_000


def test_a_county_that_is_no_towns_namesake_lies_where_atlases_print_its_middle() -> None:
    atlas = Atlas(ATLAS.countries, ADMIN1, "SY.11.2|34.5 38|Upper District\n")
    _, upper = second_level(ADMIN2, atlas, TOWNS)
    assert (34.5, 38.0) == (upper.lat, upper.lon)
    assert upper.radius_m < second_level(ADMIN2, ATLAS, TOWNS)[1].radius_m


def test_a_village_of_the_same_name_is_not_the_seat_of_a_province() -> None:
    village = _city(4, "Homs", 10_000, (34.7, 36.9))
    (area,) = first_level(ATLAS, settlements({"3": CITIES["3"], "4": village}, ATLAS))
    assert 1_510_000 == area.standing


@pytest.mark.parametrize(
    ("other", "name"), [("north darfur", "Northern Darfur"), ("eastern ghouta", "East Ghouta"), ("homs", "Homs")]
)
def test_an_area_is_known_by_its_direction_in_either_form(other: str, name: str) -> None:
    atlas = Atlas(ATLAS.countries, f"SY.11\t{name}\t{name}\t5")
    (area,) = first_level(atlas, settlements(CITIES, atlas))
    assert other in area.names


def test_a_district_is_placed_at_the_town_it_is_named_after() -> None:
    district = second_level(ADMIN2, ATLAS, TOWNS)[0]
    assert ((34.8, 36.7), "Homs Governorate") == ((district.lat, district.lon), district.admin1)


def test_a_district_named_after_no_town_may_be_anywhere_in_its_province() -> None:
    (area,), district = first_level(ATLAS, TOWNS), second_level(ADMIN2, ATLAS, TOWNS)[1]
    assert (area.lat, area.lon, area.radius_m) == (district.lat, district.lon, district.radius_m)


AIRPORTS = (
    '1,"Far Air Base","Homs","Syria","","OS01",34.56,36.57,1,2,"E","Asia/Damascus","airport","OurAirports"\n'
    '2,"Quay \\"Old\\" International Airport","Homs","Elsewhere","","OS02",34.6,36.6,1,2,"E","","airport","x"\n'
    '3,"Lost Airport","","Nowhere","","OS03",-60.0,0.0,1,2,"E","","airport","x"\n'
)


def test_a_base_is_told_from_an_airport() -> None:
    assert ["S.AIRB", "S.AIRP"] == [field.feature for field in airfields(AIRPORTS, ATLAS, TOWNS)]


def test_an_airfield_lies_in_the_area_of_the_nearest_town() -> None:
    assert ("SY", "Homs Governorate") == (
        airfields(AIRPORTS, ATLAS, TOWNS)[1].country,
        airfields(AIRPORTS, ATLAS, TOWNS)[1].admin1,
    )


def test_an_airfield_is_known_by_its_shorter_names() -> None:
    names = [field.names for field in airfields(AIRPORTS, ATLAS, TOWNS)]
    assert [("Far Airbase",), ('Quay "Old" Airport',)] == names


def test_a_village_that_the_settlements_lack_lies_in_the_province_of_the_nearest() -> None:
    (village,) = villages("# a comment\nSY|34.9 36.8|Karm; Al-Karm\n", ATLAS, TOWNS)
    assert ("Karm", ("Al-Karm",), "Homs Governorate", 5_000) == (
        village.name,
        village.names,
        village.admin1,
        village.radius_m,
    )


def test_a_village_that_the_settlements_have_is_not_there_twice() -> None:
    assert [] == villages("SY|34.71 36.71|Hims\n", ATLAS, TOWNS)


def test_the_province_of_a_village_far_from_all_settlements_stays_open() -> None:
    (village,) = villages("SY|36.9 41.9|Karm\n", ATLAS, TOWNS)
    assert village.admin1 is None
