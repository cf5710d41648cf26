from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.contract import SCHEMA, reading_from_json, reading_to_json
from sayso.errors import OffsetError
from sayso.records import (
    Block,
    Certainty,
    Claim,
    ClaimKind,
    DateCandidate,
    Entity,
    Event,
    Furniture,
    Link,
    Mention,
    MentionType,
    Notice,
    NoticeKind,
    PartOfDay,
    Place,
    Polarity,
    Quote,
    Reading,
    Relation,
    Role,
    SourceKind,
    Text,
    Time,
    Toll,
)
from sayso.spans import Span, cut

# What offsets have been got wrong on: an emoji of several code points, Arabic with marks, decomposed accents, CRLF.
PIECES = ["👩🏽‍🚒", "حَلَب", "قال الناطق", "Cafe\u0301", "\r\n", "\u200f", "\u00a0", "ﬁ", "日本", "said ", '"', "\\", "𝒳"]
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), min_size=1).map("".join).filter(bool)
WORDS = st.text(max_size=8)
IDS = st.sampled_from(["m1", "e2", "p3", "v4"])
SIDES = st.floats(allow_nan=False, allow_infinity=False)


def one_of(literal: object) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn, body: str) -> Span:
    start = draw(st.integers(0, len(body) - 1))
    return cut(body, start, draw(st.integers(start + 1, len(body))))


def texts(body: str) -> st.SearchStrategy[Text]:
    span = spans(body)
    return st.builds(
        Text,
        body=st.just(body),
        blocks=several(st.builds(Block, span, one_of(Role))),
        title=maybe(span),
        byline=maybe(span),
        outlet=maybe(WORDS),
        published=maybe(WORDS),
        timezone=maybe(WORDS),
        language=WORDS,
        notices=several(st.builds(Notice, one_of(NoticeKind), span, maybe(WORDS), maybe(span))),
        furniture=several(st.builds(Furniture, span, WORDS)),
        dates=several(st.builds(DateCandidate, WORDS, WORDS, st.booleans(), WORDS)),
    )


def events(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Event]:
    people = st.integers(0, 10**6)
    slots = st.sampled_from(["killed", "injured", "captured", "displaced", "missing"])
    toll = st.builds(Toll, slots, people, maybe(people), span)
    voiced = {"polarity": one_of(Polarity), "certainty": one_of(Certainty)}
    named = {"actors": several(IDS), "recipients": several(IDS), "place": maybe(IDS), "time": maybe(IDS)}
    return st.builds(Event, id=IDS, trigger=span, type=WORDS, tolls=several(toll), **named, **voiced)


def places(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Place]:
    return st.builds(
        Place,
        id=IDS,
        span=span,
        basis=st.sampled_from(["gazetteer", "relative", "unresolved"]),
        name=maybe(WORDS),
        geonames=maybe(st.integers()),
        country=maybe(WORDS),
        admin1=maybe(WORDS),
        lat=maybe(SIDES),
        lon=maybe(SIDES),
        radius_m=maybe(st.integers()),
        relation=maybe(st.builds(Relation, IDS, maybe(SIDES), maybe(SIDES))),
    )


def claims(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        id=IDS,
        content=several(span, least=1),
        chain=several(st.builds(Link, maybe(span), one_of(SourceKind), maybe(IDS), maybe(span))),
        kind=one_of(ClaimKind),
        polarity=one_of(Polarity),
        certainty=one_of(Certainty),
        quote=one_of(Quote),
        hedges=several(span),
        events=several(IDS),
    )


def readings_of(body: str) -> st.SearchStrategy[Reading]:
    span = spans(body)
    return st.builds(
        Reading,
        sha256=WORDS,
        model=WORDS,
        text=texts(body),
        mentions=several(st.builds(Mention, IDS, span, one_of(MentionType), maybe(IDS))),
        entities=several(st.builds(Entity, IDS, WORDS, one_of(MentionType), several(IDS))),
        times=several(st.builds(Time, IDS, span, maybe(WORDS), maybe(one_of(PartOfDay)), maybe(WORDS))),
        places=several(places(span)),
        events=several(events(span)),
        claims=several(claims(span)),
        remarks=several(WORDS),
    )


