from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.filing import Near, Pair
from sayso.link import pools
from sayso.link.pairing import JOINED
from sayso.link.pools import pool

Weights = Mapping[Pair, float]


def nearness(weights: Weights) -> Near:
    def near(accounts: Collection[str], least: float) -> Iterable[Pair]:
        return [pair for pair, weight in weights.items() if weight >= least and set(pair) & set(accounts)]

    return near


CHAIN = {("a", "b"): 9.0, ("b", "c"): 3.0, ("c", "d"): 9.0, ("d", "e"): 0.5}


def test_a_pool_is_what_hangs_together_by_pairs_that_speak_for_a_join() -> None:
    found = pool("a", nearness(CHAIN))
    assert (frozenset("abcd"), JOINED, False) == (found.accounts, found.level, found.crowd)


def test_an_account_that_nothing_is_near_is_a_pool() -> None:
    assert {"e"} == pool("e", nearness(CHAIN)).accounts


def test_a_pool_that_is_too_large_is_cut_at_its_weaker_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    found = pool("a", nearness(CHAIN))
    assert (frozenset("ab"), 4.0) == (found.accounts, found.level)


def test_one_story_in_hundreds_of_versions_is_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    star = {("a", other): 20.0 for other in "bcdef"}
    found = pool("d", nearness(star))
    assert (frozenset("abcdef"), True) == (found.accounts, found.crowd)


def test_a_walk_stops_when_it_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    asked: list[float] = []
    row = {(f"{at:03}", f"{at + 1:03}"): 3.0 for at in range(500)}

    def near(accounts: Collection[str], least: float) -> Iterable[Pair]:
        asked.append(least)
        return nearness(row)(accounts, least)

    assert {"250"} == pool("250", near).accounts
    assert len(asked) < 10


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 14),
)


@given(PAIRS)
def test_all_accounts_of_a_pool_have_that_pool(weights: Weights) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pools, "LARGE", 3)
        found = {account: pool(account, nearness(weights)) for account in "abcdefgh"}
    assert all(found[other] == of for of in found.values() for other in of.accounts)
