"""Search: reports found by words and by what else holds of them, newest first.

What it looks in follows from the readings: it is filed with each, and made anew where another version filed it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Select,
    TextualSelect,
    column,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from sayso import edtf
from sayso.records import Listed
from sayso.search import Filters, Scope
from sayso.store.filed import tellings
from sayso.store.findable import VERSION, Findable
from sayso.store.rows import listed_of
from sayso.store.sought import FILED, heard, outlines, sought, sought_by, sought_days, sought_places, stances
from sayso.store.tables import readings, reports, voices
from sayso.store.terms import Term
from sayso.store.words import name_key

Transaction = Callable[[], AbstractContextManager[Connection]]
Among = tuple[Column[int], Select[int] | TextualSelect]
_LAST = "\U0010ffff"
_UNFINISHED = f"{VERSION}, unfinished"
_WORDS = ("body", "claims", "sources", "places", "dates")
_PARTS = ("body", "sources", "places")
_COLUMNS: dict[Scope, str] = {"text": "body", "claims": "claims", "sources": "sources", "places": "places"}
_SHOWN = [one for one in readings.c if one.name not in {"document", "digest"}]


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as the store answers it: `names` are those of the voice that is meant, `reviewed` hashes of reports.

    `after` is the newest report that is passed over, by its place in the order of adding.
    """

    terms: tuple[Term, ...]
    filters: Filters
    names: tuple[str, ...] = ()
    reviewed: frozenset[str] = frozenset()
    after: int = 0


