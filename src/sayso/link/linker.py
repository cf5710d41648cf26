"""Linking as reports come: each is filed and compared with its neighbours, and what is near it is made anew.

Both steps take from durable queues and end in one transaction each, so that a run that was killed goes on where it was.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sayso.contract import incident_to_json
from sayso.errors import StoreError
from sayso.filing import Filed, Files, Member, Weigh
from sayso.incidents import Incident
from sayso.link.concluding import FULL, Bands, conclude, name, unconcluded
from sayso.link.days import days
from sayso.link.decisions import Decisions
from sayso.link.filing import VERSION, filed, weigh
from sayso.link.grouping import Group, grouped
from sayso.link.pools import Pool, Pools
from sayso.link.source import Recent, Source

_TOGETHER = 32  # reports that are filed in one transaction, so that others who write need not wait long
_RECENT = 300_000  # characters of the reports that were read last, whose incidents are likely to be made next


class Settling(Files, Protocol):
    """The files, open for making incidents of some accounts, all or nothing."""

    def due(self) -> set[str]:
        """Return accounts of which incidents are to be made anew; none where all are settled."""
        ...

    def mates(self, accounts: Collection[str]) -> set[str]:
        """Return the accounts that were last settled in one pool with any of these."""
        ...

    def tellings_of(self, report_ids: Collection[str]) -> Sequence[Member]:
        """Return the tellings of these reports."""
        ...

    def bands(self, report_ids: Collection[str]) -> Bands:
        """Return the wide bands of these reports."""
        ...

    def settle(self, pool: Collection[str], level: float) -> None:
        """Note that incidents were made of a pool."""
        ...

    def dissolve(self, names: Collection[str]) -> None:
        """Take back incidents that are no more what they were."""
        ...

    def conclude(self, name: str, day: int, document: str, members: Collection[str]) -> None:
        """Keep an incident with the ids of its tellings."""
        ...


class Shelf(Protocol):
    """What linking needs of a store."""

    def begin(self, version: str) -> None:
        """Take off file all that another version of linking made, and queue every report anew."""
        ...

    def waiting(self) -> Sequence[str]:
        """Return some of the reports that are not linked yet."""
        ...

    def link(self, found: Collection[tuple[int, Filed]], weigh: Weigh) -> None:
        """File reports, each by the reading with its number."""
        ...

    def fail(self, report_id: str, fault: str) -> None:
        """Note why a report cannot be linked."""
        ...

    def is_settled(self) -> bool:
        """Whether incidents stand for all that is on file."""
        ...

    def settling(self) -> AbstractContextManager[Settling]:
        """Open the files for making incidents."""
        ...


class Linker:
    """Links the reports of a store; `source` gives one with its latest reading and that reading's number."""

    def __init__(
        self, shelf: Shelf, source: Callable[[str], tuple[Source, int]], decisions: Callable[[], Decisions]
    ) -> None:
        self._shelf = shelf
        self._source = source
        self._decisions = decisions
        self._begun = False
        self._held: list[tuple[Source, int]] = []
        self._recent = Recent(_RECENT)

    def begin(self) -> None:
        """Make sure that what is on file is of this version of linking."""
        if not self._begun:
            self._shelf.begin(VERSION)
            self._begun = True

    def link(self, source: Source, number: int) -> None:
        """Take a report that was kept, with its reading; it is filed with others, and by `finish` at the latest.

        Where that does not come about it waits in the queue.
        """
        self._held.append((source, number))
        self._recent.add(source)
        size = sum(len(one.reading.text.body) for one, _ in self._held)
        if len(self._held) >= _TOGETHER or size >= _RECENT:
            self.file()

    def file(self) -> None:
        """File the reports that were taken and compare them with their neighbours."""
        self.begin()
        held, self._held = self._held, []
        self._file(held)

    def _file(self, sources: Iterable[tuple[Source, int]]) -> None:
        """File reports together; what cannot be is noted with the report."""
        found = []
        for source, number in sources:
            try:
                found.append((number, filed(source)))
            except Exception as error:  # one report's fault must not keep the others from being linked
                self._shelf.fail(source.report.id, f"{type(error).__name__}: {error}")
        if found:
            self._shelf.link(found, weigh)

    def finish(self) -> None:
        """Link what waits in the queue, then make the incidents that are due; nothing where all is done."""
        self.file()
        while waiting := self._shelf.waiting():
            self._file(self._stored(waiting))
        self.settle()
        self._recent.clear()

    def _stored(self, reports: Iterable[str]) -> Iterator[tuple[Source, int]]:
        for report in reports:
            try:
                yield self._source(report)
            except StoreError:
                raise
            except Exception as error:  # one damaged reading must not keep the others from being linked
                self._shelf.fail(report, f"{type(error).__name__}: {error}")

    def settle(self) -> None:
        """Make the incidents that are due, a neighbourhood to a transaction."""
        decisions = None
        while not self._shelf.is_settled():
            decisions = decisions or self._decisions()
            with self._shelf.settling() as files:
                self._settle(files.due(), files, decisions)

    def _settle(self, due: set[str], files: Settling, decisions: Decisions) -> None:
        """Make anew the incidents of accounts, of what they were settled with before, and of what is near them now."""
        pools = list(_around(due, files, _same(files, decisions)))
        groups = [group for one in pools for group in grouped(one, files, weigh, decisions)]
        before: dict[str, set[str]] = defaultdict(set)
        for member in (member for group in groups for member in group):
            before[member.incident].add(member.id)
        changed = [
            group for group in groups if before[group[0].incident] != {one.id for one in group} or not group[0].incident
        ]
        files.dissolve({member.incident for group in changed for member in group} - {""})
        for group in changed:
            self._conclude(group, files, decisions)
        for one in pools:
            files.settle(one.accounts, one.level)

    def _conclude(self, group: Group, files: Settling, decisions: Decisions) -> None:
        reports = {member.report for member in group}
        bands = files.bands(reports) if len(reports) > FULL else {}
        try:
            incident = conclude(group, self._known, bands, decisions)
        except StoreError:
            raise
        except Exception as error:  # one incident's fault must not keep the others from being shown
            incident = unconcluded(group, error)
        document = json.dumps(incident_to_json(incident), ensure_ascii=False, separators=(",", ":"))
        files.conclude(name(group), _day(incident, group), document, {member.id for member in group})

    def _known(self, report: str) -> Source:
        return self._recent.get(report) or self._source(report)[0]


