"""Reports added in any order, twice, in crowds, by one version and the next: the incidents are the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests import linked
from tests.linked import AGAIN, DEPOT, WEEK, Told, added, written

from sayso.incidents import Incident
from sayso.link import grouping, pools
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


def test_adding_twice_changes_nothing(tmp_path: Path, week: list[Path]) -> None:
    expected = added(tmp_path / "kept", week)
    assert expected == added(tmp_path / "kept", week)
