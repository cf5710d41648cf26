"""The least accounts under keys: as the files have them, whatever comes and goes, and for any number of keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, delete, insert

from sayso.store.filed import filings
from sayso.store.heads import Heads
from sayso.store.tables import metadata


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        yield connection


def under(connection: Connection, key: str, *accounts: str) -> None:
    connection.execute(insert(filings), [{"key": key, "account": account} for account in accounts])


def loaded(connection: Connection, *keys: str, most: int = 2) -> Heads:
    heads = Heads(connection, most)
    heads.load(keys)
    return heads


def test_of_a_crowd_the_least_are_compared_with(connection: Connection) -> None:
    under(connection, "p", "03", "01", "02")
    heads = loaded(connection, "p", "q")
    assert (["01", "02"], []) == (heads.of("p"), heads.of("q"))
    assert (True, False) == (heads.is_crowd("p"), heads.is_crowd("q"))


def test_hundreds_of_keys_are_looked_up_together(connection: Connection) -> None:
    for number in range(250):
        under(connection, f"k{number}", f"{number:03}")
    heads = loaded(connection, *(f"k{number}" for number in range(250)))
    assert [[f"{number:03}"] for number in range(250)] == [heads.of(f"k{number}") for number in range(250)]


def test_who_comes_moves_in_and_moves_another_out(connection: Connection) -> None:
    under(connection, "p", "02", "03")
    heads = loaded(connection, "p")
    heads.come("01", ["p"])
    assert (["01", "02"], True, {"01", "03"}) == (heads.of("p"), heads.is_crowd("p"), heads.moved())


def test_who_comes_last_moves_nobody(connection: Connection) -> None:
    under(connection, "p", "01", "02")
    heads = loaded(connection, "p")
    heads.come("03", ["p"])
    assert (["01", "02"], True, set()) == (heads.of("p"), heads.is_crowd("p"), heads.moved())


def test_where_one_is_gone_the_next_moves_in(connection: Connection) -> None:
    under(connection, "p", "01", "02", "03")
    heads = loaded(connection, "p")
    connection.execute(delete(filings).where(filings.c.account == "01"))
    heads.gone(["p"])
    assert {"01", "03"} == heads.moved()
    assert (["02", "03"], False) == (heads.of("p"), heads.is_crowd("p"))