def _day(incident: Incident, group: Group) -> int:
    told = days(incident.time) if incident.time else ()
    return told[0].first if told else max((one.published or 0 for one in group), default=0)


def _same(files: Settling, decisions: Decisions) -> dict[str, set[str]]:
    """Return for each account those of which a person said that they tell of the same occurrence."""
    refs = {ref for one in decisions.pairs if one.same for ref in (one.a, one.b)}
    members = files.tellings_of({ref.report for ref in refs}) if refs else ()
    speaking = {(member.report, claim): member.account for member in members for claim in member.claims}
    found: dict[str, set[str]] = defaultdict(set)
    for one in decisions.pairs:
        ends = [speaking.get((ref.report, ref.claim)) for ref in (one.a, one.b)]
        if one.same and ends[0] and ends[1]:
            found[ends[0]].add(ends[1])
            found[ends[1]].add(ends[0])
    return found


def _around(due: set[str], files: Settling, same: dict[str, set[str]]) -> Iterator[Pool]:
    """Give the pools that accounts and those they were settled with belong to by now."""

    def near(accounts: Collection[str], least: float) -> Iterable[str]:
        yield from files.near(accounts, least)
        yield from (other for account in accounts for other in same.get(account, ()))

    pools = Pools(near)
    seen = set[str]()
    while due:
        account = min(due)
        found = pools.of(account)
        yield found
        seen |= found.accounts
        due = (due | files.mates(found.accounts)) - seen
