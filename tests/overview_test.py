"""The line of time and the places of incidents, over a workspace of linked reports."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests import linked
from tests.linked import DEPOT, MARKET, Told, written

from sayso.outline import Timeline, View
from sayso.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """Two incidents in Marib on the 8th and 20th, one in Ataq on the 9th, each reported the day after."""
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    told = (Told(DEPOT), Told(DEPOT, day=20), Told(MARKET, place="Ataq", day=9))
    with Workspace.open(tmp_path / "desk") as opened:
        list(opened.add(written(tmp_path / "told", told)))
        yield opened


def bars(line: Timeline, name: str = "happened") -> dict[str, tuple[int, int]]:
    """The stretches with anything on them, by their first day."""
    found = getattr(line, name)
    return {
        date.fromordinal(bar.first).isoformat(): (bar.sure, bar.perhaps) for bar in found if bar.sure or bar.perhaps
    }


def test_what_happened_is_told_from_what_was_published(desk: Workspace) -> None:
    line = desk.timeline()
    assert {"2031-04-08": (1, 0), "2031-04-09": (1, 0), "2031-04-20": (1, 0)} == bars(line)
    assert {"2031-04-09": (1, 0), "2031-04-10": (1, 0), "2031-04-21": (1, 0)} == bars(line, "published")
    assert (3, 0, 0) == (line.total, line.undated, line.unpublished)


def test_the_list_has_the_latest_first_with_the_days_it_was_reported(desk: Workspace) -> None:
    shown = [(one.time, one.reported) for one in desk.timeline().incidents]
    day = date(2031, 4, 9).toordinal()
    assert ("2031-04-20", (day + 12, day + 12)) == shown[0]
    assert [("2031-04-09", (day + 1, day + 1)), ("2031-04-08", (day, day))] == shown[1:]


@pytest.mark.parametrize(
    ("view", "places"),
    [
        (View(since="2031-04-09", until="2031-04-19"), ["Ataq"]),
        (View(until="2031-04-08"), ["Marib"]),
        (View(place="Marib"), ["Marib", "Marib"]),
        (View(country="SD"), []),
        (View(type="ASSAULT", state="single-origin", since="2031-04-10"), ["Marib"]),
        (View(undated=True), []),
    ],
)
def test_a_view_narrows_the_list_and_the_places(desk: Workspace, view: View, places: list[str]) -> None:
    assert places == [one.place for one in desk.outlines(view)]
    assert sorted(set(places)) == sorted(spot.name for spot in desk.spots(view))


def test_incidents_of_one_place_are_counted_together(desk: Workspace) -> None:
    spots = desk.spots(named=1)
    assert [("Marib", 2, 1), ("Ataq", 1, 1)] == [(one.name, one.count, len(one.incidents)) for one in spots]
    assert (0, (("ASSAULT",), ("YE",))) == (desk.unplaced(), desk.kinds())


@pytest.mark.parametrize(
    ("since", "until", "lengths"),
    [
        ("2031-04-01", "2031-04-30", {1}),
        ("2031-01-06", "2031-06-29", {7}),
        ("2030-01", "2031-12", {28, 30, 31}),
        ("2020", "2031", {365, 366}),
    ],
)
def test_the_days_are_cut_by_how_many_there_are(desk: Workspace, since: str, until: str, lengths: set[int]) -> None:
    found = desk.timeline(View(since=since, until=until)).happened
    assert lengths == {bar.last - bar.first + 1 for bar in found}
    assert all(one.last + 1 == other.first for one, other in itertools.pairwise(found))


def test_a_time_that_is_known_less_closely_is_perhaps_on_each_of_its_days(desk: Workspace) -> None:
    store = desk._store
    with store._writing() as connection:
        first = date(2031, 4, 8).toordinal()
        connection.exec_driver_sql("UPDATE outlines SET first = ?, last = ? WHERE place = 'Ataq'", (first, first + 2))
    assert [(1, 1), (0, 1), (0, 1)] == list(bars(desk.timeline()).values())[:3]


def test_an_empty_workspace_has_an_empty_line(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as opened:
        line = opened.timeline()
    assert (0, (), 1) == (line.total, line.incidents, len(line.happened))
