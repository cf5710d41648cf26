"""The record of a source as a page shows it: each number with the claims behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.rulings import Fate, Saying, SourceListed, SourceRecord
from sayso.web.history import Entry, History

SHOWN = 12  # claims of a kind that are shown; the twin for programs has all
LETTERS = "ABCDEF"


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
class SourcePage:
    """The record of one source; `reports` is in how many it speaks, `history` how it was graded and noted."""

    record: SourceRecord
    history: tuple[Entry, ...]

    @property
    def reports(self) -> int:
        """In how many reports it speaks."""
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

    @property
    def address(self) -> str:
        """The query of this page's address."""
        return self.record.name


def _through(one: Saying) -> Iterator[str]:
    yield from dict.fromkeys(filter(None, (*(voice.name for voice in one.voices[1:]), one.outlet)))


def source_page(record: SourceRecord, history: History) -> SourcePage:
    """Lay the record of a source out."""
    graded = {one.ruling.id for one in record.grades}
    names = {record.name, *record.names}
    entries = history.entries()
    about = (one for one in entries if one.ruling.id in graded or names.intersection(one.ruling.names))
    return SourcePage(record, tuple(about))
