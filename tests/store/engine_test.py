from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError as RefusedByTrigger
from tests.store.making import line, reading, report, ruling

from sayso.errors import StoreError, Unreadable
from sayso.records import Custody, Refusal
from sayso.search import Filters, Saved
from sayso.store import Store, sought
from sayso.store.engine import open_engine, writing
from sayso.store.failures import refusal
from sayso.store.filed import DERIVED
from sayso.store.rows import storable
from sayso.store.schema import HEAD
from sayso.store.tables import metadata


def database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "sayso.db", isolation_level=None)


def test_the_database_is_written_ahead_and_synced(store: Store, folder: Path) -> None:
    engine = open_engine(folder / "sayso.db")
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in pragmas]
    assert ["wal", 2, 1, 1] == found


@pytest.mark.parametrize(
    "table", sorted(metadata.tables.keys() - {table.name for table in (*DERIVED, *sought.DERIVED)})
)
@pytest.mark.parametrize(
    "change", ["DELETE FROM {0}", "UPDATE {0} SET rowid = rowid + 1", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_what_is_kept_can_be_neither_changed_nor_removed(store: Store, folder: Path, table: str, change: str) -> None:
    store.save(report(), reading(), line)
    store.refuse(Refusal("a.pdf", "/inbox/a.pdf", Unreadable("It is cut short.")))
    store.judgements.append(ruling(), lambda _: None)
    store.saved.append(Saved("", "Quays", "quay", Filters(), "mina", "2031-03-02T09:00:00Z", ""), 1)
    opened = writing(open_engine(folder / "sayso.db"))
    with pytest.raises(RefusedByTrigger, match="append-only"), opened.begin() as connection:
        connection.execute(text(change.format(table)))


def test_the_tables_are_those_the_migrations_make(store: Store, folder: Path) -> None:
    made = database(folder)
    for name, table in metadata.tables.items():
        columns = [(row[1], bool(row[3] or row[5])) for row in made.execute(f"PRAGMA table_info({name})")]
        assert [(column.name, not column.nullable) for column in table.columns] == columns


def test_the_newest_migration_is_the_one_the_program_expects(store: Store, folder: Path) -> None:
    assert [(HEAD,)] == database(folder).execute("SELECT version_num FROM alembic_version").fetchall()


def test_an_opening_that_finds_the_schema_current_does_not_load_the_migrations(store: Store, folder: Path) -> None:
    code = "import sys; from pathlib import Path; from sayso.store import Store; Store.open(Path(sys.argv[1])); "
    done = subprocess.run([sys.executable, "-c", code + "sys.exit('alembic' in sys.modules)", folder], check=False)
    assert 0 == done.returncode


def test_a_file_that_is_no_database_is_named(folder: Path) -> None:
    folder.mkdir()
    (folder / "sayso.db").write_text("A note to self. " * 200)
    with pytest.raises(StoreError, match="is not a sayso database"):
        Store.open(folder)


def test_the_database_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    database(folder).execute("CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match="is not a sayso database"):
        Store.open(folder)


def test_a_database_made_by_a_newer_program_is_left_alone(store: Store, folder: Path) -> None:
    database(folder).execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer sayso"):
        Store.open(folder)


def test_a_workspace_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path / "file")


def test_a_full_disk_is_named_and_leaves_nothing(store: Store) -> None:
    def fills(_: Custody | None) -> Custody:
        raise sqlite_error("SQLITE_FULL")

    with pytest.raises(StoreError, match="disk is full"):
        store.save(report(), reading(), fills)
    assert 0 == store.count()


def test_a_lock_held_by_another_process_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.engine.BUSY_SECONDS", 0.05)
    with Store.open(folder) as store:
        database(folder).execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another process"):
            store.save(report(), reading(), line)


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SQLITE_READONLY_DIRECTORY", "cannot be written"), ("SQLITE_CANTOPEN", "cannot be opened"),
        ("SQLITE_CORRUPT_VTAB", "is damaged"), ("SQLITE_IOERR_FSYNC", "disk reports an error"),
        ("SQLITE_SCHEMA", "refused"),
    ],
)  # fmt: skip
def test_every_failure_of_the_driver_has_a_cause_and_a_cure(code: str, words: str) -> None:
    told = refusal(Path("sayso.db"), sqlite_error(code))
    assert words in told.cause
    assert told.cure


@pytest.mark.parametrize("broken", ["a\0b", "a\ud800b"])
def test_what_no_database_takes_is_named(store: Store, broken: str) -> None:
    with pytest.raises(StoreError, match="cannot be stored"):
        storable(broken)
    with pytest.raises(StoreError, match="cannot be stored"):
        store.save(report(broken), reading(broken), line)
    assert 0 == store.count()


def test_many_processes_may_open_a_new_workspace_at_once(folder: Path) -> None:
    code = "import sys; from pathlib import Path; from sayso.store import Store; Store.open(Path(sys.argv[1])).count()"
    started = [subprocess.Popen([sys.executable, "-c", code, folder]) for _ in range(4)]
    assert [0, 0, 0, 0] == [process.wait() for process in started]


@pytest.mark.parametrize("words", ["", "quay"])
def test_no_page_of_the_list_reads_or_sorts_a_whole_table(store: Store, folder: Path, words: str) -> None:
    store.save(report(), reading(), line)
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert 1 == len(store.listed(words, limit=5))
    store.reading(report().id)
    store.custody(report().id)
    plans = [step for statement in asked for step in plan(folder, statement)]
    assert [] == [step for step in plans if step.startswith(("SCAN", "USE TEMP")) and step not in GOOD]
    assert len(plans) > 5


# Rows in the order they were added, up to the end of the page; and the word index.
GOOD = {"SCAN reports", "SCAN found_words VIRTUAL TABLE INDEX 0:M5"}


def plan(folder: Path, statement: str) -> list[str]:
    if not statement.startswith("SELECT"):
        return []
    given = [1] * statement.count("?")
    return [str(row[3]) for row in database(folder).execute(f"EXPLAIN QUERY PLAN {statement}", given)]
