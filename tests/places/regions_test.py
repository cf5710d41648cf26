from __future__ import annotations

from tests.places.world import WORLD, report

from sayso.places import find
from sayso.places.lexicon import load
from sayso.places.regions import named


def test_a_continent_is_known_by_its_name() -> None:
    (africa,) = named("Africa")
    assert ("L.CONT", "") == (africa.feature, africa.country)


def test_a_region_of_one_country_has_that_country() -> None:
    assert ["SD"] == [entry.country for entry in named("darfur")]


def test_other_names_are_no_regions() -> None:
    assert () == named("Binnish")


def test_every_region_lies_on_the_globe_and_has_a_reach() -> None:
    for group in load("regions.toml").values():
        for lat, lon, reach, *_ in group.values():
            assert -90 <= lat <= 90
            assert -180 <= lon <= 180
            assert 3 <= reach <= 9_000


def test_a_region_is_found_in_a_report() -> None:
    (place,) = find(report("Rain fell in the Sahel."), (), WORLD)
    assert ("gazetteer", "Sahel", None, 3) == (place.basis, place.name, place.country, place.precision)


def test_a_river_is_no_more_finely_told_than_its_course() -> None:
    (place,) = find(report("They crossed the Euphrates at night."), (), WORLD)
    assert ("Euphrates", 3) == (place.name, place.precision)


def test_a_site_is_known_in_company_of_its_country() -> None:
    (place, _) = find(report("Lorries left the Bab al-Hawa crossing in Syria."), (), WORLD)
    assert ("gazetteer", "Bab al-Hawa", "SY", 1) == (place.basis, place.name, place.country, place.precision)


def test_a_plant_is_not_the_town_that_it_is_named_after() -> None:
    (place, *_) = find(report("Fires burned at the Zaporizhzhia nuclear power plant in Ukraine."), (), WORLD)
    assert "Zaporizhzhia Nuclear Power Plant" == place.name


def test_marks_on_letters_and_an_article_say_nothing_about_a_region() -> None:
    assert named("Tierra Caliente") == named("tierra caliente") == named("the Tierra Caliente")
