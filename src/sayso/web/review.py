"""The review queue: the claims that bear on incidents and that nobody has accepted yet, incident by incident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from sayso.incidents import Incident
from sayso.outline import View
from sayso.web.history import Entry, History
from sayso.web.incident import Layout, Line
from sayso.web.incidents import chosen, query
from sayso.web.opened import Opened
from sayso.workspace import Workspace

QUEUE_LENGTH = 50
RECENT = 12  # decisions shown beside the queue


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one incident that wait for review."""

    incident: Incident
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page of the queue: `skipped` claims stand before it; `more` says whether others follow."""

    groups: tuple[Group, ...]
    wanted: View
    skipped: int
    more: bool
    recent: tuple[Entry, ...]
    stored: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """The claims of the page in order."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents of the page, with which others of it can be merged."""
        return tuple(group.incident for group in self.groups)

    @property
    def address(self) -> str:
        """The path of this page of the queue."""
        return self.at(self.skipped)

    @property
    def following(self) -> str:
        """The path of the next page of the queue."""
        return self.at(self.skipped + len(self.lines))

    @property
    def preview(self) -> str:
        """The path at which all of the page can be accepted."""
        return self.at(self.skipped, "/review/accept")

    @property
    def hand_on(self) -> str:
        """The query of an address that hands the incidents of the page on, with what nobody has reviewed."""
        return urlencode([*(("incident", one.id) for one in self.incidents), ("unreviewed", "yes")])

    def at(self, skipped: int = 0, path: str = "/review") -> str:
        """Return the path of the queue that begins after so many claims."""
        asked = query(self.wanted, skip=skipped)
        return f"{path}?{asked}" if asked else path

    @property
    def exercise(self) -> bool:
        """Whether a claim is of a bundled sample."""
        return any(line.shown and line.shown.exercise for line in self.lines)


class Queue:
    """What waits for review in a workspace."""

    def __init__(self, workspace: Workspace, base: str) -> None:
        self._workspace = workspace
        self._opened = Opened(workspace, base)
        self.history = History(workspace.judgements())

    def page(self, wanted: View, skipped: int) -> ReviewPage:
        """Return the next claims that wait, of the incidents asked for; raises BadValue."""
        waiting = (pair for incident in self._incidents(wanted) for pair in self._waiting(incident))
        found = list(islice(waiting, skipped, skipped + QUEUE_LENGTH + 1))
        return ReviewPage(
            groups=tuple(self._groups(found[:QUEUE_LENGTH])),
            wanted=wanted,
            skipped=skipped,
            more=len(found) > QUEUE_LENGTH,
            recent=self.history.recent(RECENT),
            stored=bool(found) or self._workspace.incident_count() > 0,
        )

    def _incidents(self, wanted: View) -> Iterator[Incident]:
        offset = 0
        while page := chosen(self._workspace, wanted, offset):
            yield from page
            offset += len(page)

    def _waiting(self, incident: Incident) -> Iterator[tuple[Incident, str]]:
        """Yield the claims of an incident that wait: those for and against it that are no copies."""
        yield from ((incident, name) for name in waiting(incident, self.history))

    def _groups(self, found: list[tuple[Incident, str]]) -> Iterator[Group]:
        for incident in {incident.id: incident for incident, _ in found}.values():
            names = {name for one, name in found if one.id == incident.id}
            reports = sorted({name.partition(":")[0] for name in names})
            lines = Layout(incident, self._opened, self.history, reports).lines()
            yield Group(incident, tuple(line for line in lines if line.subject in names))


def waiting(incident: Incident, history: History) -> tuple[str, ...]:
    """Return the claims of an incident that wait for review, as judgements name them."""
    copies = {report for origin in incident.origins for report in origin.copies}
    told = (one for one in incident.claims if one.stance != "mentions" and one.report not in copies)
    return tuple(f"{one.report}:{one.claim}" for one in told if not history.of(one.report, one.content).accepted)
