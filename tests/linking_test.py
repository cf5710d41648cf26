"""Reports added in any order, twice, in crowds, by one version and the next: the incidents are the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytest import MonkeyPatch
from tests import linked
from tests.linked import AGAIN, DEPOT, MARKET, WEEK, Told, added, written

from sayso.filing import Filed, Member
from sayso.incidents import Incident
from sayso.link import grouping, pools
from sayso.link.concluding import conclude
from sayso.link.filing import filed, weigh
from sayso.link.source import Source
from sayso.records import Added
from sayso.store import filing as store_filing
from sayso.workspace import Workspace


@pytest.fixture(autouse=True)
def _plain_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)


@pytest.fixture
def week(tmp_path: Path) -> list[Path]:
    return written(tmp_path / "inbox", WEEK)


def members(incidents: tuple[Incident, ...]) -> list[list[str]]:
    return sorted(sorted({claim.report for claim in incident.claims}) for incident in incidents)


def test_reports_of_a_week_fall_into_their_occurrences(tmp_path: Path, week: list[Path]) -> None:
    assert [1, 1, 2, 6] == sorted(map(len, members(added(tmp_path / "kept", week))))


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make crowds of a handful, so that all that is done for thousands is done for them."""
    monkeypatch.setattr(store_filing, "CROWD", 3)
    monkeypatch.setattr(pools, "LARGE", 6)
    monkeypatch.setattr(grouping, "FEW", 3)


@pytest.mark.parametrize("seeds", [range(start, start + 5) for start in range(0, 20, 5)])
def test_twenty_orders_of_adding_give_the_same_incidents(tmp_path: Path, week: list[Path], seeds: range) -> None:
    expected = added(tmp_path / "first", week)
    for seed in seeds:
        random.Random(seed).shuffle(week)
        assert expected == added(tmp_path / f"shuffled {seed}", week)


def crowd(number: int) -> list[Told]:
    draw = random.Random(number)
    return [
        Told(
            draw.choice((DEPOT, AGAIN)), draw.choice(("Marib", "Ataq")), draw.randint(6, 9), draw.randint(2, 9), str(at)
        )
        for at in range(24)
    ]


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_adding_changes_nothing_in_a_crowd(tmp_path: Path, seed: int) -> None:
    paths = written(tmp_path / "inbox", crowd(seed))
    expected = added(tmp_path / "first", paths)
    random.Random(seed).shuffle(paths)
    assert expected == added(tmp_path / "shuffled", paths)


@pytest.mark.usefixtures("crowded")
def test_all_at_once_is_as_one_by_one(tmp_path: Path) -> None:
    paths = written(tmp_path / "inbox", crowd(7))
    with Workspace.open(tmp_path / "once") as opened:
        list(opened.add(paths))
        assert added(tmp_path / "one by one", paths) == opened.incidents()


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("together", [1, 5, 100])
def test_it_changes_nothing_how_many_are_filed_together(
    tmp_path: Path, together: int, monkeypatch: MonkeyPatch
) -> None:
    paths = written(tmp_path / "inbox", crowd(9))
    expected = added(tmp_path / "one by one", paths)
    monkeypatch.setattr("sayso.link.linker._TOGETHER", together)
    monkeypatch.setattr("sayso.link.linker._RECENT", together * 100)
    with Workspace.open(tmp_path / "kept") as opened:
        list(opened.add(paths))
        assert expected == opened.incidents()


def test_what_was_taken_and_not_filed_waits_for_whoever_asks(tmp_path: Path, week: list[Path]) -> None:
    expected = added(tmp_path / "kept", week)
    with Workspace.open(tmp_path / "left") as opened:
        adding = opened.add(week)
        for _ in week[:-1]:
            next(adding)
        del adding
    with Workspace.open(tmp_path / "left") as opened:
        list(opened.add(week))
        assert expected == opened.incidents()


