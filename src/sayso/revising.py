"""What became of an article, joined: its versions and readings in the store, and what is otherwise between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.link.applying import Outcome
from sayso.link.differing import revision
from sayso.records import Report
from sayso.revisions import History, How, Side
from sayso.rulings import Ruling
from sayso.store import Store
from sayso.store.judgements import report_subject

_MOST = 20  # changes that are told, the latest


class Revising:
    """The part of a workspace that looks back on an article."""

    _store: Store

    def _outcome(self, rulings: Sequence[Ruling]) -> Outcome:
        """Return what rulings come to on the latest readings."""
        raise NotImplementedError

    def article(self, id: str) -> tuple[Report, ...]:  # noqa: A002
        """Return the versions of the article that a report is of: all that were added from its address, oldest first.

        That is by the day of publication where it was given for each, else in the order they were added. A report
        without an address is alone. Raises NotFound.
        """
        report = self._store.report(id)
        if report.meta.url is None:
            return (report,)
        found = self._store.at_address(report.meta.url)
        dated = all(one.meta.published for one in found)
        return tuple(sorted(found, key=lambda one: one.meta.published or "")) if dated else found

    def history(self, id: str) -> History:  # noqa: A002
        """Return the versions and readings of an article, and what is otherwise from each to the next; raises NotFound.

        A version is compared by its latest reading with the one before.
        """
        reports = self.article(id)
        rulings = self._store.judgements.under(report_subject(report.sha256) for report in reports)
        steps = list(self._steps(reports))
        sides = [side for report in reports for side in self._sides(report)]
        revisions = tuple(revision(*step) for step in steps[-_MOST:])
        return History(tuple(sides), revisions, len(steps[:-_MOST]), self._outcome(rulings).orphans)

    def _steps(self, reports: tuple[Report, ...]) -> Iterator[tuple[How, Side, Side]]:
        last: Side | None = None
        for report in reports:
            sides = list(self._sides(report))
            if last is not None:
                yield "article", last, sides[-1]
            yield from (("reading", before, after) for before, after in pairwise(sides))
            last = sides[-1]

    def _sides(self, report: Report) -> Iterator[Side]:
        for version in self._store.versions(report.id):
            yield Side(report, *self._store.reading(report.id, version.number))
