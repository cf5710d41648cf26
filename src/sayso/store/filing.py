"""Accounts filed under their keys, and each compared with its neighbours alone.

Two accounts are neighbours where they share a key. Of a crowd under one key each is compared with the `CROWD` least of
it alone; ids are digests, so those are a draw that does not depend on the order of filing (a bottom-k sketch, Cohen
and Kaplan 2007), and one more account changes the draw ever more seldom.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from sayso.filing import Account, Filed, Pair, Telling, Weigh
from sayso.store.filed import accounts, bands, filings, incidents, pairings, tellings, unsettled
from sayso.store.heads import Heads

CROWD = 24  # accounts under one key that the others are compared with
MANY = 400  # values to a list in one query

_UNPAIR = delete(pairings).where(pairings.c.a == bindparam("one"), pairings.c.b == bindparam("other"))


def among(column: Any, values: Collection[Any]) -> Iterator[Any]:
    """Give conditions that the column is one of the values, so many at a time as a database takes."""
    ordered = sorted(values)
    for start in range(0, len(ordered), MANY):
        yield column.in_(ordered[start : start + MANY])


def every(connection: Connection, asked: Select[Any], column: Any, values: Collection[Any]) -> Iterator[Any]:
    """Give the rows of a query whose column is one of the values."""
    for condition in among(column, values):
        yield from connection.execute(asked.where(condition))


def mark(connection: Connection, stirred: Collection[str]) -> None:
    """Note that incidents have to be made anew of these accounts."""
    known = {row.account for row in every(connection, select(unsettled), unsettled.c.account, stirred)}
    if new := sorted(set(stirred) - known):
        connection.execute(insert(unsettled), [{"account": account} for account in new])


def mates(connection: Connection, of: Collection[str]) -> set[str]:
    """Return the accounts that were settled in one pool with any of these."""
    asked = select(accounts.c.pool).where(accounts.c.pool.is_not(None))
    pools = {row.pool for row in every(connection, asked, accounts.c.id, of)}
    return {row.id for row in every(connection, select(accounts.c.id), accounts.c.pool, pools)}


def dissolve(connection: Connection, names: Collection[str]) -> None:
    """Take back incidents, so that they are made anew of the tellings that are left."""
    for condition in among(incidents.c.id, names):
        connection.execute(delete(incidents).where(condition))
    for condition in among(tellings.c.incident, names):
        connection.execute(update(tellings).where(condition).values(incident=None))


class Filing:
    """The accounts on file, inside one transaction that writes; `weigh` compares two of them.

    What comes and goes is first noted, and then brought together by `align`, once for all of it.
    """

    def __init__(self, connection: Connection, weigh: Weigh) -> None:
        self._connection = connection
        self._weigh = weigh
        self._heads = Heads(connection, CROWD)
        self._new: dict[str, Account] = {}

    def file(self, reports: Mapping[int, Filed]) -> None:
        """File what is known of reports, which are rows' numbers."""
        wide = [
            {"report": report, "number": number, "value": value}
            for report, filed in reports.items()
            for number, value in filed.bands
        ]
        told = [(report, telling) for report, filed in reports.items() for telling in filed.tellings]
        if wide:
            self._connection.execute(insert(bands), wide)
        if told:
            self._connection.execute(insert(tellings), [_row(report, telling) for report, telling in told])
        self._add({telling.account.id: telling.account for _, telling in told})
        mark(self._connection, {telling.account.id for _, telling in told})

    def forget(self, reports: Collection[int]) -> None:
        """Take off file what is known of reports, and what was concluded with them."""
        asked = select(tellings.c.account, tellings.c.incident)
        rows = list(every(self._connection, asked, tellings.c.report, reports))
        dissolve(self._connection, {row.incident for row in rows if row.incident})
        for table in (bands, tellings):
            for condition in among(table.c.report, reports):
                self._connection.execute(delete(table).where(condition))
        if found := {row.account for row in rows}:
            mark(self._connection, found | mates(self._connection, found))
            told = every(self._connection, select(tellings.c.account).distinct(), tellings.c.account, found)
            self._remove(found - {row.account for row in told})

    def _add(self, given: Mapping[str, Account]) -> None:
        known = {row.id for row in every(self._connection, select(accounts.c.id), accounts.c.id, given)}
        fresh = [given[name] for name in sorted(given.keys() - known)]
        keys = [{"key": key, "account": one.id} for one in fresh for key in one.keys]
        self._heads.load({row["key"] for row in keys})
        if fresh:
            self._connection.execute(insert(accounts), [{"id": one.id, "document": one.document} for one in fresh])
        if keys:
            self._connection.execute(insert(filings), keys)
        for one in fresh:
            self._heads.come(one.id, one.keys)
            self._new[one.id] = one

    def _remove(self, names: Collection[str]) -> None:
        keys = {key for row in self._keys(names).values() for key in row}
        self._heads.load(keys)
        self._heads.gone(keys)
        paired = self._paired(names)
        mark(self._connection, {end for pair, weight in paired.items() if weight > 0 for end in pair} - set(names))
        self._unpair(paired)
        for column in (filings.c.account, accounts.c.id, unsettled.c.account):
            for condition in among(column, names):
                self._connection.execute(delete(column.table).where(condition))
        for name in names:
            self._new.pop(name, None)

    # ---- neighbours ----

    def align(self) -> None:
        """Bring the pairs up to date with the keys, for all accounts that came, and those that others met or meet."""
        known = self._keys(self._heads.moved() - self._new.keys())
        changed = known | {name: one.keys for name, one in self._new.items()}
        wanted, paired = self._wanted(changed), self._paired(changed)
        gone = {pair: weight for pair, weight in paired.items() if pair not in wanted}
        found = self._weighed(wanted - paired.keys())
        self._unpair(gone)
        rows = [{"a": a, "b": b, "weight": weight} for pair, weight in found.items() for a, b in (pair, pair[::-1])]
        if rows:
            self._connection.execute(insert(pairings), sorted(rows, key=itemgetter("a", "b")))
        mark(self._connection, self._shaken(gone | found) | _loosened(gone))
        self._heads, self._new = Heads(self._connection, CROWD), {}

    def _keys(self, names: Collection[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {name: [] for name in names}
        for row in every(self._connection, select(filings), filings.c.account, names):
            found[row.account].append(row.key)
        return found

    def _wanted(self, changed: Mapping[str, Collection[str]]) -> set[Pair]:
        """Return the pairs that these accounts are to be in, by their keys."""
        self._heads.load({key for keys in changed.values() for key in keys})
        crowds = {key for name, keys in changed.items() for key in keys if self._leads(name, key)}
        met: dict[str, list[str]] = {key: [] for key in crowds}
        for row in every(self._connection, select(filings), filings.c.key, crowds):
            met[row.key].append(row.account)
        found = set[Pair]()
        for name, keys in changed.items():
            near = {other for key in keys for other in (met[key] if self._leads(name, key) else self._heads.of(key))}
            found.update((name, other) if name < other else (other, name) for other in near if other != name)
        return found

    def _leads(self, name: str, key: str) -> bool:
        """Whether an account is one of those with which a whole crowd is compared."""
        return self._heads.is_crowd(key) and name in self._heads.of(key)

    def _paired(self, names: Collection[str]) -> dict[Pair, float]:
        rows = every(self._connection, select(pairings), pairings.c.a, names)
        return {(min(row.a, row.b), max(row.a, row.b)): row.weight for row in rows}

    def _unpair(self, pairs: Collection[Pair]) -> None:
        if pairs:
            ends = [{"one": a, "other": b} for pair in sorted(pairs) for a, b in (pair, pair[::-1])]
            self._connection.execute(_UNPAIR, ends)

    def _weighed(self, pairs: Collection[Pair]) -> dict[Pair, float]:
        ends = {end for pair in pairs for end in pair}
        documents = {end: self._new[end].document for end in ends & self._new.keys()}
        asked = select(accounts.c.id, accounts.c.document)
        for row in every(self._connection, asked, accounts.c.id, ends - documents.keys()):
            documents[row.id] = row.document
        return {(a, b): self._weigh(documents[a], documents[b]) for a, b in sorted(pairs)}

    def _shaken(self, changed: Mapping[Pair, float]) -> set[str]:
        """Return the accounts whose incidents these pairs, with their points, may change.

        They are those that a pair may draw into another pool, or that share a pool with the other end of theirs.
        """
        asked = select(accounts.c.id, accounts.c.level, accounts.c.pool).where(accounts.c.level.is_not(None))
        ends = {end for pair in changed for end in pair}
        settled = {row.id: row for row in every(self._connection, asked, accounts.c.id, ends)}
        found = set[str]()
        for pair, weight in changed.items():
            known = [settled[end] for end in pair if end in settled]
            together = len(known) == len(pair) and known[0].pool == known[1].pool
            found |= {one.id for one in known if together or weight >= one.level}
        return found


def _row(report: int, telling: Telling) -> dict[str, Any]:
    row = {"id": telling.id, "report": report, "account": telling.account.id, "published": telling.published}
    return row | {"claims": json.dumps(telling.claims)}


def _loosened(gone: Mapping[Pair, float]) -> set[str]:
    """Return the accounts that may hang together with fewer now, so that a pool cut for its size may be whole again."""
    return {end for pair, weight in gone.items() if weight > 0 for end in pair}
