"""`sayso doctor`: what is fine here, what is not, and the cure."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typer

from sayso import __version__
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain
from sayso.errors import NotFound, SaysoError
from sayso.settings import Settings, from_environment

_LIBRARIES = ("sqlalchemy", "alembic", "trafilatura", "pypdfium2", "nupunkt", "onnxruntime", "fastapi")
_LEAST_FREE = 1_000_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, whether it is fine, and the cure where it is not."""

    name: str
    fine: bool
    says: str
    cure: str = ""


def doctor(workspace: Folder = None, as_json: AsJson = False) -> None:
    """Look at the program, the workspace and the machine, and say what is not fine and how to mend it."""
    settings = from_environment()
    checks = list(_checks(workspace or settings.folder, settings))
    fine = all(check.fine for check in checks)
    if as_json:
        print_json({"schema": "sayso/doctor/1", "fine": fine, "checks": plain(checks)})
    else:
        _print_checks(checks)
    if not fine:
        raise typer.Exit(1)


def _print_checks(checks: list[Check]) -> None:
    out = console()
    for check in checks:
        word, style = ("fine", "green") if check.fine else ("NOT FINE", "bold red")
        out.print(f"{word:>8}  {check.name}: {safe(check.says)} {safe(check.cure)}".rstrip(), style=style)


def _checks(folder: Path, settings: Settings) -> Iterator[Check]:
    yield _program()
    yield _reader()
    yield _database()
    yield _workspace(folder)
    yield _disk(folder)
    yield _limits(settings)


def _program() -> Check:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return Check("program", True, f"sayso {__version__} on Python {platform.python_version()}; {libraries}.")


def _reader() -> Check:
    from sayso.workspace import reader  # noqa: PLC0415  (the stages are slow to load)

    try:
        return Check("reader", True, f"{reader()} is whole and loads.")
    except SaysoError as error:
        return Check("reader", False, error.cause, error.cure)


def _database() -> Check:
    name, says = "SQLite", f"{sqlite3.sqlite_version} with full-text search."
    with sqlite3.connect(":memory:") as driver:
        try:
            driver.execute("CREATE VIRTUAL TABLE words USING fts5(shadow)")
        except sqlite3.OperationalError:
            cure = "Use a Python whose SQLite has FTS5, such as that of python.org or Debian."
            return Check(name, False, f"{sqlite3.sqlite_version} without full-text search (FTS5).", cure)
    return Check(name, True, says)


def _workspace(folder: Path) -> Check:
    try:
        with opened(folder) as place:
            return Check("workspace", True, f"{folder} holds {counted(place.count(), 'report')}; it opens and answers.")
    except NotFound:
        return Check("workspace", True, f"There is none in {folder} yet; `sayso add PATH` makes it.")
    except SaysoError as error:
        return Check("workspace", False, error.cause, error.cure)


def _disk(folder: Path) -> Check:
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(there).free
    says = f"{free / 1e9:,.1f} GB free where {folder} is or will be."
    return Check(
        "disk", free >= _LEAST_FREE, says, "" if free >= _LEAST_FREE else "Free some space before adding more."
    )


def _limits(settings: Settings) -> Check:
    says = (
        f"files up to {settings.max_bytes / 1e6:,.0f} MB, {settings.max_pages} pages, "
        f"{settings.max_seconds} s a file; SAYSO_MAX_… variables change them."
    )
    return Check("limits", True, says)
