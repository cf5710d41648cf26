"""Names of those who can act."""

from __future__ import annotations

from sayso.claims.named import Named, named
from sayso.records import Mention, Place
from sayso.spans import cut

BODY = "Chad, Sefa, Norse riders, a truck."


def _names() -> Named:
    country = Place("p1", cut(BODY, 0, 4), "gazetteer", "Chad", 1, "TD")
    town = Place("p2", cut(BODY, 6, 10), "gazetteer", "Sefa", 2, "TD", "Kanem")
    riders = Mention("m1", cut(BODY, 12, 17), "nationality")
    truck = Mention("m2", cut(BODY, 26, 33), "vehicle")
    return named([riders, truck], [country, town])


def test_countries_and_nationalities_act() -> None:
    assert [True, False, True, False] == [_names().is_party(*at) for at in ((0, 4), (6, 10), (12, 24), (26, 33))]


def test_countries_are_told_from_those_who_are_none() -> None:
    assert [True, False, False] == [_names().is_country(*at) for at in ((0, 4), (6, 10), (12, 24))]


def test_towns_do_not() -> None:
    assert [False, True] == [_names().is_site(*at) for at in ((0, 4), (6, 10))]
