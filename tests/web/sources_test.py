"""The list of sources, and the record of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.plain_reading import plain_reading
from tests.web.desk import FORM, Desk

from sayso.records import Meta
from sayso.settings import Settings
from sayso.web import create_app
from sayso.workspace import Workspace

QUAY = "Quiet at the quay\nThe harbour master says the quay is open.\nThe harbour master says a crane fell.\n"
MILL = "Fire at the mill\nשירה כהן says the mill burned down.\nالعقيد سامي ضاهر says nobody was hurt.\n"


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A browser at a workspace in which three persons speak through one outlet."""
    monkeypatch.setattr("sayso.workspace._reading", plain_reading)
    with Workspace.open(tmp_path / "kept") as workspace:
        for name, text in (("quay.txt", QUAY), ("mill.txt", MILL)):
            (tmp_path / name).write_text(text)
            list(workspace.add([tmp_path / name], Meta(outlet="Quay Post", published="2031-03-02")))
    app = create_app(tmp_path / "kept", Settings(by="mina"))
    yield Desk(tmp_path / "kept", TestClient(app, base_url="http://127.0.0.1:8737", raise_server_exceptions=False))


def grade(desk: Desk, name: str, letter: str) -> int:
    page = html.fromstring(desk.client.get("/source", params={"name": name}).text)
    form = page.xpath("//form[.//select[@id='letter']]")[0]
    sent = {one.get("name"): one.get("value") for one in form.xpath("input")} | {"grade": letter, "why": "Was there"}
    return int(desk.client.post("/judge", data=sent, headers=FORM, follow_redirects=False).status_code)


def test_the_list_names_who_speaks_and_how_often(voices: Desk) -> None:
    rows = voices.client.get("/sources.json").json()["sources"]

    assert ("Quay Post", 2) in [(row["name"], row["publishes"]) for row in rows]
    assert ("The harbour master", 2) in [(row["name"], row["says"]) for row in rows]


@pytest.mark.parametrize("begins", ["harb", "The Harbour", "שירה", "العقيد"])
def test_the_list_is_searched_by_the_beginning_of_a_name(voices: Desk, begins: str) -> None:
    rows = voices.client.get("/sources.json", params={"q": begins}).json()["sources"]

    assert 1 == len(rows)
    assert rows[0]["name"] in voices.words(f"/sources?q={begins}")


def test_a_search_without_a_hit_leads_back(voices: Desk) -> None:
    assert "/sources" in html.fromstring(voices.page("/sources?q=volcano")).xpath("//section//a/@href")


def test_the_record_tells_what_it_said_through_whom_and_how_it_fared(voices: Desk) -> None:
    words = voices.words("/source?name=the%20harbour%20MASTER")
    expected = (
        "the quay is open",
        "a crane fell",
        "Quay Post",
        "0 corroborated by another",
        "0 denied by others",
    )

    assert [] == [piece for piece in expected if piece not in words]


def test_a_claim_in_the_record_leads_to_the_claim(voices: Desk) -> None:
    link = next(link for link in voices.links("/source?name=The harbour master") if link.endswith("#c1"))

    assert 'id="c1"' in voices.page(link)


def test_an_outlet_s_record_tells_whom_it_cites(voices: Desk) -> None:
    page = html.fromstring(voices.page("/source?name=Quay Post"))
    cited = " ".join(page.find_class("cited")[0].text_content().split())

    assert [] == [name for name in ("The harbour master 2 claims", "שירה כהן 1 claim") if name not in cited]


def test_the_record_tells_when_it_was_heard_and_in_which_language(voices: Desk) -> None:
    words = voices.words("/source?name=Quay Post")

    assert ["Heard in 2 reports" in words, "March 2031 2" in words, "2 in English" in words] == [True, True, True]


def test_a_record_of_many_reports_is_given_a_page_at_a_time(voices: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.sources.REPORTS", 1)
    monkeypatch.setattr("sayso.web.source_routes.REPORTS", 1)
    later = html.fromstring(voices.page("/source?name=Quay Post"))
    earlier = voices.words("/source" + later.xpath("//a[@rel='next']/@href")[0].removeprefix("/source"))

    assert ["the mill burned down" in later.text_content(), "the quay is open" in earlier] == [True, True]
    assert ["the quay is open" in later.text_content(), "the mill burned down" in earlier] == [False, False]


def test_the_twin_of_a_page_is_of_its_reports(voices: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.source_routes.REPORTS", 1)
    pages = [
        voices.client.get(f"/source.json?name=Quay Post{page}").json()["source"] for page in ("&page=2", "&page=3", "")
    ]

    assert [(2, 1, 2), (0, 0, 2), (4, 2, 2)] == [
        (len(one["relayed"]), one["looked_at"], one["heard_in"]) for one in pages
    ]


def test_nobody_is_graded_by_the_machine(voices: Desk) -> None:
    words = voices.words("/source?name=Quay Post")

    assert "F Reliability cannot be judged" in words
    assert "the machine gives none" in words


def test_a_person_s_grade_is_kept_with_its_history(voices: Desk) -> None:
    assert [303, 303] == [grade(voices, "The harbour master", letter) for letter in "BC"]
    words = voices.words("/source?name=The harbour master")

    assert "C Fairly reliable" in words
    assert ["Graded B The harbour master" in words, "Graded C The harbour master" in words] == [True, True]
    assert "Was there" in words


def test_the_twin_holds_the_whole_record(voices: Desk) -> None:
    found = voices.client.get("/source.json?name=Quay Post").json()

    assert ("sayso/source/1", 4) == (found["schema"], len(found["source"]["relayed"]))


def test_a_source_that_is_not_there_is_said_to_be_so(voices: Desk) -> None:
    answer = voices.client.get("/source?name=Quay")

    assert (404, True) == (answer.status_code, "Quay Post" in answer.text)
