from __future__ import annotations

from datetime import date

import pytest

from sayso.link.days import apart, days

DAY = date(2031, 4, 8).toordinal()


@pytest.mark.parametrize(
    ("value", "length"),
    [("2031-04-08", 1), ("2031-04-08T06:00", 1), ("2031-04-08/2031-04-10", 3), ("2031-04", 30), ("2031", 365)],
)
def test_a_time_is_as_many_days_as_it_may_mean(value: str, length: int) -> None:
    assert [length] == [one.length for one in days(value)]


def test_an_open_end_has_the_end_that_is_known() -> None:
    assert [DAY] == [one.first for one in days("2031-04-08/..")]
    assert [DAY] == [one.last for one in days("../2031-04-08")]


@pytest.mark.parametrize("value", ["", "soon", "2031-13", "../.."])
def test_what_is_no_time_is_no_day(value: str) -> None:
    assert () == days(value)


def test_days_between_two_times_are_counted_from_their_near_ends() -> None:
    (week,), (later,) = days("2031-04-01/2031-04-08"), days("2031-04-10")
    assert 2 == apart(week, later) == apart(later, week)
    assert 0 == apart(week, week)
