"""Every hostile string through every page and every answer for programs: kept to the letter, and without effect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from lxml import html
from starlette.testclient import TestClient
from tests.hostile_strings.shelf import Hostile
from tests.hostile_strings.strings import STRINGS
from tests.hostile_strings.unharmed import unharmed

from sayso.contract import Json
from sayso.web.display import shown_plain

SPARSE = 97  # one string of so many is given to each parameter of an address, others to the next
LONGEST = 400  # characters of a string in an address
UNNAMED = {"q", "report", "since", "state", "place", "source", "country"}  # read from the address, in no signature
HANDED = re.compile("export|brief|redactions")  # addresses whose every answer takes a while to make
NUMBERS = {"page", "offset", "limit", "skip", "days"}


@pytest.fixture(scope="session")
def routes(client: TestClient) -> list[APIRoute]:
    """Every address that answers to GET, whoever added it."""
    app: Any = client.app
    parts = [getattr(one, "original_router", None) for one in app.routes]
    return [route for part in parts if part for route in part.routes if "GET" in route.methods]


@pytest.fixture(scope="session")
def incidents(client: TestClient) -> list[Json]:
    found: list[Json] = client.get("/incidents.json").json()["incidents"]
    return found


def visit(client: TestClient, addresses: Iterable[str]) -> int:
    """Look at all of the addresses; fail with the first that did harm, and say how many answered with a page."""
    seen = 0
    for address in addresses:
        answer = client.get(address)
        try:
            unharmed(answer.status_code, answer.headers, answer.text)
        except AssertionError as error:
            raise AssertionError(f"{address[:200]}: {error}") from error
        seen += answer.status_code == 200
    return seen


def filled(path: str, **values: str) -> str:
    return re.sub(r"\{(\w+)(:int)?\}", lambda hit: values.get(hit[1], "1"), path)


def real(path: str, hostile: Hostile, incidents: list[Json]) -> Iterator[str]:
    """The addresses of a route at which there is something to see."""
    ids, found = list(hostile.reports.values()), [str(one["id"]) for one in incidents]
    subjects = {"/d/": ids, "/reports/{": ids, "/i/": found, "/incidents/{": found, "/searches/{": ["s1", "s9", "s17"]}
    named = next((some for start, some in subjects.items() if start in path), ids[:1])
    told = sorted({claim["report"] for claim in incidents[0]["claims"]})[:4]
    asks = {
        "/d/{id}/v/{number:int}": "show=events&show=places&show=times",
        "/i/{id}/compare": "&".join(f"reports={one}" for one in told),
        "/source": f"name={escaped(STRINGS[0])}",
        "/api/v1/why": f"a={found[0]}&b={found[1]}",
    }
    for one in named if path in {"/d/{id}/v/{number:int}", "/i/{id}"} else named[::SPARSE]:
        address = filled(path, id=one, subject=f"{one}:c1", format="jsonl")
        page = path.removesuffix(".json")
        yield f"{address}?{asks.get(page, asks['/source'] if page.endswith('/source') else f'incident={found[0]}')}"


def test_no_page_and_no_answer_does_what_a_report_or_a_person_wrote(
    client: TestClient, hostile: Hostile, routes: list[APIRoute], incidents: list[Json]
) -> None:
    seen = {route.path: visit(client, real(route.path, hostile, incidents)) for route in routes}
    leading_on = {"/d/{id}", "/searches"}
    assert leading_on == {path for path, number in seen.items() if not number}
    assert len(hostile.reports) == seen["/d/{id}/v/{number:int}"]


def parameters(found: Dependant, path: str) -> list[str]:
    """The names of what an address may say in words after its question mark."""
    named = [one.name for one in found.query_params if one.name not in NUMBERS]
    named += [name for inner in found.dependencies for name in parameters(inner, path)]
    return sorted({*named, *(UNNAMED if re.search("search|export|brief|timeline|map", path) else ())})


def asked(routes: Iterable[APIRoute], incident: str) -> Iterator[str]:
    """Addresses in which strings stand as a part of the path, and as each thing that may be asked for."""
    turn = 0
    for route in routes:
        whole = filled(route.path, id="i-1", subject="abcdef:c1", format="jsonl")
        for name in re.findall(r"\{(\w+)\}", route.path):
            turn += 1
            yield from (filled(route.path, **{name: escaped(text)}) for text in STRINGS[turn % SPARSE :: SPARSE])
        for name in parameters(route.dependant, route.path):
            turn += 1
            other = "" if name == "incident" else f"&incident={incident}"
            some = STRINGS[turn % SPARSE :: SPARSE][: 1 if HANDED.search(route.path) else None]
            yield from (f"{whole}?{name}={escaped(text)}{other}" for text in some)


def escaped(text: str) -> str:
    return quote(text[:LONGEST].encode("utf-8", "surrogatepass"), safe="")


def test_no_page_and_no_answer_does_what_an_address_says(
    client: TestClient, routes: list[APIRoute], incidents: list[Json]
) -> None:
    assert visit(client, asked(routes, incidents[0]["id"])) > 100


def test_every_string_is_searched_for(client: TestClient) -> None:
    assert visit(client, (f"/search?q={escaped(text)}" for text in STRINGS)) > 100


def test_a_source_has_its_page(client: TestClient) -> None:
    names = [one["name"] for one in client.get("/api/v1/sources?limit=1000").json()["sources"]]
    short = [name for name in names if len(name) <= LONGEST][::3]
    assert len(short) == visit(client, (f"/source?name={escaped(name)}" for name in short)) > 30


# ---- what is shown is what was written ----


def words(page: str) -> str:
    """All that a page says, controls by their names as its style sheet shows them, white space as one."""
    tree = html.document_fromstring(page)
    for control in tree.xpath("//span[@class='control']"):
        control[0].text = f"[{control.get('data-name')}]"
    return " ".join(tree.text_content().split())


def as_shown(text: str) -> str:
    return " ".join(shown_plain(text).split())


def test_a_report_is_shown_to_the_letter(client: TestClient, hostile: Hostile) -> None:
    for text, report in hostile.reports.items():
        shown = words(client.get(f"/d/{report}/v/1").text)
        assert f"{as_shown(text)} saw how a drone struck" in shown
        assert client.get(f"/d/{report}/v/1.txt").text.startswith(text)


def test_an_incident_shows_each_claim_to_the_letter(
    client: TestClient, hostile: Hostile, incidents: list[Json]
) -> None:
    shown = "".join(words(client.get(f"/i/{one['id']}").text) for one in incidents)
    missing = [text for text in hostile.reports if f"{as_shown(text)} saw how a drone struck" not in shown]
    assert [] == missing


def test_data_holds_each_claim_to_the_letter(client: TestClient, hostile: Hostile) -> None:
    for text, report in hostile.reports.items():
        told = client.get(f"/d/{report}/v/1.json").json()
        assert text == told["report"]["title"]["text"] == told["report"]["outlet"] == told["entities"][0]["name"]
        assert told["text"].count(text) >= 5
