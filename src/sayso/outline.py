"""The vocabulary of overviews: incidents at a glance, the days they are put on, the spots they are put at.

All are frozen. Days are proleptic ordinals; a time that is not known to the day is a range of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal

from sayso import edtf
from sayso.contract import Json, plain
from sayso.errors import BadValue
from sayso.incidents import State


@dataclass(frozen=True, slots=True)
class Outline:
    """An incident at a glance. `first` and `last` are the days between which it is said to have happened.

    `reported` are the days of the first and the last report of it, None where not known; `words` begin its first claim.
    """

    id: str
    type: str | None
    state: State
    time: str | None  # EDTF
    first: int | None
    last: int | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_m: int | None
    reports: int
    origins: int
    words: str
    reported: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Which incidents an overview shows; "" leaves a thing open.

    `since` and `until` are EDTF dates of what happened; an incident is shown if it may have happened between them.
    `place` is a name as it stands in outlines, or a part of it; `undated` shows those without a time alone.
    """

    since: str = ""
    until: str = ""
    state: State | Literal[""] = ""
    type: str = ""
    country: str = ""
    place: str = ""
    undated: bool = False

    @property
    def days(self) -> tuple[int | None, int | None]:
        """The first and the last day shown; raises BadValue for what is no EDTF date."""
        since = edtf.ordinals(self.since)[0] if self.since else None
        until = edtf.ordinals(self.until)[1] if self.until else None
        if since and until and since > until:
            raise BadValue(f"{self.since} comes after {self.until}.", "Give the earlier day first.")
        return since, until

    @property
    def given(self) -> dict[str, str]:
        """What differs from leaving everything open, by name."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: "yes" if value is True else value for name, value in values.items() if value}


def view(given: dict[str, str]) -> View:
    """Return the view that is given by name; raises BadValue for a state that there is not."""
    state = given.get("state", "")
    if state not in {"", "single-origin", "corroborated", "disputed", "denied"}:
        raise BadValue(f"{state[:60]!r} is no state.", "Choose single-origin, corroborated, disputed or denied.")
    values = {name: value for name, value in given.items() if value and name != "undated"}
    made = replace(View(), **values, undated=bool(given.get("undated")))  # type: ignore[arg-type]
    _ = made.days
    return made


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days: how many things are surely on them, and how many more may be."""

    first: int
    last: int
    sure: int
    perhaps: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """When things are said to have happened, and apart from that when reports of anything were published.

    `happened` and `published` share their stretches of days. `undated` counts incidents without a time.
    """

    happened: tuple[Bar, ...]
    published: tuple[Bar, ...]
    incidents: tuple[Outline, ...]
    total: int
    undated: int
    unpublished: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how far from its middle it may be, in metres, and the incidents that are put there."""

    name: str
    country: str | None
    lat: float
    lon: float
    radius_m: int | None
    count: int
    states: tuple[State, ...]
    incidents: tuple[Outline, ...] = ()


# ---- as JSON ----


def day(ordinal: int | None) -> str | None:
    """Return a day as ISO 8601."""
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()


def stretch(first: int, last: int) -> str:
    """Return a stretch of days as the shortest EDTF: a day, a month, a year, or an interval."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if first == last:
        return start.isoformat()
    whole = start.day == 1 and ((end.month == 12 and end.day == 31) or date.fromordinal(last + 1).day == 1)
    if whole and (start.month, end.month) == (1, 12) and start.year == end.year:
        return f"{start.year:04}"
    if whole and (start.year, start.month) == (end.year, end.month):
        return start.isoformat()[:7]
    return f"{start.isoformat()}/{end.isoformat()}"


def outline_to_json(one: Outline) -> Json:
    """Return an incident at a glance, its days as ISO 8601, with its address."""
    whole: Json = plain(one)
    reported = [day(ordinal) for ordinal in one.reported] if one.reported else None
    return whole | {"first": day(one.first), "last": day(one.last), "reported": reported, "address": f"/i/{one.id}"}


def timeline_to_json(line: Timeline, view: View) -> Json:
    """Return a line of time in the shape `sayso/timeline/1`."""
    return {
        "schema": "sayso/timeline/1",
        "view": view.given,
        **{name: [_bar_to_json(bar) for bar in getattr(line, name)] for name in ("happened", "published")},
        "incidents": [outline_to_json(one) for one in line.incidents],
        **{name: getattr(line, name) for name in ("total", "undated", "unpublished")},
    }


def _bar_to_json(bar: Bar) -> Json:
    return {"first": day(bar.first), "last": day(bar.last), "sure": bar.sure, "perhaps": bar.perhaps}


def spots_to_json(spots: Iterable[Spot], view: View, unplaced: int) -> Json:
    """Return places as GeoJSON points; what they may be off by is `radius_m`, so no point stands for itself."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [one.lon, one.lat]},
            "properties": {
                **{name: getattr(one, name) for name in ("name", "country", "radius_m", "count")},
                "states": list(one.states),
            },
        }
        for one in spots
    ]
    return {"type": "FeatureCollection", "features": features, "view": view.given, "unplaced": unplaced}
