from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import edtf
from sayso.errors import BadValue
from sayso.outline import View, stretch, view


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-04-08", "2031-04-08", "2031-04-08"),
        ("2031-04-01", "2031-04-30", "2031-04"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-04-07", "2031-04-13", "2031-04-07/2031-04-13"),
        ("2031-01-01", "2032-12-31", "2031-01-01/2032-12-31"),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_a_stretch_of_days_is_written_as_short_as_can_be(first: str, last: str, expected: str) -> None:
    assert expected == stretch(ordinal(first), ordinal(last))


@given(st.dates(), st.dates())
def test_a_stretch_of_days_is_read_back_as_the_same_days(one: date, other: date) -> None:
    first, last = sorted((one.toordinal(), other.toordinal()))
    assert (first, last) == edtf.ordinals(stretch(first, last))


def test_a_view_says_what_differs_from_showing_everything() -> None:
    assert {"state": "denied", "undated": "yes"} == view({"state": "denied", "undated": "yes", "place": ""}).given
    assert {} == View().given


@pytest.mark.parametrize("given", [{"since": "soon"}, {"state": "sunk"}, {"since": "2031-05", "until": "2031-04"}])
def test_what_cannot_be_shown_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadValue):
        view(given)
