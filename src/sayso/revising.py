"""What became of an article, joined: its versions and readings in the store, and what is otherwise between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.link.differing import revision
from sayso.records import Report
from sayso.revisions import History, How, Side
from sayso.rulings import Orphan
from sayso.store import Store

_MOST = 20  # changes that are told, the latest


class Revising:
    """The part of a workspace that looks back on an article."""

    _store: Store

    def orphans(self) -> tuple[Orphan, ...]:
        """Return the rulings in force that no longer apply."""
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
        hashes = {report.sha256 for report in reports}
        orphans = (one for one in self.orphans() if any(it.sha256 in hashes for it in one.ruling.about))
        steps = list(self._steps(reports))
        sides = [side for report in reports for side in self._sides(report)]
        return History(
            tuple(sides), tuple(revision(*step) for step in steps[-_MOST:]), len(steps[:-_MOST]), tuple(orphans)
        )

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
