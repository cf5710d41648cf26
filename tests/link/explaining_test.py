from __future__ import annotations

from dataclasses import replace

from tests.link.concluding_test import DENIAL, FIVE, PRINT, WIRE, members, source
from tests.linked import MARKET, Told

from sayso.incidents import Incident, Why
from sayso.link.concluding import conclude
from sayso.link.decisions import UNDECIDED, Decision, Decisions
from sayso.link.explaining import Side, explain
from sayso.link.telling import Ref


def side(told: Told, incident: str = "") -> Side:
    one = source(told)
    return Side(one.report.id, (one,), [replace(each, incident=incident) for each in members([one])])


def shared(*told: Told) -> Incident:
    sources = {one.report.id: one for one in map(source, told)}
    return conclude(members(sources.values()), sources.__getitem__, {})


def why(one: Told, other: Told, incident: Incident | None = None, decisions: Decisions = UNDECIDED) -> Why:
    return explain(side(one), side(other), incident, decisions)


def test_what_joins_two_reports_is_said_first() -> None:
    found = why(WIRE, FIVE, shared(WIRE, FIVE))
    assert found.together
    assert any("same day" in because for because in found.because)
    assert "Marib" in found.places


def test_what_keeps_two_reports_apart_is_said_first() -> None:
    found = why(WIRE, Told(MARKET, place="Ataq", day=20))
    assert (False, None, ()) == (found.together, found.origin, found.places)
    assert "days apart" in found.because[0]


def test_a_copy_is_of_one_origin_and_says_how_much_it_shares() -> None:
    found = why(WIRE, PRINT, shared(WIRE, PRINT))
    assert (True, 1.0) == (found.origin, found.copied)
    assert any("word for word" in because for because in found.origin_because)


def test_two_alike_that_are_apart_say_that_others_keep_them_so() -> None:
    assert why(WIRE, FIVE).because[0].startswith("By themselves they are alike")


def test_two_unlike_that_are_together_say_that_others_join_them() -> None:
    other = Told(MARKET, place="Ataq", day=20)
    assert why(WIRE, other, shared(WIRE, other)).because[0].startswith("By themselves they are hardly enough alike")


def test_what_a_person_decided_comes_before_all() -> None:
    a, b = (Ref(source(told).report.id, "c1") for told in (WIRE, DENIAL))
    apart = Decisions((Decision(a, b, same=False, because="Mina set them apart."),))
    assert "Mina set them apart." == why(DENIAL, WIRE, decisions=apart).because[0]


def test_a_report_without_an_occurrence_says_so() -> None:
    one = side(WIRE)
    silent = Side(one.name, one.sources, ())
    assert explain(silent, side(FIVE), None).because[0].startswith("One of them tells of no occurrence")


def test_the_incidents_of_both_are_named() -> None:
    found = explain(side(WIRE, "i-a:v0"), side(FIVE, "i-b:v0"), None)
    assert ("i-a:v0", "i-b:v0") == found.incidents
