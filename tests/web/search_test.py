"""The search page as a browser gets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.conftest import Open
from tests.web.library import claim, keep, marked, reading

LOCK = marked("[c1.source|A pilot] [c1.cue|said] [c1|the lock at Marib jammed] 😀 on Sunday.")
GATE = marked("[c1|والجِسر أُغلق] ليلة الأحد")


@pytest.fixture
def client(tmp_path: Path, browse: Open) -> TestClient:
    keep(tmp_path, reading(LOCK, claim(LOCK, "c1"), outlet="River Post", published="2031-03-01", language="en"))
    keep(tmp_path, reading(GATE, claim(GATE, "c1"), language="ar"), name="gate.txt")
    return browse(tmp_path)


def hrefs(page: str, within: str) -> list[str]:
    return [str(href) for href in html.fromstring(page).xpath(f"{within}//a/@href")]


@pytest.mark.parametrize(
    ("words", "found"), [("lock", "lock"), ("جسر", "جِسر"), ('"at marib"', "at Marib"), ("amme", "amme")]
)
def test_a_snippet_opens_at_the_words_that_were_found(client: TestClient, words: str, found: str) -> None:
    page = client.get("/search", params={"q": words}).text
    (address,) = hrefs(page, "//ul[@class='snippets']")
    match = re.fullmatch(r"(/d/[0-9a-f]{16}/v/1)#s=(\d+)-(\d+)", address)
    assert match
    body = client.get(match[1] + ".txt").text
    assert found == body[int(match[2]) : int(match[3])]
    assert [found] == html.fromstring(page).xpath("//ul[@class='snippets']//mark/text()")


def test_the_twin_holds_the_same(client: TestClient) -> None:
    page, twin = client.get("/search?q=lock").text, client.get("/search.json?q=lock").json()
    assert hrefs(page, "//ul[@class='snippets']") == [one["address"] for one in twin["reports"][0]["snippets"]]
    assert "/search.json?q=lock" in page


@pytest.mark.parametrize(
    ("query", "total"),
    [("source=pilot", 1), ("language=ar", 1), ("since=2031", 1), ("until=2030-12-31", 0),
     ("q=lock&scope=claims", 1), ("q=sunday&scope=claims", 0)],
)  # fmt: skip
def test_filters_narrow_what_is_found(client: TestClient, query: str, total: int) -> None:
    assert total == client.get(f"/search.json?{query}").json()["total"]
    assert 200 == client.get(f"/search?{query}").status_code


@pytest.mark.parametrize("query", ["state=sunk", "since=soon", "q=%3F%21", "page=0", "dated=never"])
def test_what_cannot_be_asked_is_refused_in_words(client: TestClient, query: str) -> None:
    assert client.get(f"/search?q=lock&{query}").status_code in {400, 422}


def test_a_search_is_kept_opened_and_marked_as_seen(client: TestClient, tmp_path: Path) -> None:
    token = html.fromstring(client.get("/search?q=pilot").text).xpath("//input[@name='token']/@value")[0]
    kept = client.post("/searches", data={"token": token, "q": "pilot", "name": "Pilots"}, follow_redirects=False)
    address = kept.headers["location"]
    later = marked("[c1|Another pilot came].")
    keep(tmp_path, reading(later, claim(later, "c1")), name="later.txt")
    assert "1 new report." in client.get(address).text
    assert [True, False] == [one["new"] for one in client.get(f"{address}.json").json()["reports"]]
    client.post(f"{address}/seen", data={"token": token})
    assert [0] == [one["new"] for one in client.get("/searches.json").json()["searches"]]
    assert "Pilots" in client.get("/search").text


def test_a_search_is_kept_for_nobody_elses_page(client: TestClient) -> None:
    assert 403 == client.post("/searches", data={"q": "pilot", "name": "Pilots"}).status_code
    assert 403 == client.post("/searches/s1/seen", data={"token": "guess"}).status_code


def test_nothing_found_leads_on_and_nothing_stored_says_how_to_begin(
    client: TestClient, browse: Open, tmp_path: Path
) -> None:
    assert "Nothing was found" in client.get("/search?q=submarine&language=ar").text
    assert "/search?q=submarine" in hrefs(client.get("/search?q=submarine&language=ar").text, "//section")
    assert "No reports yet" in browse(tmp_path / "empty").get("/search").text


HOSTILE = ["<script>alert(1)</script>", "{{ 7 * 7 }}", "\u202eevil\u2066", '" onfocus="x', "%00'--", "\u202e<b>"]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_typed_is_shown_as_words_and_nothing_else(client: TestClient, words: str) -> None:
    page = html.fromstring(client.get("/search", params={"q": words, "place": words}).text)
    assert [] == page.xpath("//script[not(@src)] | //b | //*[@onfocus]")
    assert "49" not in page.text_content()
    token = page.xpath("//input[@name='token']/@value") or html.fromstring(client.get("/search?q=lock").text).xpath(
        "//input[@name='token']/@value"
    )
    kept = client.post("/searches", data={"token": token[0], "q": "lock", "name": words})
    assert [] == html.fromstring(kept.text).xpath("//script[not(@src)] | //b | //*[@onfocus]")
    assert [words.strip()] == [one["name"] for one in client.get("/searches.json").json()["searches"]]
