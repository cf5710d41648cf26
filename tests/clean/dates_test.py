from datetime import date

import pytest

from sayso.clean.dates import (
    DATELINE,
    GIVEN,
    TOP,
    changed,
    choose,
    dates_in,
    from_stamp,
    from_url,
    given,
    in_text,
    is_date_line,
    zone_of,
)
from sayso.records import DateCandidate

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        "16 January 2024",
        "January 16, 2024",
        "Jan. 16, 2024",
        "16th of January 2024",
        "2024-01-16",
        "16.01.2024",
        "16/1/2024",
        "1/16/2024",
    ],
)
def test_a_full_date_is_read_in_many_forms(text: str) -> None:
    assert ["2024-01-16"] == [value for value, _, _ in dates_in(f"Posted {text} in Sirte")]


@pytest.mark.parametrize("text", ["5/6/2024", "31 February 2024", "January 2024", "16 January"])
def test_what_is_ambiguous_impossible_or_partial_is_left_out(text: str) -> None:
    assert [] == list(dates_in(text))


@pytest.mark.parametrize(
    ("stamp", "zone", "expected"),
    [
        ("2024-02-10T23:40:00+02:00", None, ("2024-02-10", "Etc/GMT-2")),
        ("2024-02-10T23:40:00Z", None, ("2024-02-10", None)),
        ("2024-02-10T23:40:00Z", "Asia/Damascus", ("2024-02-11", None)),
        ("2024-02-10 23:40", None, ("2024-02-10", None)),
        ("10 February 2024", None, ("2024-02-10", None)),
        ("2024-02-31T10:00:00Z", None, None),
        ("soon", None, None),
    ],
)
def test_a_stamp_gives_the_day_in_the_outlet_s_own_zone(
    stamp: str, zone: str | None, expected: tuple[str, str | None] | None
) -> None:
    assert expected == from_stamp(stamp, zone)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [("+03:00", "Etc/GMT-3"), ("-05:00", "Etc/GMT+5"), ("+04:30", "Asia/Kabul"), ("Z", None), ("+00:00", None)],
)
def test_an_offset_names_a_zone_but_utc_does_not(offset: str, zone: str | None) -> None:
    assert zone == zone_of(offset)


def test_an_address_may_hold_the_day() -> None:
    found = from_url("https://orontes.example/2024/1/16/guards")
    assert found is not None
    assert "2024-01-16" == found.edtf


@pytest.mark.parametrize("url", [None, "https://orontes.example/guards-2024", "https://orontes.example/2024/13/40/x"])
def test_an_address_without_a_day_gives_none(url: str | None) -> None:
    assert from_url(url) is None


def test_the_text_dates_itself_at_the_top_in_the_dateline_and_below() -> None:
    found = in_text(
        ["Published 3 May 2024"], "SIRTE, May 4, 2024 (Nahr Wire) - Two guards", ["First published 5 May 2024"]
    )
    assert [("2024-05-03", TOP), ("2024-05-04", DATELINE), ("2024-05-05", "the bottom of the text")] == [
        (item.edtf, item.found_in) for item in found
    ]


def test_a_date_in_running_text_says_nothing_of_publication() -> None:
    assert () == in_text([], "The store was built on 3 May 1990 and burned down.", ["It reopened on 5 May 2001."])


@pytest.mark.parametrize("text", ["16 January 2024", "Sirte, 16 January 2024", "Tuesday 16 January 2024 14:05 GMT"])
def test_a_line_may_be_only_a_date(text: str) -> None:
    assert is_date_line(text)


def test_what_is_given_comes_first_and_the_rest_say_why_not() -> None:
    told = choose([given("2024-05-02T10:00:00+03:00"), DateCandidate("2024-05-03", "JSON-LD datePublished")], TODAY)
    assert [("2024-05-02", GIVEN, True), ("2024-05-03", "JSON-LD datePublished", False)] == [
        (item.edtf, item.found_in, item.chosen) for item in told
    ]
    assert all(item.because for item in told)


def test_a_date_of_change_is_never_chosen() -> None:
    assert [False] == [item.chosen for item in choose([changed("2024-05-03", "JSON-LD dateModified")], TODAY)]


def test_a_date_in_the_future_is_never_chosen() -> None:
    assert [False, True] == [
        item.chosen for item in choose([DateCandidate("2031-01-01", TOP), DateCandidate("2024-01-01", TOP)], TODAY)
    ]


def test_an_edtf_given_by_the_user_is_left_as_it_is() -> None:
    assert ["2024-01", "2024-01-14/2024-01-16"] == [given(value).edtf for value in ("2024-01", "2024-01-14/2024-01-16")]
