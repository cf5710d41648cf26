"""The page on what became of an article: its versions and readings, and what is otherwise from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sayso.records import Claim, Report
from sayso.revisions import ClaimChange, Fate, History, Paragraph, Revision, Side, paragraphs
from sayso.web.pages import is_exercise
from sayso.wording import Part, sentence


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs that follow each other; `same` ones, which nobody needs to read again, are folded."""

    same: bool
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as its sentence; `page` is the address of its reading, `address` its own."""

    page: str
    address: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a claim, with its sentence on each side that has it."""

    fate: Fate
    before: Told | None
    after: Told | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What is otherwise from one side to the next."""

    revision: Revision
    stretches: tuple[Stretch, ...]
    claims: tuple[Changed, ...]

    @property
    def before(self) -> str:
        """The address of the earlier side."""
        return address(self.revision.before)

    @property
    def after(self) -> str:
        """The address of the later side."""
        return address(self.revision.after)


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The versions of an article, newest first; `report` is the one that was asked for."""

    report: Report
    history: History
    steps: tuple[Step, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """The readings of all versions, newest first."""
        return self.history.sides[::-1]

    @property
    def title(self) -> str | None:
        """The title that the newest reading gives."""
        title = self.sides[0].reading.text.title
        return title.text if title else None

    @property
    def exercise(self) -> bool:
        """Whether it is a bundled sample."""
        return is_exercise(self.report)


def address(side: Side) -> str:
    """Return the path of a side's reading."""
    return f"/d/{side.report.id}/v/{side.version.number}"


def versions_page(report: Report, history: History) -> VersionsPage:
    """Lay a history out for the page."""
    return VersionsPage(report, history, tuple(_step(one) for one in reversed(history.revisions)))


def _step(revision: Revision) -> Step:
    folded = groupby(paragraphs(revision.runs), key=_is_same)
    stretches = tuple(Stretch(same, tuple(found)) for same, found in folded)
    return Step(revision, stretches, tuple(_changed(change, revision) for change in revision.claims))


def _is_same(paragraph: Paragraph) -> bool:
    return all(run.before and run.after for run in paragraph)


def _changed(change: ClaimChange, revision: Revision) -> Changed:
    before, after = _told(change.before, revision.before), _told(change.after, revision.after)
    return Changed(change.fate, before, after, change.because)


def _told(claim: Claim | None, side: Side) -> Told | None:
    if claim is None:
        return None
    return Told(address(side), f"{address(side)}#{claim.id}", sentence(claim, side.reading))
