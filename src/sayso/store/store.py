"""The store: it appends whole reports, and gives back what it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, RowMapping, Select, false, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_skip

from sayso.errors import IntegrityError, NotFound
from sayso.records import Added, Custody, Listed, Reading, Refusal, Report, Version
from sayso.search import Filters
from sayso.store import heard
from sayso.store.engine import open_engine, writing
from sayso.store.failures import told
from sayso.store.filing import every
from sayso.store.findable import findable
from sayso.store.judgements import Judgements
from sayso.store.latest import is_latest
from sayso.store.linking import Linking, enqueue
from sayso.store.outlining import Outlines
from sayso.store.rows import ReadingRows, custody_of, listed_of, reading_of, report_of, report_row, storable, version_of
from sayso.store.saved import SavedSearches
from sayso.store.search import Asked, Search
from sayso.store.tables import claims, custody, readings, refusals, reports, texts, voices
from sayso.store.terms import terms
from sayso.store.voices import Voices

FILE = "sayso.db"
SHORTEST_PREFIX = 6

_FOREIGN = text("PRAGMA foreign_key_check")
_SHOWN = [column for column in readings.c if column.name not in {"document", "digest"}]


def now() -> str:
    """Return the time in UTC, ISO 8601 with seconds, as records hold it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Store:
    """A database in a folder. Nothing received or read is ever changed or removed; one report is one transaction."""

    def __init__(self, engine: Engine, database: Path) -> None:
        self._engine = engine
        self._database = database
        self.judgements = Judgements(self._reading, self._writing)
        self.linking = Linking(self._reading, self._writing)
        self.voices = Voices(self._reading)
        self.search = Search(self._reading, self._writing)
        self.saved = SavedSearches(self._reading, self._writing)
        self.outlines = Outlines(self._reading)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the database in the folder, making what is missing; raises StoreError with cause and cure."""
        store = cls(open_engine(folder / FILE), folder / FILE)
        store._refile()
        return store

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether there is a database in the folder."""
        return (folder / FILE).exists()

    def close(self) -> None:
        """Let go of the database's files."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    # ---- writing ----

    def save(self, report: Report, reading: Reading, line: Callable[[Custody | None], Custody]) -> Added:
        """Keep a report, its first reading and its custody line, all or nothing.

        `line` makes the custody line that follows the last one. A report that is there already is left as it is, also
        where another process was quicker. Raises StoreError.
        """
        rows, row = ReadingRows(report, reading), report_row(report)
        with self._writing() as connection:
            if self._held(connection, report):
                return self._added(connection, report.id, new=False)
            last = connection.execute(select(custody).order_by(custody.c.sequence.desc()).limit(1)).mappings().first()
            drawn = line(None if last is None else custody_of(last))
            connection.execute(insert(custody), {name: getattr(drawn, name) for name in custody.c.keys()})  # noqa: SIM118
            key = connection.execute(insert(reports), row).inserted_primary_key
            self._append(connection, key[0] if key else 0, rows, report.added)
        return Added(report, new=True, claims=len(reading.claims))

    def append(self, report_id: str, reading: Reading) -> Version:
        """Keep a further reading of a report that is there; raises NotFound, StoreError."""
        rows, at = ReadingRows(self.report(report_id), reading), now()
        with self._writing() as connection:
            key = self._report_row(connection, report_id)["sequence"]
            return Version(self._append(connection, key, rows, at), reading.model, at)

    def refuse(self, refusal: Refusal) -> None:
        """Keep that an input was refused, once for each cause."""
        error = refusal.error
        row = {"at": now(), "name": refusal.name, "origin": refusal.origin}
        row |= {"error": error.name, "cause": error.cause, "cure": error.cure}
        with self._writing() as connection:
            kept = {name: storable(value) for name, value in row.items()}
            connection.execute(insert_or_skip(refusals).on_conflict_do_nothing(), kept)

    @staticmethod
    def _held(connection: Connection, report: Report) -> bool:
        held = connection.scalar(select(reports.c.sha256).where(reports.c.id == report.id))
        if held is not None and held != report.sha256:
            raise IntegrityError(
                f"Another report already has the id {report.id}, with other bytes.",
                "Two files are made to look alike; keep this one out, or in a workspace of its own.",
            )
        return held is not None

    @staticmethod
    def _append(connection: Connection, report: int, rows: ReadingRows, at: str) -> int:
        last = connection.scalar(select(func.max(readings.c.number)).where(readings.c.report == report))
        number = (last or 0) + 1
        whole = rows.reading | {"report": report, "number": number, "at": at}
        whole |= {"text": _text(connection, report, rows)}
        if last:
            heard.discount(connection, report, last)
            Search.forget(connection, report)
        key = connection.execute(insert(readings), whole).inserted_primary_key
        if rows.claims and key:
            connection.execute(insert(claims), [claim | {"reading": key[0]} for claim in rows.claims])
        if rows.voices and key:
            connection.execute(insert(voices), [voice | {"reading": key[0]} for voice in rows.voices])
            heard.count(connection, rows.voices)
        if key:
            Search.file(connection, report, key[0], rows.findable)
        enqueue(connection, report)
        return number

    def _refile(self) -> None:
        """File for search what an earlier version of the program left, or filed otherwise; stopped, it goes on."""
        while missing := self.search.missing():
            for report_id in missing:
                version, reading = self.reading(report_id)
                self.search.refile(report_id, version.number, findable(self.report(report_id), reading))

    # ---- reading back ----

    def holds(self, sha256: str) -> bool:
        """Whether a report of these very bytes is there."""
        with self._reading() as connection:
            return connection.scalar(select(reports.c.sequence).where(reports.c.sha256 == sha256)) is not None

    def added(self, report_id: str) -> Added:
        """Return what adding a report that is there comes to; raises NotFound."""
        with self._reading() as connection:
            return self._added(connection, report_id, new=False)

    def report(self, report_id: str) -> Report:
        """Return the report with this id, or the only one whose id starts so; raises NotFound."""
        with self._reading() as connection:
            return report_of(self._report_row(connection, report_id))

    def at_address(self, url: str) -> tuple[Report, ...]:
        """Return the reports that were added as from this address, in the order they were added."""
        asked = select(reports).where(reports.c.url == url).order_by(reports.c.sequence)
        with self._reading() as connection:
            return tuple(report_of(row) for row in connection.execute(asked).mappings())

    def listed(self, words: str = "", offset: int = 0, limit: int = 50) -> tuple[Listed, ...]:
        """Return the reports with these words, newest first, each with what its latest reading shows."""
        page = self._with_words(select(reports.c.sequence), words)
        page = page.order_by(reports.c.sequence.desc()).limit(limit).offset(offset)
        own = select(reports).where(reports.c.sequence.in_(page)).order_by(reports.c.sequence.desc())
        latest = select(*_SHOWN).where(readings.c.report.in_(page), is_latest()).order_by(readings.c.report.desc())
        with self._reading() as connection:
            pairs = zip(
                connection.execute(latest).mappings().all(), connection.execute(own).mappings().all(), strict=True
            )
        return tuple(listed_of(shown, report) for shown, report in pairs)

    def count(self, words: str = "") -> int:
        """Return how many reports have these words."""
        with self._reading() as connection:
            asked = self._with_words(select(func.count()).select_from(reports), words)
            return connection.scalar(asked) or 0

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """Return every reading of the report, oldest first; raises NotFound."""
        with self._reading() as connection:
            key = self._report_row(connection, report_id)["sequence"]
            asked = select(readings.c.number, readings.c.model, readings.c.at).where(readings.c.report == key)
            return tuple(version_of(row) for row in connection.execute(asked.order_by(readings.c.number)).mappings())

    def reading(self, report_id: str, number: int | None = None) -> tuple[Version, Reading]:
        """Return the latest reading of the report, or the one with this number.

        Raises NotFound, and IntegrityError where what is stored was altered.
        """
        with self._reading() as connection:
            report = self._report_row(connection, report_id)
            which = is_latest() if number is None else readings.c.number == number
            asked = select(readings, texts.c.body).join(texts, texts.c.id == readings.c.text)
            asked = asked.where(readings.c.report == report["sequence"], which)
            row = connection.execute(asked).mappings().first()
            if row is None:
                raise NotFound(f"Report {report['id']} has no reading {number}.", "`sayso show` lists those it has.")
            parts = select(claims.c.document).where(claims.c.reading == row["id"]).order_by(claims.c.position)
            documents = list(connection.scalars(parts))
        return version_of(row), reading_of(row, documents)

    def custody(self, report_id: str) -> tuple[Custody, ...]:
        """Return the custody lines of the report; raises NotFound."""
        with self._reading() as connection:
            sha256 = self._report_row(connection, report_id)["sha256"]
            asked = select(custody).where(custody.c.sha256 == sha256).order_by(custody.c.sequence)
            return tuple(custody_of(row) for row in connection.execute(asked).mappings())

    def chain(self) -> Iterator[Custody]:
        """Yield the whole log of custody, in order."""
        with self._reading() as connection:
            for row in connection.execute(select(custody).order_by(custody.c.sequence)).mappings():
                yield custody_of(row)

    def every(self) -> Iterator[Report]:
        """Yield all reports, in the order they were added."""
        with self._reading() as connection:
            for row in connection.execute(select(reports).order_by(reports.c.sequence)).mappings():
                yield report_of(row)

    def latest(self, sha256s: Iterable[str]) -> dict[str, int]:
        """Return the number of the latest reading of each report with these bytes that is there."""
        asked = select(reports.c.sha256, readings.c.number).join(readings, readings.c.report == reports.c.sequence)
        with self._reading() as connection:
            found = every(connection, asked.where(is_latest()), reports.c.sha256, set(sha256s))
            return {row.sha256: row.number for row in found}

    def outdated(self, model: str) -> tuple[str, ...]:
        """Return the reports whose latest reading is by another model, in the order they were added."""
        asked = select(reports.c.id).join(readings, readings.c.report == reports.c.sequence)
        asked = asked.where(is_latest(), readings.c.model != model).order_by(reports.c.sequence)
        with self._reading() as connection:
            return tuple(connection.scalars(asked))

    def refusals(self) -> tuple[tuple[str, str, str], ...]:
        """Return the inputs that were refused: origin, the error's name and its cause."""
        asked = select(refusals.c.origin, refusals.c.error, refusals.c.cause).order_by(refusals.c.id)
        with self._reading() as connection:
            return tuple((origin, error, cause) for origin, error, cause in connection.execute(asked))

    def faults(self) -> Iterator[str]:
        """Yield what the database finds wrong with itself, in its own words; nothing where it is sound."""
        with self._reading() as connection:
            found = [str(line) for line in connection.scalars(text("PRAGMA integrity_check"))]
            found += [f"row {row[1]} of {row[0]} points nowhere" for row in connection.execute(_FOREIGN)]
        yield from (line for line in found if line != "ok")

    # ---- inside a transaction ----

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self._database), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._database), writing(self._engine).begin() as connection:
            yield connection

    @staticmethod
    def _report_row(connection: Connection, report_id: str) -> RowMapping:
        asked = select(reports).where(reports.c.id >= report_id, reports.c.id < report_id + "g").limit(2)
        found = connection.execute(asked).mappings().all() if len(report_id) >= SHORTEST_PREFIX else []
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"Several reports have an id that starts with {report_id}.", "Give more of it.")
        raise NotFound(f"No report has the id {report_id}.", "`sayso list` shows those that are there.")

    def _added(self, connection: Connection, report_id: str, *, new: bool) -> Added:
        row = self._report_row(connection, report_id)
        number = connection.scalar(select(readings.c.claims).where(readings.c.report == row["sequence"], is_latest()))
        return Added(report_of(row), new, number or 0)

    def _with_words(self, asked: Select[int], words: str) -> Select[int]:
        if not words.strip():
            return asked
        wanted = Asked(terms(words), Filters())
        return asked.where(reports.c.sequence.in_(self.search.wanted(wanted)) if wanted.terms else false())


def _text(connection: Connection, report: int, rows: ReadingRows) -> int | None:
    """Return the row of a reading's text, which readings of one text share."""
    asked = select(texts.c.id).where(texts.c.report == report, texts.c.digest == rows.text_digest)
    known: int | None = connection.scalar(asked)
    if known is not None:
        return known
    made = insert(texts).values(report=report, digest=rows.text_digest, body=rows.body)
    key = connection.execute(made).inserted_primary_key
    return key[0] if key else None
