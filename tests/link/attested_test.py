from __future__ import annotations

from typing import Any

import pytest
from tests.link.occurrence import contradict, occurrence, origin, stated
from tests.link.ruled import ref

from sayso.incidents import Incident
from sayso.link.attested import attested, opposing
from sayso.rulings import Attested


def dairy(**more: Any) -> Incident:
    """Three origins: the post and its echo, the radio, and the garrison's bulletin, which denies it."""
    given: dict[str, Any] = {
        "claims": (stated("post:c1"), stated("echo:c1"), stated("radio:c1"), stated("bulletin:c1", "denies")),
        "origins": (origin("post", "echo", independent=True), origin("radio", independent=True), origin("bulletin")),
    }
    return occurrence(**(given | more))


def test_an_echo_is_no_second_origin() -> None:
    assert Attested(2, 2, 0) == attested(dairy(), ref("echo:c1"))


def test_origins_whose_independence_is_not_shown_count_as_one_that_is() -> None:
    incident = dairy(origins=(origin("post", "echo"), origin("radio"), origin("bulletin")))
    assert Attested(2, 1, 0) == attested(incident, ref("post:c1"))


def test_an_origin_with_a_claim_that_contradicts_it_stands_against() -> None:
    incident = dairy(contradictions=(contradict("post:c1", "bulletin:c1"), contradict("radio:c1", "post:c1")))
    assert Attested(1, 1, 2) == attested(incident, ref("post:c1"))
    assert Attested(1, 1, 1) == attested(incident, ref("radio:c1"))


def test_an_origin_that_denies_what_it_quotes_affirms_nothing() -> None:
    incident = dairy(claims=(stated("post:c1"), stated("bulletin:c1", "denies"), stated("bulletin:c2")))
    assert Attested(1, 1, 0) == attested(incident, ref("post:c1")) == attested(incident, ref("bulletin:c2"))


def test_an_origin_that_contradicts_what_it_quotes_stands_against_it() -> None:
    claims = (stated("post:c1"), stated("bulletin:c1", "denies"), stated("bulletin:c2"))
    incident = dairy(claims=claims, contradictions=(contradict("bulletin:c1", "bulletin:c2"),))
    assert Attested(1, 1, 1) == attested(incident, ref("bulletin:c2"))


def test_another_fact_of_the_same_occurrence_attests_nothing() -> None:
    road = stated("post:c2", text="The army sealed off the road to Raqqa")
    incident = dairy(claims=(stated("post:c1"), road, stated("radio:c1")))
    assert Attested(1, 1, 0) == attested(incident, ref("post:c2"))
    assert Attested(2, 2, 0) == attested(incident, ref("post:c1"))


def test_a_denial_is_attested_by_those_who_deny() -> None:
    incident = dairy(contradictions=(contradict("post:c1", "bulletin:c1"),))
    assert Attested(1, 1, 1) == attested(incident, ref("bulletin:c1"))


def test_what_is_merely_mentioned_stands_alone() -> None:
    incident = dairy(claims=(stated("post:c1"), stated("post:c2", "mentions"), stated("radio:c1")))
    assert Attested(1, 1, 0) == attested(incident, ref("post:c2"))


def test_what_its_report_took_back_is_withdrawn() -> None:
    assert attested(dairy(), ref("post:c1"), withdrawn=True).withdrawn


@pytest.mark.parametrize(("claim", "other"), [("post:c1", "radio:c2"), ("radio:c2", "post:c1")])
def test_a_contradiction_opposes_both_ways(claim: str, other: str) -> None:
    assert {ref(other)} == opposing(dairy(contradictions=(contradict("post:c1", "radio:c2"),)), ref(claim))
