"""What linking asks of the database: no question makes it read a whole table, and both databases understand it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ClauseElement, event
from sqlalchemy.dialects import postgresql
from tests import linked
from tests.linked import WEEK, written

from sayso.store.filed import DERIVED
from sayso.workspace import Workspace

# What a person asked to see whole, or is one row, or as many rows as people made by hand; the first of an index.
GOOD = {
    "SCAN linked_by": "one row",
    "SCAN unsettled USING COVERING INDEX sqlite_autoindex_unsettled_1": "the first of the queue",
    "SCAN incidents USING INDEX ix_incidents_day": "a page of the list, in its order",
    "SCAN asked": "the keys that are asked for",
    "SCAN 100 CONSTANT ROWS": "the same",
    "SCAN judgements": "as many as people made",
    "SCAN custody": "the last line, by its number",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("asked")


@pytest.fixture(scope="module")
def asked(folder: Path) -> dict[str, ClauseElement | None]:
    """Every statement of a workspace at work, as SQLite is given it and as it was made."""
    with pytest.MonkeyPatch.context() as patch, Workspace.open(folder / "kept") as opened:
        patch.setattr("sayso.workspace._reading", linked.read)
        found: dict[str, ClauseElement | None] = {}

        def note(_connection: Any, _cursor: Any, statement: str, *given: Any) -> None:
            found[statement] = getattr(given[1].compiled, "statement", None) if given[1] else None

        event.listen(opened._store._engine, "before_cursor_execute", note)
        list(opened.add(written(folder / "inbox", WEEK)))
        one, other, *_ = opened.incidents()
        opened.incident(one.reports[0])
        opened.why(one.reports[0], other.id)
        opened.unlinked()
        opened._store.linking.stir([one.reports[0]])
        opened._store.linking.requeue(other.reports)
        opened.incidents(limit=1)
        return found


def plans(folder: Path, statements: Iterator[str]) -> Iterator[tuple[str, str]]:
    driver = sqlite3.connect(folder / "kept" / "sayso.db")
    for statement in statements:
        for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", [1] * statement.count("?")):
            yield str(row[3]), statement


def test_no_statement_reads_or_sorts_a_whole_table(folder: Path, asked: dict[str, Any]) -> None:
    steps = list(plans(folder, (one for one in asked if one.startswith(("SELECT", "WITH", "UPDATE", "DELETE")))))
    whole = [
        step for step in steps if step[0].startswith(("SCAN", "USE TEMP B-TREE FOR ORDER")) and step[0] not in GOOD
    ]
    assert [] == whole
    assert len(steps) > 60


def test_both_databases_understand_every_statement_of_linking(asked: dict[str, Any]) -> None:
    names = {table.name for table in DERIVED}
    made = [one for text, one in asked.items() if one is not None and any(f" {name}" in text for name in names)]
    assert len(made) > 30
    for statement in made:
        assert str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
