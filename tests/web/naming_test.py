"""What an incident and its place are called."""

from __future__ import annotations

import pytest

from sayso.incidents import Incident, Sighted
from sayso.records import Place
from sayso.spans import Span
from sayso.web.display import moment
from sayso.web.messages import load
from sayso.web.naming import heading, kind, radius, where

MESSAGES = load()
MARIB = Place("p1", Span(0, 5, "Marib"), "gazetteer", "Ma'rib", country="YE", admin1="Ma'rib", radius_m=4_900)


def incident(type_: str | None, time: str | None, place: Place | None) -> Incident:
    return Incident("i-a:v1", type_, time, Sighted("a", place) if place else None, (), (), "single-origin", ())


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (incident("ASSAULT", "2031-04-08", MARIB), "Attack, Ma'rib, 8 April 2031"),
        (incident("ASSAULT", None, MARIB), "Attack, Ma'rib, date not known"),
        (incident("AID", "2031-04", None), "Aid, April 2031"),
        (incident(None, None, None), "Occurrence"),
    ],
)
def test_an_incident_is_called_by_what_where_and_when(found: Incident, words: str) -> None:
    assert words == heading(found, MESSAGES)


def test_a_kind_without_a_word_is_called_by_its_type() -> None:
    assert "Xyzzy" == kind("XYZZY", MESSAGES)


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (None, "how closely is not known"), (40, "within about 100 m"), (740, "within about 700 m"),
        (4_900, "within about 5 km"), (180_000, "somewhere within 180 km"),
    ],
)  # fmt: skip
def test_how_closely_a_place_is_known_is_said_in_words(metres: int | None, words: str) -> None:
    assert words == radius(Place("p1", Span(0, 1, "A"), "gazetteer", radius_m=metres), MESSAGES)


def test_a_place_is_named_once_with_what_it_lies_in() -> None:
    assert ["Ma'rib, Yemen", "the well"] == [
        where(place, MESSAGES, {"YE": "Yemen"}.__getitem__)
        for place in (MARIB, Place("p2", Span(0, 8, "the well"), "unresolved"))
    ]


@pytest.mark.parametrize(
    ("at", "words"),
    [("2031-04-08T09:05:01Z", "8 April 2031, 09:05 UTC"), ("2031-04-08T09:05:01+00:00", "8 April 2031, 09:05 UTC")],
)
def test_a_moment_is_said_to_the_minute(at: str, words: str) -> None:
    assert [words, "soon"] == [moment(one, MESSAGES) for one in (at, "soon")]
