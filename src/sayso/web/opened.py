"""The readings that one page needs, each opened once, with the cards of their claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.records import Reading, Report, Version
from sayso.web.cards import Card, cards
from sayso.web.pages import is_exercise
from sayso.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as pages about several reports show it, with its latest reading."""

    report: Report
    version: Version
    reading: Reading
    cards: Mapping[str, Card]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def address(self) -> str:
        """The path of this very reading."""
        return f"/d/{self.report.id}/v/{self.version.number}"

    @property
    def title(self) -> str | None:
        """The title, if it has one."""
        return self.reading.text.title.text if self.reading.text.title else None

    @property
    def outlet(self) -> str | None:
        """Who published it, if that is known."""
        return self.reading.text.outlet

    @property
    def published(self) -> str | None:
        """When it was published (EDTF), if that is known."""
        return self.reading.text.published

    @property
    def exercise(self) -> bool:
        """Whether it is a bundled sample."""
        return is_exercise(self.report)


class Opened:
    """The reports of one page; `base` is the scheme and host that permanent addresses begin with."""

    def __init__(self, workspace: Workspace, base: str) -> None:
        self._workspace = workspace
        self._base = base
        self._shown: dict[str, Shown] = {}

    def __call__(self, report_id: str) -> Shown:
        """Return a report with its latest reading; raises NotFound."""
        if report_id not in self._shown:
            report = self._workspace.report(report_id)
            version, reading = self._workspace.reading(report.id)
            made = cards(report, reading, f"{self._base}/d/{report.id}/v/{version.number}")
            self._shown[report_id] = Shown(report, version, reading, {card.id: card for card in made})
        return self._shown[report_id]
