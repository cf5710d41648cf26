"""What hostile reports, names and notes can try on the pages of the desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.linked import AGAIN, DENIED, DEPOT, Told
from tests.web.conftest import Open
from tests.web.desk import Desk, settled
from tests.web.library import keep
from tests.web.pages_test import HOSTILE, hostile

ALLOWED = {"/static/theme.js", "/static/page.js", "/static/review.js", "/static/vendor/htmx.min.js"}
PATHS = [
    "/", "/incidents", "/incidents?place={hostile}", "/review", "/review/accept", "/review?place={hostile}",
    "/review?done={hostile}", "{incident}", "{incident}/compare?reports={reports}", "/sources", "/sources?q={hostile}",
    "/source?name={hostile}", "/i/{hostile}", "/export?place={hostile}", "/export?unreviewed=yes&profile=public",
    "/brief", "/brief?form=markdown", "/brief?of=source&source={hostile}",
]  # fmt: skip
SPEECH = HOSTILE.replace("{", "{{").replace("}", "}}")


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Reports whose words and outlets are hostile, and decisions with a hostile reason."""
    reports = [
        Told(f"{DEPOT} {SPEECH}", outlet=HOSTILE),
        Told(f"{AGAIN} {SPEECH}", dead=9, outlet=f"{HOSTILE}2"),
        Told(f"{DENIED} {SPEECH}", outlet="State Agency"),
    ]
    with pytest.MonkeyPatch.context() as monkeypatch:
        desk = settled(tmp_path_factory.mktemp("hostile"), monkeypatch, reports)
    subject = desk.client.get("/review.json").json()["items"][0]["claim"]
    desk.post("note", [subject], why=HOSTILE, by=HOSTILE)
    desk.post("accept", [subject], why=HOSTILE, by=HOSTILE)
    desk.post("note", [HOSTILE], why=HOSTILE)
    return desk


def unharmed(page: str) -> None:
    tree = html.fromstring(page)
    assert set() == {src.partition("?")[0] for src in tree.xpath("//script/@src")} - ALLOWED
    assert [] == tree.xpath("//img | //script[not(@src)] | //@onerror | //@style | //style | //iframe | //base")
    assert [] == [link for link in tree.xpath("//@href | //@action") if not re.match(r"[/#]|http://127", link)]
    assert "49" not in tree.text_content().split()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_told_or_noted_can_act_on_a_page(hostile_desk: Desk, path: str) -> None:
    asked = HOSTILE.replace("%", "%25").replace("&", "%26").replace("/", "%2F").replace("#", "%23")
    reports = ",".join(hostile_desk.incident.reports[:2])
    answer = hostile_desk.client.get(path.format(hostile=asked, incident=hostile_desk.address, reports=reports))

    assert answer.status_code in {200, 404}
    unharmed(answer.text)


def test_hostile_words_are_kept_exactly_in_the_data(hostile_desk: Desk) -> None:
    sentences = [item["sentence"] for item in hostile_desk.client.get("/review.json").json()["items"]]

    assert any(HOSTILE in sentence for sentence in sentences)


def test_the_record_of_a_hostile_source_is_harmless(tmp_path: Path, browse: Open) -> None:
    keep(tmp_path, hostile(), name=HOSTILE)
    client: TestClient = browse(tmp_path)
    names = [row["name"] for row in client.get("/sources.json").json()["sources"]]
    pages = [client.get("/source", params={"name": name}) for name in names]

    assert names
    assert {200} == {page.status_code for page in pages}
    for page in pages:
        unharmed(page.text)
