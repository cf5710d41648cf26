"""Incidents at a glance, filed as they are concluded, and counted by day and by spot."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, insert, select

from sayso import edtf
from sayso.contract import Json, incident_from_json
from sayso.errors import BadValue
from sayso.outline import Outline, Spot, View
from sayso.store.filed import tellings
from sayso.store.sought import outlines, sought, stances

Transaction = Callable[[], AbstractContextManager[Connection]]
Counted = tuple[int | None, int | None, int]  # first and last day, and how many are between them
_LONGEST = 240  # characters of a claim that are kept
_FIELDS = [one for one in outlines.c if one.name not in {"incident", "radius"}]
_SPOT = (outlines.c.lat, outlines.c.lon, outlines.c.radius)


def outline(connection: Connection, document: str) -> None:
    """File an incident, by its JSON, in the transaction that concludes it; with the incident it goes too."""
    value: Json = json.loads(document)
    connection.execute(insert(outlines), _row(value))
    kept = sorted({(one["report"], one["stance"]) for one in value["claims"]})
    if kept:
        rows = [{"incident": value["id"], "report": report, "stance": stance} for report, stance in kept]
        connection.execute(insert(stances), rows)


def _row(value: Json) -> dict[str, Any]:
    place: Json = value["place"] or {}
    first, last = _days(value["time"])
    row = {name: place.get(name) for name in ("country", "lat", "lon")}
    row |= {"place": place.get("name") or place.get("span", {}).get("text"), "radius": place.get("radius_m")}
    row |= {"incident": value["id"], "type": value["type"], "state": value["state"], "time": value["time"]}
    row |= {"first": first, "last": last, "origins": len(value["origins"]), "words": _words(value)}
    return row | {"reports": sum(len(origin["reports"]) for origin in value["origins"])}


def _days(value: str | None) -> tuple[int | None, int | None]:
    """Return the first and last day; an open end is as if the time were known to its one end."""
    with suppress(BadValue, ValueError):
        first, last = edtf.ordinals(value or "")
        return first or last, last or first
    return None, None


def _words(value: Json) -> str:
    told = value | {"contradictions": [], "disputes": [], "origins": []}  # which may be thousands
    first = incident_from_json(told).headline
    words = " … ".join(span.text for span in first.content) if first else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


class Outlines:
    """The incidents of a store at a glance; `reading` opens its transactions."""

    def __init__(self, reading: Transaction) -> None:
        self._reading = reading

    def happened(self, view: View) -> tuple[Counted, ...]:
        """Return how many incidents there are for each range of days on which they may have happened."""
        days = (outlines.c.first, outlines.c.last)
        asked = select(*days, func.count()).where(*_conditions(view)).group_by(*days)
        with self._reading() as connection:
            return tuple((first, last, number) for first, last, number in connection.execute(asked))

    def published(self, view: View) -> tuple[Counted, ...]:
        """Return how many reports there are for each range of days on which they may have been published."""
        since, until = view.days
        days = (sought.c.first, sought.c.last)
        asked = select(*days, func.count()).where(*_within(sought, since, until)).group_by(*days)
        with self._reading() as connection:
            return tuple((first, last, number) for first, last, number in connection.execute(asked))

    def listed(self, view: View, offset: int = 0, limit: int = 50) -> tuple[Outline, ...]:
        """Return the incidents that are shown, the latest first and those without a time last."""
        asked = select(outlines).where(*_conditions(view))
        asked = asked.order_by(outlines.c.last.desc().nulls_last(), outlines.c.first.desc(), outlines.c.incident)
        with self._reading() as connection:
            return tuple(_outlines(connection, asked.limit(limit).offset(offset)))

    def count(self, view: View) -> int:
        """Return how many incidents are shown."""
        with self._reading() as connection:
            asked = select(func.count()).select_from(outlines).where(*_conditions(view))
            return connection.scalar(asked) or 0

    def undated(self, view: View) -> int:
        """Return how many incidents are shown when those without a time are."""
        return self.count(replace(view, since="", until="", undated=True))

    def unpublished(self) -> int:
        """Return how many reports have no date of publication."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(sought).where(sought.c.first.is_(None))) or 0

    def spots(self, view: View, most: int, named: int) -> tuple[Spot, ...]:
        """Return the places with the most incidents, so many at most, each with the latest few of them."""
        asked = select(*_SPOT, func.min(outlines.c.place).label("name"), func.min(outlines.c.country).label("country"))
        asked = asked.add_columns(
            func.count().label("number"), func.group_concat(outlines.c.state.distinct()).label("states")
        )
        asked = asked.where(*_conditions(view), outlines.c.lat.is_not(None)).group_by(*_SPOT)
        asked = asked.order_by(func.count().desc(), *_SPOT).limit(most)
        with self._reading() as connection:
            rows = connection.execute(asked).mappings().all()
            return tuple(_spot(row, tuple(_at(connection, view, row, named)) if named else ()) for row in rows)

    def unplaced(self, view: View) -> int:
        """Return how many of the incidents that are shown are at no known spot."""
        with self._reading() as connection:
            asked = select(func.count()).select_from(outlines).where(*_conditions(view), outlines.c.lat.is_(None))
            return connection.scalar(asked) or 0

    def kinds(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the types of the incidents and the countries they are in."""
        with self._reading() as connection:
            found = [
                tuple(connection.scalars(select(one).where(one.is_not(None)).distinct().order_by(one)))
                for one in (outlines.c.type, outlines.c.country)
            ]
        return found[0], found[1]


def _conditions(view: View) -> Iterator[ColumnElement[bool]]:
    for name in ("state", "type", "country"):
        if value := getattr(view, name):
            yield outlines.c[name] == value
    if view.place:
        yield outlines.c.place.icontains(view.place, autoescape=True)
    if view.undated:
        yield outlines.c.first.is_(None)
    else:
        yield from _within(outlines, *view.days)


def _within(table: Any, since: int | None, until: int | None) -> Iterator[ColumnElement[bool]]:
    if since is not None:
        yield table.c.last >= since
    if until is not None:
        yield table.c.first <= until


def _outlines(connection: Connection, asked: Select[Any]) -> Iterator[Outline]:
    rows = connection.execute(asked).mappings().all()
    told = select(tellings.c.incident, func.min(tellings.c.published), func.max(tellings.c.published))
    told = told.where(tellings.c.incident.in_([row["incident"] for row in rows])).group_by(tellings.c.incident)
    reported = {name: (first, last) for name, first, last in connection.execute(told) if first is not None}
    for row in rows:
        values = {one.name: row[one.name] for one in _FIELDS}
        days = reported.get(row["incident"])
        yield Outline(id=row["incident"], radius_m=row["radius"], reported=days, **values)


def _at(connection: Connection, view: View, spot: RowMapping, most: int) -> Iterator[Outline]:
    here = [one.is_(None) if spot[one.name] is None else one == spot[one.name] for one in _SPOT]
    asked = select(outlines).where(*_conditions(view), *here)
    asked = asked.order_by(outlines.c.last.desc().nulls_last(), outlines.c.incident)
    yield from _outlines(connection, asked.limit(most))


def _spot(row: RowMapping, incidents: tuple[Outline, ...]) -> Spot:
    states = tuple(sorted(row["states"].split(",")))
    place = {name: row[name] for name in ("name", "country", "lat", "lon")}
    return Spot(**place, radius_m=row["radius"], count=row["number"], states=states, incidents=incidents)
