from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.bargemen import READING, place, words

from sayso.cli.events import print_events_and_places
from sayso.records import Event, Place, Reading, Rival, Toll

COUNTRIES = {"YE": "Yemen", "SA": "Saudi Arabia"}


def shown(found: Reading, capsys: pytest.CaptureFixture[str], *, why: bool = False) -> str:
    print_events_and_places(found, lambda code: COUNTRIES.get(code, code), why=why)
    return capsys.readouterr().out


def placed(number: int = 3, **fields: Any) -> Place:
    values: dict[str, Any] = {"basis": "gazetteer", "name": "Shibām", "country": "YE", "admin1": "Hadhramaut"}
    return place(number, "Shibam", **values | {"lat": 15.9, "lon": 48.6, "radius_m": 2_300} | fields)


def test_an_event_is_told_in_words_with_where_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    event = replace(READING.events[0], tolls=(Toll("injured", 2, None, words("two bargemen")),))
    out = shown(replace(READING, places=(placed(),), events=(event,)), capsys)

    assert (
        "  v1  attack (“fired on”), told as done in c1 · by “The guard of the lock” (Lock Guard of Aden)"
        " · to “two bargemen” · at least 2 injured\n"
        "      where: Shibām, Hadhramaut, Yemen (“Shibam”), within about 3 km"
        " · when: 2031-04-08 (“Tuesday”), to the day\n"
    ) in out


def test_where_it_was_written_is_told_from_where_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert "The report was written in “ADEN”; for that alone nothing was there." in shown(READING, capsys)


def test_what_was_not_done_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    event = replace(READING.events[0], polarity="negative")

    assert "attack (“fired on”), told as not done in c1" in shown(replace(READING, events=(event,)), capsys)


def test_a_time_without_a_value_is_left_open(capsys: pytest.CaptureFixture[str]) -> None:
    times = (replace(READING.times[0], edtf=None),)

    assert "when: “Tuesday”, left open" in shown(replace(READING, times=times), capsys)


def test_a_place_is_told_with_its_radius_its_basis_and_its_other_mentions(capsys: pytest.CaptureFixture[str]) -> None:
    places = (placed(3, geonames=7), placed(4, geonames=7), place(5, "Mukalla"))
    out = shown(replace(READING, places=places, events=()), capsys)

    assert (
        "\nPlaces\n"
        "  p3  Shibām, Hadhramaut, Yemen (“Shibam”) · within about 3 km · from the gazetteer · also p4\n"
        "  p5  “Mukalla” · not found on the map\n"
    ) == out


def test_on_request_reasons_and_runners_up_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    rival = Rival("Shibam", 8, "SA", "Asir", 18.0, 42.0)
    places = (placed(because=("It has 7,000 people.",), runners_up=(rival,)),)
    out = shown(replace(READING, places=places), capsys, why=True)

    assert "      It has 7,000 people.\n      Not chosen: Shibam, Asir, Saudi Arabia.\n" in out


def test_on_request_an_event_says_what_its_time_rests_on_and_where_it_was_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    times = (replace(READING.times[0], anchor="published 2031-04-08"),)
    out = shown(replace(READING, times=times), capsys, why=True)

    assert "      time counted from: published 2031-04-08\n      said in “Mukalla”\n" in out


def test_a_reading_without_events_and_places_has_no_such_section(capsys: pytest.CaptureFixture[str]) -> None:
    assert "" == shown(replace(READING, events=(), places=()), capsys)


def test_hostile_words_cannot_touch_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "[red]\x1b[31m\u202eevil\nline"
    places = (placed(name=hostile, admin1=hostile, country=hostile, because=(hostile,)),)
    events = (Event("v1", words("fired on"), hostile, place="p3"),)
    out = shown(replace(READING, places=places, events=events), capsys, why=True)

    assert {"\x1b", "\u202e"}.isdisjoint(out)
    assert "[red]\\x1b[31m\\u202eevil line" in out
