"""What a database can say no to, told as cause and cure."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sayso.errors import StoreError

# The first code that starts the driver's name of the failure decides.
_REASONS = {
    "SQLITE_NOTADB": ("is not a sayso database", "Move it aside, or choose another --workspace."),
    "SQLITE_CORRUPT": ("is damaged", "Restore it from a copy, or add the reports again to a new --workspace."),
    "SQLITE_FULL": (
        "cannot grow: the disk is full",
        "Free some space and run the command again; nothing is half-kept.",
    ),
    "SQLITE_BUSY": ("is locked by another process", "Wait until the other process is done and run the command again."),
    "SQLITE_LOCKED": (
        "is locked by another process",
        "Wait until the other process is done and run the command again.",
    ),
    "SQLITE_READONLY": ("cannot be written", "Give yourself the right to write to its folder, or choose another."),
    "SQLITE_CANTOPEN": ("cannot be opened", "See that its folder exists and that you may write to it."),
    "SQLITE_PERM": ("cannot be opened", "Give yourself the right to read and write it."),
    "SQLITE_IOERR": ("cannot be read or written: the disk reports an error", "Check the disk and run `sayso verify`."),
}


def refusal(database: Path, error: BaseException) -> StoreError:
    """Name the cause and cure of a driver's error."""
    code = getattr(error, "sqlite_errorname", "")
    for start, (cause, cure) in _REASONS.items():
        if code.startswith(start):
            return StoreError(f"The database {database} {cause}.", cure)
    if isinstance(error, UnicodeEncodeError):
        return unstorable("a lone surrogate")
    return StoreError(f"The database {database} refused: {error}.", "Run `sayso doctor`.")


def unstorable(what: str) -> StoreError:
    """Name a text that no database takes."""
    return StoreError(f"A text or a name holds {what}, which cannot be stored.", "Rename or mend the file.")


@contextmanager
def told(database: Path) -> Iterator[None]:
    """Turn whatever the driver or the disk raises into a StoreError."""
    try:
        yield
    except DBAPIError as error:
        raise refusal(database, error.orig or error) from error
    except (sqlite3.Error, UnicodeEncodeError) as error:
        raise refusal(database, error) from error
    except OSError as error:
        cure = "Choose another --workspace, or give yourself the right to write there."
        raise StoreError(f"The folder {database.parent} cannot be used: {error.strerror or error}.", cure) from error
