from __future__ import annotations

from dataclasses import replace

import pytest
from tests.bargemen import BODY, FIRED, READING, place, words

from sayso.occurrences import TYPES
from sayso.records import Event, Relation, Rival, Toll
from sayso.spans import cut
from sayso.web.event_cards import EventCard, PlaceCard, Scene, scene
from sayso.web.messages import load

COUNTRIES = {"YE": "Yemen", "SA": "Saudi Arabia"}
SHIBAM = place(
    3, "Shibam", basis="gazetteer", name="Shibām", geonames=7, country="YE", lat=15.9, lon=48.6, radius_m=2_300,
    admin1="Hadhramaut", because=("It has 7,000 people.",), runners_up=(Rival("Shibam", 8, "SA", None, 18.0, 42.0),),
)  # fmt: skip


def made(**fields: object) -> Scene:
    return scene(replace(READING, **fields), lambda code: COUNTRIES[code])  # type: ignore[arg-type]


def event(**fields: object) -> EventCard:
    return made(events=(replace(FIRED, **fields),), places=(SHIBAM,)).events[0]  # type: ignore[arg-type]


def sited(**fields: object) -> PlaceCard:
    return made(places=(replace(SHIBAM, **fields),)).places[0]  # type: ignore[arg-type]


def test_a_card_says_what_where_and_when() -> None:
    card = event()

    assert ("E1", "attack", "told as done") == (f"E{card.number}", card.kind, card.told_words)
    assert card.where
    assert ("Shibam", "Shibām, Hadhramaut, Yemen", "within about 3 km", "p3") == (
        card.where.span.text, card.where.name, card.where.within, card.where.card,
    )  # fmt: skip
    assert card.when
    assert ("Tuesday", "2031-04-08", "to the day") == (card.when.span.text, card.when.edtf, card.when.precision)


def test_an_event_without_a_place_and_a_time_says_nothing_of_them() -> None:
    assert (None, None) == (event(place=None, time=None).where, event(place=None, time=None).when)


@pytest.mark.parametrize(
    ("fields", "graphic"),
    [
        ({}, True),
        ({"type": "AID"}, False),
        ({"type": "AID", "tolls": (Toll("injured", 2, 2, words("two bargemen")),)}, True),
        ({"type": "AID", "tolls": (Toll("displaced", 2, 2, words("two bargemen")),)}, False),
    ],
)
def test_attacks_and_people_killed_or_injured_are_graphic(fields: dict[str, object], graphic: bool) -> None:
    assert graphic == event(**fields).graphic


def test_every_part_of_an_event_is_marked_as_its_part() -> None:
    strands = [strand for strand in made().strands() if strand.claim == "v1"]

    assert {"fired on", "The guard of the lock", "two bargemen", "Shibam", "Tuesday", "Mukalla", "ADEN"} == {
        strand.span.text for strand in strands
    }
    assert [("fired on", "v1", "v1")] == [(one.span.text, one.name, one.card) for one in strands if one.card]


def test_every_mention_of_a_place_leads_to_its_one_card() -> None:
    strands = [strand for strand in made().strands() if strand.mark == "place" and strand.span.text == "Shibam"]

    assert [("p3", "p3"), ("p4", "p3")] == [(strand.name, strand.card) for strand in strands]


def test_a_place_is_never_a_bare_point() -> None:
    card = sited()

    assert ("within about 3 km", "the town or spot", "15.900, 48.600") == (
        card.within, card.precision, card.coordinates,
    )  # fmt: skip
    assert ("", "", "") == (
        sited(lat=None, lon=None, radius_m=None).within,
        sited(lat=None, lon=None, radius_m=None).precision,
        sited(lat=None, lon=None, radius_m=None).coordinates,
    )


def test_a_place_shows_why_it_was_chosen_and_what_was_not() -> None:
    assert (("It has 7,000 people.",), ("Shibam, Saudi Arabia",)) == (sited().because, sited().runners_up)


@pytest.mark.parametrize(
    ("bearing", "distance", "how"),
    [(45.0, 12_000, "12 km NE"), (350.0, None, "N"), (None, 1_500, "1.5 km"), (None, None, "")],
)
def test_a_place_told_by_another_says_how_it_lies(bearing: float | None, distance: float | None, how: str) -> None:
    near = place(1, "Mukalla", basis="relative", relation=Relation("p3", bearing, distance))
    card = made(places=(near, SHIBAM)).places[0]

    assert card.relative
    assert ("Shibam", how) == (card.relative.span.text, card.relative.how)


def test_cards_are_numbered_in_the_order_of_the_text() -> None:
    second = Event("v2", cut(BODY, BODY.index("saw"), BODY.index("saw") + 3), "AID")
    found = made(events=(FIRED, second))

    assert ({"v1": 1, "v2": 2}, {"p1": 1, "p2": 2, "p3": 3}) == (found.numbers.events, found.numbers.places)


def test_a_kind_of_event_has_the_same_name_on_every_page() -> None:
    messages = load()

    assert {type_: messages(f"kind.{type_.lower()}") for type_ in TYPES} == {
        type_: words.capitalize() for type_, words in TYPES.items()
    }
