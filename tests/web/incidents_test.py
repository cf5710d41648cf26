"""The list of incidents and the page of one."""

from __future__ import annotations

import re

import pytest
from lxml import html
from tests.web.desk import Desk

from sayso.contract import incident_to_json
from sayso.workspace import Workspace


def test_the_list_counts_reports_origins_and_copies(desk: Desk) -> None:
    words = desk.words("/incidents")

    assert "2 incidents, the latest first" in words
    assert "Attack, Marib, 8 April 2031" in words
    assert re.search(r"5 reports \d origins? 1 copy differ on killed", words)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=single-origin", 2), ("state=denied", 0), ("kind=ASSAULT", 2), ("kind=AID", 0), ("place=mar", 1),
        ("place=Ataq", 1), ("since=2031-04-08&until=2031-04", 2), ("since=2031-05", 0), ("until=2031-04-01", 0),
        ("place=%25", 0),
    ],
)  # fmt: skip
def test_the_list_can_be_narrowed(desk: Desk, query: str, count: int) -> None:
    found = desk.client.get(f"/incidents.json?{query}").json()

    assert (count, count) == (len(found["incidents"]), found["total"])


def test_what_is_asked_for_stays_in_the_fields_and_can_be_cleared(desk: Desk) -> None:
    page = html.fromstring(desk.page("/incidents?place=Sanaa&since=2031"))

    assert ["Sanaa", "2031"] == [page.get_element_by_id(name).get("value") for name in ("place", "since")]
    assert "No incident matches" in page.text_content()
    assert "/incidents" in page.xpath("//section[@class='empty']//a/@href")


@pytest.mark.parametrize("query", ["since=yesterday", "state=true", "since=2031-05&until=2031-04"])
def test_what_cannot_be_asked_for_is_said_to_be_so(desk: Desk, query: str) -> None:
    answer = desk.client.get(f"/incidents?{query}")

    assert (400, True) == (answer.status_code, "That cannot be used" in answer.text)


def test_the_page_says_what_where_when_and_how_it_stands(desk: Desk) -> None:
    words = desk.words(desk.address)

    assert "Attack, Marib, 8 April 2031" in words
    assert "Marib, Yemen, how closely is not known" in words
    assert [] == [reason for reason in desk.incident.because if reason not in words]


def test_the_page_gives_every_reason_of_every_join_and_origin(desk: Desk) -> None:
    words, found = desk.words(desk.address), desk.incident
    origins = (reason for origin in found.origins for reason in origin.because)
    clashes = (reason for one in found.contradictions for reason in one.because)

    assert [] == [reason for reason in (*found.joined, *origins, *clashes) if " ".join(reason.split()) not in words]


def test_for_and_against_stand_apart(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    claims = [(one.stance, f"{one.report}-{one.claim}") for one in desk.incident.claims]
    for stance in ("supports", "denies"):
        shown = page.xpath(f"//section[contains(@class, 'side is-{stance}')]//li[@class='line']/@id")
        assert shown
        assert set() == set(shown) - {name for side, name in claims if side == stance}


def test_a_copy_is_folded_and_its_claims_are_not_repeated(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    folded = [" ".join(node.text_content().split()) for node in page.find_class("folded")]
    copies = {report for origin in desk.incident.origins for report in origin.copies}
    lines = page.xpath("//section[contains(@class, 'telling')]//li[@class='line']/@id")

    assert 1 == len(copies)
    assert any(one.startswith("1 copy, folded") for one in folded)
    assert [] == [line for line in lines if line.partition("-")[0] in copies]


def test_a_disputed_toll_is_a_range_with_who_says_what(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    told = " ".join(page.find_class("range")[0].text_content().split())

    assert told.startswith("Killed 3 to 9 3 ")
    assert "Badia Mail" in told.partition(" 9 ")[2]


def test_every_part_of_a_chain_leads_to_its_own_words(desk: Desk) -> None:
    parts = html.fromstring(desk.page(desk.address)).xpath("//p[@class='content-words']//a | //p[@class='said']//a")
    quoted = set()
    with Workspace.open(desk.folder) as workspace:
        for link in parts:
            report, version, start, end = re.fullmatch(r"/d/(\w+)/v/(\d+)#s=(\d+)-(\d+)", link.get("href")).groups()  # type: ignore[union-attr]
            body = workspace.reading(report, int(version))[1].text.body
            quoted.add((link.text_content(), body[int(start) : int(end)]))

    assert quoted
    assert [] == [pair for pair in quoted if pair[0] != pair[1]]


def test_every_claim_can_be_cited(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    lines = page.xpath("//section[contains(@class, 'telling')]//li[@class='line']")

    assert [True] * len(lines) == ["SHA-256" in line.find_class("citation")[0].text_content() for line in lines]


def test_no_id_is_given_twice_and_every_link_within_the_page_leads_somewhere(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    ids = page.xpath("//@id")

    assert len(set(ids)) == len(ids)
    assert set() == {link[1:] for link in page.xpath("//@href") if link.startswith("#")} - set(ids)
    assert set() == set(page.xpath("//@for | //@aria-labelledby")) - set(ids)


def test_the_twin_holds_the_whole_incident(desk: Desk) -> None:
    expected = {"schema": "sayso/incident/1", "incident": incident_to_json(desk.incident), "accepted": []}

    assert expected == desk.client.get(f"{desk.address}.json").json()


def test_a_report_s_id_and_other_tellings_lead_to_the_incident(desk: Desk) -> None:
    report = desk.incident.reports[-1]
    answer = desk.client.get(f"/i/{report}", follow_redirects=False)

    assert (307, desk.address) == (answer.status_code, answer.headers["location"])


def test_an_incident_that_is_not_there_is_said_to_be_so(desk: Desk) -> None:
    assert 404 == desk.client.get("/i/i-0123456789abcdef:v9").status_code


def test_a_large_incident_is_shown_in_part_and_whole_where_that_is_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clashes = len(desk.incident.contradictions)
    monkeypatch.setattr("sayso.web.incident_routes.SHOWN", 1)
    part, whole = (html.fromstring(desk.page(f"{desk.address}{more}")) for more in ("", "?whole=yes"))

    assert clashes > 1
    assert [1, clashes] == [len(page.find_class("clash")) for page in (part, whole)]
    assert [True, False] == [f"{desk.address}?whole=yes" in page.xpath("//a/@href") for page in (part, whole)]
    assert len(part.find_class("line")) < len(whole.find_class("line"))


def test_a_report_leads_to_the_incidents_it_tells_of(desk: Desk) -> None:
    told = desk.incident
    links = [desk.links(f"/d/{report}/v/1") for report in (*told.reports[:1], *desk.incidents()[-1].reports[:1])]

    assert [told.id, desk.incidents()[-1].id] == [
        next(link.removeprefix("/i/") for link in found if link.startswith("/i/")) for found in links
    ]


def test_the_page_counts_what_a_person_accepted(own_desk: Desk) -> None:
    incident = own_desk.incident
    first = next(one for one in incident.claims if one.stance == "supports")
    before = own_desk.words(own_desk.address)
    own_desk.post("accept", [f"{first.report}:{first.claim}"])

    told = f"of {len(incident.claims)} claims accepted by a person"
    assert [f"0 {told}" in before, f"1 {told}" in own_desk.words(own_desk.address)] == [True, True]
