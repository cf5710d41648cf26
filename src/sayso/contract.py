"""The JSON that is promised to other programs, written and read back without loss.

`sayso/reading/1` is one report as it was read, `sayso/incidents/1` what stored reports say together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sayso import precision
from sayso.incidents import ClaimOf, Contradiction, Dispute, Incident, Origin, Sighted, Stated, Value
from sayso.records import (
    Block,
    Claim,
    DateCandidate,
    Entity,
    Event,
    Furniture,
    Link,
    Mention,
    Notice,
    Place,
    Reading,
    Relation,
    Rival,
    Text,
    Time,
    Toll,
)
from sayso.revisions import History, Revision, Side
from sayso.spans import Span, check

SCHEMA = "sayso/reading/1"
INCIDENTS = "sayso/incidents/1"
VERSIONS = "sayso/versions/1"

Json = dict[str, Any]


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of a record's fields; none for what is no record."""
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else ()


def plain(value: object) -> Any:
    """Turn records and mappings into dicts and tuples into lists, keeping every field and its name."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    kind: Any = type(value)
    if names := _names(kind):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return value


def reading_to_json(reading: Reading) -> Json:
    """Return the promised shape; fields beyond the promise (`model`, `blocks`, `dates`, …) are additions."""
    text = reading.text
    return {
        "schema": SCHEMA,
        "report": {
            "sha256": reading.sha256,
            "title": plain(text.title),
            "outlet": text.outlet,
            "published": text.published,
            "language": text.language,
            "notices": plain(text.notices),
            "furniture": [plain(item.span) | {"reason": item.reason} for item in text.furniture],
            "byline": plain(text.byline),
            "timezone": text.timezone,
            "dates": plain(text.dates),
            "blocks": [plain(item.span) | {"role": item.role} for item in text.blocks],
        },
        "model": reading.model,
        "remarks": list(reading.remarks),
        "text": text.body,
        "mentions": plain(reading.mentions),
        "entities": plain(reading.entities),
        "times": [_time_to_json(time) for time in reading.times],
        "places": [_place_to_json(place) for place in reading.places],
        "events": [_event_to_json(event, reading) for event in reading.events],
        "claims": plain(reading.claims),
    }


def _time_to_json(time: Time) -> Json:
    value: Json = plain(time)
    return value | {"precision": None if time.edtf is None else precision.of_time(time.edtf)}


def _event_to_json(event: Event, reading: Reading) -> Json:
    """Return an event with its own interval, which is that of the time it names, and how precisely its place is known.

    Both are `null` where the report gives none; they are derived, and not read back.
    """
    time = next((time for time in reading.times if time.id == event.time), None)
    place = next((place for place in reading.places if place.id == event.place), None)
    value: Json = plain(event)
    interval = None
    if time is not None:
        told = _time_to_json(time)
        interval = {name: told[name] for name in ("span", "edtf", "part_of_day", "anchor", "precision")}
    return value | {"interval": interval, "geo_precision": _geo_precision(place) if place else None}


def _geo_precision(place: Place) -> int | None:
    return None if place.radius_m is None else precision.of_radius(place.radius_m)


def _place_to_json(place: Place) -> Json:
    value: Json = plain(place)
    if place.relation is not None:
        value["relation"]["from"] = value["relation"].pop("place")
    return value


class _Reader:
    """Rebuilds records from the promised JSON; every span is checked against the text."""

    def __init__(self, body: str) -> None:
        self.body = body

    def span(self, value: Json) -> Span:
        return check(self.body, Span(value["start"], value["end"], value["text"]))

    def maybe(self, value: Json | None) -> Span | None:
        return None if value is None else self.span(value)

    def spans(self, values: list[Json]) -> tuple[Span, ...]:
        return tuple(self.span(value) for value in values)

    def text(self, report: Json) -> Text:
        return Text(
            body=self.body,
            blocks=tuple(Block(self.span(value), value["role"]) for value in report["blocks"]),
            title=self.maybe(report["title"]),
            byline=self.maybe(report["byline"]),
            outlet=report["outlet"],
            published=report["published"],
            timezone=report["timezone"],
            language=report["language"],
            notices=tuple(self.notice(value) for value in report["notices"]),
            furniture=tuple(Furniture(self.span(value), value["reason"]) for value in report["furniture"]),
            dates=tuple(DateCandidate(**value) for value in report["dates"]),
        )

    def notice(self, value: Json) -> Notice:
        return Notice(value["kind"], self.span(value["span"]), value["outlet"], self.maybe(value["covers"]))

    def mention(self, value: Json) -> Mention:
        return Mention(value["id"], self.span(value["span"]), value["type"], value["entity"])

    def time(self, value: Json) -> Time:
        known = {name: of for name, of in value.items() if name != "precision"}
        return Time(**(known | {"span": self.span(value["span"])}))

    def place(self, value: Json) -> Place:
        relation = value["relation"]
        if relation is not None:
            relation = Relation(relation["from"], relation["bearing_deg"], relation["distance_m"])
        rivals = tuple(Rival(**item) for item in value["runners_up"])
        changed = {"span": self.span(value["span"]), "relation": relation, "runners_up": rivals}
        return Place(**(value | changed | {"because": tuple(value["because"])}))

    def event(self, value: Json) -> Event:
        tolls = tuple(Toll(**(toll | {"span": self.span(toll["span"])})) for toll in value["tolls"])
        changed = {"trigger": self.span(value["trigger"]), "tolls": tolls}
        changed |= {name: tuple(value[name]) for name in ("actors", "recipients")}
        known = {name: of for name, of in value.items() if name not in {"interval", "geo_precision"}}
        return Event(**(known | changed))

    def claim(self, value: Json) -> Claim:
        chain = tuple(
            Link(self.maybe(link["label"]), link["kind"], link["entity"], self.maybe(link["cue"]))
            for link in value["chain"]
        )
        changed = {"content": self.spans(value["content"]), "hedges": self.spans(value["hedges"])}
        return Claim(**(value | changed | {"chain": chain, "events": tuple(value["events"])}))


def reading_from_json(value: Json) -> Reading:
    """Rebuild a reading from `reading_to_json`; raises OffsetError where a span does not quote the text."""
    rebuild = _Reader(value["text"])
    return Reading(
        sha256=value["report"]["sha256"],
        model=value["model"],
        text=rebuild.text(value["report"]),
        mentions=tuple(rebuild.mention(item) for item in value["mentions"]),
        entities=tuple(Entity(**(item | {"mentions": tuple(item["mentions"])})) for item in value["entities"]),
        times=tuple(rebuild.time(item) for item in value["times"]),
        places=tuple(rebuild.place(item) for item in value["places"]),
        events=tuple(rebuild.event(item) for item in value["events"]),
        claims=tuple(rebuild.claim(item) for item in value["claims"]),
        remarks=tuple(value["remarks"]),
    )


# ---- what stored reports say together ----


def incidents_to_json(incidents: Iterable[Incident]) -> Json:
    """Return the promised shape `sayso/incidents/1`; fields beyond the promise are additions."""
    documents = [incident_to_json(incident) for incident in incidents]
    contradictions = [
        one | {"incident": document["id"]} for document in documents for one in document.pop("contradictions")
    ]
    return {"schema": INCIDENTS, "incidents": documents, "contradictions": contradictions}


def incident_to_json(incident: Incident) -> Json:
    """Return one incident with its contradictions; its place bears the report whose words name it."""
    value: Json = plain(incident)
    if incident.place is not None:
        value["place"] = _place_to_json(incident.place.place) | {"report": incident.place.report}
    return value


def incident_from_json(value: Json) -> Incident:
    """Rebuild an incident from `incident_to_json`."""
    return Incident(
        id=value["id"],
        type=value["type"],
        time=value["time"],
        place=_sighted(value["place"]),
        claims=tuple(
            Stated(**(one | {"content": tuple(Span(**span) for span in one["content"])})) for one in value["claims"]
        ),
        origins=tuple(Origin(**{name: _tuple(of) for name, of in one.items()}) for one in value["origins"]),
        state=value["state"],
        because=tuple(value["because"]),
        disputes=tuple(Dispute(one["slot"], tuple(map(_value, one["values"]))) for one in value["disputes"]),
        contradictions=tuple(map(_contradiction, value["contradictions"])),
        joined=tuple(value["joined"]),
        lead=value.get("lead", ""),
    )


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _sighted(value: Json | None) -> Sighted | None:
    if value is None:
        return None
    span = Span(**value["span"])
    place = {name: of for name, of in value.items() if name != "report"}
    return Sighted(value["report"], _Reader(" " * span.start + span.text).place(place))


def _value(value: Json) -> Value:
    return Value(value["value"], tuple(ClaimOf(**claim) for claim in value["claims"]))


def _contradiction(value: Json) -> Contradiction:
    return Contradiction(ClaimOf(**value["a"]), ClaimOf(**value["b"]), tuple(value["because"]), value["slot"])


# ---- what became of an article ----


def history_to_json(history: History) -> Json:
    """Return the shape `sayso/versions/1`: claims by their ids, spans of the side that they are named after."""
    return {
        "schema": VERSIONS,
        "versions": [_side_to_json(side) | {"report": plain(side.report)} for side in history.sides],
        "revisions": [_revision_to_json(revision) for revision in history.revisions],
        "earlier": history.earlier,
        "orphans": plain(history.orphans),
    }


def _side_to_json(side: Side) -> Json:
    return {
        "report": side.report.id,
        "reading": side.version.number,
        "model": side.version.model,
        "at": side.version.at,
    }


def _revision_to_json(revision: Revision) -> Json:
    return {
        "how": revision.how,
        "before": _side_to_json(revision.before),
        "after": _side_to_json(revision.after),
        "same_words": revision.same_words,
        "corrections": plain(revision.corrections),
        "claims": [
            {
                "fate": change.fate,
                "before": change.before and change.before.id,
                "after": change.after and change.after.id,
                "because": list(change.because),
            }
            for change in revision.claims
        ],
        "kept": revision.kept,
        "runs": plain(revision.runs),
    }