@pytest.mark.usefixtures("crowded")
def test_a_report_taken_off_file_leaves_what_there_was_without_it(tmp_path: Path) -> None:
    paths = written(tmp_path / "inbox", crowd(8))
    expected = added(tmp_path / "without", paths[1:])
    with Workspace.open(tmp_path / "with") as opened:
        (first, *_) = opened.add(paths)
        assert isinstance(first, Added)
        opened.incidents()
        opened._store.linking.link([(1, Filed(first.report.id, (), ()))], weigh)
        assert expected == opened.incidents()


def test_another_version_of_linking_links_all_anew(tmp_path: Path, week: list[Path], monkeypatch: MonkeyPatch) -> None:
    expected = added(tmp_path / "kept", week)
    with Workspace.open(tmp_path / "kept") as opened:
        monkeypatch.setattr("sayso.link.linker.VERSION", "next")
        monkeypatch.setattr("sayso.link.linker.weigh", lambda *_: 0.0)
        assert len(week) - 2 == len(opened.incidents())  # the copies share an account, which is not weighed
        monkeypatch.undo()
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    assert expected == added(tmp_path / "kept", week)


def test_a_later_reading_takes_the_place_of_the_one_before(tmp_path: Path, week: list[Path]) -> None:
    before = added(tmp_path / "kept", week)
    with Workspace.open(tmp_path / "kept") as opened:
        report = before[-1].reports[0]
        _, reading = opened.reading(report)
        opened._store.append(report, replace(reading, model="empty", events=(), claims=()))
        assert report not in {one for incident in opened.incidents() for one in incident.reports}
        opened._store.append(report, reading)
        assert before == opened.incidents()


def test_a_report_that_cannot_be_linked_is_named_and_keeps_no_other_back(
    tmp_path: Path, week: list[Path], monkeypatch: MonkeyPatch
) -> None:
    def fails(source: Source) -> Filed:
        if source.report.id in failing:
            raise ValueError("no such day")
        return filed(source)

    failing = {sha256(path.read_bytes()).hexdigest()[:16] for path in week[:2]}
    monkeypatch.setattr("sayso.link.linker.filed", fails)
    incidents = added(tmp_path / "kept", week)
    with Workspace.open(tmp_path / "kept") as opened:
        assert ["ValueError: no such day"] * 2 == [because for _, because in opened.unlinked()]
    assert len(week) - 2 == sum(map(len, members(incidents)))


def test_an_incident_that_the_program_fails_on_keeps_no_other_back(
    tmp_path: Path, week: list[Path], monkeypatch: MonkeyPatch
) -> None:
    whole = added(tmp_path / "whole", week)

    def fails(members: Sequence[Member], *given: Any) -> Incident:
        if len(members) > 2:
            raise ValueError("no such day")
        return conclude(members, *given)

    monkeypatch.setattr("sayso.link.linker.conclude", fails)
    told = {incident.id: incident.because[0] for incident in added(tmp_path / "kept", week)}
    assert {incident.id for incident in whole} == told.keys()
    assert 1 == sum("could not be worked out: ValueError: no such day" in because for because in told.values())


def test_thousands_of_copies_are_linked_like_one_report(tmp_path: Path) -> None:
    copies = [Told(DEPOT, outlet=f"Paper {number}") for number in range(400)]
    paths = written(tmp_path / "inbox", [*copies, Told(AGAIN, outlet="Nahr Wire"), Told(MARKET, place="Ataq")])
    with Workspace.open(tmp_path / "kept") as opened:
        list(opened.add(paths))
        market, depot = sorted(opened.incidents(), key=lambda incident: len(incident.reports))
        assert (1, 401) == (len(market.reports), len(depot.reports))
        assert 399 == sum(len(origin.copies) for origin in depot.origins)
        assert len(depot.claims) < 10


def test_adding_twice_changes_nothing(tmp_path: Path, week: list[Path]) -> None:
    expected = added(tmp_path / "kept", week)
    assert expected == added(tmp_path / "kept", week)
