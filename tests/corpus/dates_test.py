from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("corpus.tools", reason="the corpus does not stand beside these tests")

from corpus.tools import dates


@pytest.mark.parametrize(
    "value", ["2024", "2024-02", "2024-02-29", "2024-02-29T23:59", "2024-02-01/..", "2023/2024-05", "1999~"]
)
def test_a_date_or_an_interval_is_valid(value: str) -> None:
    assert dates.valid(value)


@pytest.mark.parametrize(
    "value", ["2023-02-29", "2024-13", "2024-02-29T24:00", "2024-05/2024-04", "..", "a/b/c", "", "May", 2024]
)
def test_what_is_no_date_is_not_valid(value: object) -> None:
    assert not dates.valid(value)


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("on Tuesday", "2024-05-14"),
        ("in the night of Tuesday to Wednesday", "2024-05-14/2024-05-15"),
        ("Tuesday 14 May, 9.12pm", "2024-05-14T21:12"),
        ("may", "2024-06-01"),
        ("between 3 and 9 March", "2024-03-03/2024-03-09"),
        ("in March", "2024-03"),
    ],
)
def test_a_weekday_and_a_date_agree_with_their_value(quote: str, value: str) -> None:
    assert [] == list(dates.at_odds(quote, value))


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("in the night of Tuesday to Wednesday", "2024-05-15/2024-05-16"),
        ("14 May", "2024-06-14"),
        ("May 13", "2024-05-14"),
        ("in March", "2024-04"),
    ],
)
def test_a_weekday_or_a_date_at_odds_is_told(quote: str, value: str) -> None:
    assert 1 == len(list(dates.at_odds(quote, value)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tuesday, 31 December", 0),  # of the year before publication
        ("Tuesday, December 31st 2024", 0),
        ("Monday 31 December", 1),
        ("Friday 30 February 2024", 1),
        ("the 31 December meeting", 0),
    ],
)
def test_a_full_date_in_the_text_has_its_weekday(text: str, wrong: int) -> None:
    assert wrong == len(list(dates.misdated(text, date(2025, 1, 3))))


@pytest.mark.parametrize(
    ("quote", "value", "far"),
    [
        ("on Friday", "2024-05-24", 1),
        ("next Friday", "2024-05-24", 0),
        ("last Friday", "2024-05-03", 0),
        ("Friday", "2024-05-17", 0),
    ],
)
def test_a_bare_weekday_is_within_a_week(quote: str, value: str, far: int) -> None:
    assert far == len(list(dates.far_off(quote, value, "2024-05-16")))
