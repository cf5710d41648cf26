"""The review queue, and what came in of late."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from tests.web.desk import Desk

from sayso.incidents import ClaimOf, Dispute, Incident, Origin, Stated, Value
from sayso.spans import Span
from sayso.web.history import History
from sayso.web.review import waiting
from sayso.web.today import is_new, is_newly_denied, is_newly_disputed, is_single

SAID = Stated("a", "a.txt", "c1", (Span(0, 4, "Fire"),), "supports")
DENIED = Stated("b", "b.txt", "c1", (Span(0, 4, "Fire"),), "denies")
ONE = Incident("i-a:v1", "ASSAULT", None, None, (SAID,), (Origin("o1", ("a",), ()),), "single-origin", ())
BOTH = replace(ONE, claims=(SAID, DENIED), origins=(*ONE.origins, Origin("o2", ("b",), ())), state="denied")


def test_an_incident_is_new_when_all_that_tells_of_it_is() -> None:
    assert [True, False] == [is_new(BOTH, frozenset(recent)) for recent in ("ab", "b")]


def test_an_incident_is_newly_denied_by_what_came_in() -> None:
    assert [True, False] == [is_newly_denied(BOTH, frozenset(recent)) for recent in ("b", "a")]
    assert not is_newly_denied(replace(BOTH, state="corroborated"), frozenset("b"))


def test_an_incident_is_newly_disputed_by_what_came_in() -> None:
    values = tuple(Value(number, (ClaimOf(report, "", "c1"),)) for number, report in (("3", "a"), ("9", "b")))
    disputed = replace(BOTH, disputes=(Dispute("killed", values),))

    assert [True, False] == [is_newly_disputed(disputed, frozenset(recent)) for recent in ("b", "c")]


def test_one_origin_alone_is_told_apart() -> None:
    assert [True, False] == [is_single(one, frozenset()) for one in (ONE, BOTH)]


def test_copies_and_mentions_do_not_wait_for_review() -> None:
    copied = replace(BOTH, origins=(Origin("o1", ("a", "b"), (), ("b",)),))
    mentioned = replace(ONE, claims=(replace(SAID, stance="mentions"),))

    assert [("a:c1", "b:c1"), ("a:c1",), ()] == [waiting(one, History(())) for one in (BOTH, copied, mentioned)]


def test_today_counts_what_came_in_and_leads_to_it(desk: Desk) -> None:
    words, found = desk.words("/"), desk.client.get("/today.json").json()

    assert "6 reports came in since" in words
    assert (6, 2, 1) == (found["reports"], found["sections"]["new"]["total"], found["sections"]["disputed"]["total"])
    assert f"{found['waiting']} claims to review" in words
    assert desk.address in desk.links("/")


def test_today_can_look_further_back(desk: Desk) -> None:
    assert {"/?days=1", "/?days=7", "/?days=30"} <= set(desk.links("/"))
    assert 200 == desk.client.get("/?days=30").status_code


def test_a_search_that_was_kept_by_its_old_address_is_sent_on(desk: Desk) -> None:
    answer = desk.client.get("/?q=a%26b", follow_redirects=False)

    assert (307, "/reports?q=a%26b") == (answer.status_code, answer.headers["location"])


def test_the_queue_holds_every_claim_for_and_against_that_is_no_copy(desk: Desk) -> None:
    items = desk.client.get("/review.json").json()["items"]
    expected = {name for one in desk.incidents() for name in waiting(one, History(()))}

    assert expected == {item["claim"] for item in items}
    assert {"supports", "denies"} == {item["stance"] for item in items}


def test_a_claim_that_was_decided_on_leaves_the_queue_and_stands_among_the_decisions(own_desk: Desk) -> None:
    first = own_desk.client.get("/review.json").json()["items"][0]["claim"]
    own_desk.post("accept", [first])
    page = html.fromstring(own_desk.page("/review"))

    assert first not in [item["claim"] for item in own_desk.client.get("/review.json").json()["items"]]
    assert "Accepted" in page.get_element_by_id("recent").text_content()
    assert ["j1"] == page.xpath("//aside[@id='recent']//form[contains(@class, 'undo')]/input[@name='subject']/@value")


def test_a_queue_that_is_worked_off_says_so(own_desk: Desk) -> None:
    items = [item["claim"] for item in own_desk.client.get("/review.json").json()["items"]]
    own_desk.post("accept", items, each="1")

    assert "Nothing waits for review" in own_desk.words("/review")


def test_a_queue_can_be_narrowed_and_passed_over(desk: Desk) -> None:
    assert "Nothing here waits for review" in desk.words("/review?state=corroborated")
    assert [] == desk.client.get("/review.json?skip=50").json()["items"]
    assert 1 == len(desk.client.get("/review.json?place=Ataq").json()["items"])


def test_what_would_be_accepted_together_is_shown_first(desk: Desk) -> None:
    page = html.fromstring(desk.page("/review/accept"))
    ticked = page.xpath("//input[@type='checkbox' and @checked]/@value")

    assert [item["claim"] for item in desk.client.get("/review.json").json()["items"]] == ticked
    assert ["1"] == page.xpath("//form[@class='bulk']/input[@name='each']/@value")
