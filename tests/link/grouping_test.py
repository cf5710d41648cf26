from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import AGAIN, STORY, killed, telling

from sayso.filing import Member, Pair
from sayso.link import grouping
from sayso.link.decisions import Decision, Decisions
from sayso.link.filing import account, weigh
from sayso.link.grouping import decided, grouped, joined
from sayso.link.pools import Pool
from sayso.link.telling import Ref, Telling


def member(report: str, account: str = "") -> Member:
    return Member(f"{report}:v1", report, account or report, claims=("c1",))


A, B, C, D = map(member, "abcd")


def names(groups: Iterable[Iterable[Member]]) -> list[str]:
    return sorted("".join(sorted(one.report for one in group)) for group in groups)


def same(a: str, b: str) -> Decision:
    return Decision(Ref(a, "c1"), Ref(b, "c1"), same=True, because="They are one.")


def apart(a: str, b: str) -> Decision:
    return Decision(Ref(a, "c1"), Ref(b, "c1"), same=False)


def test_what_speaks_enough_for_a_join_is_joined() -> None:
    assert ["ab", "c"] == names(joined([A, B, C], {("a", "b"): 4.0, ("b", "c"): 1.0}))


def test_a_third_that_resembles_only_one_of_two_is_not_drawn_in() -> None:
    weights = {("a", "b"): 8.0, ("b", "c"): 4.0, ("a", "c"): -9.0}
    assert ["ab", "c"] == names(joined([A, B, C], weights))


def test_copies_count_once() -> None:
    copies = [member(f"copy{number}", "a") for number in range(50)]
    assert 51 == max(map(len, joined([A, *copies, B], {("a", "b"): 1.0})))


def test_two_tellings_of_one_report_stay_two() -> None:
    second = Member("a:v2", "a", "z")
    assert ["a", "a"] == names(joined([A, second], {("a", "z"): 9.0}))


def test_one_misread_date_does_not_part_many() -> None:
    weights = dict.fromkeys([("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "d")], 9.0) | {("c", "d"): -100.0}
    assert ["abcd"] == names(joined([A, B, C, D], weights))


def test_a_person_joins_two_incidents_whole() -> None:
    assert ["abcd"] == names(decided([[A, B], [C, D]], Decisions((same("a", "d"),))))


def test_a_person_takes_a_report_out_of_an_incident() -> None:
    assert ["a", "bc"] == names(decided([[A, B, C]], Decisions((apart("a", "b"),))))


def test_copies_of_what_is_taken_out_leave_with_it() -> None:
    copy = member("e", "a")
    assert ["ae", "bc"] == names(decided([[A, copy, B, C]], Decisions((apart("a", "b"),))))


def test_a_copy_can_be_taken_from_its_like() -> None:
    copy = member("e", "a")
    assert ["ab", "e"] == names(decided([[A, copy, B]], Decisions((apart("e", "a"),))))


def test_where_both_kinds_meet_apart_wins() -> None:
    assert ["a", "bc"] == names(decided([[A, B, C]], Decisions((apart("a", "b"), same("a", "c")))))


def test_a_decision_on_what_is_not_here_changes_nothing() -> None:
    assert ["ab"] == names(decided([[A, B]], Decisions((apart("a", "z"), same("y", "b")))))


class Shelved:
    """Accounts in memory."""

    def __init__(self, members: list[Member], weights: dict[Pair, float]) -> None:
        self._members = members
        self._weights = weights

    def near(self, accounts: Collection[str], least: float) -> Iterable[str]:
        return ()

    def weights(self, accounts: Collection[str]) -> dict[Pair, float]:
        return dict(self._weights)

    def documents(self, accounts: Collection[str]) -> Mapping[str, str]:
        return {account: account for account in accounts}

    def members(self, accounts: Collection[str]) -> list[Member]:
        return self._members


POOL = Pool(frozenset("abc"), 2.5)


def test_in_a_small_pool_every_pair_is_weighed() -> None:
    shelved = Shelved([A, B, C], {("a", "b"): 9.0, ("b", "c"): 9.0})
    assert ["ab", "c"] == names(grouped(POOL, shelved, lambda one, other: -9.0 - len(one + other)))


def test_in_a_large_pool_pairs_that_share_no_key_count_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "FEW", 2)
    shelved = Shelved([A, B, C], {("a", "b"): 9.0, ("b", "c"): 9.0})
    assert ["abc"] == names(grouped(POOL, shelved, lambda *_: pytest.fail("weighed")))


def test_a_crowd_is_one_occurrence() -> None:
    crowd = Pool(POOL.accounts, 12.0, crowd=True)
    assert ["abc"] == names(grouped(crowd, Shelved([A, B, C], {}), lambda *_: 0.0))


def groups(tellings: Sequence[Telling]) -> list[str]:
    """The reports of each occurrence, of tellings weighed as they are when filed: those that share a key."""
    filed = {account(one).id: account(one) for one in tellings}
    met = [(a, b) for a, b in combinations(sorted(filed), 2) if set(filed[a].keys) & set(filed[b].keys)]
    weights = {(a, b): weigh(filed[a].document, filed[b].document) for a, b in met}
    return names(joined((Member(one.id, one.report, account(one).id) for one in tellings), weights))


def test_two_reports_of_one_occurrence_are_joined() -> None:
    assert ["ab"] == groups(STORY[:2])


def test_the_same_town_and_weapon_four_days_later_is_another_occurrence() -> None:
    assert ["a", "d"] == groups((STORY[0], STORY[3]))


def test_the_same_day_and_weapon_in_another_country_is_another_occurrence() -> None:
    assert ["a", "f"] == groups((STORY[0], STORY[5]))


@given(st.permutations(STORY))
def test_all_stories_of_a_week_fall_into_their_occurrences_in_any_order(shuffled: list[Telling]) -> None:
    assert ["abc", "d", "eg", "f"] == groups(shuffled)


def test_two_occurrences_of_one_report_stay_two_however_much_they_are_alike() -> None:
    assert ["a", "a"] == groups((STORY[0], replace(telling("a", AGAIN), id="a:v2")))


def test_a_report_of_two_occurrences_does_not_join_those_of_others() -> None:
    weights = {("a", "b"): 5.0, ("a", "c"): 5.0, ("b", "c"): -1.0, ("b", "z"): 5.0, ("c", "z"): 5.0, ("a", "z"): 9.0}
    assert 2 == len(joined([A, B, C, Member("a:v2", "a", "z")], weights))


def test_a_report_of_another_day_that_resembles_one_of_three_is_not_drawn_in() -> None:
    far = telling("h", AGAIN, day="2031-04-10", counts=frozenset({killed(3)}))
    assert "h" in groups((*STORY[:3], far))