READINGS = BODIES.flatmap(readings_of)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # readings are slow to draw


@UNHURRIED
@given(READINGS)
def test_a_reading_survives_its_json(reading: Reading) -> None:
    assert reading == reading_from_json(json.loads(json.dumps(reading_to_json(reading))))


@UNHURRIED
@given(READINGS)
def test_every_span_in_the_json_quotes_the_text(reading: Reading) -> None:
    value = json.loads(json.dumps(reading_to_json(reading)))
    found = list(quoted(value))
    assert all(value["text"][span["start"] : span["end"]] == span["text"] for span in found)
    assert len(reading.claims) <= len(found)


def quoted(value: Any) -> list[dict[str, Any]]:
    """Every span anywhere in the JSON."""
    if isinstance(value, list):
        return [span for item in value for span in quoted(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "text"} <= value.keys() else []
    return own + [span for item in value.values() for span in quoted(item)]


BODY = "The clerk said no."
SMALL = Reading("ab", "m", Text(BODY, (), furniture=(Furniture(cut(BODY, 0, 3), "a link"),)), claims=(
    Claim("c1", (cut(BODY, 15, 17),), (Link(None, "unspecified", None, cut(BODY, 10, 14)),)),
))  # fmt: skip


def test_the_promised_names_are_there() -> None:
    value = reading_to_json(SMALL)
    promised = ["report", "text", "mentions", "entities", "times", "places", "events", "claims"]
    assert SCHEMA == value["schema"]
    assert set() == set(promised) - value.keys()
    report = ["sha256", "title", "outlet", "published", "language", "notices", "furniture"]
    assert set() == set(report) - value["report"].keys()
    claim = ["id", "content", "chain", "kind", "polarity", "certainty", "quote", "hedges", "events"]
    assert claim == list(value["claims"][0])
    assert {"label": None, "kind": "unspecified", "entity": None} == {
        name: value["claims"][0]["chain"][0][name] for name in ("label", "kind", "entity")
    }


def test_an_event_carries_its_own_interval_and_how_precisely_its_place_is_known() -> None:
    body = "A bus burned near Q late last week."
    time = Time("t1", cut(body, 20, 34), "2031-04-03/2031-04-06", anchor="published 2031-04-08")
    place = Place("p1", cut(body, 18, 19), "relative", lat=1.0, lon=2.0, radius_m=30_000)
    event = Event("v1", cut(body, 6, 12), "ASSAULT", place="p1", time="t1")
    bare = Event("v2", cut(body, 2, 5), "ASSAULT")
    value = reading_to_json(Reading("ab", "m", Text(body, ()), times=(time,), places=(place,), events=(event, bare)))

    words = {"start": 20, "end": 34, "text": "late last week"}
    anchored = {"edtf": "2031-04-03/2031-04-06", "part_of_day": None, "anchor": "published 2031-04-08"}
    assert {"span": words, **anchored, "precision": 2} == value["events"][0]["interval"]
    assert (2, 2) == (value["events"][0]["geo_precision"], value["times"][0]["precision"])
    assert (None, None) == (value["events"][1]["interval"], value["events"][1]["geo_precision"])


def test_furniture_is_itself_a_span() -> None:
    (found,) = reading_to_json(SMALL)["report"]["furniture"]
    assert (0, 3, "The") == (found["start"], found["end"], found["text"])


@pytest.mark.parametrize("change", [{"start": 14}, {"end": 99}, {"text": "so"}, {"start": -3}])
def test_a_span_that_does_not_quote_its_text_is_refused(change: dict[str, Any]) -> None:
    value = reading_to_json(SMALL)
    value["claims"][0]["content"][0] |= change
    with pytest.raises(OffsetError):
        reading_from_json(value)
