from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.store.engine_test import plan
from tests.store.making import line, report

from sayso.records import Block, Claim, Entity, Link, Notice, Reading, SourceKind, Text
from sayso.rulings import Saying, SourceListed, Voiced
from sayso.spans import Span, cut
from sayso.store import Store

BODY = "The Ministry of Water told Quay Post that the dam holds. It is dry. Correction: the dam does not hold."


def span(words: str) -> Span:
    return cut(BODY, BODY.index(words), BODY.index(words) + len(words))


def said(id: str, words: str, *voices: tuple[str, SourceKind]) -> Claim:  # noqa: A002
    chain = tuple(Link(span(label) if label else None, kind) for label, kind in voices)
    return Claim(id, (span(words),), chain)


def reading(outlet: str | None = "Morning Ledger", model: str = "test-1", *, entity: str = "") -> Reading:
    first = said("c1", "the dam holds", ("Ministry of Water", "organisation"), ("Quay Post", "outlet"))
    if entity:
        first = replace(first, chain=(replace(first.chain[0], entity="e1"), *first.chain[1:]))
    return Reading(
        report(BODY).sha256,
        model,
        Text(
            BODY,
            (Block(cut(BODY, 0, len(BODY)), "paragraph"),),
            outlet=outlet,
            published="2031-03-02",
            notices=(Notice("correction", span("Correction"), covers=span("dam holds")),),
        ),
        entities=(Entity("e1", entity, "organisation", ()),) if entity else (),
        claims=(first, said("c2", "It is dry"), said("c3", "the dam does not hold", ("", "unspecified"))),
    )


def kept(store: Store, found: Reading) -> None:
    store.save(report(BODY, "dam.txt"), found, line)


def ids(store: Store, *names: str) -> list[str]:
    return [saying.claim for saying in store.voices.sayings(names)]


def test_a_saying_holds_the_claim_and_the_voices_it_came_through(store: Store) -> None:
    kept(store, reading())
    voices = (Voiced("Ministry of Water", "organisation"), Voiced("Quay Post", "outlet"))
    whole = Saying(
        report(BODY).id, "dam.txt", "c1", "the dam holds", "report", "positive", "certain", voices, "Morning Ledger",
        "2031-03-02", withdrawn=True, language="und",
    )  # fmt: skip
    assert (whole,) == store.voices.sayings(["Ministry of Water"])


@pytest.mark.parametrize("name", ["ministry of water", "The MINISTRY of Wáter", "Quay Post", "the quay post"])
def test_a_name_is_found_wherever_it_stands_in_the_chain_and_however_it_is_written(store: Store, name: str) -> None:
    kept(store, reading())
    assert ["c1"] == ids(store, name)


def test_all_claims_of_a_report_come_through_its_outlet(store: Store) -> None:
    kept(store, reading())
    assert ["c1", "c2", "c3"] == ids(store, "Morning Ledger") == ids(store, "Morning Ledger", "Quay Post")


def test_a_claim_without_a_named_voice_has_one_without_a_name(store: Store) -> None:
    kept(store, reading())
    assert [(), (Voiced("", "unspecified"),)] == [one.voices for one in store.voices.sayings(["Morning Ledger"])[1:]]


def test_a_voice_is_filed_under_the_fullest_name(store: Store) -> None:
    kept(store, reading(entity="Ministry of Water and Dams"))
    assert (["c1"], []) == (ids(store, "Ministry of Water and Dams"), ids(store, "Ministry of Water"))


