"""A report as linking takes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.link.tell import tell
from sayso.link.telling import Telling
from sayso.records import Reading, Report


@dataclass(frozen=True)
class Source:
    """A stored report with its latest reading, and what it tells of, worked out once."""

    report: Report
    reading: Reading

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The occurrences that the report tells of, in order."""
        return tell(self.report.id, self.reading)
