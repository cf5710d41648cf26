"""The desk in a real browser: without a mouse, without scripts, on a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit, served
from tests.linked import AGAIN, DENIED, DEPOT, MARKET, Told
from tests.web.desk import DESK, Desk, settled

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement === document.body ? '' : document.activeElement.textContent"
OUTLETS = ("صوت النهر", "קול הנהר", "Halcyon", "Radio Tana")
PAGES = [
    "/", "/incidents", "{incident}", "{compare}", "/review", "/review/accept", "/sources", "{source}", "/export",
    "/export?unreviewed=yes&profile=public", "/export?place=Nowhere", "/brief", "/brief?form=markdown",
]  # fmt: skip


def many(count: int) -> list[Told]:
    """So many reports, each of an incident of its own day or of one told by several."""
    forms = (DEPOT, AGAIN, DENIED, MARKET)
    return [
        Told(forms[at % 4], place="Atbara" if at % 3 else "Marib", day=1 + at % 27, outlet=f"Outlet {at}")
        for at in range(count)
    ]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with an incident that outlets with Arabic and Hebrew names tell of."""
    reports = [*DESK, *(Told(AGAIN, dead=4, outlet=outlet) for outlet in OUTLETS[:2])]
    with pytest.MonkeyPatch.context() as monkeypatch:
        return settled(tmp_path_factory.mktemp("desk"), monkeypatch, reports)


@pytest.fixture
def at_desk(chromium: Browser, full: Desk) -> Iterator[Visit]:
    with served(full.folder) as base:
        visiting = Visit(chromium, base)
        yield visiting
        for context in visiting.contexts:
            context.close()


@pytest.fixture
def queue(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A visit to a queue of more than fifty claims, which this test alone decides on."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        desk = settled(tmp_path_factory.mktemp("queue"), monkeypatch, many(54))
    with served(desk.folder) as base:
        visiting = Visit(chromium, base)
        yield visiting
        for context in visiting.contexts:
            context.close()


def path(name: str, desk: Desk) -> str:
    incident = desk.incident
    compared = f"/i/{incident.id}/compare?reports={','.join(incident.reports[:3])}"
    return name.format(incident=f"/i/{incident.id}", compare=compared, source=f"/source?name={OUTLETS[0]}")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says these words."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if words in str(page.evaluate(FOCUSED)):
            return
    raise AssertionError(f"Tab never reaches {words!r}")


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_this_machine_and_nothing_is_refused(at_desk: Visit, full: Desk, name: str) -> None:
    at_desk(path(name, full))

    assert [] == [url for url in at_desk.requests if not url.startswith(at_desk.base)]
    assert [] == at_desk.complaints


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(at_desk: Visit, full: Desk, name: str, script: bool) -> None:
    page = at_desk(path(name, full), width=320, script=script)

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_shuts_a_reader_out(at_desk: Visit, full: Desk, name: str, scheme: str) -> None:
    page = at_desk(path(name, full), scheme=scheme)

    assert [] == barriers(page)


def test_the_first_five_minutes_need_no_mouse(at_desk: Visit) -> None:
    page = at_desk("/")
    tab_to(page, "Attack, Marib, 8 April 2031")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/i/"))
    tab_to(page, "Compare the wording")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/compare"))
    tab_to(page, "To the incident")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/i/[^/]+$"))
    tab_to(page, "judge, cite")
    page.keyboard.press("Enter")
    tab_to(page, "Accept")
    page.keyboard.press("Enter")
    expect(page.locator(".flash")).to_contain_text("Accepted")
    tab_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator(".flash")).to_contain_text("Taken back")


def test_a_name_from_right_to_left_reorders_nothing_around_it(at_desk: Visit, full: Desk) -> None:
    page = at_desk(path("{incident}", full))
    names = page.locator("bdi", has_text=re.compile("صوت|קול"))

    assert {"rtl"} == set(names.evaluate_all("(all) => all.map((one) => getComputedStyle(one).direction)"))
    page.goto(at_desk.base + path("{source}", full))
    assert "rtl" == page.locator("h1").evaluate("(one) => getComputedStyle(one).direction")


