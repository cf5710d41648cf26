"""The list of incidents: which of them are asked for, and what a row of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args
from urllib.parse import urlencode

from sayso.incidents import Incident, State
from sayso.outline import Outline, View
from sayso.web.pages import PAGE_LENGTH, is_exercise
from sayso.workspace import Workspace

STATES: tuple[State, ...] = get_args(State)
_NEAR = 12  # incidents that another can be merged with on its page


@dataclass(frozen=True, slots=True)
class Row:
    """An incident in a list, with the beginning of what is told of it."""

    incident: Incident
    exercise: bool = False

    @property
    def lead(self) -> str | None:
        """The words of the claim that tells it best; None where it has none."""
        first = self.incident.headline
        return " … ".join(span.text for span in first.content) if first else None

    @property
    def copies(self) -> int:
        """How many of its reports repeat another."""
        return sum(len(origin.copies) for origin in self.incident.origins)


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list of incidents; `total` are asked for, `stored` says whether there is any incident at all."""

    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    wanted: View
    number: int
    total: int
    stored: bool

    @property
    def more(self) -> bool:
        """Whether others follow."""
        return self.number * PAGE_LENGTH < self.total

    @property
    def exercise(self) -> bool:
        """Whether a row is told by a bundled sample."""
        return any(row.exercise for row in self.rows)


def query(wanted: View, **more: object) -> str:
    """Return what is asked for as the query of an address, with further values where there are any."""
    given = {"kind" if name == "type" else name: value for name, value in wanted.given.items()}
    return urlencode(given | {name: value for name, value in more.items() if value})


def incidents_page(workspace: Workspace, wanted: View, number: int) -> IncidentsPage:
    """Return one page of the incidents asked for, the latest first; raises BadValue."""
    rows = tuple(row(workspace, one) for one in chosen(workspace, wanted, (number - 1) * PAGE_LENGTH))
    total = workspace.outline_count(wanted)
    return IncidentsPage(
        rows, workspace.kinds()[0], wanted, number, total, bool(total) or workspace.incident_count() > 0
    )


def chosen(workspace: Workspace, wanted: View, offset: int = 0, most: int = PAGE_LENGTH) -> tuple[Incident, ...]:
    """Return incidents asked for, the latest first; raises BadValue."""
    return tuple(workspace.incident(one.id) for one in workspace.outlines(wanted, offset, most))


def row(workspace: Workspace, incident: Incident) -> Row:
    """Return an incident as a list shows it."""
    first = next(iter(incident.reports), None)
    return Row(incident, exercise=first is not None and is_exercise(workspace.report(first)))


def near(workspace: Workspace, incident: Incident) -> tuple[Outline, ...]:
    """Return other incidents that may be the same: of days that touch its own."""
    if incident.time is None:
        return ()
    since, _, until = incident.time.partition("/")
    wanted = View(since=since.strip("."), until=(until or since).strip("."))
    return tuple(one for one in workspace.outlines(wanted, 0, _NEAR + 1) if one.id != incident.id)[:_NEAR]
