"""A CSV with ACLED's columns (its column guide of 2023, as the package acledR lists them), filled where sayso knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sayso.export import csvs
from sayso.export.countries import country
from sayso.export.days import acled_precision, days
from sayso.export.facts import Facts, facts
from sayso.export.rows import event_rows
from sayso.outgoing import Case, Terms

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_TAGS = {
    "event_id_cnty": "#event+id", "event_date": "#date+start", "event_type": "#event+type", "country": "#country+name",
    "iso": "#country+code+num", "admin1": "#adm1+name", "admin2": "#adm2+name", "location": "#loc+name",
    "latitude": "#geo+lat", "longitude": "#geo+lon", "fatalities": "#affected+killed", "actor1": "#group+name+first",
    "actor2": "#group+name+second", "source": "#meta+source", "notes": "#description",
}  # fmt: skip
# What PLOVER's type decides of ACLED's; which kind of violence or protest it was, it does not.
_DISORDER = {"ASSAULT": "Political violence", "PROTEST": "Demonstrations"}
_STRATEGIC = {"MOBILIZE", "RETREAT"}


def file(cases: Iterable[Case], terms: Terms) -> Iterator[bytes]:
    """Give the file line by line."""
    rows = (list(row.values()) for case in cases for row in _rows(case, terms))
    return csvs.lines(COLUMNS, rows, [_TAGS.get(name, "") for name in COLUMNS] if terms.hxl else None)


def _rows(case: Case, terms: Terms) -> Iterator[dict[str, Any]]:
    for event in event_rows(case, terms):
        found = facts(case, terms)
        filled = {
            "event_id_cnty": event["id"],
            **_time(found),
            **_kind(found.type),
            **_parties(event["actors"], event["recipients"]),
            "iso": country(event["country_code"]).numeric,
            "country": event["country"],
            "admin1": event["admin1"],
            "admin2": event["admin2"],
            "location": event["place"],
            "latitude": event["lat"],
            "longitude": event["lon"],
            "geo_precision": event["geo_precision"],
            "source": event["outlets"],
            "notes": " ".join(event["sentences"]),
            "fatalities": found.killed.low if len(found.killed.values) == 1 else None,
            "tags": f"review={event['review']}; state={event['state']}; origins={event['origins']}",
            "timestamp": _seconds(event["modified"]),
        }
        yield {name: filled.get(name) for name in COLUMNS}


def _time(found: Facts) -> dict[str, Any]:
    when = days(found.time)
    day = when.first or when.last
    return {
        "event_date": day.isoformat() if day else None,
        "year": day.year if day else None,
        "time_precision": acled_precision(when),
    }


def _kind(plover: str | None) -> dict[str, Any]:
    if plover in _STRATEGIC:
        return {"disorder_type": "Strategic developments", "event_type": "Strategic developments"}
    return {"disorder_type": _DISORDER.get(plover or "")}


def _parties(actors: list[str], recipients: list[str]) -> dict[str, Any]:
    return {
        "actor1": next(iter(actors), None),
        "assoc_actor_1": actors[1:],
        "actor2": next(iter(recipients), None),
        "assoc_actor_2": recipients[1:],
    }


def _seconds(at: str) -> int | None:
    """Return a time in UTC as seconds since 1970, as ACLED's timestamps are."""
    try:
        return int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return None
