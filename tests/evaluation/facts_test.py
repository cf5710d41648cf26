from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("evaluation.score", reason="the evaluation does not stand beside these tests")

from evaluation.facts import kilometres, same_place
from tests.evaluation.laid import found, shares, wanted
from tests.marked import marked

from sayso.records import Event, Furniture, Mention, Notice, Place, Reading, Relation, Time, Toll
from sayso.spans import Span

RAID = "[actor|Two columns] [trigger|raided] [place|Idah] [time|on Tuesday], killing [toll|nine]."
WANTED = {
    "trigger": "raided", "type": "ASSAULT", "actor": "columns", "place": "Idah", "time": "2024-05-14",
    "tolls": [{"slot": "killed", "low": 9, "high": 9, "quote": "nine"}],
}  # fmt: skip


def raid(**changes: Any) -> Reading:
    """A reading of the raid, all of it right but for the changes to its event."""
    text, parts = marked(RAID)
    at = {part.name: part.span for part in parts}
    toll = Toll("killed", 9, 9, at["toll"])
    event = Event("v1", at["trigger"], "ASSAULT", ("m1",), (), "p1", "t1", tolls=(toll,))
    return Reading(
        "", "test", text,
        mentions=(Mention("m1", at["actor"], "armed_group"),),
        times=(Time("t1", at["time"], "2024-05-14"), Time("t2", at["time"], "2024-05-21")),
        places=(Place("p1", at["place"], "unresolved"),),
        events=(replace(event, **changes),),
    )  # fmt: skip


def told(gold: dict[str, Any], reading: Reading) -> dict[str, float]:
    """The figures of a reading of the raid."""
    return shares(wanted(RAID, gold), reading)


def span(line: str, number: int = 0) -> Span:
    """A part of a marked line."""
    return marked(line)[1][number].span


# ---- times and places ----


def test_a_time_is_right_with_any_of_its_values_and_quotes() -> None:
    got = replace(
        found("They left [time|on Tuesday]."), times=(Time("t1", span("They left [time|on Tuesday]."), "2024-05-14"),)
    )
    times = [
        {"quote": "Tuesday", "edtf": ["2024-05-13", "2024-05-14"]},
        {"quote": "They", "also": ["on Tuesday"], "edtf": ["2024-05-14"]},
        {"quote": "Tuesday", "edtf": ["2024-05-13"]},
        {"quote": "left", "edtf": ["2024-05-14"]},
        {"quote": "left", "edtf": ["2024"], "optional": True},
    ]
    assert 0.5 == shares(wanted("They left on Tuesday.", {"times": times}), got)["times"]


def test_a_degree_along_the_equator_is_111_kilometres() -> None:
    assert 111.195 == pytest.approx(kilometres({"lat": 0.0, "lon": 6.0}, 0.0, 7.0), abs=0.001)


@pytest.mark.parametrize(
    ("want", "right"),
    [
        ({"lat": 7.1, "lon": 6.7}, True),
        ({"lat": 7.2, "lon": 6.7}, False),
        ({"lat": 7.2, "lon": 6.7, "tolerance_km": 12}, True),
        ({"from": "Lokoja", "distance_km": 80}, True),
        ({"from": "Lokoja", "distance_km": 78}, False),
        ({"from": "Lokoja"}, True),
        ({"country": "NG"}, True),
        ({"country": "NE"}, False),
        ({"country": "NG", "admin1": "Kogi State"}, False),
        ({"country": "NG", "admin1": "kogi"}, True),
    ],
)
def test_a_place_is_right_by_point_by_distance_or_by_country(want: dict[str, Any], right: bool) -> None:
    relation = Relation("p2", None, 80_400)
    got = Place("p1", span("[a|Idah]"), "relative", "Idah", None, "NG", "Kogi", 7.11, 6.7, 5000, relation)
    assert right == same_place(want, got)


def test_places_are_looked_for_where_they_are_marked() -> None:
    places = [{"quote": "Idah", "country": "NG"}, {"quote": "columns", "country": "NG"}]
    got = replace(raid(), places=(Place("p1", span("Two columns raided [a|Idah]"), "gazetteer", country="NG"),))
    assert 0.5 == told({"places": places}, got)["places"]


# ---- events ----


def test_an_event_read_as_marked_is_right_in_every_layer() -> None:
    figures = told({"events": [WANTED]}, raid())
    layers = ("events found", "event type", "event actor", "event place", "event time", "tolls")
    assert [1.0] * 6 == [figures[layer] for layer in layers]


