from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.link.ruled import kept, moved, post, radio, ref, ruled

from sayso.errors import BadValue
from sayso.link.applying import Outcome, apply, check, corrected, decisions, in_force, rejected, undone
from sayso.link.decisions import UNDECIDED, Decisions
from sayso.records import Reading
from sayso.rulings import Ruling


def undo(place: int, what: int) -> Ruling:
    return ruled(place, "undo", undoes=f"j{what}")


def outcome(*rulings: Ruling, on: tuple[Reading, ...] = (post(), radio())) -> Outcome:
    return apply(rulings, kept(*on))


def decided(*rulings: Ruling) -> Decisions:
    return decisions(outcome(*rulings).applied)


# ---- what holds ----


def test_an_undone_ruling_does_not_hold_and_an_undone_undoing_does_not_count() -> None:
    first = ruled(1, "accept", "post:c1")
    assert (first,) == in_force((first,))
    assert () == in_force((first, undo(2, 1)))
    assert (first,) == in_force((first, undo(2, 1), undo(3, 2)))
    assert () == in_force((first, undo(2, 1), undo(3, 2), undo(4, 3)))


@given(some.lists(some.integers(0, 20), max_size=8), some.integers(0, 20))
def test_an_undoing_that_is_undone_leaves_all_as_it_was(picks: list[int], last: int) -> None:
    rulings = [ruled(1, "accept", "post:c1")]
    for pick in (*picks, last):
        standing = [one.id for one in rulings if one.id not in undone(rulings)]
        rulings.append(Ruling(f"j{len(rulings) + 1}", "undo", "mina", "", undoes=standing[pick % len(standing)]))
    again = Ruling("j99", "undo", "mina", "", undoes=rulings[-1].id)
    assert undone(rulings[:-1]) == {what: by for what, by in undone([*rulings, again]).items() if by != "j99"}


def test_what_is_undone_is_not_undone_twice() -> None:
    earlier = (ruled(1, "accept", "post:c1"), undo(2, 1))
    with pytest.raises(BadValue, match="j1 was undone already, by j2") as caught:
        check(undo(3, 1), earlier)
    assert "To let it hold again: sayso judge undo j2." == caught.value.cure
    check(undo(3, 2), earlier)
    check(undo(4, 1), (*earlier, undo(3, 2)))


# ---- where it applies ----


def test_a_ruling_applies_to_what_it_is_about_in_the_latest_reading() -> None:
    (one,) = outcome(ruled(1, "merge", "post:c1", "radio:c1")).applied
    assert (ref("post:c1"), ref("radio:c1")) == one.refs


def test_a_ruling_on_names_alone_always_applies() -> None:
    found = outcome(ruled(1, "grade", names=("Quay Post",)), on=())
    assert (1, ()) == (len(found.applied), found.orphans)


def test_a_ruling_whose_words_are_read_otherwise_is_listed_with_the_reason() -> None:
    ruling = ruled(1, "accept", "post:c1")
    found = outcome(ruling, on=(moved(post(), polarity="negative"),))
    because = "“A shell struck the dairy in Kosti on Friday” is now read as negative, and was positive."
    assert ((), [(ruling, because)]) == (found.applied, [(one.ruling, one.because) for one in found.orphans])


def test_a_ruling_on_a_report_that_is_not_here_is_listed() -> None:
    found = outcome(ruled(1, "accept", "radio:c1"), on=(post(),))
    assert [f"Report {'b' * 16} is not in this workspace."] == [one.because for one in found.orphans]


@pytest.mark.parametrize("kind", ["merge", "split", "note"])
def test_what_does_not_hang_on_the_sense_applies_to_words_read_otherwise(kind: str) -> None:
    found = outcome(ruled(1, kind, "post:c1", "radio:c1"), on=(moved(post(), polarity="negative"), radio()))
    assert (1, ()) == (len(found.applied), found.orphans)


def test_a_merge_goes_on_for_those_that_are_found_and_the_lost_one_is_listed() -> None:
    shorter = replace(post(), claims=post().claims[:1])
    found = outcome(ruled(1, "merge", "post:c1", "radio:c1", "post:c2"), on=(shorter, radio()))
    assert [(ref("post:c1"), ref("radio:c1"))] == [one.refs for one in found.applied]
    assert ["No claim is read any more in the words “two drivers were killed”. It still applies to the others."] == [
        one.because for one in found.orphans
    ]


def test_a_split_without_the_one_that_is_set_apart_does_not_apply() -> None:
    others = replace(post(), claims=post().claims[1:])
    assert () == outcome(ruled(1, "split", "post:c1", "radio:c1", "post:c2"), on=(others, radio())).applied


# ---- what it comes to ----


def test_a_merge_joins_and_says_who_decided_it_when_and_why() -> None:
    (one,) = decided(ruled(1, "merge", "post:c1", "radio:c1", why="One dairy, one Friday.")).pairs
    assert (ref("post:c1"), ref("radio:c1"), True) == (one.a, one.b, one.same)
    assert "mina decided on 2031-04-11 that these are one occurrence (j1): One dairy, one Friday." == one.because


def test_a_split_sets_the_first_apart_from_each_of_the_others() -> None:
    found = decided(ruled(1, "split", "radio:c1", "post:c1", "post:c2")).pairs
    assert [("post:c1", False), ("post:c2", False)] == [(f"{one.b.report}:{one.b.claim}", one.same) for one in found]
    assert {ref("radio:c1")} == {one.a for one in found}


def test_of_a_merge_and_a_split_of_one_pair_the_later_holds() -> None:
    merge, split = ruled(1, "merge", "post:c1", "radio:c1"), ruled(2, "split", "radio:c1", "post:c1")
    assert [False] == [one.same for one in decided(merge, split).pairs]
    assert [True] == [one.same for one in decided(merge, split, undo(3, 2)).pairs]


def test_a_rejected_claim_is_gone_until_it_is_accepted() -> None:
    first, second = ruled(1, "reject", "post:c1"), ruled(2, "accept", "post:c1")
    assert {ref("post:c1")} == decided(first).rejected
    assert set() == decided(first, second).rejected == decided(first, undo(2, 1)).rejected


def test_two_claims_rejected_together_contradict_each_other_no_more() -> None:
    pair, again = ruled(1, "reject", "radio:c1", "post:c3"), ruled(2, "accept", "post:c3", "radio:c1")
    assert {(ref("post:c3"), ref("radio:c1"))} == decided(pair).compatible
    assert UNDECIDED == decided(pair, again)


def test_notes_grades_and_aliases_decide_nothing_of_what_is_joined() -> None:
    rulings = (
        ruled(1, "note", "post:c1", why="See the map."), ruled(2, "grade", "post:c1", grade="x"),
        ruled(3, "alias", names=("QP", "Quay Post")),
    )  # fmt: skip
    assert UNDECIDED == decided(*rulings)


def test_a_corrected_reading_lacks_what_is_rejected() -> None:
    gone = rejected(outcome(ruled(1, "reject", "post:c2"), ruled(2, "reject", "post:v0")).applied)
    new = corrected(post(), "post", gone)
    assert (["c1", "c3"], (), ()) == ([claim.id for claim in new.claims], new.events, new.claims[0].events)
    assert radio() == corrected(radio(), "radio", gone)
