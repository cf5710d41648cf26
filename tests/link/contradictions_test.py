from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import killed, statement

from sayso.link.contradictions import Slot, contradictions, disputes
from sayso.link.days import days
from sayso.link.telling import Count, Statement

THREE = statement("a.c1", "Three guards died at the depot", main=True, counts=(killed(3),))
EIGHT = statement("b.c1", "Eight guards were killed at the depot", main=True, counts=(killed(8),))
DAYS = {"a": 100, "b": 100}
ALL = (
    THREE,
    EIGHT,
    statement("a.c2", "the Harib Guards", blames="the Harib Guards"),
    statement("b.c2", "the Sarwah Column", blames="the Sarwah Column"),
    statement("c.c1", "No such attack took place", by="He", kind="denial", polarity="negative"),
)


def slots(*statements: Statement, published: dict[str, int] | None = None) -> list[Slot]:
    return [one.slot for one in contradictions(statements, DAYS if published is None else published)]


def test_two_tolls_of_one_day_contradict() -> None:
    (found,) = contradictions([THREE, EIGHT], DAYS)
    assert (THREE.ref, EIGHT.ref, "killed") == (found.a, found.b, found.slot)
    assert found.because == ("One counts 3 killed, the other 8.",)


def test_a_toll_that_rises_from_one_day_to_the_next_contradicts_nothing() -> None:
    assert [] == slots(THREE, EIGHT, published={"a": 100, "b": 101})


def test_a_higher_toll_from_another_source_contradicts_on_any_day() -> None:
    clinic = statement("b.c1", "Eight guards were killed at the depot", by="The clinic", counts=(killed(8),))
    assert ["killed"] == slots(THREE, clinic, published={"a": 100, "b": 101})


def test_a_toll_that_is_said_to_have_risen_contradicts_nothing() -> None:
    clinic = statement("b.c1", "The number of dead has risen to eight", by="The clinic", counts=(killed(8),))
    assert [] == slots(THREE, clinic, published={"a": 100, "b": 101})


def test_the_injured_are_still_counted_for_days() -> None:
    three, clinic = (
        statement(ref, "Guards were hurt", by=by, counts=(Count("injured", number, number),))
        for ref, by, number in (("a.c1", "He", 3), ("b.c1", "The clinic", 8))
    )
    assert [] == slots(three, clinic, published={"a": 100, "b": 101})
    assert ["injured"] == slots(three, clinic)


def test_a_toll_that_falls_contradicts() -> None:
    assert ["killed"] == slots(THREE, EIGHT, published={"a": 101, "b": 100})


def test_at_least_three_and_eight_are_no_contradiction() -> None:
    assert [] == slots(statement("a.c1", "At least three died", counts=(killed(3, None),)), EIGHT)


def test_a_count_of_some_of_them_contradicts_nothing() -> None:
    assert [] == slots(EIGHT, statement("a.c1", "Three of them were cooks", counts=(killed(3),)))


def test_members_of_a_group_are_no_part_of_those_struck() -> None:
    members = statement("a.c1", "Three members of the Harib Guards were killed", counts=(killed(3),))
    assert ["killed"] == slots(EIGHT, members)
    assert [] == slots(EIGHT, statement("a.c1", "Three of the guards were cooks", counts=(killed(3),)))


def test_a_count_of_those_still_held_contradicts_nothing() -> None:
    taken = statement("a.c1", "Five teachers were taken", by="He", counts=(Count("captured", 5, 5),))
    held = statement("b.c1", "three are still held", by="She", counts=(Count("captured", 3, 3),))
    assert [] == slots(taken, held)


def hurt(number: int) -> tuple[Count, ...]:
    return (Count("injured", number, number),)


def test_what_a_hospital_took_in_are_not_all_who_were_hurt() -> None:
    all_of_them = statement("a.c1", "Nine guards were wounded", counts=hurt(9))
    assert [] == slots(all_of_them, statement("b.c1", "the clinic admitted five wounded guards", counts=hurt(5)))
    assert ["injured"] == slots(all_of_them, statement("b.c1", "Five guards were wounded", counts=hurt(5)))


def test_the_fate_of_one_counts_nobody_else() -> None:
    pair = statement("a.c1", "Two guards were wounded", counts=hurt(2))
    assert [] == slots(pair, statement("b.c1", "Omar Sabil was hit in the thigh", counts=hurt(1)))
    assert ["injured"] == slots(pair, statement("b.c1", "Only one guard was hit", counts=hurt(1)))


