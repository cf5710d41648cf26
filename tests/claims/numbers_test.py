"""Numbers in words and figures, and the bounds that go with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.numbers import counts, value


def _counts(body: str) -> list[tuple[int, int | None, str]]:
    return [(count.low, count.high, count.span.text) for count in counts(body, 0, len(body))]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("nine", 9, 9),
        ("1,200", 1200, 1200),
        ("forty-one", 41, 41),
        ("two hundred and six", 206, 206),
        ("two dozen", 24, 24),
        ("a dozen", 12, 12),
        ("at least nine", 9, None),
        ("No fewer than 23", 23, None),
        ("more than twenty", 20, None),
        ("more than six", 7, None),
        ("up to 30", 0, 30),
        ("fewer than five", 0, 4),
        ("some 3,000", 3000, 3000),
        ("12 to 15", 12, 15),
        ("between 25 and 30", 25, 30),
        ("three or four", 3, 4),
        ("dozens", 24, None),
        ("hundreds of thousands", 200_000, None),
    ],
)
def test_words_and_figures_are_counted_with_their_bounds(words: str, low: int, high: int | None) -> None:
    assert [(low, high, words)] == _counts(f"They saw {words} people there.")[-1:]


@pytest.mark.parametrize("words", ["at 06:05", "3.5 million", "a 23-year-old", "5% of it", "in room B12"])
def test_clocks_fractions_ages_and_shares_are_no_counts(words: str) -> None:
    assert [] == _counts(words)


def test_a_bound_belongs_to_the_number_behind_it() -> None:
    assert [(2013, 2013, "2013"), (142, None, "at least 142")] == _counts("in 2013 at least 142 people")


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [(9, 9, "nine"), (12, 12, "twelve")] == _counts("nine and twelve")


@given(st.integers(0, 999_999))
def test_figures_mean_themselves_with_and_without_commas(number: int) -> None:
    assert (number, number) == (value(str(number)), value(f"{number:,}"))


@given(st.text(max_size=60))
def test_every_count_quotes_its_text(body: str) -> None:
    assert [count.span.text for count in counts(body, 0, len(body))] == [
        body[count.span.start : count.span.end] for count in counts(body, 0, len(body))
    ]
