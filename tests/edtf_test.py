"""EDTF dates: what is accepted, what is refused, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import edtf
from sayso.errors import BadValue


@pytest.mark.parametrize(
    "value",
    [
        "2024", "2024-01", "2024-01-16", "2024-02-29", "2000-02-29", "2024~", "2024-01?", "2024-01-16%",
        "2024-01-14/2024-01-16", "2024-01/2024-02-03", "2024-01-16~/2024-01-20?", "2024-01-16/..", "../2024",
        "2024-01-16/", "202X", "20XX", "2024-XX", "2024-01-XX", "2024-XX-XX", "2024-21", "2024-01-16/2024-01-16",
    ],
)  # fmt: skip
def test_an_edtf_date_is_returned_unchanged(value: str) -> None:
    assert value == edtf.check(value)


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "..", "/", "../..", "24", "2024-1-6", "2024-13", "2024-00", "2024-25", "2024-02-30", "2023-02-29",
        "1900-02-29", "2024-01-32", "2024-01-00", "2024-21-01", "16/01/2024", "16.01.2024", "January 2024",
        "2024-01-16/2024-01-14", "2024-01-16~~", "2024-XX-03", "20XX-01", "2024-01-16/2024-01-17/2024-01-18",
        "٢٠٢٤", "2024-01-16T25:00", "2024-01-16 yesterday", "\ud800", "2024\n", "2024-01-16\n",
    ],
)  # fmt: skip
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(BadValue):
        edtf.check(value)


@pytest.mark.parametrize(
    "value",
    ["2024-01-16T21:30", "2024-01-16T21:30:05Z", "2024-01-16T23:59:59.123+03:00", "2024-01-16 21:30:05"],
)
def test_of_a_date_time_the_date_is_kept_as_written(value: str) -> None:
    assert "2024-01-16" == edtf.check(value)


def test_a_refusal_names_the_value_its_fault_and_a_cure() -> None:
    with pytest.raises(BadValue) as caught:
        edtf.check("2024-02-30")
    assert "'2024-02-30' is not a date that can be used: the month has no day 30." == caught.value.cause
    assert "2024-01-16" in caught.value.cure


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert day.isoformat() == edtf.check(day.isoformat())


@given(st.dates(), st.dates())
def test_an_interval_holds_only_in_order(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert f"{first}/{last}" == edtf.check(f"{first}/{last}")
    if first < last:
        with pytest.raises(BadValue, match="ends before it begins"):
            edtf.check(f"{last}/{first}")


@given(st.text())
def test_any_text_is_a_date_or_a_named_refusal(value: str) -> None:
    try:
        kept = edtf.check(value)
    except BadValue:
        return
    assert edtf.check(kept) == kept


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023~", (2023, 1, 1), (2023, 12, 31)),
        ("202X", (2020, 1, 1), (2029, 12, 31)),
    ],
)
def test_a_date_means_its_first_day_to_its_last(value: str, first: edtf.Day, last: edtf.Day) -> None:
    assert (first, last) == edtf.bounds(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-01-16", ("2024-01-16", "2024-01-16")),
        ("2024-02~", ("2024-02-01", "2024-02-29")),
        ("2024-01-14/2024-01", ("2024-01-14", "2024-01-31")),
        ("2024-01-16T18:00/2024-01-17T06:00", ("2024-01-16", "2024-01-17")),
        ("../2024", (None, "2024-12-31")),
        ("2024/", ("2024-01-01", None)),
    ],
)
def test_a_date_is_a_range_of_days(value: str, expected: tuple[str | None, str | None]) -> None:
    found = [None if day is None else date.fromordinal(day).isoformat() for day in edtf.ordinals(value)]
    assert expected == tuple(found)


@pytest.mark.parametrize("value", ["soon", "0000-01", "2024-02-30", "/"])
def test_what_is_no_range_of_days_is_refused(value: str) -> None:
    with pytest.raises(BadValue):
        edtf.ordinals(value)
