"""Accounts filed under their keys, and each compared with its neighbours alone.

Two accounts are neighbours where they share a key. Of a crowd under one key each is compared with the `CROWD` least of
it alone; ids are digests, so those are a draw that does not depend on the order of filing (a bottom-k sketch, Cohen
and Kaplan 2007), and one more account changes the draw ever more seldom.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from sayso.filing import Account, Filed, Weigh
from sayso.store.filed import accounts, bands, filings, incidents, pairings, tellings, unsettled

CROWD = 24  # accounts under one key that the others are compared with
MANY = 400  # values to a list in one query

# Asked for every key of every report, so they are made once.
_HEAD = select(filings.c.account).where(filings.c.key == bindparam("of")).order_by(filings.c.account)
_HEAD = _HEAD.limit(bindparam("most"))
_KEYS = select(filings.c.key).where(filings.c.account == bindparam("of"))


def among(column: Any, values: Collection[str]) -> Iterator[Any]:
    """Give conditions that the column is one of the values, so many at a time as a database takes."""
    ordered = sorted(values)
    for start in range(0, len(ordered), MANY):
        yield column.in_(ordered[start : start + MANY])


def every(connection: Connection, asked: Select[Any], column: Any, values: Collection[str]) -> Iterator[Any]:
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
    """The accounts on file, inside one transaction that writes; `weigh` compares two of them."""

    def __init__(self, connection: Connection, weigh: Weigh) -> None:
        self._connection = connection
        self._weigh = weigh

    def file(self, report: int, filed: Filed) -> None:
        """File what is known of a report, which is a row's number, and compare what is new."""
        if filed.bands:
            rows = [{"report": report, "number": number, "value": value} for number, value in filed.bands]
            self._connection.execute(insert(bands), rows)
        for telling in filed.tellings:
            claims = json.dumps(telling.claims)
            row = {"id": telling.id, "report": report, "account": telling.account.id, "claims": claims}
            self._connection.execute(insert(tellings), row | {"published": telling.published})
            if self._is_new(telling.account):
                self._add(telling.account)
        mark(self._connection, {telling.account.id for telling in filed.tellings})

    def forget(self, report: int) -> None:
        """Take off file what is known of a report, and what was concluded with it."""
        asked = select(tellings.c.account, tellings.c.incident).where(tellings.c.report == report)
        rows = self._connection.execute(asked).all()
        dissolve(self._connection, {row.incident for row in rows if row.incident})
        for table in (bands, tellings):
            self._connection.execute(delete(table).where(table.c.report == report))
        for account in sorted({row.account for row in rows}):
            mark(self._connection, {account} | mates(self._connection, {account}))
            left = select(tellings.c.id).where(tellings.c.account == account).limit(1)
            if self._connection.scalar(left) is None:
                self._remove(account)

    def _is_new(self, account: Account) -> bool:
        return self._connection.scalar(select(accounts.c.id).where(accounts.c.id == account.id)) is None

    def _add(self, account: Account) -> None:
        self._connection.execute(insert(accounts), {"id": account.id, "document": account.document})
        if account.keys:
            self._connection.execute(insert(filings), [{"key": key, "account": account.id} for key in account.keys])
        heads = {key: self._head(key) for key in account.keys}
        displaced = {head[CROWD] for head in heads.values() if len(head) > CROWD and account.id in head[:CROWD]}
        self._realign([account.id, *sorted(displaced)], heads)

    def _remove(self, account: str) -> None:
        heads = [self._head(key) for key in self._connection.scalars(_KEYS, {"of": account}).all()]
        promoted = {head[CROWD] for head in heads if len(head) > CROWD and account in head[:CROWD]}
        self._connection.execute(delete(filings).where(filings.c.account == account))
        paired = self._paired(account)
        mark(self._connection, _loosened(paired))
        self._unpair(account, paired.keys())
        for table, column in ((accounts, accounts.c.id), (unsettled, unsettled.c.account)):
            self._connection.execute(delete(table).where(column == account))
        self._realign(sorted(promoted), {})

    def _head(self, key: str) -> Sequence[str]:
        """Return the least accounts under a key, and one more."""
        return self._connection.scalars(_HEAD, {"of": key, "most": CROWD + 1}).all()

    # ---- neighbours ----

    def _realign(self, changed: Iterable[str], heads: dict[str, Sequence[str]]) -> None:
        """Bring the pairs of these accounts up to date with the keys; `heads` are those of keys that are known."""
        for account in changed:
            wanted, paired = self._neighbours(account, heads), self._paired(account)
            gone = {other: paired[other] for other in paired.keys() - wanted}
            self._unpair(account, gone.keys())
            found = self._weighed(account, wanted - paired.keys())
            rows = [
                {"a": a, "b": b, "weight": found[end]} for end in found for a, b in ((account, end), (end, account))
            ]
            if rows:
                self._connection.execute(insert(pairings), sorted(rows, key=lambda row: (row["a"], row["b"])))
            loose = _loosened(gone)
            mark(self._connection, self._shaken(account, gone | found) | loose | ({account} if loose else set()))

    def _neighbours(self, account: str, heads: dict[str, Sequence[str]]) -> set[str]:
        found: set[str] = set()
        for key in self._connection.scalars(_KEYS, {"of": account}).all():
            if key not in heads:
                heads[key] = self._head(key)
            found.update(self._met(account, key, heads[key]))
        return found - {account}

    def _met(self, account: str, key: str, head: Sequence[str]) -> Sequence[str]:
        if len(head) > CROWD and account in head[:CROWD]:
            return self._connection.scalars(select(filings.c.account).where(filings.c.key == key)).all()
        return head[:CROWD]

    def _paired(self, account: str) -> dict[str, float]:
        asked = select(pairings.c.b, pairings.c.weight).where(pairings.c.a == account)
        return {row.b: row.weight for row in self._connection.execute(asked)}

    def _unpair(self, account: str, others: Collection[str]) -> None:
        for condition in among(pairings.c.b, others):
            self._connection.execute(delete(pairings).where(pairings.c.a == account, condition))
        for condition in among(pairings.c.a, others):
            self._connection.execute(delete(pairings).where(condition, pairings.c.b == account))

    def _weighed(self, account: str, others: Collection[str]) -> dict[str, float]:
        asked = select(accounts.c.id, accounts.c.document)
        rows = {row.id: row.document for row in every(self._connection, asked, accounts.c.id, {account, *others})}
        return {other: self._weigh(rows[account], rows[other]) for other in sorted(others)}

    def _shaken(self, account: str, changed: dict[str, float]) -> set[str]:
        """Return the accounts whose incidents these pairs of an account, with their points, may change.

        They are those that a pair may draw into another pool, or that share a pool with the other end of theirs.
        """
        asked = select(accounts.c.id, accounts.c.level, accounts.c.pool).where(accounts.c.level.is_not(None))
        rows = {row.id: row for row in every(self._connection, asked, accounts.c.id, {account, *changed})}
        pools = {end: row.pool for end, row in rows.items()}
        found = set()
        for other, weight in changed.items():
            together = pools.get(account, "") == pools.get(other)
            found |= {end for end in (account, other) if end in rows and (together or weight >= rows[end].level)}
        return found


def _loosened(gone: dict[str, float]) -> set[str]:
    """Return the accounts that may hang together with fewer now, so that a pool cut for its size may be whole again."""
    return {other for other, weight in gone.items() if weight > 0}
