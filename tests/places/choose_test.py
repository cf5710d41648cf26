from __future__ import annotations

from dataclasses import replace

import pytest
from tests.places import world
from tests.places.world import WORLD, report

from sayso.places.choose import FEATURES, Choice, Question, Scene, countries, lies_in, settle
from sayso.places.company import Company
from sayso.places.evidence import Kind
from sayso.places.gazetteer import Entry
from sayso.places.geodesy import distance_m
from sayso.places.toponyms import find

QUIET = Scene({})


def asked(name: str, kind: Kind = "", *, inside: tuple[Entry, ...] = (), nation: str | None = None) -> Question:
    return Question(name, kind, WORLD.lookup(name), inside, nation)


def chosen(question: Question, scene: Scene = QUIET) -> Entry | None:
    return settle([question], scene)[0].entry


def test_without_further_words_the_largest_town_is_meant() -> None:
    assert world.PARIS == chosen(asked("Paris"))


def test_the_country_that_the_report_names_decides() -> None:
    assert world.TRIPOLI_LB == chosen(asked("Tripoli"), Scene({"LB": 3}))


def test_the_area_that_the_text_names_decides() -> None:
    assert world.PARIS_TEXAS == chosen(asked("Paris", inside=(world.TEXAS,)))


def test_the_adjective_of_a_country_decides() -> None:
    assert world.TRIPOLI_LB == chosen(asked("Tripoli", nation="LB"))


def test_the_other_places_of_the_report_decide() -> None:
    assert world.TRIPOLI_LB == settle([asked("Tripoli"), asked("Zahle")], QUIET)[0].entry


def test_a_reason_names_another_place_as_it_was_settled_in_the_end() -> None:
    tripoli, zahle = settle([asked("Tripoli"), asked("Zahle")], QUIET)
    assert tripoli.entry
    assert zahle.entry
    away = distance_m(tripoli.entry.lat, tripoli.entry.lon, zahle.entry.lat, zahle.entry.lon) / 1000

    assert f"It lies {away:.0f} km from Tripoli, which the report also names." in zahle.because


def test_the_outlet_s_country_counts_for_less_than_a_country_named() -> None:
    assert world.TRIPOLI_LY == chosen(asked("Tripoli"), Scene({"LY": 1}, outlet="LB"))


def test_a_province_is_meant_where_the_text_says_so() -> None:
    assert world.IDLIB_PROVINCE == chosen(asked("Idlib", "area"), Scene({"SY": 1}))


def test_a_town_is_meant_where_its_province_is_named_after_it() -> None:
    assert world.IDLIB == chosen(asked("Idlib"), Scene({"SY": 1}))


def test_a_small_town_in_a_country_that_nobody_speaks_of_is_no_guess() -> None:
    choice = settle([asked("Hammond")], Scene({"SY": 4}))[0]
    assert choice.entry is None
    assert ("nothing in the report speaks of that country" in choice.because[0], (world.HAMMOND,)) == (
        True,
        choice.runners_up,
    )


def test_a_place_that_the_text_puts_elsewhere_is_not_the_one() -> None:
    choice = settle([asked("Binnish", inside=(world.LIBYA,))], Scene({"SY": 2}))[0]
    assert (None, "puts it elsewhere" in choice.because[0]) == (choice.entry, True)


def test_a_name_of_nothing_is_no_place() -> None:
    assert Choice(None, ()) == settle([asked("Kafr Zita")], QUIET)[0]


def test_a_choice_says_why_and_who_came_next() -> None:
    choice = settle([asked("Tripoli")], Scene({"LB": 3}))[0]
    assert "The report speaks of LB 3 times." in choice.because
    assert [world.TRIPOLI_LY] == [entry for entry in choice.runners_up if entry.feature == "P.PPLC"]


@pytest.mark.parametrize("name", ["Tripoli", "Idlib", "Paris"])
def test_every_feature_explains_itself_and_is_bounded(name: str) -> None:
    question = asked(name)
    for feature in FEATURES:
        assert feature.__doc__
        for entry in question.entries:
            assert (
                -5 <= feature(entry, question, Scene({"LB": 2}, "LY", Company.of({"Zahle": world.ZAHLE}))).points <= 5
            )


def test_countries_are_counted_by_name_and_by_nationality() -> None:
    found = find(report("Syrian troops left Lebanon. The Lebanese army stayed in Lebanon."), (), WORLD)
    assert {"SY": 1, "LB": 3} == countries(found.toponyms, found.nations)


@pytest.mark.parametrize(
    ("area", "inside"), [(world.SYRIA, True), (world.IDLIB_PROVINCE, True), (world.TEXAS, False), (world.LIBYA, False)]
)
def test_a_place_lies_in_its_country_and_its_province(area: Entry, inside: bool) -> None:
    assert inside == lies_in(world.BINNISH, area)


