"""What is told of an incident is told by a claim that leaves."""

from __future__ import annotations

from dataclasses import replace

from tests.export.cases import DAY, again, case, depot

from sayso.export.facts import Range, facts
from sayso.export.review import of_event
from sayso.outgoing import Case, Terms


def only(number: int, made: Case) -> Case:
    """The case in which a person accepted one claim, by its number, and nothing else."""
    one = made.incident.claims[number]
    return replace(made, accepted=frozenset({(one.report, one.claim)}))


def test_the_accepted_claim_bears_type_time_place_and_toll() -> None:
    found = facts(only(0, case(depot(), again())), Terms())
    assert ("ASSAULT", DAY, "Tell Anab") == (found.type, found.time, found.place.place.name if found.place else None)
    assert (3, 3) == (found.killed.low, found.killed.high)
    assert not found.reviewed


def test_what_no_accepted_claim_bears_is_not_told() -> None:
    found = facts(only(1, case(depot(), again())), Terms())
    assert ("ASSAULT", None, None, 5) == (found.type, found.time, found.place, found.killed.low)


def test_all_is_told_where_all_leaves() -> None:
    found = facts(replace(case(depot(), again()), accepted=frozenset()), Terms(unreviewed=True))
    assert (DAY, Range(3, 5, frozenset({(3, 3), (5, 5)}))) == (found.time, found.killed)


def test_a_lower_bound_has_no_highest_number() -> None:
    draft = depot()
    draft.events[0] = replace(draft.events[0], tolls=tuple(replace(one, high=None) for one in draft.events[0].tolls))
    assert (3, None) == (facts(case(draft), Terms()).killed.low, facts(case(draft), Terms()).killed.high)


def test_an_event_that_is_denied_or_did_not_happen_has_no_toll() -> None:
    denied, planned = depot(), depot()
    denied.stances[0] = "denies"
    planned.events[0] = replace(planned.events[0], polarity="negative")
    assert [Range(), Range()] == [facts(case(draft), Terms()).killed for draft in (denied, planned)]


def test_a_person_reviewed_an_event_in_part_or_as_a_whole() -> None:
    made = case(depot(), again())
    expected = ["accepted", "partly", "unreviewed"]
    assert expected == [of_event(one) for one in (made, only(0, made), replace(made, accepted=frozenset()))]