def test_fifty_claims_are_reviewed_by_keyboard_and_undone_after_a_reload(queue: Visit) -> None:
    page = queue("/review")
    items = page.locator(".item:not(.done)")
    assert 50 == items.count()
    for at in range(50):
        before = focused(page)
        page.keyboard.press("a" if at % 2 else "r")
        expect(page.locator(".item.done")).to_have_count(at + 1)
        assert before != focused(page) or at == 49
    page.reload()
    assert 0 == page.locator(".item.done").count()
    for _ in range(50):
        with page.expect_navigation():
            page.keyboard.press("u")

    assert 50 == items.count()
    assert 0 == page.locator("#recent .entry:not(.undone)").count()


def test_the_keys_move_note_merge_and_split_and_all_are_on_the_screen(at_desk: Visit, full: Desk) -> None:
    page = at_desk("/review")
    first = focused(page)
    page.keyboard.press("j")
    second = focused(page)
    page.keyboard.press("k")
    assert (first, True) == (focused(page), first != second)
    page.keyboard.press("e")
    assert "why" == page.evaluate("document.activeElement.name")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    assert "subject" == page.evaluate("document.activeElement.name")
    page.keyboard.press("Escape")
    shown = page.locator(".keys-line kbd").all_text_contents()
    page.keyboard.press("?")
    listed = page.locator("#help kbd").all_text_contents()

    assert {"J", "K", "A", "R", "E", "M", "S", "U", "?"} <= set(shown) & set(listed)


def test_several_are_accepted_by_keyboard_after_a_preview_and_undone_together(at_desk: Visit) -> None:
    page = at_desk("/review")
    page.keyboard.press("b")
    page.wait_for_url(re.compile("/review/accept"))
    page.locator("input[name=subject][type=checkbox]").first.focus()
    page.keyboard.press("Space")
    ticked = page.locator("input[name=subject]:checked").count()
    page.locator("button.main").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".flash")).to_contain_text(f"{ticked} decisions were kept.")
    page.locator(".flash button").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".item:not(.done)")).to_have_count(ticked + 1)


# ---- handing on ----


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_what_a_list_shows_is_previewed_and_downloaded_by_keyboard(at_desk: Visit, script: bool) -> None:
    page = at_desk("/incidents?place=Marib", script=script)
    tab_to(page, "Export these")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/export"))
    page.locator("input[value=public]").focus()
    page.keyboard.press("Space")
    page.locator("input[name=unreviewed]").focus()
    page.keyboard.press("Space")
    tab_to(page, "Show what would leave")
    page.keyboard.press("Enter")
    expect(page.locator(".withheld")).to_contain_text("Marib")
    tab_to(page, "Download csv-claims")
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    words = download.value.path().read_text("utf-8")
    assert ["Marib" in words.replace("Ma’rib", ""), "[place withheld]" in words] == [False, True]


def test_a_briefing_is_copied_and_printed_without_its_controls(at_desk: Visit, full: Desk) -> None:
    page = at_desk("/brief")
    page.emulate_media(media="print")
    hidden = [page.locator(name).first.is_visible() for name in (".hand-on", "form", "header.site nav")]
    assert [False, False, False] == hidden
    assert page.locator(".notes code").first.is_visible()
    page.emulate_media(media="screen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(page, "Markdown, to paste")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("form=markdown"))
    tab_to(page, "Copy all")
    page.keyboard.press("Enter")

    expect(page.locator("#announce")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("# Briefing of ")


def test_without_scripts_a_claim_is_rejected_and_returns(at_desk: Visit) -> None:
    page = at_desk("/review", script=False)
    before = page.locator(".item").count()
    page.locator(".item button[value=reject]").first.click()
    expect(page.locator(".flash")).to_contain_text("Rejected")
    assert before > page.locator(".item").count()
    page.locator(".flash button").click()

    assert before == page.locator(".item").count()
