from __future__ import annotations

from tests.link.tellings import statement

from sayso.link.stance import denies, denies_all, stance, ties
from sayso.link.telling import Ref, Statement

LEAD = statement("a.c1", "Soldiers shot two herders dead at the well", main=True)
OTHER = statement("a.c9", "Fuel has doubled in price", position=900)


def tied(*statements: Statement) -> list[tuple[Ref, Ref]]:
    return [(tie.denial, tie.denied) for tie in ties(statements)]


def test_a_claim_of_what_was_done_supports() -> None:
    assert stance(LEAD) == "supports"


def test_a_denial_denies() -> None:
    assert stance(statement("b.c1", "any shot was fired", kind="denial", polarity="negative")) == "denies"


def test_a_demand_merely_mentions() -> None:
    assert stance(statement("b.c1", "to shoot back", kind="demand", main=True)) == "mentions"


def test_what_was_taken_back_supports_nothing() -> None:
    assert stance(statement("b.c1", "Soldiers shot nine herders", main=True, withdrawn=True)) == "mentions"


def test_a_denial_of_everything_is_tied_to_the_claim_that_tells_it_in_another_report() -> None:
    denial = statement("b.c1", "No such incident took place", by="The garrison", kind="denial", polarity="negative")
    assert [(denial.ref, LEAD.ref)] == tied(denial, LEAD, OTHER)


def test_a_denial_is_tied_to_the_act_and_the_words_it_denies() -> None:
    denial = statement("b.c1", "any herders were shot at the well", by="He", kind="denial", polarity="negative")
    assert [(denial.ref, LEAD.ref)] == tied(denial, LEAD, OTHER)


def test_a_denial_by_those_who_are_blamed_is_tied_to_the_blame() -> None:
    blame = statement("a.c3", "the killing of herders", blames="the Harib Guards", kind="assessment")
    denial = statement("b.c2", "the killing", by="The Harib Guards", kind="denial", polarity="negative")
    assert [(denial.ref, blame.ref)] == tied(denial, blame, OTHER)


def test_nobody_denies_his_own_words() -> None:
    own = statement("b.c2", "Soldiers shot two herders dead at the well", by="He", main=True)
    denial = statement("b.c1", "any herders were shot at the well", by="He", kind="denial", polarity="negative")
    assert [] == tied(denial, own)


def test_a_denial_of_something_else_is_tied_to_nothing() -> None:
    denial = statement("b.c1", "the rise in tuition", by="He", kind="denial", polarity="negative")
    assert [] == tied(denial, LEAD, OTHER)


def test_every_tie_says_why() -> None:
    denial = statement("b.c1", "any herders were shot at the well", by="He", kind="denial", polarity="negative")
    (tie,) = ties([denial, LEAD])
    assert "They share the words herder, shot, well." in tie.because


def test_denying_a_share_in_it_is_not_denying_it() -> None:
    share = statement("b.c1", "a part in it", by="They", kind="denial")
    assert not denies_all(share, frozenset({"shoot"}))
    assert denies_all(statement("b.c1", "any shot was fired", by="They", kind="denial"), frozenset({"shoot"}))


def test_a_report_that_begins_with_denials_and_affirms_nothing_is_there_to_deny() -> None:
    texts = ("Nobody was shot", "No patrol was out", "Not one round is missing", "No body was found")
    four = [statement(f"b.c{n}", text, kind="denial", polarity="negative", position=n) for n, text in enumerate(texts)]
    assert denies(four)
    assert not denies([LEAD, *four[:2]])