def test_a_number_that_one_source_repeats_contradicts_once() -> None:
    again = statement("a.c7", "In all three people died", counts=(killed(3),), position=300)
    other = statement("a.c8", "three bodies", by="The clinic", counts=(killed(3),), position=400)
    assert ["killed"] == slots(THREE, again, EIGHT)
    assert ["killed", "killed"] == slots(THREE, again, other, EIGHT)


def test_a_denial_contradicts_each_source_once_by_the_claim_that_says_it_most_plainly() -> None:
    denial = statement("b.c1", "No guard was shot at the depot", by="He", kind="denial", polarity="negative")
    plain = statement("a.c2", "Men shot a guard at the depot", by="A witness", main=True)
    other = statement("a.c3", "the man who shot the guard fled in a grey car towards the port", by="A witness")
    (found,) = contradictions([denial, plain, other], DAYS)
    assert (denial.ref, plain.ref) == (found.a, found.b)


def test_a_number_of_another_order_counts_something_else() -> None:
    assert [] == slots(EIGHT, statement("a.c1", "Eighty people died in the war", counts=(killed(80),)))


def test_none_against_some_contradicts() -> None:
    assert ["killed"] == slots(EIGHT, statement("a.c1", "A toll of zero", counts=(killed(0),)))


def test_a_denial_contradicts_what_it_denies() -> None:
    denial = statement("b.c1", "No such attack took place", by="He", kind="denial", polarity="negative")
    assert ["happened"] == slots(statement("a.c1", "Men shot guards at the depot", main=True), denial)


def test_two_perpetrators_contradict_once_for_two_reports() -> None:
    again = statement("a.c5", "the Harib Guards had planned it", blames="the Harib Guards", position=500)
    assert ["perpetrator"] == slots(ALL[2], ALL[3], again)


def test_east_and_west_of_one_thing_contradict() -> None:
    one, other = (
        statement(f"{r}.c1", f"The lorries stood {way} of the depot") for r, way in (("a", "east"), ("b", "west"))
    )
    assert ["place"] == slots(one, other)
    assert [] == slots(one, statement("b.c1", "Rain fell in the west"))


def test_two_days_of_one_act_contradict() -> None:
    text = "Gunmen burned the depot of the refinery"
    one = statement("a.c1", text, main=True, days=days("2031-04-08"))
    other = statement("b.c1", text, main=True, days=days("2031-04-09"))
    assert ["time"] == slots(one, other)


def test_a_night_is_of_either_of_two_days() -> None:
    night = statement("a.c1", "Gunmen burned the depot of the refinery overnight", main=True, days=days("2031-04-08"))
    text = "Gunmen burned the depot of the refinery"
    next_day, later = (statement("b.c1", text, main=True, days=days(f"2031-04-{day}")) for day in ("09", "10"))
    assert [] == slots(night, next_day)
    assert ["time"] == slots(night, later)


def test_an_accident_and_a_deed_contradict() -> None:
    accident = statement("a.c1", "The depot burned when a generator caught fire")
    deed = statement("b.c1", "The Sarwah Column burned the depot", blames="the Sarwah Column")
    assert ["happened"] == slots(accident, deed)


def test_what_was_no_accident_agrees_with_a_deed() -> None:
    denied = statement("a.c1", "The depot burned, and it was not an accident")
    deed = statement("b.c1", "The Sarwah Column burned the depot", blames="the Sarwah Column")
    assert [] == slots(denied, deed)


@given(st.permutations(ALL))
def test_the_order_of_claims_does_not_matter(shuffled: list[Statement]) -> None:
    assert contradictions(ALL, DAYS) == contradictions(shuffled, DAYS)
    assert disputes(ALL) == disputes(shuffled)


def test_the_same_claim_twice_changes_nothing() -> None:
    assert contradictions(ALL, DAYS) == contradictions(ALL * 2, DAYS)


def test_a_dispute_sets_values_side_by_side_with_their_claims() -> None:
    found = {dispute.slot: {value.value: value.claims for value in dispute.values} for dispute in disputes(ALL)}
    assert found["killed"] == {"3": (THREE.ref,), "8": (EIGHT.ref,)}
    assert found["perpetrator"].keys() == {"the Harib Guards", "the Sarwah Column"}


def test_values_that_agree_are_no_dispute() -> None:
    assert () == disputes([THREE, statement("b.c1", "Three died", counts=(killed(3),))])
