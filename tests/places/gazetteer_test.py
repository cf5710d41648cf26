"""Looking a name up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import NotFound
from sayso.places.build import About, Named, build
from sayso.places.gazetteer import MOST, SHIPPED, Entry, Gazetteer
from sayso.places.layout import open_file

HOMS = Entry(169577, "Homs", "SY", "Homs", None, "P.PPL", 775404, 34.72405, 36.72559, 7000)
SYRIA = Entry(163843, "Syria", "SY", None, None, "A.PCLI", 16906283, 35.0, 38.0, 400000)
SMALL = Gazetteer.of([(HOMS, ("Hims", "حمص")), (SYRIA, ("Syrian", "the Syrian Arab Republic"))])


@pytest.mark.parametrize("name", ["Homs", "homs", "Hims", "حمص"])
def test_a_place_is_found_by_any_of_its_names(name: str) -> None:
    assert (HOMS,) == SMALL.lookup(name)


def test_a_name_of_nothing_finds_nothing() -> None:
    assert () == SMALL.lookup("Zzyzx")


def test_a_place_is_found_by_its_number() -> None:
    assert HOMS == SMALL.entry(169577)


def test_a_number_of_nothing_is_an_error() -> None:
    with pytest.raises(NotFound):
        SMALL.entry(1)


def test_a_country_is_found_by_its_demonym() -> None:
    assert SYRIA == SMALL.country("Syrian")


def test_a_town_is_no_country() -> None:
    with pytest.raises(NotFound):
        SMALL.country("Homs")


# ---- order ----

NAMESAKE = replace(HOMS, geonames=1, country="XX", population=900)
BY_KEY = replace(HOMS, geonames=2, name="Hims", country="XX", population=5_000_000)


def test_a_name_letter_for_letter_comes_before_a_larger_place_of_the_same_key() -> None:
    found = Gazetteer.of([(BY_KEY, ()), (NAMESAKE, ())]).lookup("Homs")
    assert [(1, True), (2, False)] == [(entry.geonames, entry.exact) for entry in found]


def test_of_two_places_of_one_name_the_larger_comes_first() -> None:
    assert [169577, 1] == [entry.geonames for entry in Gazetteer.of([(NAMESAKE, ()), (HOMS, ())]).lookup("Homs")]


def test_a_name_of_very_many_places_is_answered_with_the_largest() -> None:
    many = [(replace(HOMS, geonames=number, population=number), ()) for number in range(1, 200)]
    found = Gazetteer.of(many).lookup("Homs")
    assert list(range(199, 199 - MOST, -1)) == [entry.geonames for entry in found]


# ---- several files ----


def test_a_place_of_two_files_is_told_once_as_the_last_file_tells_it(tmp_path: Path) -> None:
    files = [tmp_path / "old.gaz", tmp_path / "new.gaz"]
    for file, lat in zip(files, (34.0, 34.5), strict=True):
        place = Named(7, "Tall", (), "SY", None, None, "P.PPL", 100, lat, 36.0, 1000, standing=100)
        file.write_bytes(build([place], About("test", "none")))
    found = Gazetteer.open(files[0], files[1:])
    assert ([34.5], 34.5) == ([entry.lat for entry in found.lookup("Tall")], found.entry(7).lat)


# ---- what is shipped ----


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize("name", ["Hassakeh", "Al-Hasakah", "Haseke", "الحسكة"])
def test_a_town_is_found_in_every_spelling(shipped: Gazetteer, name: str) -> None:
    assert 173811 == shipped.lookup(name)[0].geonames


@pytest.mark.parametrize("name", ["Syria", "Syrian", "Syrians", "the Syrian Arab Republic", "SY"])
def test_a_country_is_found_by_name_demonym_and_code(shipped: Gazetteer, name: str) -> None:
    assert 163843 == shipped.country(name).geonames


def test_a_province_is_found_behind_the_city_it_is_named_after(shipped: Gazetteer) -> None:
    assert ["P.PPL", "A.ADM1"] == [entry.feature for entry in shipped.lookup("Homs")[:2]]


def test_an_air_base_is_found_and_has_no_geonames_number(shipped: Gazetteer) -> None:
    found = shipped.lookup("Al Asad Air Base")[0]
    assert (None, "S.AIRB", "IQ") == (found.geonames, found.feature, found.country)


def test_the_files_that_are_shipped_name_their_licences() -> None:
    licences = [open_file(path).header["licence"] for path in SHIPPED]
    assert ["CC BY 4.0, GeoNames (geonames.org)", "ODbL 1.0, OpenFlights (openflights.org)"] == licences


def test_what_is_shipped_takes_no_more_than_thirty_megabytes() -> None:
    assert 30_000_000 >= sum(path.stat().st_size for path in SHIPPED)


def test_the_best_known_places_are_countries(shipped: Gazetteer) -> None:
    assert {"A.PCLI"} == {entry.feature for entry in shipped.best_known(200)}
