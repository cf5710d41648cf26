from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.filing import Near, Pair
from sayso.link import pools
from sayso.link.pairing import JOINED
from sayso.link.pools import Pools

Weights = Mapping[Pair, float]


def nearness(weights: Weights) -> Near:
    def near(accounts: Collection[str], least: float) -> Iterable[str]:
        held = [pair for pair, weight in weights.items() if weight >= least and set(pair) & set(accounts)]
        return [end for pair in held for end in pair]

    return near


CHAIN = {("a", "b"): 9.0, ("b", "c"): 3.0, ("c", "d"): 9.0, ("d", "e"): 0.5}


def test_a_pool_is_what_hangs_together_by_pairs_that_speak_for_a_join() -> None:
    found = Pools(nearness(CHAIN)).of("a")
    assert (frozenset("abcd"), JOINED, False) == (found.accounts, found.level, found.crowd)


def test_an_account_that_nothing_is_near_is_a_pool() -> None:
    assert {"e"} == Pools(nearness(CHAIN)).of("e").accounts


def test_a_pool_that_is_too_large_is_cut_at_its_weaker_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    found = Pools(nearness(CHAIN)).of("a")
    assert (frozenset("ab"), 4.0) == (found.accounts, found.level)


def test_one_story_in_hundreds_of_versions_is_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    star = {("a", other): 20.0 for other in "bcdef"}
    found = Pools(nearness(star)).of("d")
    assert (frozenset("abcdef"), True) == (found.accounts, found.crowd)


def test_a_walk_stops_when_it_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    asked: list[float] = []
    row = {(f"{at:03}", f"{at + 1:03}"): 3.0 for at in range(500)}

    def near(accounts: Collection[str], least: float) -> Iterable[str]:
        asked.append(least)
        return nearness(row)(accounts, least)

    assert {"250"} == Pools(near).of("250").accounts
    assert len(asked) < 10


def test_a_walk_that_was_too_long_is_not_walked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "LARGE", 3)
    asked: list[float] = []

    def near(accounts: Collection[str], least: float) -> Iterable[str]:
        asked.append(least)
        return nearness(CHAIN)(accounts, least)

    together = Pools(near)
    assert {"a", "b"} == together.of("a").accounts
    once = asked.count(JOINED)
    assert [{"a", "b"}, {"c", "d"}] == [together.of(account).accounts for account in "bc"]
    assert once == asked.count(JOINED)


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 14),
)


@given(PAIRS)
def test_all_accounts_of_a_pool_have_that_pool(weights: Weights) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pools, "LARGE", 3)
        found = {account: Pools(nearness(weights)).of(account) for account in "abcdefgh"}
        together = Pools(nearness(weights))
        assert found == {account: together.of(account) for account in "abcdefgh"}
    assert all(found[other] == of for of in found.values() for other in of.accounts)