def test_a_town_does_not_take_the_name_of_a_country() -> None:
    village = Entry(1, "Lebanon", "US", "Texas", None, "P.PPL", 30_000, 33.0, -96.0, 2_000)
    question = Question("Lebanon", "", (world.LEBANON, village))
    assert world.LEBANON == chosen(question, Scene({"US": 9}))
    assert village == chosen(Question("Lebanon", "", question.entries, inside=(world.TEXAS,)), Scene({"US": 9}))


def test_a_natural_feature_is_not_the_town_of_its_name() -> None:
    choice = settle([asked("Paris", "nature")], QUIET)[0]
    assert (None, "natural feature" in choice.because[0]) == (choice.entry, True)


def test_a_capital_needs_nobody_to_speak_of_its_country() -> None:
    assert world.TRIPOLI_LY == chosen(asked("Tripoli"), Scene({"US": 2}))


def test_another_spelling_far_from_the_report_is_no_guess() -> None:
    entry = Entry(2, "Zahla", "LB", None, None, "P.PPL", 78_000, 33.85, 35.9, 3_000, exact=False)
    choice = settle([Question("Zahlah", "", (entry,))], Scene({"US": 2}))[0]
    assert (None, "far from this report" in choice.because[0]) == (choice.entry, True)


def test_the_company_of_other_places_is_a_reason() -> None:
    choice = settle([asked("Tripoli"), asked("Zahle")], QUIET)[0]
    assert "Most other places that the report names lie in LB." in choice.because


def test_a_province_is_meant_in_a_list_of_provinces() -> None:
    city = Entry(31, "New York", "US", "New York", None, "P.PPL", 8_000_000, 40.7, -74.0, 30_000)
    state = Entry(32, "New York", "US", "New York", None, "A.ADM1", 19_000_000, 43.0, -75.0, 300_000)
    name = Question("New York", "", (city, state))
    listed = replace(name, beside=frozenset({"Texas"}))
    assert [city, state] == [settle([one, asked("Texas")], QUIET)[0].entry for one in (name, listed)]


def test_another_spelling_is_no_guess_however_large_the_town() -> None:
    entry = Entry(2, "Karbala", "IQ", None, None, "P.PPL", 1_200_000, 32.6, 44.0, 10_000, exact=False)
    assert settle([Question("Rableh", "", (entry,))], QUIET)[0].entry is None
    assert entry == settle([Question("Kerbela", "", (entry,))], Scene({"IQ": 2}))[0].entry


def test_a_stretch_of_land_may_be_named_after_a_town() -> None:
    assert world.BINNISH == chosen(asked("Binnish", "land"), Scene({"SY": 2}))


def test_a_large_province_of_a_small_seat_is_meant_by_its_name() -> None:
    seat = Entry(41, "Kebek", "CA", "Kebek", None, "P.PPL", 500_000, 46.8, -71.2, 7_000)
    province = Entry(42, "Kebek", "CA", "Kebek", None, "A.ADM1", 8_000_000, 53.0, -70.0, 700_000)
    for people, meant in ((500_000, province), (5_000_000, seat)):
        town = replace(seat, population=people)
        found = settle([Question("Kebek", "", (town, province))], Scene({"CA": 1}))[0].entry
        assert meant.feature == (found and found.feature)


def test_what_may_be_no_place_is_no_company() -> None:
    hammond, tripoli = asked("Hammond"), asked("Tripoli")
    assert settle([hammond, asked("Texas")], QUIET)[0].entry == world.HAMMOND
    assert world.TRIPOLI_LY == settle([tripoli, replace(asked("Zahle"), sure=False)], QUIET)[0].entry


def test_two_countries_of_one_name_are_told_apart_by_the_other_places() -> None:
    large = Entry(51, "Large Lebanon", "SY", None, None, "A.PCLI", 80_000_000, 35.0, 38.0, 500_000)
    small = replace(world.LEBANON, name="Small Lebanon")
    shared = Question("Lebanon", "", (large, small))
    assert large == settle([shared], QUIET)[0].entry
    assert small == settle([shared, asked("Zahle")], QUIET)[0].entry


def test_a_site_lies_in_the_area_around_it() -> None:
    site = Entry(None, "Karm Gate", "SY", None, None, "S", 0, 35.85, 36.65, 3_000)
    assert lies_in(site, world.IDLIB_PROVINCE)
    assert lies_in(site, world.SYRIA)
    assert not lies_in(replace(site, lat=32.6), world.IDLIB_PROVINCE)


def test_a_capital_is_meant_before_a_province_of_its_name() -> None:
    state = Entry(81, "Paris", "FR", "Elsewhere", None, "A.ADM1", 6_000_000, 47.5, -2.5, 280_000)
    assert world.PARIS == settle([Question("Paris", "", (state, world.PARIS))], Scene({"FR": 1}))[0].entry
