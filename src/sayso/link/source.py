"""A report as linking takes it, and those that it took last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.link.tell import tell
from sayso.link.telling import Telling
from sayso.records import Claim, Reading, Report


@dataclass(frozen=True)
class Source:
    """A stored report with its latest reading, and what it tells of, worked out once."""

    report: Report
    reading: Reading

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The occurrences that the report tells of, in order."""
        return tell(self.report.id, self.reading)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of the report by their ids."""
        return {claim.id: claim for claim in self.reading.claims}


class Recent:
    """The sources that were added last, so many that their texts have at most `most` characters together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._sources: dict[str, Source] = {}

    def add(self, source: Source) -> None:
        """Keep a source, by its report's id, in place of those that were added first."""
        self._drop(source.report.id)
        self._sources[source.report.id] = source
        self._size += len(source.reading.text.body)
        while self._size > self._most and self._sources:
            self._drop(next(iter(self._sources)))

    def get(self, report: str) -> Source | None:
        """Return the source of a report if it is kept."""
        return self._sources.get(report)

    def clear(self) -> None:
        """Let go of all."""
        self._sources.clear()
        self._size = 0

    def _drop(self, report: str) -> None:
        if known := self._sources.pop(report, None):
            self._size -= len(known.reading.text.body)
