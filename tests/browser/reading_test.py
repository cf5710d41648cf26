"""The reading view in a real browser, without a mouse, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Visit
from tests.browser.shelf import BRIDGE, Shelf

pytestmark = pytest.mark.browser

IN_VIEW = """(id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
}"""
BODY = "[...document.querySelectorAll('.seg')].map((piece) => piece.textContent).join('')"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("number", ["c1", "c5", "c7"])
def test_a_claim_s_address_opens_with_the_claim_focused_and_in_view(
    visit: Visit, shelf: Shelf, number: str, script: bool
) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1#{number}", script=script, height=500)

    assert number == focused(page)
    assert page.evaluate(IN_VIEW, number)
    assert page.evaluate(IN_VIEW, f"card-{number}")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_part_of_the_addressed_claim_lights_up(visit: Visit, shelf: Shelf, script: bool) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1#c7", script=script)
    colour = "(node) => getComputedStyle(node).backgroundColor"
    lit = page.locator("[data-claims~='c7']").evaluate_all(f"(nodes) => nodes.map({colour})")
    other = page.locator("[data-claims~='c8']").first.evaluate(colour)

    assert 2 == len(lit)
    assert [other] not in [lit[:1], lit[1:]]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_tab_reaches_every_claim_and_its_card(visit: Visit, shelf: Shelf, script: bool) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1", script=script)
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href') || ''"))

    assert {f"c{number}" for number in range(1, 9)} <= reached
    assert {f"#card-c{number}" for number in range(1, 9)} <= reached


def test_without_a_script_enter_leads_to_the_card_and_back(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1", script=False)
    page.locator("a.ref[href='#card-c5']").focus()
    page.keyboard.press("Enter")
    assert "card-c5" == focused(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert "c5" == focused(page)


def test_without_a_script_the_evidence_opens_by_keyboard(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1", script=False)
    page.locator("#card-c2 summary").focus()
    page.keyboard.press("Enter")

    assert page.locator("#cite-c2").is_visible()
    assert 0 == page.locator("button:visible").count()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_evidence_opens_at_the_first_click(visit: Visit, shelf: Shelf, script: bool) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1", script=script)
    for number in ("c5", "c2"):
        page.locator(f"#card-{number} summary").click()

    assert [True, True] == [page.locator(f"#cite-{number}").is_visible() for number in ("c2", "c5")]


def test_the_text_is_whole_and_exact(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1")
    title, byline, *rest = BRIDGE.body.split("\n\n")

    assert "".join([title, byline, *rest]) == page.evaluate(BODY)


def test_any_run_of_characters_has_an_address(visit: Visit, shelf: Shelf) -> None:
    start = BRIDGE.body.index("burned, 😀 wrote")
    end = BRIDGE.body.index(" one reader")
    page = visit(f"/d/{shelf.bridge}/v/1#s={start}-{end}", height=400)

    assert BRIDGE.body[start:end] == "".join(page.locator("mark.hit").all_text_contents())
    assert "hit" == page.evaluate("document.activeElement.className")


def test_without_a_script_the_parts_of_a_claim_still_have_addresses(visit: Visit, shelf: Shelf) -> None:
    span = BRIDGE.one("c2.source")
    page = visit(f"/d/{shelf.bridge}/v/1#s={span.start}-{span.end}", script=False)

    assert f"s={span.start}-{span.end}" == focused(page)


def test_an_address_beyond_the_text_does_no_harm(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1#s=99990-99999")

    assert 0 == page.locator("mark.hit").count()


def test_selected_words_give_their_address(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1", clipboard=True)
    page.evaluate("""() => {
      const piece = [...document.querySelectorAll('.seg')].find((piece) => piece.textContent.includes('wrote one'));
      document.getSelection().selectAllChildren(piece);
    }""")
    page.keyboard.press("l")
    page.locator("#announce:not(:empty)").wait_for()
    start = BRIDGE.body.index(", 😀 wrote")

    expected = f"/v/1#s={start}-{BRIDGE.body.index('This article') - 2}"
    assert page.evaluate("navigator.clipboard.readText()").endswith(expected)


def test_a_citation_is_copied(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1#card-c4", clipboard=True)
    page.locator("#card-c4 summary").focus()
    page.keyboard.press("Enter")
    page.locator("#card-c4 button.copy").focus()
    page.keyboard.press("Enter")
    page.locator("#announce:not(:empty)").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("Eastern Digest, “Bridge at Deir ez-Zor closed after night of shelling”, 2025-03-04: “his")


def test_single_keys_move_between_claims(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1")
    seen = []
    for key in ("j", "j", "j", "k", "Enter", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(20)
        seen.append(focused(page))

    assert ["c1", "c2", "c3", "c2", "card-c2", "c2"] == seen


def test_single_keys_can_be_turned_off_and_stay_off(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.bridge}/v/1")
    page.keyboard.press("?")
    page.locator("#single-keys").press("Space")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")

    assert "" == focused(page)


def test_search_is_one_key_away(visit: Visit) -> None:
    page = visit("/reports")
    page.keyboard.press("/")

    assert "q" == focused(page)


def test_the_theme_is_kept(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("t")
    page.keyboard.press("t")
    page.goto(page.url)

    assert "dark" == page.evaluate("document.documentElement.dataset.theme")


def test_the_same_words_in_arabic_run_from_right_to_left(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.arabic}/v/1")
    direction = "(nodes) => nodes.map((node) => getComputedStyle(node).direction)"

    assert ["rtl", "rtl"] == page.locator(".block").evaluate_all(direction)
    assert "ltr" == page.evaluate("getComputedStyle(document.body).direction")


def test_an_override_in_a_report_reorders_nothing(visit: Visit, shelf: Shelf) -> None:
    page = visit(f"/d/{shelf.harmful}/v/1")
    left = """(word) => {
      const walker = document.createTreeWalker(document.querySelector('.words .block'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(word);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        return range.getBoundingClientRect().left;
      }
    }"""

    assert page.evaluate(left, "dnuora") < page.evaluate(left, "denrut")
    assert page.title().startswith("Untitled: harm[RLO]txt.exe")


def test_a_long_report_opens_at_its_last_claim(chromium: Browser, long_address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{long_address}#c300")
    number = focused(page)
    seen = page.evaluate(IN_VIEW, "c300")
    page.close()

    assert ("c300", True) == (number, seen)
