from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.occurrence import stated

from sayso.link.same_fact import same_fact


def same(one: str, other: str) -> bool:
    return same_fact(stated("post:c1", text=one), stated("radio:c1", text=other))


@pytest.mark.parametrize(
    "other",
    [
        "Shells landed on the dairy at Karma, killing two milkers",
        "Two milkers died when the dairy was shelled",
        "the two deaths at the dairy",
    ],
)
def test_one_act_told_in_other_words_is_one_fact(other: str) -> None:
    assert same("Two milkers were killed when shells hit the dairy at Karma", other)


@pytest.mark.parametrize(
    "other",
    [
        "The army sealed off the road to Karma",
        "Milk has doubled in price since the dairy closed",
        "A fuel store near the dairy had been filled in March",
    ],
)
def test_what_else_is_told_of_the_place_is_another(other: str) -> None:
    assert not same("Two milkers were killed when shells hit the dairy at Karma", other)


def test_one_act_against_others_is_another_fact() -> None:
    assert not same("Gunmen shot a baker in the market", "The patrol fired warning rounds over the bridge")


def test_other_numbers_make_another_fact() -> None:
    assert not same("Two milkers were killed at the dairy", "Five milkers were killed at the dairy")
    assert same("Two milkers were killed at the dairy", "Milkers were killed at the dairy")


def test_a_claim_without_an_act_is_affirmed_by_nobody() -> None:
    assert not same("Milk is dear in Karma", "Milk is dear in Karma")


@given(
    st.text(alphabet="shot dairy killed two 3 men.", min_size=1, max_size=60),
    st.text(alphabet="fired dairy 3 men.", min_size=1, max_size=60),
)
def test_the_order_of_two_claims_does_not_matter(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
