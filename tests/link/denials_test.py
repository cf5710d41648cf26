from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.link.tellings import statement

from sayso.link import names
from sayso.link.denials import is_negative, negated, ties
from sayso.link.telling import Ref, Statement

LEAD = statement("a.c1", "Soldiers shot two herders dead at the well", by="The clinic", main=True)
OTHER = statement("a.c9", "Fuel has doubled in price", position=900)
TRUCK = statement("a.c2", "They took the truck", by="Salim Baharoun", main=True, position=100)
SHOT = statement("b.c1", "any herders were shot at the well", by="He", kind="denial", polarity="negative")
NOTHING = statement("b.c2", "No such incident took place", by="The garrison", kind="denial", polarity="negative")
SHEPHERDS = statement("b.c7", "Soldiers shot the herders", by="The clinic", main=True)
ALL = (LEAD, OTHER, TRUCK, SHOT, NOTHING)


def tied(*statements: Statement) -> list[tuple[Ref, Ref]]:
    return [(tie.denial, tie.denied) for tie in ties(statements)]


def negative(ref: str, text: str, by: str = "", **given: Any) -> Statement:
    return statement(ref, text, by=by, polarity="negative", **given)


def test_what_stands_after_the_negation_is_negated() -> None:
    assert {"patrol", "left"} == negated(negative("b.c1", "no patrol had left its positions on Monday"))
    assert {"fir"} == negated(negative("b.c1", "We have not fired"))


def test_of_a_denial_without_a_negation_all_is_negated() -> None:
    assert {"rol", "helicopter"} == negated(statement("b.c1", "the role of helicopters", kind="denial"))


def test_what_a_denial_calls_the_words_is_no_part_of_them() -> None:
    assert {"raid", "well"} == negated(statement("b.c1", "recent rumours suggesting a raid at the well", kind="denial"))


def test_what_somebody_is_said_to_mean_can_be_denied() -> None:
    plan = statement("a.c1", "the garrison will close the northern ford", by="Drivers", kind="intention")
    denial = negative("b.c1", "the garrison will close the northern ford", by="The garrison", kind="denial")
    assert [(denial.ref, plan.ref)] == tied(denial, plan, OTHER)


def test_a_claim_that_affirms_negates_nothing() -> None:
    assert frozenset() == negated(statement("b.c1", "No vehicle was spared", kind="report"))


def test_a_demand_is_never_negative() -> None:
    assert not is_negative(negative("b.c1", "not to shoot", kind="demand"))


def test_a_denial_of_the_whole_is_tied_to_the_claim_that_tells_it_in_another_report() -> None:
    assert [(NOTHING.ref, LEAD.ref)] == tied(NOTHING, LEAD, OTHER)


def test_a_denial_is_tied_to_the_claim_that_holds_what_it_denies() -> None:
    assert [(SHOT.ref, LEAD.ref)] == tied(SHOT, LEAD, OTHER, TRUCK)


def test_other_words_for_the_same_are_matched() -> None:
    lorry = negative("b.c1", "we have not seized any lorry", by="The garrison", kind="denial")
    assert [(lorry.ref, TRUCK.ref)] == tied(lorry, TRUCK, OTHER)


def test_a_denial_by_those_who_are_blamed_is_tied_to_the_blame() -> None:
    blame = statement("a.c3", "the killing of herders", by="He", blames="the Harib Guards", kind="assessment")
    denial = negative("b.c2", "the killing", by="The Harib Guards", kind="denial")
    assert [(denial.ref, blame.ref)] == tied(denial, blame, OTHER)


def test_a_denial_that_only_points_back_is_of_the_claim_before_it() -> None:
    claim = statement("a.c1", "the clerk took money at the gate", by="Drivers", position=10)
    back = negative("a.c2", "this", by="The clerk", kind="denial", position=60)
    assert [(back.ref, claim.ref)] == tied(claim, back)


def test_a_denial_whose_words_stand_elsewhere_is_not_of_the_claim_before_it() -> None:
    before = statement("a.c8", "the council met twice", by="The mayor", position=10)
    denial = negative("a.c9", "any herders were shot", by="The garrison", kind="denial", position=60)
    assert [(denial.ref, before.ref)] == tied(denial, before)
    assert [(denial.ref, SHEPHERDS.ref)] == tied(denial, before, SHEPHERDS)


def test_where_it_is_said_not_to_have_happened_is_not_what_is_denied() -> None:
    place = frozenset({"marib", "hill"})
    denial = negative("b.c1", "an air strike in the hills of Marib", by="He", kind="denial", where=place)
    assert {"air", "strik"} == negated(denial)


def test_nobody_denies_his_own_words() -> None:
    own = statement("b.c2", "Soldiers shot two herders dead at the well", by="He", main=True)
    assert [] == tied(SHOT, own)


def test_a_denial_of_something_else_is_tied_to_nothing() -> None:
    assert [] == tied(negative("b.c1", "the rise in tuition", by="He", kind="denial"), LEAD, OTHER)


def test_every_tie_says_why() -> None:
    (tie,) = ties([SHOT, LEAD, OTHER])
    assert tie.because == (
        "What the one denies stands in the other (“herders”, “shot”).",
        "They share the words “well” besides.",
    )


@given(st.permutations(ALL))
def test_the_order_of_claims_does_not_matter(shuffled: list[Statement]) -> None:
    assert ties(ALL) == ties(shuffled)


def test_who_is_named_by_a_claim_and_speaks_against_it_is_likelier_to_answer_it() -> None:
    charge = statement("a.c1", "the Harib Guards shelled the mill", by="The mayor", names=names.parts("Harib Guards"))
    answer = negative("b.c1", "nothing of the kind was shelled", by="the Harib Guards", kind="denial")
    stranger = negative("b.c1", "nothing of the kind was shelled", by="a grocer", kind="denial")
    (by_them,), others = ties((charge, answer)), ties((charge, stranger))
    assert by_them.points > max((tie.points for tie in others), default=0.0)
    assert "The one is said by those whom the other names (Harib Guards)." in by_them.because


def test_what_a_report_itself_tells_of_as_not_so_is_less_likely_to_answer_a_claim() -> None:
    said = negative("b.c1", "no guards were shot at the depot", by="The clinic")
    told = negative("b.c1", "no guards were shot at the depot")
    claim = statement("a.c1", "Two guards were shot at the depot", by="The mayor", main=True)
    (by_somebody,), (by_itself,) = ties((said, claim)), ties((told, claim))
    assert by_somebody.points > by_itself.points
