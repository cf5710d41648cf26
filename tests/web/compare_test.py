"""The wording of several reports side by side."""

from __future__ import annotations

import pytest
from lxml import html
from tests.web.desk import Desk

from sayso.errors import BadValue, NotFound
from sayso.incidents import Stated
from sayso.spans import Span
from sayso.web.compare import Row, named, rows
from sayso.web.history import UNRULED
from sayso.web.incident import Line


def line(report: str, number: int, words: str) -> Line:
    stated = Stated(report, f"{report}.txt", f"c{number}", (Span(0, len(words), words),), "supports")
    return Line(stated, None, None, UNRULED, None)


def own(row: Row, column: int) -> list[str]:
    cell = row.cells[column]
    assert cell
    return [run.text.strip() for run in cell.runs if run.own]


def test_claims_that_say_much_the_same_stand_in_one_row() -> None:
    told = [
        line("a", 1, "The depot burned on Tuesday"), line("a", 2, "Nobody answered the telephone"),
        line("b", 1, "Prices of onions doubled"), line("b", 2, "On Tuesday the depot burned down"),
    ]  # fmt: skip
    found = rows(told, ["a", "b"])

    assert [("a:c1", "b:c2"), ("a:c2", None), (None, "b:c1")] == [
        tuple(cell and cell.line.subject for cell in row.cells) for row in found
    ]


def test_only_the_words_that_no_other_claim_has_are_marked() -> None:
    told = [line("a", 1, "Seven guards died at the depot"), line("b", 1, "Nine guards died at the depot, a nurse said")]
    row = rows(told, ["a", "b"])[0]

    assert (["Seven"], ["Nine", "a nurse said"]) == (own(row, 0), own(row, 1))


def test_the_runs_of_a_claim_are_its_words() -> None:
    words = "“Nine”, 😀 guards — died?"
    row = rows([line("a", 1, words), line("b", 1, "guards died there")], ["a", "b"])[0]

    assert words == "".join(run.text for run in row.cells[0].runs if row.cells[0])  # type: ignore[union-attr]


def test_two_to_four_reports_of_the_incident_can_be_compared() -> None:
    assert ("a", "b") == named(["a,b", "a"], ["a", "b", "c"])
    for asked in (["a"], [], ["a,b,c,d,e"]):
        with pytest.raises(BadValue):
            named(asked, ["a", "b", "c", "d", "e"])
    with pytest.raises(NotFound):
        named(["a", "z"], ["a", "b"])


def test_the_page_sets_reports_side_by_side_and_says_why_they_are_of_one_incident(desk: Desk) -> None:
    chosen = list(desk.incident.reports[:3])
    query = "&".join(f"reports={one}" for one in chosen)
    page = html.fromstring(desk.page(f"{desk.address}/compare?{query}"))
    twin = desk.client.get(f"{desk.address}/compare.json?reports={','.join(chosen)}").json()

    assert 3 == len(page.xpath("//table//thead//th"))
    assert 3 == len(page.find_class("whys")[0].xpath(".//details"))
    assert (chosen, 3) == (twin["reports"], len(twin["why"]))


def test_the_incident_offers_two_reports_for_comparing(desk: Desk) -> None:
    page = html.fromstring(desk.page(desk.address))
    ticked = page.xpath("//input[@name='reports' and @checked]/@value")

    assert 200 == desk.client.get(f"{desk.address}/compare", params={"reports": ticked}).status_code


def test_one_report_alone_is_refused_in_plain_words(desk: Desk) -> None:
    answer = desk.client.get(f"{desk.address}/compare?reports={desk.incident.reports[0]}")

    assert (400, True) == (answer.status_code, "Choose two, three or four" in answer.text)