@pytest.mark.parametrize(
    ("layer", "changes"),
    [
        ("event type", {"type": "COERCE"}),
        ("event actor", {"actors": ()}),
        ("event place", {"place": None}),
        ("event time", {"time": "t2"}),
        ("tolls", {"tolls": (Toll("killed", 9, None, span("[a|nine]")),)}),
    ],
)
def test_each_part_of_an_event_is_judged_by_itself(layer: str, changes: dict[str, Any]) -> None:
    figures = told({"events": [WANTED]}, raid(**changes))
    assert {layer} == {name for name, value in figures.items() if value == 0.0 and not name.startswith("claims")}


def test_an_event_is_missed_unless_it_may_be_left_out() -> None:
    events = [
        WANTED,
        {"trigger": "killing", "type": "ASSAULT"},
        {"trigger": "nine", "type": "ASSAULT", "optional": True},
    ]
    assert 0.5 == told({"events": events}, raid())["events found"]


@pytest.mark.parametrize(("trigger", "polarity", "right"), [
    ("raided", "positive", 1.0), ("raided", "negative", 1.0), ("killing", "positive", 0.0),
])  # fmt: skip
def test_an_event_told_as_done_that_is_not_marked_counts_against_precision(
    trigger: str, polarity: str, right: float
) -> None:
    figures = told({"events": [WANTED | {"trigger": trigger}]}, raid(polarity=polarity))
    assert [right] * 2 == [figures[layer] for layer in ("events precision", "events F1")]


def test_an_event_told_as_not_done_and_not_marked_leaves_precision_as_it_is() -> None:
    assert "events precision" not in told(
        {"events": [{"trigger": "killing", "type": "ASSAULT"}]}, raid(polarity="negative")
    )


@pytest.mark.parametrize(("polarity", "right"), [("negative", 1.0), ("positive", 0.0)])
def test_what_did_not_happen_is_wrong_only_as_a_plain_event(polarity: str, right: float) -> None:
    gold = {"not_events": [{"trigger": "raided", "why": "denied"}]}
    assert right == told(gold, raid(polarity=polarity))["not events"]


def test_layers_of_which_nothing_is_read_have_no_figure() -> None:
    gold = {"events": [WANTED], "places": [{"quote": "Idah", "country": "NG"}]}
    unread = told(gold, replace(raid(), events=(), places=()))
    assert not unread
    assert "tolls" not in told(gold, raid(tolls=()))


# ---- the report itself ----

PAGE = "[notice|Radio Idah could not verify this]. The ford rose. [furniture|READ ALSO: ten fords]"


def page(notices: tuple[Notice, ...], furniture: tuple[Furniture, ...]) -> dict[str, float]:
    """The figures of a page with a notice and a piece of furniture, read as given."""
    header = {
        "published": "2024-05-16",
        "notices": [{"kind": "unverified", "quote": "could not verify"}],
        "furniture": ["READ ALSO: ten fords"],
    }
    got = found(PAGE)
    got = replace(got, text=replace(got.text, notices=notices, furniture=furniture))
    return shares(wanted(PAGE, {"report": header}), got)


def test_a_notice_is_right_in_its_place_with_its_kind() -> None:
    one, other = (Notice(kind, span(PAGE)) for kind in ("unverified", "translation"))
    elsewhere = Notice("unverified", span(PAGE, 1))
    assert [1.0, 0.0, 0.0] == [page((notice,), ())["notices"] for notice in (one, other, elsewhere)]


def test_furniture_has_to_be_set_apart_nearly_whole() -> None:
    cut_short = Furniture(span("[a|Radio Idah could not verify this. The ford rose.] READ ALSO", 0), "a link")
    assert [1.0, 0.0] == [page((), (one,))["furniture"] for one in (Furniture(span(PAGE, 1), "a link"), cut_short)]


@pytest.mark.parametrize(("entities", "right"), [(("e1", "e1"), 1.0), (("e1", "e2"), 0.0), (("e1", None), 0.0)])
def test_names_of_one_thing_have_to_share_an_entity(entities: tuple[str | None, ...], right: float) -> None:
    line = "[name|Ana Brod] came. [name|The mayor] left."
    text, parts = marked(line)
    mentions = tuple(
        Mention(f"m{number}", part.span, "person", entity)
        for number, (part, entity) in enumerate(zip(parts, entities, strict=True))
    )
    got = Reading("", "test", text, mentions)
    assert right == shares(wanted(line, {"same_entity": [["Ana Brod", "The mayor"]]}), got)["same entity"]
