from __future__ import annotations

from tests.link.tellings import ATBARA, MARIB, SHABWA, killed, telling

from sayso.link import features
from sayso.link.days import days
from sayso.link.features import ELSEWHERE, NEVER
from sayso.link.telling import Spot, Telling

DEPOT = "A drone struck a fuel depot and killed three guards"


def weight(feature: features.Feature, one: Telling, other: Telling) -> float:
    return sum(remark.weight for remark in feature(one, other))


def test_one_day_speaks_for_and_two_days_apart_forbid() -> None:
    one = telling("a", DEPOT)
    assert weight(features.time, one, telling("b", DEPOT)) > 0
    assert weight(features.time, one, telling("b", DEPOT, "2031-04-10")) == NEVER


def test_a_day_that_is_only_mentioned_forbids_nothing() -> None:
    near = telling("b", DEPOT, "2031-04-10", dated=False)
    assert NEVER < weight(features.time, telling("a", DEPOT), near) < 0


def test_a_year_that_holds_the_day_says_little() -> None:
    assert weight(features.time, telling("a", DEPOT), telling("b", DEPOT, "2031")) <= 0


def test_no_time_says_nothing() -> None:
    assert 0 == weight(features.time, telling("a", DEPOT), telling("b", DEPOT, days=()))


def test_the_nearer_place_speaks_louder() -> None:
    one = telling("a", DEPOT)
    beside, away = (
        telling("b", DEPOT, spot=Spot("Sirwah", "YE", 15.45, 45.02, 10_000)),
        telling("c", DEPOT, spot=SHABWA),
    )
    assert weight(features.place, one, one) > weight(features.place, one, beside) > weight(features.place, one, away)


def test_another_country_speaks_against_as_loud_as_a_place_far_away() -> None:
    one = telling("a", DEPOT)
    assert weight(features.place, one, telling("b", DEPOT, spot=ATBARA)) == ELSEWHERE
    assert weight(features.place, telling("a", DEPOT, spot=Spot("x", "SD")), one) == ELSEWHERE


def test_a_place_that_is_in_no_list_is_known_by_its_name() -> None:
    one, other, third = (
        telling(report, DEPOT, spot=Spot(name, ""))
        for report, name in (("a", "Wadi Qalmun"), ("b", "Qalmoun"), ("c", "Barh"))
    )
    assert ["Both name the place Qalmun."] == [remark.because for remark in features.place(one, other)]
    assert [] == list(features.place(one, third))


def test_one_province_says_less_than_one_town() -> None:
    province = telling("a", DEPOT, spot=Spot("Marib Governorate", "YE", 15.46, 45.33, 90_000))
    assert (
        0
        < weight(features.place, province, telling("b", DEPOT))
        < weight(features.place, telling("a", DEPOT), telling("b", DEPOT))
    )


def test_a_place_or_a_day_that_the_other_report_names_too_forbids_nothing() -> None:
    one = telling("a", DEPOT)
    away = telling("b", DEPOT, "2031-04-12", spot=SHABWA, around=(MARIB, SHABWA), mentioned=days("2031-04-08"))
    assert weight(features.place, one, away) > 0 > weight(features.time, one, away) > NEVER


def test_who_only_denies_tells_of_no_type() -> None:
    protest = telling("b", DEPOT, types=frozenset({"PROTEST"}), denial=True)
    assert weight(features.kind, telling("a", DEPOT), protest) > 0


def test_other_types_of_event_speak_against() -> None:
    protest = telling("b", DEPOT, types=frozenset({"PROTEST"}))
    assert weight(features.kind, telling("a", DEPOT), protest) < weight(
        features.kind, telling("a", DEPOT), telling("b", DEPOT)
    )


def test_a_place_far_off_counts_less_against_those_who_name_the_same_people() -> None:
    one, far = telling("a", DEPOT, named="Salim Baharoun"), telling("b", DEPOT, spot=ATBARA)
    named = telling("b", DEPOT, spot=ATBARA, named="Salim Baharoun")
    assert ELSEWHERE == weight(features.place, one, far) < weight(features.place, one, named) < 0


def test_a_name_in_both_is_shown_as_written() -> None:
    one, other = telling("a", DEPOT, named="Salim Baharoun"), telling("b", DEPOT, named="Saleem Baharun")
    assert ["Both name Salim Baharoun."] == [remark.because for remark in features.actors(one, other)]


def test_one_toll_speaks_for_and_different_ones_hardly_against() -> None:
    three, eight = (telling("a", DEPOT, counts=frozenset({killed(number)})) for number in (3, 8))
    assert weight(features.tolls, three, three) > 0 > weight(features.tolls, three, eight) > -1


def test_two_words_of_two_are_no_proof() -> None:
    short, long = telling("b", "fuel depot"), telling("c", DEPOT)
    assert weight(features.wording, long, long) > weight(features.wording, long, short)


def test_every_remark_is_a_sentence() -> None:
    one, other = telling("a", DEPOT, named="Baharoun"), telling("b", DEPOT, spot=MARIB, named="Baharoun")
    assert all(remark.because.endswith(".") for remark in features.remarks(one, other))
