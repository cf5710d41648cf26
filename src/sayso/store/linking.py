"""What linking keeps: queues of what is to be done, accounts and their pairs, and the incidents made of them.

All of it follows from the readings and from what persons decided, so unlike these it is changed and made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from sayso.errors import NotFound
from sayso.filing import Filed, Member, Pair, Weigh
from sayso.store.filed import (
    DERIVED,
    accounts,
    bands,
    incidents,
    linked_by,
    pairings,
    tellings,
    unlinked,
    unsettled,
)
from sayso.store.filing import Filing, among, dissolve, every, mark, mates
from sayso.store.latest import is_latest
from sayso.store.outlining import outline
from sayso.store.rows import storable
from sayso.store.tables import readings, reports

Transaction = Callable[[], AbstractContextManager[Connection]]
_AT_ONCE = 40  # accounts to a transaction, so that others who write need not wait long
_SHORTEST = 6  # digits of a report's id


def enqueue(connection: Connection, report: int) -> None:
    """Note, in the transaction that keeps a reading of a report, that it is to be linked."""
    if connection.scalar(select(unlinked.c.report).where(unlinked.c.report == report)) is None:
        connection.execute(insert(unlinked), {"report": report})
    else:
        connection.execute(update(unlinked).where(unlinked.c.report == report).values(fault=None))


class Settling:
    """The accounts on file while incidents are made of some of them, inside one transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due(self, most: int = _AT_ONCE) -> set[str]:
        """Return accounts of which incidents are to be made anew, so many at most."""
        return set(self._connection.scalars(select(unsettled.c.account).order_by(unsettled.c.account).limit(most)))

    def near(self, accounts: Collection[str], least: float) -> Iterable[str]:
        """Return the accounts that are in a pair with one of these that speaks for at least so many points."""
        asked = select(pairings.c.b).where(pairings.c.weight >= least).distinct()
        return {row.b for row in every(self._connection, asked, pairings.c.a, accounts)}

    def weights(self, accounts: Collection[str]) -> dict[Pair, float]:
        """Return the points of the pairs that were compared among these accounts."""
        asked = select(pairings).where(pairings.c.a < pairings.c.b)
        rows = every(self._connection, asked, pairings.c.a, accounts)
        here = frozenset(accounts)
        return {(row.a, row.b): row.weight for row in rows if row.b in here}

    def documents(self, accounts_: Collection[str]) -> Mapping[str, str]:
        """Return the documents of these accounts."""
        asked = select(accounts.c.id, accounts.c.document)
        return {row.id: row.document for row in every(self._connection, asked, accounts.c.id, accounts_)}

    def members(self, accounts: Collection[str]) -> list[Member]:
        """Return the tellings that share these accounts."""
        asked = select(tellings, reports.c.id.label("of")).join(reports, reports.c.sequence == tellings.c.report)
        return [
            Member(row.id, row.of, row.account, row.published, tuple(json.loads(row.claims)), row.incident or "")
            for row in every(self._connection, asked, tellings.c.account, accounts)
        ]

    def mates(self, accounts: Collection[str]) -> set[str]:
        """Return the accounts that were last settled in one pool with any of these."""
        return mates(self._connection, accounts)

    def tellings_of(self, report_ids: Collection[str]) -> list[Member]:
        """Return the tellings of these reports."""
        asked = select(tellings.c.account).join(reports, reports.c.sequence == tellings.c.report)
        found = {row.account for row in every(self._connection, asked, reports.c.id, report_ids)}
        return [member for member in self.members(found) if member.report in report_ids]

    def bands(self, report_ids: Collection[str]) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return the wide bands of these reports."""
        asked = select(reports.c.id, bands.c.number, bands.c.value).join(bands, bands.c.report == reports.c.sequence)
        found: dict[str, list[tuple[int, int]]] = {}
        for row in every(self._connection, asked, reports.c.id, report_ids):
            found.setdefault(row.id, []).append((row.number, row.value))
        return {report: tuple(sorted(values)) for report, values in found.items()}

    def settle(self, pool: Collection[str], level: float) -> None:
        """Note that incidents were made of a pool, and at which level it hangs together."""
        for condition in among(accounts.c.id, pool):
            self._connection.execute(update(accounts).where(condition).values(pool=min(pool), level=level))
        for condition in among(unsettled.c.account, pool):
            self._connection.execute(delete(unsettled).where(condition))

    def dissolve(self, names: Collection[str]) -> None:
        """Take back incidents that are no more what they were."""
        dissolve(self._connection, names)

    def conclude(self, name: str, day: int, document: str, members: Collection[str]) -> None:
        """Keep an incident with the ids of its tellings; `day` is the ordinal by which it is listed."""
        row = {"id": name, "day": day, "document": storable(document)}
        self._connection.execute(insert(incidents), row)
        outline(self._connection, document)
        for condition in among(tellings.c.id, members):
            self._connection.execute(update(tellings).where(condition).values(incident=name))


class Linking:
    """What a store keeps for linking; `reading` and `writing` open its transactions."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    # ---- queues ----

    def begin(self, version: str) -> None:
        """Take off file all that another version of linking made, and queue every report anew."""
        with self._reading() as connection:
            if connection.scalar(select(linked_by.c.version)) == version:
                return
        with self._writing() as connection:
            for table in DERIVED:
                connection.execute(delete(table))
            connection.execute(insert(unlinked).from_select(["report"], select(reports.c.sequence)))
            connection.execute(insert(linked_by), {"version": version})

    def waiting(self, most: int = 100) -> tuple[str, ...]:
        """Return reports that are not linked yet, in the order they were added, so many at most."""
        asked = select(reports.c.id).join(unlinked, unlinked.c.report == reports.c.sequence)
        asked = asked.where(unlinked.c.fault.is_(None)).order_by(unlinked.c.report).limit(most)
        with self._reading() as connection:
            return tuple(connection.scalars(asked))

    def requeue(self, report_ids: Collection[str]) -> None:
        """Have these reports linked anew, as after a decision that changes what is read in them."""
        with self._writing() as connection:
            for row in list(every(connection, select(reports.c.sequence), reports.c.id, report_ids)):
                enqueue(connection, row.sequence)

    def link(self, found: Collection[tuple[int, Filed]], weigh: Weigh) -> None:
        """File reports, each by the reading with its number, in place of what was filed of them before.

        Where a later reading has come meanwhile, nothing is done and the report stays in the queue.
        """
        asked = select(reports.c.id, reports.c.sequence, readings.c.number)
        asked = asked.join(readings, readings.c.report == reports.c.sequence).where(is_latest())
        with self._writing() as connection:
            rows = every(connection, asked, reports.c.id, {filed.report for _, filed in found})
            latest = {row.id: row for row in rows}
            kept = {
                latest[filed.report].sequence: filed
                for number, filed in found
                if filed.report in latest and latest[filed.report].number == number
            }
            filing = Filing(connection, weigh)
            filing.forget(kept)
            filing.file(kept)
            filing.align()
            for condition in among(unlinked.c.report, kept):
                connection.execute(delete(unlinked).where(condition))

    def fail(self, report_id: str, fault: str) -> None:
        """Note why a report cannot be linked; it waits for its next reading or the next version of linking."""
        key = select(reports.c.sequence).where(reports.c.id == report_id).scalar_subquery()
        with self._writing() as connection:
            connection.execute(update(unlinked).where(unlinked.c.report == key).values(fault=storable(fault)))

    def faults(self) -> tuple[tuple[str, str], ...]:
        """Return the reports that could not be linked, each with the reason."""
        asked = select(reports.c.id, unlinked.c.fault).join(unlinked, unlinked.c.report == reports.c.sequence)
        asked = asked.where(unlinked.c.fault > "").order_by(unlinked.c.fault, unlinked.c.report)
        with self._reading() as connection:
            return tuple((row.id, row.fault) for row in connection.execute(asked))

    def stir(self, report_ids: Collection[str]) -> None:
        """Have the incidents of these reports made anew, as after a decision on them."""
        with self._writing() as connection:
            members = Settling(connection).tellings_of(report_ids)
            dissolve(connection, {member.incident for member in members if member.incident})
            mark(connection, {member.account for member in members})

    def is_settled(self) -> bool:
        """Whether incidents stand for all that is on file."""
        with self._reading() as connection:
            return not Settling(connection).due(1)

    @contextmanager
    def settling(self) -> Iterator[Settling]:
        """Open the files to make incidents of some accounts, all or nothing."""
        with self._writing() as connection:
            yield Settling(connection)

    # ---- reading back ----

    def documents(self, offset: int = 0, limit: int | None = None) -> Iterator[str]:
        """Yield the incidents, the latest day first."""
        asked = select(incidents.c.document).order_by(incidents.c.day.desc(), incidents.c.id.desc())
        with self._reading() as connection:
            yield from connection.scalars(asked.offset(offset).limit(limit))

    def count(self) -> int:
        """Return how many incidents there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(incidents)) or 0

    def document(self, name: str) -> str:
        """Return the incident with this id, or the one that the telling it was named for belongs to by now.

        A report's id, or how it starts, stands for its incident where it tells of one alone. Raises NotFound.
        """
        with self._reading() as connection:
            found = sorted(connection.scalars(_incidents_named(name.removeprefix("i-"))))
            if len(found) == 1:
                return str(connection.scalar(select(incidents.c.document).where(incidents.c.id == found[0])))
        if found:
            raise NotFound(f"{name} tells of several incidents: {', '.join(found)}.", "Name one of them.")
        raise NotFound(f"No incident has the id {name}.", "`sayso incidents` lists those that there are.")

    def incidents_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the incidents that these reports tell of, in order."""
        return tuple(sorted({member.incident for member in self.members(report_ids)} - {""}))

    def members(self, report_ids: Collection[str]) -> list[Member]:
        """Return the tellings of these reports."""
        with self._reading() as connection:
            return sorted(Settling(connection).tellings_of(report_ids))


def _incidents_named(telling: str) -> Select[str]:
    asked = select(tellings.c.incident).where(tellings.c.incident.is_not(None)).distinct()
    if ":" in telling or len(telling) < _SHORTEST:
        return asked.where(tellings.c.id == telling)
    return asked.where(tellings.c.id >= telling, tellings.c.id < telling + "g")
