"""Searches that persons keep, and when each was last visited; a visit is one more line."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, RowMapping, func, insert, select

from sayso.errors import NotFound
from sayso.search import Saved, filters
from sayso.store.rows import storable
from sayso.store.sought import saved, visits

Transaction = Callable[[], AbstractContextManager[Connection]]
_LARGEST = 2**31


class SavedSearches:
    """The searches kept in a store; `reading` and `writing` open its transactions."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    def append(self, search: Saved, seen: int) -> Saved:
        """Keep a search and return it with its id; it counts as visited when reports up to `seen` were there."""
        given = {"words": search.words, "filters": search.filters.given}
        row = {"at": search.at, "by": storable(search.by), "name": storable(search.name)}
        row |= {"document": storable(json.dumps(given, ensure_ascii=False))}
        with self._writing() as connection:
            key = connection.execute(insert(saved), row).inserted_primary_key
            number = key[0] if key else 0
            connection.execute(insert(visits), {"search": number, "at": search.at, "seen": seen})
        return self.one(f"s{number}")[0]

    def visit(self, search_id: str, at: str, seen: int) -> None:
        """Note that a search was visited when reports up to `seen` were there; raises NotFound."""
        self.one(search_id)
        with self._writing() as connection:
            connection.execute(insert(visits), {"search": _number(search_id), "at": at, "seen": seen})

    def one(self, search_id: str) -> tuple[Saved, int]:
        """Return the search with this id, and the newest report at its last visit; raises NotFound."""
        with self._reading() as connection:
            row = connection.execute(select(saved).where(saved.c.id == _number(search_id))).mappings().first()
            if row is None:
                raise _unknown(search_id)
            return _saved(connection, row)

    def every(self) -> tuple[tuple[Saved, int], ...]:
        """Return all searches, the newest first, each with the newest report at its last visit."""
        with self._reading() as connection:
            rows = connection.execute(select(saved).order_by(saved.c.id.desc())).mappings().all()
            return tuple(_saved(connection, row) for row in rows)


def _saved(connection: Connection, row: RowMapping) -> tuple[Saved, int]:
    last = select(func.max(visits.c.id)).where(visits.c.search == row["id"]).scalar_subquery()
    visit = connection.execute(select(visits.c.at, visits.c.seen).where(visits.c.id == last)).one()
    given = json.loads(row["document"])
    told = {"by": row["by"], "at": row["at"], "visited": visit.at}
    found = Saved(f"s{row['id']}", row["name"], given["words"], filters(given["filters"]), **told)
    return found, visit.seen


def _number(search_id: str) -> int:
    digits = search_id.removeprefix("s")
    if search_id.startswith("s") and digits.isascii() and digits.isdecimal() and int(digits[:12]) < _LARGEST:
        return int(digits)
    raise _unknown(search_id)


def _unknown(search_id: str) -> NotFound:
    return NotFound(f"No search is kept as {search_id[:60]!r}.", "`sayso search --saved` lists those that are.")
