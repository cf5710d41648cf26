"""The list of incidents: which of them are asked for, and what a row of it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import islice
from typing import get_args
from urllib.parse import urlencode

from sayso import edtf
from sayso.errors import BadValue
from sayso.incidents import Incident, State
from sayso.web.pages import PAGE_LENGTH, is_exercise
from sayso.workspace import Workspace

STATES: tuple[State, ...] = get_args(State)
KINDS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
_AT_ONCE = 200  # incidents looked at in one go where few of them are asked for
_FIRST, _LAST = (0, 1, 1), (9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents are asked for; "" asks for all. `since` and `until` are EDTF dates, of what is told, inclusive.

    An incident without a date is in no range of dates.
    """

    state: str = ""
    kind: str = ""
    place: str = ""
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, item.name) for item in fields(self))

    def check(self) -> None:
        """Raise BadValue where a date is none."""
        for value in filter(None, (self.since, self.until)):
            edtf.check(value)
            if "/" in value:
                raise BadValue(f"{value!r} is a range.", "Give one date, such as 2024-01-16 or 2024-01.")

    def takes(self, incident: Incident) -> bool:
        """Whether this incident is asked for."""
        return (
            self.state in {"", incident.state}
            and self.kind in {"", incident.type}
            and self._is_there(incident)
            and self._is_then(incident)
        )

    def _is_there(self, incident: Incident) -> bool:
        if not self.place or incident.place is None:
            return not self.place
        place = incident.place.place
        names = (place.name, place.span.text, place.admin1, place.country)
        return any(self.place.casefold() in name.casefold() for name in names if name)

    def _is_then(self, incident: Incident) -> bool:
        if not (self.since or self.until):
            return True
        if incident.time is None:
            return False
        first, last = _days(incident.time)
        return last >= _days(self.since or "..")[0] and first <= _days(self.until or "..")[1]

    def query(self, **changed: object) -> str:
        """Return it as the query of an address, with other values where they are given."""
        values = {item.name: getattr(self, item.name) for item in fields(self)} | changed
        return urlencode({name: value for name, value in values.items() if value})


def _days(value: str) -> tuple[edtf.Day, edtf.Day]:
    """Return the first and the last day that an EDTF date or range may mean; an open end reaches on for ever."""
    start, _, end = value.partition("/")
    end = end or start
    first = _FIRST if start in {"", ".."} else edtf.bounds(start)[0]
    return first, _LAST if end in {"", ".."} else edtf.bounds(end)[1]


@dataclass(frozen=True, slots=True)
class Row:
    """An incident in a list, with the beginning of what is told of it."""

    incident: Incident
    exercise: bool = False

    @property
    def lead(self) -> str | None:
        """The words of the first claim that supports it, or else of the first; None where it has none."""
        claims = self.incident.claims
        first = next((one for one in claims if one.stance == "supports"), next(iter(claims), None))
        return " … ".join(span.text for span in first.content) if first else None

    @property
    def copies(self) -> int:
        """How many of its reports repeat another."""
        return sum(len(origin.copies) for origin in self.incident.origins)


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list of incidents. `total` is None where they are not counted; `more` says whether others follow.

    `stored` says whether the workspace holds any incident at all.
    """

    rows: tuple[Row, ...]
    wanted: Wanted
    number: int
    total: int | None
    more: bool
    stored: bool

    @property
    def exercise(self) -> bool:
        """Whether a row is told by a bundled sample."""
        return any(row.exercise for row in self.rows)


def incidents_page(workspace: Workspace, wanted: Wanted, number: int) -> IncidentsPage:
    """Return one page of the incidents asked for, the latest first; raises BadValue."""
    wanted.check()
    first = (number - 1) * PAGE_LENGTH
    if wanted:
        found = list(islice(chosen(workspace, wanted), first, first + PAGE_LENGTH + 1))
        total = None
    else:
        found = list(workspace.incidents(first, PAGE_LENGTH + 1))
        total = workspace.incident_count()
    rows = tuple(row(workspace, one) for one in found[:PAGE_LENGTH])
    stored = bool(found) or bool(workspace.incident_count())
    return IncidentsPage(rows, wanted, number, total, len(found) > PAGE_LENGTH, stored)


def chosen(workspace: Workspace, wanted: Wanted) -> Iterator[Incident]:
    """Yield the incidents asked for, the latest first."""
    offset = 0
    while page := workspace.incidents(offset, _AT_ONCE):
        yield from filter(wanted.takes, page)
        offset += len(page)


def row(workspace: Workspace, incident: Incident) -> Row:
    """Return an incident as a list shows it."""
    first = next(iter(incident.reports), None)
    return Row(incident, exercise=first is not None and is_exercise(workspace.report(first)))


def near(workspace: Workspace, incident: Incident, most: int = 12) -> tuple[Incident, ...]:
    """Return other incidents that may be the same: of days that touch its own."""
    if incident.time is None:
        return ()
    first, last = _days(incident.time)
    wanted = Wanted(since=_written(first), until=_written(last))
    others = (one for one in chosen(workspace, wanted) if one.id != incident.id)
    return tuple(islice(others, most))


def _written(day: edtf.Day) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
