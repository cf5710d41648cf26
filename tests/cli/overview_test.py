from __future__ import annotations

from pathlib import Path

import pytest
from tests import linked
from tests.cli.conftest import Run, RunJson
from tests.linked import DEPOT, MARKET, Told, written


@pytest.fixture
def desk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    told = (Told(DEPOT), Told(DEPOT, outlet="Tana"), Told(MARKET, place="Ataq", day=20))
    assert 0 == run("add", *map(str, written(tmp_path / "told", told)))[0]


def test_the_line_tells_what_happened_from_what_was_reported(run: Run, desk: None) -> None:
    out = run("timeline")[1]
    assert "           2031-04-08  ████████████████████ 1\n" in out
    assert "                       ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪ 2\n" in out
    assert "2031-04-08 · Marib, Yemen\n    told by one origin alone · 2 reports, reported 2031-04-09\n" in out
    assert out.endswith("2 incidents\n")


def test_a_view_narrows_it(run: Run, run_json: RunJson, desk: None) -> None:
    assert 1 == run_json("timeline", "--since", "2031-04-10")[1]["total"]
    assert ["Marib"] == [
        one["properties"]["name"] for one in run_json("timeline", "--until", "2031-04-10", "--places")[1]["features"]
    ]
    assert 0 == run_json("timeline", "--undated")[1]["total"]
    assert 8 == run("timeline", "--state", "sunk")[0]


def test_sources_are_listed_by_how_often_they_are_heard(run: Run, run_json: RunJson, inbox: Path) -> None:
    run("add", str(inbox))
    assert 0 == run("sources")[0]
    assert "sayso/sources/1" == run_json("sources")[1]["schema"]
    assert "Nobody is heard under such a name.\n" == run("sources", "zebra")[1]
