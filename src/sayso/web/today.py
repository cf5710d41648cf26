"""What has come in of late: new incidents, those with one origin, and those that were just disputed or denied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from sayso.incidents import Incident
from sayso.records import Listed
from sayso.web.history import History
from sayso.web.incidents import Row, row
from sayso.web.pages import is_exercise
from sayso.web.review import waiting
from sayso.workspace import Workspace

PERIODS = (1, 7, 30)  # days, counted back from the latest report added
LOOKED_AT = 400  # of the latest reports, at most
SHOWN = 5  # incidents in a section

Recent = frozenset[str]  # the ids of the reports that have come in


@dataclass(frozen=True, slots=True)
class Section:
    """The incidents of which one thing holds; `rows` are the first of them."""

    name: str
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What came in since a moment, which is `days` before the latest addition; `reports` of them are looked at.

    `waiting` claims of these incidents are unreviewed. `unlinked` reports could not be linked, each with the reason.
    """

    sections: tuple[Section, ...]
    since: str
    days: int
    reports: tuple[Listed, ...]
    capped: bool
    waiting: int
    unlinked: tuple[tuple[str, str], ...]

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents that are shown, each once."""
        shown = (row.incident for section in self.sections for row in section.rows)
        return tuple({one.id: one for one in shown}.values())

    @property
    def hand_on(self) -> str:
        """The query of an address that hands them on."""
        return urlencode([("incident", one.id) for one in self.incidents])

    @property
    def exercise(self) -> bool:
        """Whether a report is a bundled sample."""
        return any(is_exercise(one.report) for one in self.reports)


def is_new(incident: Incident, recent: Recent) -> bool:
    """Whether all that tells of it has just come in."""
    return recent.issuperset(incident.reports)


def is_single(incident: Incident, _: Recent) -> bool:
    """Whether one origin alone tells of it."""
    return incident.state == "single-origin"


def is_newly_disputed(incident: Incident, recent: Recent) -> bool:
    """Whether a report that has just come in holds one of several rival values."""
    held = (claim.report for dispute in incident.disputes for value in dispute.values for claim in value.claims)
    return any(report in recent for report in held)


def is_newly_denied(incident: Incident, recent: Recent) -> bool:
    """Whether it stands denied, and a report that has just come in denies it."""
    return incident.state == "denied" and any(
        claim.stance == "denies" and claim.report in recent for claim in incident.claims
    )


SECTIONS: dict[str, Callable[[Incident, Recent], bool]] = {
    "denied": is_newly_denied,
    "disputed": is_newly_disputed,
    "new": is_new,
    "single": is_single,
}


def today_page(workspace: Workspace, days: int) -> TodayPage:
    """Return what came in within so many days of the latest addition."""
    newest = workspace.reports("", 0, LOOKED_AT)
    since = _before(newest[0].report.added, days) if newest else ""
    reports = tuple(one for one in newest if one.report.added >= since)
    recent = frozenset(one.report.id for one in reports)
    found = sorted(workspace.incidents_of(recent), key=_order, reverse=True)
    history = History(workspace.judgements())
    return TodayPage(
        sections=tuple(_section(workspace, name, found, recent) for name in SECTIONS),
        since=since,
        days=days,
        reports=reports,
        capped=len(reports) == LOOKED_AT,
        waiting=sum(len(waiting(incident, history)) for incident in found),
        unlinked=workspace.unlinked(),
    )


def _section(workspace: Workspace, name: str, found: Iterable[Incident], recent: Recent) -> Section:
    chosen = [incident for incident in found if SECTIONS[name](incident, recent)]
    return Section(name, tuple(row(workspace, one) for one in chosen[:SHOWN]), len(chosen))


def _order(incident: Incident) -> tuple[int, int, str]:
    """Put first what most origins, then most reports tell of."""
    return len(incident.origins), len(incident.reports), incident.time or ""


def _before(at: str, days: int) -> str:
    moment = datetime.fromisoformat(at).astimezone(UTC) - timedelta(days=days)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
