from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bargemen import BODY, BY_CLERK, FIRED, READING, words

from sayso.occurrences import TOLD, Occurrence, occurrences, radius, sites, toll
from sayso.records import Certainty, Event, Polarity, Toll
from sayso.spans import cut


def test_an_event_comes_with_who_to_whom_where_when_and_by_which_claims_it_is_told() -> None:
    (found,) = occurrences(READING)

    assert [("The guard of the lock", "Lock Guard of Aden")] == [(one.span.text, one.name) for one in found.actors]
    assert [("two bargemen", None)] == [(one.span.text, one.name) for one in found.recipients]
    assert (READING.places[2], READING.times[0], ("c1",)) == (found.place, found.time, found.claims)
    assert ("attack", "done") == (found.kind, found.told)


def test_where_it_was_is_told_from_where_the_speaker_stood_and_where_it_was_written() -> None:
    (found,) = occurrences(READING)

    assert ("Mukalla", "ADEN") == (found.spoken_at and found.spoken_at.text, found.written_at and found.written_at.text)


def test_a_place_in_what_is_said_is_not_where_it_was_said() -> None:
    whole = words("said in Mukalla on Tuesday, fired on two bargemen near Shibam")
    wide = replace(BY_CLERK, content=(cut(BODY, whole.start + 5, whole.end),))

    assert [None] == [found.spoken_at for found in occurrences(replace(READING, claims=(wide,)))]


def test_nothing_is_made_of_an_event_that_names_nothing() -> None:
    bare = replace(READING, places=(), events=(Event("v1", words("fired on"), "BLINK", place="p9", time="t9"),))
    (found,) = occurrences(replace(bare, claims=(), times=()))

    assert Occurrence(bare.events[0]) == found
    assert "blink" == found.kind


@pytest.mark.parametrize(
    ("polarity", "certainty", "words"),
    [
        ("positive", "certain", "told as done"),
        ("positive", "probable", "told as probable"),
        ("positive", "possible", "told as possible, planned or feared"),
        ("negative", "certain", "told as not done"),
        ("negative", "possible", "told as not done"),
    ],
)
def test_an_event_is_worded_no_more_surely_than_it_is_told(
    polarity: Polarity, certainty: Certainty, words: str
) -> None:
    assert words == TOLD[Occurrence(replace(FIRED, polarity=polarity, certainty=certainty)).told]


def test_mentions_of_one_place_are_one_site() -> None:
    assert [("p1",), ("p2",), ("p3", "p4")] == [site.ids for site in sites(READING)]


def test_the_same_words_for_two_points_are_two_sites() -> None:
    told = tuple(
        replace(one, basis="relative", geonames=None, lat=float(at), lon=0.0) for at, one in enumerate(READING.places)
    )

    assert 4 == len(sites(replace(READING, places=told)))
    assert 3 == len(sites(replace(READING, places=tuple(replace(one, lat=1.0) for one in told))))


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (0, "within about 100 m"),
        (510, "within about 600 m"),
        (1_000, "within about 1 km"),
        (5_400, "within about 6 km"),
        (20_000, "within about 20 km"),
        (20_001, "within about 25 km"),
        (101_000, "within about 110 km"),
        (1_230_000, "within about 1,250 km"),
    ],
)
def test_a_radius_is_rounded_up(metres: int, said: str) -> None:
    assert said == radius(metres)


@given(st.integers(1_000, 20_000_000))
def test_a_radius_is_never_said_more_finely_than_it_is_known(metres: int) -> None:
    said = int(radius(metres).split()[2].replace(",", "")) * 1_000
    assert metres <= said <= metres * 2


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(7, 7, "7 killed"), (12, None, "at least 12 killed"), (3, 5, "3 to 5 killed"), (1200, 1200, "1,200 killed")],
)
def test_a_toll_is_said_as_a_range(low: int, high: int | None, said: str) -> None:
    assert said == toll(Toll("killed", low, high, words("two bargemen")))
