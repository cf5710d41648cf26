"""How the database is opened: pragmas, transactions, and a schema that is current."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.failures import told

BUSY_SECONDS = 15
_RETRY_SECONDS = 0.02
_CACHE_KB = 8192  # of pages: one more report touches many, and of a large workspace 2 MB, the default, hold few


def open_engine(database: Path) -> Engine:
    """Open the database, making or upgrading it where needed; raises StoreError with cause and cure."""
    with told(database):
        database.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(database)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with told(database):
            _ensure_current(engine, database)
    except StoreError:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine with transactions that take the write lock at once, so that what they read stays true."""
    return engine.execution_options(immediate=True)


def _prepare(driver: Any, _record: object) -> None:
    driver.isolation_level = None  # we say BEGIN ourselves; the driver's own would come too late for DDL
    _write_ahead(driver)
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON", f"cache_size = -{_CACHE_KB}"):
        driver.execute(f"PRAGMA {pragma}")


def _write_ahead(driver: Any) -> None:
    """Turn the write-ahead log on, which a file remembers; others may be doing the same to a new file."""
    # SQLite fails at once, without waiting its timeout, where two connections want to change the mode together.
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _ensure_current(engine: Engine, database: Path) -> None:
    with engine.connect() as connection:
        if schema.version(connection, database) == schema.HEAD:
            return
    with writing(engine).begin() as connection:
        schema.upgrade(connection, database)