def test_only_the_latest_reading_is_asked(store: Store) -> None:
    kept(store, reading())
    store.append(report(BODY).id, replace(reading(outlet="Evening Ledger"), claims=()))
    assert ([], []) == (ids(store, "Morning Ledger"), ids(store, "Quay Post"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Quai", ()), ("quay gazette", ("Quay Post",)), ("Ministry", ("Ministry of Water",)), ("?", ())],
)
def test_names_that_begin_alike_are_offered(store: Store, typed: str, found: tuple[str, ...]) -> None:
    kept(store, reading())
    assert found == store.voices.beginning(typed)


def test_looking_a_name_up_reads_no_whole_table(store: Store, folder: Path) -> None:
    kept(store, reading())
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert 3 == len(store.voices.sayings(["Morning Ledger"]))
    assert 1 == len(store.voices.beginning("Quay"))
    plans = [step for statement in asked for step in plan(folder, statement)]
    assert [] == [step for step in plans if step.startswith("SCAN")]
    assert len(plans) > 5


def test_sources_are_listed_with_what_they_say_pass_on_and_publish(folder: Path) -> None:
    with Store.open(folder) as store:
        kept(store, reading())
        found = {one.name: one for one in store.voices.listed("", 0, 10)}
        assert SourceListed("Ministry of Water", "organisation", 1, 0, 0) == found["Ministry of Water"]
        assert SourceListed("Quay Post", "outlet", 0, 1, 0) == found["Quay Post"]
        assert SourceListed("Morning Ledger", "outlet", 0, 0, 1) == found["Morning Ledger"]
        assert {"Ministry of Water"} == {one.name for one in store.voices.listed("the ministry", 0, 10)}
        assert 1 == len(store.voices.listed("", 1, 1))


def test_a_database_of_an_earlier_program_has_its_voices_filed(folder: Path) -> None:
    names = ("Morning Ledger", "Quay Post", "Ministry of Water and Dams")

    def asked(store: Store) -> list[object]:
        found = [(store.voices.sayings([name]), store.voices.count([name])) for name in names]
        return [*found, store.voices.listed("", 0, 10)]

    with Store.open(folder) as store:
        kept(store, reading(entity="Ministry of Water and Dams"))
        filed = asked(store)
    before_voices(folder)
    with Store.open(folder) as store:
        assert filed == asked(store)
    assert [3, 1, 1] == [len(store.voices.sayings([name])) for name in names]


# ---- how often each is heard ----


def test_a_later_reading_is_counted_in_place_of_the_one_before(store: Store) -> None:
    kept(store, reading())
    store.append(report(BODY).id, replace(reading(outlet="Evening Ledger"), claims=()))
    assert (SourceListed("Evening Ledger", "outlet", 0, 0, 1),) == store.voices.listed("", 0, 10)
    assert [0, 1] == [store.voices.count([name]) for name in ("Morning Ledger", "Evening Ledger")]


def test_what_is_counted_is_what_counting_anew_comes_to(folder: Path) -> None:
    with Store.open(folder) as store:
        kept(store, reading(entity="Ministry of Water and Dams"))
        store.save(
            report("Quay Post says nothing.", "other.txt"), replace(reading(), claims=reading().claims[1:]), line
        )
        store.append(report(BODY).id, reading(outlet="Evening Ledger", model="test-2"))
    counted = rows(folder)
    driver = sqlite3.connect(folder / "sayso.db", isolation_level=None)
    driver.execute("DROP TABLE heard")
    driver.execute("UPDATE alembic_version SET version_num = '0005'")
    driver.close()
    Store.open(folder).close()
    assert counted == rows(folder)
    assert 4 == len(counted)


def rows(folder: Path) -> list[tuple[object, ...]]:
    driver = sqlite3.connect(folder / "sayso.db")
    return driver.execute("SELECT * FROM heard ORDER BY key").fetchall()


def three(store: Store) -> list[str]:
    """Three reports of one outlet, in the order they are read; their ids."""
    bodies = [f"{BODY} Day {number}." for number in range(3)]
    for body in bodies:
        whole = replace(reading(), sha256=report(body).sha256)
        text = replace(whole.text, body=body, blocks=(Block(cut(body, 0, len(body)), "paragraph"),))
        store.save(report(body), replace(whole, text=text), line)
    return [report(body).id for body in bodies]


def test_a_source_is_heard_in_reports_the_latest_read_first(store: Store) -> None:
    first, second, third = three(store)
    assert (third, second) == store.voices.heard_in(["Morning Ledger"], 0, 2)
    assert (first,) == store.voices.heard_in(["morning ledger", "Quay Post"], 2, 2)
    assert (3, 3) == (store.voices.count(["Morning Ledger"]), store.voices.count(["Morning Ledger", "Quay Post"]))


def test_the_claims_of_some_reports_alone_are_given(store: Store) -> None:
    first, _, third = three(store)
    assert [first, third] == [one.report for one in store.voices.sayings(["Quay Post"], [third, first])]
    assert () == store.voices.sayings(["Quay Post"], [])


def test_a_list_of_sources_reads_no_whole_table(store: Store, folder: Path) -> None:
    three(store)
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    store.voices.listed("", 0, 2)
    store.voices.heard_in(["Quay Post"], 0, 2)
    store.voices.count(["Quay Post"])
    plans = [step for statement in asked for step in plan(folder, statement)]
    assert ["SCAN heard USING INDEX ix_heard_times"] == [
        step for step in plans if step.startswith(("SCAN", "USE TEMP"))
    ]


def before_voices(folder: Path) -> None:
    """Take a database back to what the first version of the program made."""
    driver = sqlite3.connect(folder / "sayso.db", isolation_level=None)
    first = {"custody", "reports", "texts", "readings", "claims", "refusals", "alembic_version"}
    tables = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    driver.execute("PRAGMA foreign_keys = OFF")
    for (name,) in tables:
        if name not in first and not re.match("found_[a-z]+_", name):
            driver.execute(f"DROP TABLE {name}")
    driver.execute("DROP INDEX IF EXISTS ix_reports_url")
    driver.execute("UPDATE alembic_version SET version_num = '0001'")
    driver.close()
