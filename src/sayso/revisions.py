"""The vocabulary of what became of an article: versions and readings of it, and what is otherwise from one to the next.

All are frozen. Spans are of the canonical text of the side that they are named after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.records import Claim, Reading, Report, Version
from sayso.rulings import Orphan
from sayso.spans import Span

How = Literal["reading", "article"]
Fate = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both sides have, or only the one: what is not there is None. `ends` says that a paragraph ends here.

    Where both have it, the words are the same, though they may stand elsewhere.
    """

    before: Span | None
    after: Span | None
    ends: bool = False

    @property
    def text(self) -> str:
        """The words, as the later side has them if it does."""
        span = self.after or self.before
        return span.text if span else ""


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim from one side to the next; `because` says in sentences what is otherwise."""

    fate: Fate
    before: Claim | None
    after: Claim | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of one report."""

    report: Report
    version: Version
    reading: Reading


@dataclass(frozen=True, slots=True)
class Revision:
    """What is otherwise between two sides: two readings of the same bytes, or two versions of an article.

    `runs` are the words of the article in order, without what is no part of it. `corrections` are the notices of the
    later side that say it was corrected and that the earlier one does not have. `kept` counts the claims that both have
    alike.
    """

    how: How
    before: Side
    after: Side
    runs: tuple[Run, ...]
    claims: tuple[ClaimChange, ...]
    corrections: tuple[Span, ...]
    kept: int

    @property
    def same_words(self) -> bool:
        """Whether the words of the article are the same on both sides."""
        return all(run.before and run.after for run in self.runs)


@dataclass(frozen=True, slots=True)
class History:
    """The versions of an article and the readings of each, oldest first, and what is otherwise from each to the next.

    `earlier` counts the changes that are too far back to be shown. `orphans` are judgements on these versions that no
    longer apply.
    """

    sides: tuple[Side, ...]
    revisions: tuple[Revision, ...]
    earlier: int = 0
    orphans: tuple[Orphan, ...] = ()


def paragraphs(runs: Iterable[Run]) -> Iterator[Paragraph]:
    """Yield the runs a paragraph at a time; words put in stand with those they replace, which may end one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].ends and not (found[-1].after is None and run.before is None):
            yield tuple(found)
            found = []
        found.append(run)
    if found:
        yield tuple(found)
