"""Exports and briefings from the pages: what is seen is what is handed on."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import html
from tests import linked
from tests.linked import DEPOT, Told
from tests.web.conftest import Open
from tests.web.desk import Desk, settled
from tests.web.pages_test import HOSTILE

from sayso.records import Meta
from sayso.workspace import Workspace

LISTS = [
    "/", "/incidents", "/incidents?state=single-origin", "/incidents?place=Ataq&kind=ASSAULT", "/timeline?country=YE",
    "/timeline?since=2031-04-08&until=2031-04-08", "/map?country=YE", "/reports", "/reports?q=traders",
    "/search?q=drone", "/search?q=drone&stance=denies", "/source?name=Halcyon", "/review",
]  # fmt: skip


def rows(desk: Desk, query: str) -> list[dict[str, str]]:
    """The file behind an export link, with what nobody reviewed."""
    answer = desk.client.get(f"/export/file?{query}&unreviewed=yes&format=csv-claims")
    assert (200, "text/csv") == (answer.status_code, answer.headers["content-type"].partition(";")[0])
    return list(csv.DictReader(io.StringIO(answer.text)))


def exported(desk: Desk, query: str) -> set[str]:
    return {row["event"] for row in rows(desk, query)}


def handed_on(desk: Desk, path: str) -> tuple[str, str]:
    """The queries with which a page leads to exports and to briefings."""
    export, brief = html.fromstring(desk.page(path)).find_class("hand-on")[0].xpath("a/@href")
    return export.removeprefix("/export?"), brief.removeprefix("/brief?")


@pytest.mark.parametrize("path", LISTS)
def test_what_is_seen_is_what_is_exported(desk: Desk, path: str) -> None:
    export, brief = handed_on(desk, path)
    seen = {link.removeprefix("/i/").partition("#")[0] for link in desk.links(path) if link.startswith("/i/")}
    told = {one.id for one in desk.incidents() if set(one.reports) & set(re.findall("[0-9a-f]{16}", desk.page(path)))}

    assert export == brief
    assert (seen or told) == exported(desk, export)


def test_an_incident_its_comparison_and_its_report_hand_it_on(desk: Desk) -> None:
    incident = desk.incident
    compared = f"/i/{incident.id}/compare?reports={','.join(incident.reports[:2])}"

    assert [{incident.id}] * 3 == [
        exported(desk, handed_on(desk, path)[0]) for path in (desk.address, compared, f"/d/{incident.reports[0]}/v/1")
    ]


def test_a_page_of_a_list_is_exported_by_itself_and_all_of_it_where_that_is_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.web.handing.PAGE_LENGTH", 1)
    one, other = exported(desk, "page=1"), exported(desk, "page=2")

    assert (1, 1, 2) == (len(one), len(other), len(one | other))
    assert one | other == exported(desk, "page=1&many=all")
    assert "all 2" in desk.words("/export?page=2")


def test_what_nobody_accepted_stays_unless_it_is_asked_for(own_desk: Desk) -> None:
    incident = own_desk.incident
    words = own_desk.words(f"/export?incident={incident.id}")
    first = incident.claims[0]
    own_desk.post("accept", [f"{first.report}:{first.claim}"])
    answer = own_desk.client.get(f"/export/file?incident={incident.id}&format=csv-claims")

    assert ["0 incidents and 0 claims" in words, "no person has accepted" in words] == [True, True]
    assert [f"{first.report}:{first.claim}"] == [row["id"] for row in csv.DictReader(io.StringIO(answer.text))]
    assert 'filename="sayso-claims-' in answer.headers["content-disposition"]


def test_the_preview_lists_what_the_public_does_not_get(desk: Desk) -> None:
    asked = f"incident={desk.incident.id}&unreviewed=yes&profile=public"
    tree = html.fromstring(desk.page(f"/export?{asked}"))
    withheld = json.loads(desk.page(f"/export.json?{asked}"))["withheld"]

    assert ["Marib"] == [one["words"] for one in withheld]
    assert ["Marib"] == tree.xpath("//ul[@class='withheld']/li/bdi/text()")
    download = tree.xpath("//a[contains(@class, 'button')]/@href")[0]
    assert ["profile=public" in download, "unreviewed=yes" in download] == [True, True]
    assert "Marib on" not in desk.page(download)


def test_many_incidents_are_looked_through_only_when_that_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.handing_routes.AT_ONCE", 1)
    waiting, looked = desk.words("/export"), desk.words("/export?look=yes")

    assert [True, False] == ["These are many" in page for page in (waiting, looked)]
    assert "stay, because" in looked
    assert ["These are many" in desk.words("/brief"), "Sources" in desk.words("/brief?look=yes")] == [True, True]


@pytest.mark.parametrize(
    "asked",
    ["incident=i-1", "report=zzzzzz", "state=wrong", "since=yesterday", "profile=nobody", "of=nothing", "page=0",
     "of=source&source=Nobody"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/export", "/brief"])
def test_what_cannot_be_chosen_is_said_in_plain_words(desk: Desk, path: str, asked: str) -> None:
    answer = desk.client.get(f"{path}?{asked}")

    assert answer.status_code in {400, 404}
    assert html.fromstring(answer.text).xpath("//main//p")


@pytest.mark.parametrize("path", ["/export?place=Nowhere", "/brief?place=Nowhere", "/export?of=search&q=volcano"])
def test_a_choice_without_incidents_says_so_and_leads_on(desk: Desk, path: str) -> None:
    assert "No incident is in this choice" in desk.words(path)
    assert "/incidents" in html.fromstring(desk.page(path)).xpath("//section[@class='empty']//a/@href")
    assert 404 == desk.client.get(path.replace("?", "/file?")).status_code


def test_a_workspace_without_reports_hands_nothing_on(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        empty = settled(tmp_path_factory.mktemp("empty"), monkeypatch, ())

    assert [True, True] == ["sayso demo" in empty.words(path) for path in ("/export", "/brief")]


# ---- briefings ----


def test_the_briefing_cites_each_sentence_and_marks_what_nobody_reviewed(desk: Desk) -> None:
    tree = html.fromstring(desk.page(f"/brief?incident={desk.incident.id}"))
    sentences = tree.xpath("//article//h3[contains(., 'said to have happened')]/following-sibling::ul[1]/li")

    assert sentences
    assert [(1, 1)] * len(sentences) == [
        (len(one.find_class("reference")), len(one.find_class("unreviewed"))) for one in sentences
    ]
    assert [] == [
        link for link in tree.xpath("//a[@class='reference']/@href") if tree.get_element_by_id(link[1:], None) is None
    ]
    assert "Yemen" in tree.xpath("//article//h2")[0].text_content()


def test_every_piece_of_the_briefing_leads_to_the_words_it_quotes(desk: Desk) -> None:
    quoted = html.fromstring(desk.page("/brief")).xpath("//article//li[not(@id)]//bdi/a")
    texts = {link: desk.page(link.partition("#")[0] + "/v/1.txt") for link in {one.get("href") for one in quoted}}

    assert 5 == len(texts)
    for one in quoted:
        start, end = map(int, one.get("href").partition("#s=")[2].split("-"))
        assert one.text_content() == texts[one.get("href")][start:end]


def test_the_briefing_is_there_as_a_page_as_markdown_and_as_files(desk: Desk) -> None:
    asked = f"incident={desk.incident.id}"
    pasted = html.fromstring(desk.page(f"/brief?{asked}&form=markdown")).get_element_by_id("markdown").text_content()
    files = [desk.client.get(f"/brief/file?{asked}&form={form}") for form in ("markdown", "html")]

    assert pasted == files[0].text
    assert ["text/markdown; charset=utf-8", "text/html; charset=utf-8"] == [
        one.headers["content-type"] for one in files
    ]
    assert ["attachment", "attachment"] == [one.headers["content-disposition"].partition(";")[0] for one in files]
    assert desk.incident.id == json.loads(desk.page(f"/brief.json?{asked}"))["incidents"][0]["id"]


def test_only_what_was_accepted_stands_in_a_briefing_where_that_is_asked(own_desk: Desk) -> None:
    first = own_desk.incident.claims[0]
    own_desk.post("accept", [f"{first.report}:{first.claim}"])
    tree = html.fromstring(own_desk.page(f"/brief?incident={own_desk.incident.id}&reviewed=yes"))

    assert ([], 1) == (tree.find_class("unreviewed"), len(tree.find_class("notes")[0]))
    assert "reviewed=yes" in tree.find_class("hand-on")[0].xpath("a/@href")[0]


@pytest.mark.parametrize("path", ["/export", "/brief"])
def test_what_is_asked_for_cannot_act_on_the_page(desk: Desk, path: str) -> None:
    asked = {"incident": desk.incident.id, "place": HOSTILE, "q": HOSTILE}
    tree = html.fromstring(desk.client.get(path, params=asked).text)

    assert [] == tree.xpath("//img | //script[not(@src)] | //@onerror | //@style | //iframe")
    assert HOSTILE.strip() in [one.get("value") for one in tree.xpath("//input[@name='place']")]


def test_what_is_invented_is_said_to_be(tmp_path: Path, browse: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.workspace._reading", linked.read)
    with Workspace.open(tmp_path / "desk") as workspace:
        list(workspace.add(linked.written(tmp_path / "told", [Told(DEPOT)]), Meta(url="sample:one")))
    pages = [html.fromstring(browse(tmp_path / "desk").get(path).text) for path in ("/export", "/brief")]

    assert [1, 1] == [len(page.find_class("exercise")) for page in pages]


@pytest.mark.parametrize(("words", "count"), [("drone", 1), ("traders", 1), ("raders", 1), ("volcano", 0)])
def test_all_that_a_search_finds_is_exported_where_that_is_asked(desk: Desk, words: str, count: int) -> None:
    reports = {one["report"]["id"] for one in desk.client.get(f"/search.json?q={words}").json()["reports"]}
    told = {one.id for one in desk.incidents() if reports & set(one.reports)}

    assert told == exported(desk, f"of=search&q={words}&many=all")
    assert count == len(told)
