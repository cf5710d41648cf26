"""The record of a source as a page shows it: each number with the claims behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.rulings import Fate, Saying, SourceListed, SourceRecord
from sayso.web.history import Entry, History
from sayso.web.pages import is_exercise
from sayso.workspace import Workspace

SHOWN = 12  # claims of a kind that are shown; the twin for programs has all
REPORTS = 100  # reports that a page of a record rests on
_MONTHS = 24  # months that are drawn
_MONTH = re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """One page of the list of sources, those that are heard most first."""

    rows: tuple[SourceListed, ...]
    words: str
    number: int
    more: bool
    stored: bool


@dataclass(frozen=True, slots=True)
class Fared:
    """How some of what a source said fared: corroborated, denied or withdrawn."""

    name: str
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """How many reports were published in a month (EDTF; "" where not known), and as a share of the most in any."""

    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of the record of one source: what so many reports tell of it; `history` is how it was graded and noted."""

    record: SourceRecord
    history: tuple[Entry, ...]
    number: int = 1
    exercise: bool = False

    @property
    def first(self) -> int:
        """The number of the first report that the page rests on."""
        return (self.number - 1) * REPORTS + 1

    @property
    def last(self) -> int:
        """The number of the last report that it rests on."""
        return self.first + self.record.looked_at - 1

    @property
    def months(self) -> tuple[Month, ...]:
        """How many of the reports were published in each month, the earliest first; those without a date last."""
        published = {one.report: (one.published or "")[:7] for one in self.heard}
        counted = Counter(month if _MONTH.fullmatch(month) else "" for month in published.values())
        most = max(counted.values(), default=1)
        names = sorted(counted, key=lambda name: (not name, name))
        return tuple(Month(name, counted[name], counted[name] / most) for name in names[-_MONTHS:])

    @property
    def languages(self) -> tuple[tuple[str, int], ...]:
        """In which languages the reports are, the most first."""
        return tuple(Counter({one.report: one.language for one in self.heard}.values()).most_common())

    @property
    def heard(self) -> tuple[Saying, ...]:
        """All that it said or passed on."""
        return (*self.record.said, *self.record.relayed)

    @property
    def speaking(self) -> int:
        """In how many of the reports it speaks itself."""
        return len({one.report for one in self.record.said})

    @property
    def fared(self) -> tuple[Fared, ...]:
        """What became of what it said, kind by kind."""
        record = self.record
        kinds = (("corroborated", record.corroborated), ("denied", record.denied), ("withdrawn", record.withdrawn))
        return tuple(Fared(name, fates) for name, fates in kinds)

    @property
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Through whom it was heard, with the number of claims: those who relayed it, and the outlets."""
        counted: dict[str, int] = {}
        for name in (name for one in self.record.said for name in _through(one)):
            counted[name] = counted.get(name, 0) + 1
        own = {self.record.name, *self.record.names}
        return tuple(
            sorted(((name, n) for name, n in counted.items() if name not in own), key=lambda it: (-it[1], it[0]))
        )


def _through(one: Saying) -> Iterator[str]:
    yield from dict.fromkeys(filter(None, (*(voice.name for voice in one.voices[1:]), one.outlet)))


def source_page(workspace: Workspace, record: SourceRecord, history: History, number: int = 1) -> SourcePage:
    """Lay the record of a source out."""
    shown = {one.report for found in (record.said, record.relayed) for one in found[:SHOWN]}
    exercise = any(is_exercise(workspace.report(report)) for report in shown)
    graded = {one.ruling.id for one in record.grades}
    names = {record.name, *record.names}
    entries = history.entries()
    about = (one for one in entries if one.ruling.id in graded or names.intersection(one.ruling.names))
    return SourcePage(record, tuple(about), number, exercise)
