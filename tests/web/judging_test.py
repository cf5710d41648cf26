"""What a person decides on a page, and who cannot."""

from __future__ import annotations

import pytest
from lxml import html
from tests.web.desk import BASE, FORM, Desk

from sayso.web.forms import local
from sayso.workspace import Workspace


def claims(desk: Desk, stance: str = "supports") -> list[str]:
    found = desk.incident
    return [f"{one.report}:{one.claim}" for one in found.claims if one.stance == stance]


def in_force(desk: Desk) -> list[tuple[str, str]]:
    with Workspace.open(desk.folder) as workspace:
        held = [one.ruling for one in workspace.judgements() if one.undone_by is None]
    return [(ruling.kind, ruling.by) for ruling in held if ruling.kind != "undo"]


@pytest.mark.parametrize("token", ["", "x", "é😀"])
def test_a_form_from_elsewhere_decides_nothing(desk: Desk, token: str) -> None:
    status, told = desk.post("accept", claims(desk)[:1], token=token)

    assert (403, True, []) == (status, "This form cannot be taken" in told, in_force(desk))


@pytest.mark.parametrize(
    "headers", [{"origin": "http://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_page_elsewhere_decides_nothing_even_with_the_token(desk: Desk, headers: dict[str, str]) -> None:
    body = f"token={desk.token}&kind=accept&subject={claims(desk)[0]}"
    answer = desk.client.post("/judge", content=body, headers=FORM | headers)

    assert (403, []) == (answer.status_code, in_force(desk))


def test_a_page_of_this_server_decides(own_desk: Desk) -> None:
    body = f"token={own_desk.token}&kind=accept&subject={claims(own_desk)[0]}"
    answer = own_desk.client.post("/judge", content=body, headers=FORM | {"origin": BASE}, follow_redirects=False)

    assert (303, [("accept", "mina")]) == (answer.status_code, in_force(own_desk))


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/i/x?a=1#c", "/i/x?a=1#c"), ("//elsewhere.example", "/"), ("/\\elsewhere.example", "/"), ("", "/"),
        ("http://elsewhere.example/", "/"), ("javascript:alert(1)", "/"), ("/a\nSet-Cookie: b", "/"),
    ],
)  # fmt: skip
def test_a_form_leads_back_to_this_server_alone(path: str, back: str) -> None:
    assert back == local(path)


def test_an_accepted_claim_says_by_whom_and_can_be_taken_back(own_desk: Desk) -> None:
    subject, address = claims(own_desk)[0], own_desk.address
    status, place = own_desk.post("accept", [subject], back=f"{address}#x")
    after = own_desk.words(place.partition("#")[0])
    assert (303, True) == (status, place.startswith(address) and place.endswith("?done=j1#x"))
    assert "accepted by mina" in after
    assert "Accepted" in after

    own_desk.post("undo", ["j1"])
    assert "accepted by mina" not in own_desk.words(address)
    assert "undone by mina" in own_desk.words(address)


def test_what_was_undone_can_be_put_back(own_desk: Desk) -> None:
    for kind, subject in (("accept", claims(own_desk)[0]), ("undo", "j1"), ("undo", "j2")):
        own_desk.post(kind, [subject])

    assert "accepted by mina" in own_desk.words(own_desk.address)


def test_a_rejected_claim_leaves_and_returns(own_desk: Desk) -> None:
    subject, before = claims(own_desk)[0], len(claims(own_desk))
    own_desk.post("reject", [subject])
    assert subject not in claims(own_desk)
    own_desk.post("undo", ["j1"])

    assert before == len(claims(own_desk))


def test_a_claim_is_set_apart_and_joined_again(own_desk: Desk) -> None:
    form = html.fromstring(own_desk.page(own_desk.address)).xpath("//form[button/@value='split']")[0]
    subjects = form.xpath("input[@name='subject']/@value")
    own_desk.post("split", subjects)
    assert 3 == len(own_desk.incidents())
    own_desk.post("undo", ["j1"])

    assert 2 == len(own_desk.incidents())


def test_two_incidents_are_merged_and_parted(own_desk: Desk) -> None:
    own_desk.post("merge", [one.id for one in own_desk.incidents()])
    assert 1 == len(own_desk.incidents())
    assert "Merged: one occurrence" in own_desk.words(own_desk.address)
    own_desk.post("undo", ["j1"])

    assert 2 == len(own_desk.incidents())


def test_the_page_of_an_incident_offers_those_of_the_same_days_for_merging(desk: Desk) -> None:
    offered = html.fromstring(desk.page(desk.address)).xpath("//select[@id='merge']/option/@value")

    assert [one.id for one in desk.incidents() if one.id != desk.incident.id] == offered


def test_a_note_and_a_grade_are_kept_with_the_claim(own_desk: Desk) -> None:
    subject = claims(own_desk)[0]
    own_desk.post("note", [subject], why="Ask the <b>nurse</b>")
    own_desk.post("grade", [subject], grade="3", why="One eyewitness")
    words = own_desk.words(own_desk.address)

    assert [] == [piece for piece in ("Ask the <b>nurse</b>", "graded 3", "One eyewitness") if piece not in words]


def test_a_pair_of_claims_is_said_not_to_contradict(own_desk: Desk) -> None:
    before = own_desk.incident.contradictions
    pair = [f"{one.report}:{one.claim}" for one in (before[0].a, before[0].b)]
    own_desk.post("reject", pair)

    assert len(before) - 1 == len(own_desk.incident.contradictions)


def test_a_pair_of_claims_is_said_to_contradict_and_says_by_whom(own_desk: Desk) -> None:
    one = own_desk.incident.contradictions[0]
    own_desk.post("accept", [f"{claim.report}:{claim.claim}" for claim in (one.b, one.a)])
    page = html.fromstring(own_desk.page(own_desk.address))

    assert 1 == sum("accepted by mina" in node.text_content() for node in page.find_class("clash"))


def test_several_claims_are_accepted_at_once_and_undone_at_once(own_desk: Desk) -> None:
    wanted = claims(own_desk)
    _, place = own_desk.post("accept", wanted, each="1", back="/review")
    page = html.fromstring(own_desk.page(place))
    undone = page.xpath("//section[@class='flash']//input[@name='subject']/@value")
    assert f"{len(wanted)} decisions were kept." in page.text_content()
    own_desk.post("undo", undone, each="1")

    assert (len(wanted), []) == (len(undone), in_force(own_desk))


@pytest.mark.parametrize(
    ("kind", "subjects", "status"),
    [("accept", [], 400), ("bless", ["a:c1"], 400), ("undo", ["j99"], 404), ("accept", ["ffffffff:c1"], 404)],
)
def test_what_cannot_be_decided_is_said_in_plain_words(desk: Desk, kind: str, subjects: list[str], status: int) -> None:
    answer, told = desk.post(kind, subjects)

    assert (status, True) == (answer, "<h1>" in told)


def test_a_form_that_holds_too_much_is_turned_away(desk: Desk) -> None:
    status, told = desk.post("note", ["a:c1"], why="x" * 300_000)

    assert (413, True) == (status, "That is too much" in told)


def test_in_the_queue_the_answer_is_the_claim_decided_and_the_decisions_brought_up_to_date(own_desk: Desk) -> None:
    subject = claims(own_desk)[0]
    body = f"token={own_desk.token}&kind=accept&subject={subject}&item=item-x&back=/review"
    answer = own_desk.client.post("/judge", content=body, headers=FORM | {"hx-request": "true"})
    page = html.fromstring(answer.text)

    assert "Accepted" in page.get_element_by_id("item-x").text_content()
    assert "true" == page.get_element_by_id("recent").get("hx-swap-oob")
    assert "<html" not in answer.text
