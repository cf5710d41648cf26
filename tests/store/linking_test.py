"""The files of linking: pairs follow from the keys alone, and no query reads a whole table."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from tests.store.making import incident, line, reading, report

from sayso.errors import NotFound
from sayso.filing import Account, Filed, Telling
from sayso.store import Store
from sayso.store import filing as rooms
from sayso.store.filed import accounts, pairings, unsettled
from sayso.store.filing import Filing
from sayso.store.tables import metadata

KEYS = "pqr"


def weigh(one: str, other: str) -> float:
    return float(len(one) + len(other))


def filed(number: int, keys: str, report_id: str = "") -> Filed:
    name = f"{number:02}"
    account = Account(name, tuple(sorted(keys)), name)
    return Filed(report_id or name, ((0, number),), (Telling(f"{name}:v1", account, number, ("c1",)),))


def pairs_of(files: dict[int, str]) -> set[tuple[str, str]]:
    """What ought to be paired: under each key all with all, of a crowd each with the least of it."""
    found = set()
    for key in KEYS:
        row = sorted(f"{number:02}" for number, keys in files.items() if key in keys)
        found |= {
            pair for one in row[: rooms.CROWD] for other in row if one != other for pair in [(one, other), (other, one)]
        }
    return found


FILES = st.dictionaries(st.integers(0, 40), st.text(KEYS, min_size=0, max_size=3).map(lambda keys: "".join(set(keys))))


@settings(max_examples=60, deadline=None)
@given(FILES, st.randoms(use_true_random=False), st.sets(st.integers(0, 40)))
def test_pairs_follow_from_the_keys_in_whatever_order_accounts_come_and_go(
    files: dict[int, str], draw: random.Random, gone: set[int]
) -> None:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with pytest.MonkeyPatch.context() as patch, engine.begin() as connection:
        patch.setattr(rooms, "CROWD", 3)
        filing = Filing(connection, weigh)
        order = list(files)
        draw.shuffle(order)
        for number in order:
            filing.file({number: filed(number, files[number])})
            if draw.random() < 0.5:
                filing.align()
        for number in gone & files.keys():
            filing.forget({number})
            if draw.random() < 0.5:
                filing.align()
        filing.align()
        left = {number: keys for number, keys in files.items() if number not in gone}
        found = {(row.a, row.b) for row in connection.execute(select(pairings))}
        assert pairs_of(left) == found
        assert {f"{number:02}" for number in left} == set(connection.scalars(select(accounts.c.id)))
        assert {f"{number:02}" for number in left} >= set(connection.scalars(select(unsettled)))


def test_a_report_that_is_kept_waits_to_be_linked(store: Store) -> None:
    store.linking.begin("1")
    store.save(report(), reading(), line)
    assert (report().id,) == store.linking.waiting()
    store.linking.link([(1, filed(1, "p", report().id))], weigh)
    assert () == store.linking.waiting()
    assert not store.linking.is_settled()


def test_a_report_read_anew_meanwhile_stays_in_the_queue(store: Store) -> None:
    store.linking.begin("1")
    store.save(report(), reading(), line)
    store.append(report().id, reading(model="test-2"))
    store.linking.link([(1, filed(1, "p", report().id))], weigh)
    assert (report().id,) == store.linking.waiting()


def test_a_report_that_failed_waits_for_its_next_reading(store: Store) -> None:
    store.linking.begin("1")
    store.save(report(), reading(), line)
    store.linking.fail(report().id, "no such day")
    assert ((), ((report().id, "no such day"),)) == (store.linking.waiting(), store.linking.faults())
    store.append(report().id, reading(model="test-2"))
    assert ((report().id,), ()) == (store.linking.waiting(), store.linking.faults())


def test_another_version_takes_all_off_file_and_queues_it(store: Store) -> None:
    store.linking.begin("1")
    store.save(report(), reading(), line)
    store.linking.link([(1, filed(1, "p", report().id))], weigh)
    store.linking.begin("1")
    assert () == store.linking.waiting()
    store.linking.begin("2")
    assert (report().id,) == store.linking.waiting()
    assert store.linking.is_settled()


DOCUMENT = incident("i-01:v1")


def concluded(store: Store) -> Store:
    store.linking.begin("1")
    store.save(report(), reading(), line)
    store.linking.link([(1, filed(1, "p", report().id))], weigh)
    with store.linking.settling() as files:
        files.conclude("i-01:v1", 5, DOCUMENT, {"01:v1"})
        files.settle({"01"}, 2.5)
    return store


def test_an_incident_is_found_by_its_id_and_by_its_tellings(store: Store) -> None:
    concluded(store)
    assert [DOCUMENT, DOCUMENT] == [store.linking.document(name) for name in ("i-01:v1", "01:v1")]
    assert (1, [DOCUMENT]) == (store.linking.count(), list(store.linking.documents()))
    assert ("i-01:v1",) == store.linking.incidents_of({report().id})
    with pytest.raises(NotFound, match="No incident has the id i-02:v1"):
        store.linking.document("i-02:v1")


def test_a_report_that_is_stirred_loses_its_incident_until_it_is_settled(store: Store) -> None:
    concluded(store).linking.stir({report().id})
    assert (0, False) == (store.linking.count(), store.linking.is_settled())


def test_files_give_what_grouping_asks(store: Store) -> None:
    concluded(store)
    with store.linking.settling() as files:
        (member,) = files.members({"01"})
        assert ("01:v1", report().id, "01", 1, ("c1",), "i-01:v1") == (
            member.id, member.report, member.account, member.published, member.claims, member.incident,
        )  # fmt: skip
        assert ({"01": "01"}, {"01"}) == (files.documents({"01"}), files.mates({"01"}))
        assert {report().id: ((0, 1),)} == files.bands({report().id})
