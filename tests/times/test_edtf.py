from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.times.edtf import cover, day, interval, month, moved, moved_month, season, year


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-01-16", "2024-01-16", "2024-01-16"),
        ("2024-01-16~", "2024-01-16", "2024-01-16"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2024-01-30/2024-02", "2024-01-30", "2024-02-29"),
    ],
)
def test_a_value_covers_its_days(edtf: str, first: str, last: str) -> None:
    assert (date.fromisoformat(first), date.fromisoformat(last)) == cover(edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        "2014/..",
        "../2017",
        "-0489",
        "2024-13",
        "2023-02-29",
        "2024-03/2024-01",
        "199X-01",
        "0000",
        "9999-24",
        "soon",
        "",
    ],
)
def test_what_is_open_before_the_calendar_or_malformed_covers_nothing(edtf: str) -> None:
    assert cover(edtf) is None


@given(st.dates())
def test_every_day_is_written_as_iso_and_covers_itself(there: date) -> None:
    edtf = day(there.year, there.month, there.day)
    assert there.isoformat() == edtf
    assert (there, there) == cover(edtf)


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert day(2023, 2, 29) is None


def test_years_before_the_common_era_are_signed() -> None:
    assert ["-0489", "0000", "0476"] == [year(number) for number in (-489, 0, 476)]


def test_a_season_is_its_three_months() -> None:
    assert ("2024-03", "2024-12/2025-02") == (month(2024, 3), season(2024, 24))


def test_an_interval_with_equal_ends_is_one_value() -> None:
    assert ("2024", "2023/2024") == (interval("2024", "2024"), interval("2023", "2024"))


def test_months_carry_over_the_year_and_stop_at_the_end_of_the_calendar() -> None:
    assert ["2023-12", "2024-11", None] == [
        moved_month(2024, 1, -1),
        moved_month(2024, 1, 10),
        moved_month(9999, 12, 1),
    ]


def test_days_stop_at_the_end_of_the_calendar() -> None:
    assert moved(date.max, 1) is None
    assert date.max == moved(date.max, 0)