class Search:
    """The indexes of a store; `reading` and `writing` open its transactions."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading = reading
        self._writing = writing

    # ---- keeping in step ----

    @staticmethod
    def file(connection: Connection, report: int, reading: int, found: Findable) -> None:
        """File a reading of a report that is not on file, in the transaction that keeps it."""
        _index(connection, "found_words", _WORDS, reading, found)
        _index(connection, "found_parts", _PARTS, reading, found)
        first, last = found.published
        row = {"report": report, "reading": reading, "language": found.language, "first": first, "last": last}
        connection.execute(insert(sought), row)
        if found.days:
            rows = [{"report": report, "first": one, "last": other} for one, other in found.days]
            connection.execute(insert(sought_days), rows)
        if found.place_keys:
            connection.execute(insert(sought_places), [{"report": report, "key": key} for key in found.place_keys])

    @staticmethod
    def forget(connection: Connection, report: int) -> None:
        """Let a later reading take the place of the one that is on file."""
        for table in (sought_days, sought_places, sought):
            connection.execute(delete(table).where(table.c.report == report))

    def missing(self, most: int = 100) -> tuple[str, ...]:
        """Return reports that are not on file, so many at most; takes off file what another version filed."""
        if self._version() == VERSION:
            return ()
        if self._version() != _UNFINISHED:
            self._clear()
        asked = select(reports.c.id).where(reports.c.sequence.not_in(select(sought.c.report)))
        with self._writing() as connection:
            found = tuple(connection.scalars(asked.order_by(reports.c.sequence).limit(most)))
            if not found:
                connection.execute(update(sought_by).values(version=VERSION))
        return found

    def _version(self) -> str | None:
        with self._reading() as connection:
            return connection.scalar(select(sought_by.c.version))

    def _clear(self) -> None:
        with self._writing() as connection:
            for table in FILED:
                connection.execute(delete(table))
            for name in ("found_words", "found_parts"):
                connection.execute(text(f"INSERT INTO {name} ({name}) VALUES ('delete-all')"))
            connection.execute(insert(sought_by), {"version": _UNFINISHED})

    def refile(self, report_id: str, number: int, found: Findable) -> None:
        """File the reading with this number of a report that is not on file."""
        with self._writing() as connection:
            asked = select(readings.c.id, readings.c.report).join(reports, reports.c.sequence == readings.c.report)
            row = connection.execute(asked.where(reports.c.id == report_id, readings.c.number == number)).one()
            if connection.scalar(select(sought.c.report).where(sought.c.report == row.report)) is None:
                self.file(connection, row.report, row.id, found)

    # ---- asking ----

    def page(self, asked: Asked, offset: int = 0, limit: int = 20) -> tuple[tuple[int, Listed], ...]:
        """Return the reports that are meant, newest first, each with its place in the order of adding."""
        with self._reading() as connection:
            wanted = self.wanted(asked).order_by(sought.c.report.desc()).limit(limit).offset(offset)
            keys = list(connection.scalars(wanted))
            return tuple(self._listed(connection, keys))

    def count(self, asked: Asked) -> int:
        """Return how many reports are meant."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(self.wanted(asked).subquery())) or 0

    def incidents(self, asked: Asked) -> frozenset[str]:
        """Return the incidents that the reports that are meant tell of."""
        told = select(tellings.c.incident).where(tellings.c.report.in_(self.wanted(asked)))
        with self._reading() as connection:
            return frozenset(connection.scalars(told.where(tellings.c.incident.is_not(None)).distinct()))

    def newest(self) -> int:
        """Return the place of the newest report in the order of adding; 0 where there is none."""
        with self._reading() as connection:
            return connection.scalar(select(func.max(reports.c.sequence))) or 0

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the reports, by their codes."""
        with self._reading() as connection:
            return tuple(connection.scalars(select(sought.c.language).distinct().order_by(sought.c.language)))

    @staticmethod
    def _listed(connection: Connection, keys: Collection[int]) -> Iterator[tuple[int, Listed]]:
        shown = select(*_SHOWN).join(sought, sought.c.reading == readings.c.id).where(sought.c.report.in_(keys))
        by_key = {row["report"]: row for row in connection.execute(shown).mappings()}
        own = select(reports).where(reports.c.sequence.in_(keys)).order_by(reports.c.sequence.desc())
        for row in connection.execute(own).mappings():
            yield row["sequence"], listed_of(by_key[row["sequence"]], row)

    def wanted(self, asked: Asked) -> Select[int]:
        """Return the query for the reports that are meant, by their places in the order of adding."""
        found = select(sought.c.report)
        for number, (which, among) in enumerate(_among(asked)):
            # One list is looked up by its index; with two of them SQLite would try every pair of their values.
            found = found.where((which + 0 if number else which).in_(among))
        if asked.after:
            found = found.where(sought.c.report > asked.after)
        if asked.filters.language:
            found = found.where(sought.c.language == asked.filters.language)
        if asked.filters.reviewed == "no":
            found = found.where((sought.c.report + 0).not_in(_reviewed(asked)))
        return found


def _index(connection: Connection, table: str, names: tuple[str, ...], reading: int, found: Findable) -> None:
    values = ", ".join(f":{name}" for name in names)
    row: dict[str, Any] = {name: getattr(found, name) for name in names}
    connection.execute(
        text(f"INSERT INTO {table} (rowid, {', '.join(names)}) VALUES (:id, {values})"), row | {"id": reading}
    )


def _among(asked: Asked) -> Iterator[Among]:
    """Give the lists that a report has to be on, each with the column that is looked up in it: words first."""
    yield from _matching(asked)
    if asked.names:
        yield sought.c.reading, _voiced(asked.names)
    if asked.filters.reviewed == "yes":
        yield sought.c.report, _reviewed(asked)
    yield from ((sought.c.report, one) for one in _conditions(asked.filters))


def _matching(asked: Asked) -> Iterator[Among]:
    """Give the readings with the words: a list for each index that has to answer."""
    parts = [term for term in asked.terms if term.how == "part"]
    for table, group in (("found_parts", parts), ("found_words", [one for one in asked.terms if one.how != "part"])):
        if group:
            scope = _COLUMNS.get(asked.filters.scope, "dates" if asked.filters.scope == "dates" else "")
            only = f"{{{scope}}} : " if scope else ""
            query = f"{only}({' '.join(term.query for term in group)})"
            matched = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :{table}").bindparams(**{table: query})
            yield sought.c.reading, matched.columns(column("rowid", Integer))


def _reviewed(asked: Asked) -> Select[int]:
    return select(reports.c.sequence).where(reports.c.sha256.in_(sorted(asked.reviewed)))


def _conditions(filters: Filters) -> Iterator[Select[int]]:
    if filters.since or filters.until:
        yield _dated(filters)
    if filters.place:
        key = name_key(filters.place)
        country = sought_places.c.key == filters.place.strip()
        named = sought_places.c.key.between(key, key + _LAST)
        yield select(sought_places.c.report).where(or_(country, named))
    if filters.state or filters.stance:
        yield _standing(filters)


def _dated(filters: Filters) -> Select[int]:
    table = sought if filters.dated == "report" else sought_days
    since = edtf.ordinals(filters.since)[0] if filters.since else None
    until = edtf.ordinals(filters.until)[1] if filters.until else None
    bounds = [*([table.c.last >= since] if since else []), *([table.c.first <= until] if until else [])]
    return select(table.c.report).where(*bounds)


def _standing(filters: Filters) -> Select[int]:
    if not filters.stance:
        told = select(tellings.c.report).join(outlines, outlines.c.incident == tellings.c.incident)
        return told.where(outlines.c.state == filters.state)
    asked = select(reports.c.sequence).join(stances, stances.c.report == reports.c.id)
    asked = asked.where(stances.c.stance == filters.stance)
    if filters.state:
        asked = asked.join(outlines, outlines.c.incident == stances.c.incident)
        asked = asked.where(outlines.c.state == filters.state)
    return asked


def _voiced(names: tuple[str, ...]) -> Select[int]:
    """Give the readings in which a voice has a name with these words in it, the last maybe unfinished."""
    keys = sorted({name_key(name) for name in names})
    begun = (heard.c.key.between(key, key + _LAST) for key in keys)
    within = (heard.c.key.contains(f" {key}", autoescape=True) for key in keys)
    return select(voices.c.reading).where(voices.c.key.in_(select(heard.c.key).where(or_(*begun, *within))))
