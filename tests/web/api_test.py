"""The interface for programs: the same answers as the workspace gives, and nothing written without the token."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests import linked
from tests.linked import DENIED, DEPOT, MARKET, Told, written

from sayso.contract import incident_to_json, reading_to_json
from sayso.settings import Settings
from sayso.web import create_app
from sayso.workspace import Workspace

TOKEN = {"Authorization": "Bearer open sesame"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    with Workspace.open(tmp_path / "desk") as opened:
        list(opened.add(written(tmp_path / "told", (Told(DEPOT), Told(DENIED), Told(MARKET, place="Ataq")))))
    return tmp_path / "desk"


@pytest.fixture
def client(folder: Path) -> TestClient:
    app = create_app(folder, replace(Settings(), token="open sesame", by="mina"))
    return TestClient(app, base_url="http://127.0.0.1:8737", raise_server_exceptions=False)


@pytest.fixture
def desk(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder, replace(Settings(), by="mina")) as opened:
        yield opened


def test_reports_and_readings_are_those_of_the_workspace(client: TestClient, desk: Workspace) -> None:
    listed = client.get("/api/v1/reports", params={"words": "depot"}).json()
    assert (desk.count("depot"), "sayso/list/1") == (listed["total"], listed["schema"])
    report = listed["reports"][0]["report"]["id"]
    expected = reading_to_json(desk.reading(report)[1])
    assert [expected, expected] == [
        client.get(f"/api/v1/reports/{report}/readings/{number}").json() for number in ("latest", "1")
    ]
    assert expected["claims"] == client.get(f"/api/v1/reports/{report}/claims").json()["claims"]
    assert report == client.get(f"/api/v1/reports/{report[:8]}").json()["report"]["id"]


def test_incidents_are_those_of_the_workspace(client: TestClient, desk: Workspace) -> None:
    told = client.get("/api/v1/incidents").json()
    ids = [incident.id for incident in desk.incidents()]
    assert (ids, len(ids), []) == ([one["id"] for one in told["incidents"]], told["total"], told["unlinked"])
    one = client.get(f"/api/v1/incidents/{ids[0]}").json()
    assert incident_to_json(desk.incident(ids[0])) == one["incident"]
    assert client.get("/api/v1/why", params={"a": ids[0], "b": ids[1]}).json()["together"] is False


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("search?q=depot", "sayso/search/1"),
        ("searches", "sayso/saved/1"),
        ("kinds", "sayso/kinds/1"),
        ("outlines?state=disputed", "sayso/outlines/1"),
        ("timeline?since=2031-04", "sayso/timeline/1"),
        ("sources", "sayso/sources/1"),
        ("judgements", "sayso/judgements/1"),
        ("judgements/orphans", "sayso/orphans/1"),
        ("aliases", "sayso/aliases/1"),
        ("redactions", "sayso/redactions/1"),
        ("brief?unreviewed=true&profile=internal", "sayso/brief/1"),
    ],
)
def test_what_can_be_looked_at_needs_no_token(client: TestClient, path: str, schema: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (200, schema) == (answer.status_code, answer.json()["schema"])


def test_the_places_and_an_export_are_as_their_formats_have_it(client: TestClient) -> None:
    assert "FeatureCollection" == client.get("/api/v1/spots").json()["type"]
    table = client.get("/api/v1/export/csv-events", params={"unreviewed": True, "profile": "internal"})
    assert (200, True) == (table.status_code, table.headers["content-type"].startswith("text/csv"))
    assert 3 <= len(table.text.splitlines())


def test_a_judgement_is_kept_weighed_and_undone(client: TestClient, desk: Workspace) -> None:
    claim = f"{desk.incidents()[0].claims[0].report}:c1"
    made = client.post("/api/v1/judgements", json={"kind": "accept", "subjects": [claim]}, headers=TOKEN)
    assert (201, "mina") == (made.status_code, made.json()["judgement"]["by"])
    assert "6" >= client.get(f"/api/v1/claims/{claim}/proposal").json()["proposal"]["grade"]["value"]
    undone = client.post(f"/api/v1/judgements/{made.json()['judgement']['id']}/undo", json={}, headers=TOKEN)
    assert 201 == undone.status_code
    assert [undone.json()["judgement"]["id"], None] == [one.undone_by for one in desk.judgements()]


def test_a_search_is_kept_and_visited(client: TestClient) -> None:
    body = {"name": "Depots", "words": "depot", "filters": {"place": "Marib"}}
    made = client.post("/api/v1/searches", json=body, headers=TOKEN).json()["searches"][0]
    assert made == client.get(f"/api/v1/searches/{made['id']}").json()["search"]
    assert 201 == client.post(f"/api/v1/searches/{made['id']}/visits", headers=TOKEN).status_code
    refused = client.post("/api/v1/searches", json=body | {"filters": {"colour": "red"}}, headers=TOKEN)
    assert (400, "BadValue") == (refused.status_code, refused.json()["error"])


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guess"}, {"Authorization": "Basic open sesame"}])
def test_nothing_is_written_without_the_token(client: TestClient, desk: Workspace, headers: dict[str, str]) -> None:
    body = {"kind": "note", "subjects": ["anybody"], "why": "x"}
    answer = client.post("/api/v1/judgements", json=body, headers=headers)
    assert (403, "NoToken", ()) == (answer.status_code, answer.json()["error"], desk.judgements())


def test_where_no_token_is_set_nothing_can_be_written(folder: Path) -> None:
    client = TestClient(create_app(folder, Settings()), base_url="http://127.0.0.1:8737")
    answer = client.post("/api/v1/searches/s1/visits", headers={"Authorization": "Bearer "})
    assert (403, True) == (answer.status_code, "SAYSO_TOKEN" in answer.json()["cure"])


@pytest.mark.parametrize(
    ("path", "status"),
    [("reports/ffffff", 404), ("incidents/i-none:v1", 404), ("nowhere", 404), ("export/pigeon", 422)],
)
def test_what_cannot_be_given_is_refused_as_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (status, {"error", "cause", "cure"}) == (answer.status_code, set(answer.json()))


def test_the_description_for_programs_names_every_call(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {"/api/v1/search", "/search.json", "/api/v1/judgements"} <= set(paths)


def test_what_a_person_accepted_is_told_from_what_the_machine_read(client: TestClient, desk: Workspace) -> None:
    incident = desk.incidents()[0]
    first = incident.claims[0]
    asked = (f"/api/v1/incidents/{incident.id}", f"/i/{incident.id}.json", f"/api/v1/reports/{first.report}/claims")
    assert [[], [], []] == [client.get(path).json()["accepted"] for path in asked]
    desk.judge("accept", [f"{first.report}:{first.claim}"])

    name = f"{first.report}:{first.claim}"
    assert [[name], [name], [first.claim]] == [client.get(path).json()["accepted"] for path in asked]
