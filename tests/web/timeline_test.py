"""The line of time and the map as a browser gets them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests import linked
from tests.linked import DEPOT, MARKET, Told, written
from tests.web.conftest import Open

from sayso.web.site import STATIC
from sayso.workspace import Workspace


@pytest.fixture
def client(tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    told = (Told(DEPOT), Told(DEPOT, day=20), Told(MARKET, place="Ataq", day=9))
    with Workspace.open(tmp_path / "desk") as opened:
        list(opened.add(written(tmp_path / "told", told)))
        with opened._store._writing() as connection:
            connection.exec_driver_sql("UPDATE outlines SET radius = 120000 WHERE place = 'Marib'")
    return browse(tmp_path / "desk")


def test_each_bar_leads_to_its_days_and_says_what_it_counts(client: TestClient) -> None:
    bars = html.fromstring(client.get("/timeline").text).xpath("//*[@class='bars']//a")
    assert ["8 April 2031: 1 surely then, 0 perhaps", "9 April 2031: 1 surely then, 0 perhaps"] == [
        bar.get("aria-label") for bar in bars
    ][:2]
    narrowed = client.get(bars[0].get("href").replace("/timeline", "/timeline.json")).json()
    assert ["2031-04-08"] == [one["time"] for one in narrowed["incidents"]]


def test_the_list_tells_what_happened_from_when_it_was_reported(client: TestClient) -> None:
    first = html.fromstring(client.get("/timeline").text).xpath("//*[@class='days']")[0].text_content()
    assert ["Said to have happened: 20 April 2031.", "Reported: 21 April 2031."] == [
        line.strip() for line in first.split("\n")
    ]


def test_the_twins_hold_the_same(client: TestClient) -> None:
    line = client.get("/timeline.json").json()
    page = html.fromstring(client.get("/timeline").text)
    assert page.xpath("//ol[@class='strips']//h3/a/@href") == [one["address"] for one in line["incidents"]]
    places = client.get("/map.json").json()["features"]
    listed = html.fromstring(client.get("/map").text).xpath("//*[@class='spots']//h3//bdi[1]/text()")
    assert [one["properties"]["name"] for one in places] == [name for name in listed if name != "Yemen"]


def test_a_place_on_the_map_says_how_far_off_it_may_be(client: TestClient) -> None:
    properties = [one["properties"] for one in client.get("/map.json").json()["features"]]
    assert [("Marib", 120000, 2), ("Ataq", None, 1)] == [
        (one["name"], one["radius_m"], one["count"]) for one in properties
    ]
    page = client.get("/map").text
    assert "somewhere within 120 km" in page
    assert "how closely is not known" in page


@pytest.mark.parametrize("path", ["/timeline", "/map", "/timeline.json", "/map.json"])
def test_a_view_narrows_every_page(client: TestClient, path: str) -> None:
    assert "Ataq" in client.get(f"{path}?since=2031-04-09&until=2031-04-09").text
    assert "Ataq" not in client.get(f"{path}?until=2031-04-08").text
    assert 400 == client.get(f"{path}?since=soon").status_code


@pytest.mark.parametrize("path", ["/timeline", "/map"])
def test_an_empty_workspace_says_how_to_begin(browse: Open, tmp_path: Path, path: str) -> None:
    assert "sayso demo" in browse(tmp_path / "empty").get(path).text


@pytest.mark.parametrize("path", ["/timeline?undated=yes", "/map?country=SD"])
def test_a_view_of_nothing_leads_back(client: TestClient, path: str) -> None:
    assert "Show everything" in client.get(path).text


def test_what_is_vendored_is_what_the_notice_names() -> None:
    notice = Path(__file__).parents[2] / "NOTICE"
    if not notice.exists():
        pytest.skip("the papers are not beside the tests")
    for path in STATIC.joinpath("vendor").glob("*.js*"):
        assert sha256(path.read_bytes()).hexdigest() in notice.read_text("utf-8")
