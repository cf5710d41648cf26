"""The pages as a browser on this machine gets them, over a workspace of invented reports."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from tests.bargemen import BODY, READING
from tests.web.conftest import Open
from tests.web.library import blocks, claim, keep, marked, reading

from sayso.contract import reading_to_json
from sayso.records import (
    Block,
    Claim,
    DateCandidate,
    Entity,
    Event,
    Furniture,
    Link,
    Mention,
    Meta,
    Notice,
    Place,
    Reading,
    Rival,
    Role,
    Time,
    Toll,
)
from sayso.spans import cut

MILL = marked(
    "[title|Mill shelled]\n\n"
    "[c1.source|A nurse] [c1.cue|said] [c1|the mill [c2|[c1.hedge|may] have fallen] on [time|Sunday]], 😀 and "
    "[c3|this], she added, [c3|was seen].\n\n[furniture|Read also: rain]\n\n[notice|Translated by Eastern Digest.]"
)


def mill() -> Reading:
    roles: tuple[Role, ...] = ("title", "paragraph", "furniture", "notice")
    found = reading(
        MILL,
        *(claim(MILL, number) for number in ("c1", "c2", "c3")),
        blocks=tuple(Block(block.span, role) for block, role in zip(blocks(MILL.body), roles, strict=True)),
        title=MILL.one("title"),
        outlet="Eastern Digest",
        published="2025-03-01",
        language="en",
        notices=(Notice("translation", MILL.one("notice"), "Eastern Digest"),),
        furniture=(Furniture(MILL.one("furniture"), "A link to another story."),),
        dates=(DateCandidate("2025-03-01", "the command line", True, "Given by the user."),),
    )
    times = (Time("t1", MILL.one("time"), "2025-02-23", anchor="published 2025-03-01"),)
    return replace(found, times=times, remarks=("Nothing could be said of pictures.",))


def words(page: str) -> str:
    """The text of the report as the page holds it, segment by segment."""
    return "".join(node.text_content() for node in html.fromstring(page).xpath("//*[@data-at]"))


def test_the_page_holds_the_text_exactly(tmp_path: Path, browse: Open) -> None:
    page = browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text

    assert MILL.body.replace("\n\n", "") == words(page)


def test_every_segment_stands_at_the_offset_it_names(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    for node in page.xpath("//*[@data-at]"):
        start, text = int(node.get("data-at")), node.text_content()
        assert text == MILL.body[start : start + len(text)]


def test_each_claim_can_be_addressed_focused_and_leads_to_its_card_and_back(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    for number in ("c1", "c2", "c3"):
        assert ["0"] == page.xpath(f"//*[@id='{number}']/@tabindex")
        assert 1 == len(page.xpath(f"//*[@class='words']//a[@href='#card-{number}']"))
        assert 1 <= len(page.xpath(f"//article[@id='card-{number}']//a[@href='#{number}']"))


def test_no_id_is_given_twice_and_every_link_within_the_page_leads_somewhere(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    ids = page.xpath("//@id")

    assert len(set(ids)) == len(ids)
    assert set() == {link[1:] for link in page.xpath("//@href") if link.startswith("#")} - set(ids)


def test_a_card_says_who_how_surely_and_how_to_cite(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    card = " ".join(page.xpath("string(//article[@id='card-c1'])").split())

    assert "An unnamed source (“A nurse”), translated by Eastern Digest, says (“said”, hedged: “may”):" in card
    assert "report · positive · stated as certain · not quoted" in card
    assert "hand · machine, unreviewed" in card
    assert "Eastern Digest, “Mill shelled”, 2025-03-01: “the mill may have fallen on Sunday”. SHA-256" in card


def test_the_report_s_data_are_all_shown(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    data = " ".join(page.xpath("string(//*[@id='report-data'])").split())
    expected = ("Used. Given by the user.", "2025-02-23", "published 2025-03-01", "A link to another story", "pictures")

    assert [] == [piece for piece in (*expected, mill().sha256, "received from /desk/report.txt") if piece not in data]


def test_set_apart_words_say_why_and_notices_say_whose(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, mill())}/v/1").text)
    labels = [" ".join(node.text_content().split()) for node in page.find_class("label")]

    assert ["Not part of the article. A link to another story.", "Notice by Eastern Digest · translated"] == labels


def test_the_twins_give_the_promised_json_and_the_canonical_text(tmp_path: Path, browse: Open) -> None:
    address = f"/d/{keep(tmp_path, mill())}/v/1"
    client = browse(tmp_path)

    assert reading_to_json(mill()) == client.get(f"{address}.json").json()
    assert MILL.body == client.get(f"{address}.txt").text


def test_a_report_s_address_leads_to_its_latest_reading(tmp_path: Path, browse: Open) -> None:
    report = keep(tmp_path, mill())
    answer = browse(tmp_path).get(f"/d/{report[:6]}", follow_redirects=False)

    assert (307, f"/d/{report}/v/1") == (answer.status_code, answer.headers["location"])


def test_many_readers_at_once_each_get_their_page(tmp_path: Path, browse: Open) -> None:
    paths = [f"/d/{keep(tmp_path, reading(marked(f'Report {number}.')))}/v/1.txt" for number in range(8)]
    client = browse(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda path: client.get(path).text, paths * 4))

    assert [f"Report {number}." for number in range(8)] * 4 == texts


# ---- events and places ----


def test_events_and_places_have_cards_whose_every_field_leads_to_its_words(tmp_path: Path, browse: Open) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, READING)}/v/1").text)
    card = page.xpath("//article[@id='card-v1']")[0]
    words_of = [BODY[start:end] for start, end in map(_range, card.xpath(".//a[starts-with(@href, '#s=')]/@href"))]
    ids = page.xpath("//@id")

    assert {"fired on", "The guard of the lock", "two bargemen", "Shibam", "Tuesday", "Mukalla", "ADEN"} == set(
        words_of
    )
    assert len(set(ids)) == len(ids)
    assert set() == {link[1:] for link in page.xpath("//@href") if link.startswith("#")} - set(ids)


def _range(link: str) -> tuple[int, int]:
    start, end = link.removeprefix("#s=").split("-")
    return int(start), int(end)


@pytest.mark.parametrize(
    ("query", "checked"),
    [("", ["times"]), ("?show=events&show=places", ["events", "places"]), ("?show=", [])],
)
def test_an_address_says_what_is_marked(tmp_path: Path, browse: Open, query: str, checked: list[str]) -> None:
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, READING)}/v/1{query}").text)

    assert checked == page.xpath("//input[@name='show'][@checked]/@value")


def test_marks_that_there_are_not_are_refused(tmp_path: Path, browse: Open) -> None:
    assert 422 == browse(tmp_path).get(f"/d/{keep(tmp_path, READING)}/v/1?show=truth").status_code


def test_an_arabic_name_of_a_place_keeps_its_direction(tmp_path: Path, browse: Open) -> None:
    places = tuple(replace(one, name="شبام", admin1="حضرموت") for one in READING.places)
    page = html.fromstring(browse(tmp_path).get(f"/d/{keep(tmp_path, replace(READING, places=places))}/v/1").text)

    assert ["شبام, حضرموت"] == page.xpath("//article[@id='card-p3']/p[@class='said']//bdi/text()")


# ---- the list ----


@pytest.mark.parametrize("path", ["/", "/reports", "/incidents", "/sources", "/review"])
def test_an_empty_workspace_says_what_to_do_next(tmp_path: Path, browse: Open, path: str) -> None:
    page = browse(tmp_path).get(path).text

    assert re.search(r"<h2>(No .+ yet|Nothing to review yet)</h2>", page)
    assert f"sayso add FOLDER --workspace {tmp_path}" in page


def test_the_list_tells_title_outlet_date_language_claims_and_notices(tmp_path: Path, browse: Open) -> None:
    keep(tmp_path, mill())
    row = html.fromstring(browse(tmp_path).get("/reports").text).xpath("//ol[@class='reports']/li")[0]
    expected = "Mill shelled Eastern Digest 1 March 2025 English 1 notice 3 claims 1 attributed"

    assert expected == " ".join(row.text_content().split())


def test_a_search_that_finds_nothing_leads_back(tmp_path: Path, browse: Open) -> None:
    keep(tmp_path, mill())
    page = browse(tmp_path).get("/reports", params={"q": "volcano"}).text

    assert "No report matches “volcano”" in page
    assert 'href="/reports">Show all reports' in page


def test_a_search_finds_words_of_the_text(tmp_path: Path, browse: Open) -> None:
    keep(tmp_path, mill())

    assert "Mill shelled" in browse(tmp_path).get("/reports", params={"q": "nurse"}).text


def test_a_long_list_comes_in_pages(tmp_path: Path, browse: Open) -> None:
    for number in range(51):
        keep(tmp_path, reading(marked(f"Report {number}.")), name=f"{number}.txt")
    client = browse(tmp_path)
    first, second, third = (client.get("/reports", params={"page": page}).text for page in (1, 2, 3))

    assert [50, 1, 0] == [page.count('<h2 dir="auto">') for page in (first, second, third)]
    assert ["1 to 50 of 51", "51 to 51 of 51"] == [
        re.findall(r"\d+ to \d+ of \d+", page)[0] for page in (first, second)
    ]
    assert "This page of the list is empty" in third


@pytest.mark.parametrize("meta", [Meta(url="sample:desk/1"), Meta()])
def test_an_exercise_is_marked_wherever_it_is_shown(tmp_path: Path, browse: Open, meta: Meta) -> None:
    report = keep(tmp_path, mill(), meta)
    shown = [browse(tmp_path).get(path).text for path in ("/reports", f"/d/{report}/v/1")]

    assert [meta.url is not None] * 2 == ["Exercise" in page and "nvented" in page for page in shown]


# ---- what a hostile report can try ----

HOSTILE = "<script>alert(1)</script>\u202e{{7*7}}{% x %}\"'><img src=x onerror=alert(1)>&amp;"


def hostile() -> Reading:
    source = marked(f"{HOSTILE}\n\n")
    whole = cut(source.body, 0, len(HOSTILE))
    chain = (Link(whole, "named_person", "e1", whole), Link(whole, "outlet", None, whole))
    rival = Rival(HOSTILE, 2, HOSTILE, HOSTILE, 0.0, 0.0)
    found = reading(
        source,
        Claim("c1", (whole,), chain, hedges=(whole,), quote="direct"),
        title=whole,
        byline=whole,
        outlet=HOSTILE,
        language=HOSTILE,
        published=HOSTILE,
        timezone=HOSTILE,
        notices=(Notice("translation", whole, HOSTILE),),
        furniture=(Furniture(whole, HOSTILE),),
        dates=(DateCandidate(HOSTILE, HOSTILE, False, HOSTILE),),
    )
    return replace(
        found,
        model=HOSTILE,
        remarks=(HOSTILE,),
        times=(Time("t1", whole, HOSTILE, anchor=HOSTILE),),
        places=(
            Place("p1", whole, "gazetteer", HOSTILE, 1, HOSTILE, HOSTILE, because=(HOSTILE,), runners_up=(rival,)),
        ),
        events=(Event("v1", whole, HOSTILE, ("m1",), ("m1",), "p1", "t1", tolls=(Toll("killed", 1, 1, whole),)),),
        mentions=(Mention("m1", whole, "person", "e1"),),
        entities=(Entity("e1", f"{HOSTILE} II", "person", ("m1",)),),
    )


@pytest.mark.parametrize("path", ["/reports", "/d/{id}/v/1", "/reports?q={hostile}", "/d/{hostile}"])
def test_nothing_in_a_report_can_act_on_the_page(tmp_path: Path, browse: Open, path: str) -> None:
    report = keep(tmp_path, hostile(), Meta(url="javascript:alert(1)", outlet=HOSTILE), name=HOSTILE)
    page = browse(tmp_path).get(path.format(id=report, hostile=HOSTILE.replace("&", "%26").replace("/", "%2F"))).text
    tree = html.fromstring(page)

    assert ["/static/theme.js", "/static/page.js"] == [src.partition("?")[0] for src in tree.xpath("//script/@src")]
    assert [] == tree.xpath("//img | //script[not(@src)] | //@onerror | //@style | //style | //iframe | //base")
    assert [] == [link for link in tree.xpath("//@href") if link.startswith("javascript")]
    assert "\u202e" not in re.sub("<span hidden>\u202e</span>", "", page)


def test_even_hostile_words_are_kept_exactly(tmp_path: Path, browse: Open) -> None:
    page = browse(tmp_path).get(f"/d/{keep(tmp_path, hostile())}/v/1").text

    assert HOSTILE == words(page)
