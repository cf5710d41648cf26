from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import precision


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2031-04-08", 1),
        ("2031-04-08T14:30", 1),
        ("2031-04-08~", 2),
        ("2031-04-08?", 2),
        ("2031-04-08/2031-04-08", 1),
        ("2031-04-07/2031-04-08", 2),
        ("2031-04-02/2031-04-08", 2),
        ("2031-04-01/2031-04-08", 3),
        ("2031-04", 3),
        ("2031", 3),
        ("2031-21", 3),
        ("203X", 3),
        ("2031-04-XX", 3),
        ("2031-04-08/..", 3),
        ("../2031-04-08", 3),
        ("0000", 3),
    ],
)
def test_a_time_is_as_precise_as_the_days_it_covers(value: str, code: int) -> None:
    assert code == precision.of_time(value)


@pytest.mark.parametrize(
    ("metres", "code"), [(0, 1), (20_000, 1), (20_001, 2), (75_000, 2), (75_001, 3), (2_000_000, 3)]
)
def test_a_place_is_as_precise_as_its_radius(metres: int, code: int) -> None:
    assert code == precision.of_radius(metres)


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_wider_place_is_never_the_more_precise(one: int, other: int) -> None:
    near, far = sorted((one, other))
    assert precision.of_radius(near) <= precision.of_radius(far)


@given(st.text())
def test_whatever_is_written_has_a_code(value: str) -> None:
    assert precision.of_time(value) in {1, 2, 3}


@given(st.dates(), st.dates(), st.dates())
def test_a_longer_interval_is_never_the_more_precise(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    assert precision.of_time(f"{first}/{middle}") <= precision.of_time(f"{first}/{last}")
