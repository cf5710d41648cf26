"""What can be switched on in the reading view, in a real browser: by keyboard, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from tests.bargemen import READING
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit, served
from tests.web.library import keep

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@dataclass
class Lock:
    """The report of the shot at the lock, opened anew at each call."""

    visit: Visit
    path: str

    def __call__(self, rest: str = "", *, width: int = 1280, script: bool = True, scheme: str = "light") -> Page:
        return self.visit(self.path + rest, width=width, script=script, scheme=scheme)


@pytest.fixture(scope="module")
def served_lock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    folder = tmp_path_factory.mktemp("lock")
    report = keep(folder, READING)
    with served(folder) as base:
        yield base, f"/d/{report}/v/1"


@pytest.fixture
def lock(chromium: Browser, served_lock: tuple[str, str]) -> Iterator[Lock]:
    visiting = Visit(chromium, served_lock[0])
    yield Lock(visiting, served_lock[1])
    for context in visiting.contexts:
        context.close()


def visible(page: Page) -> list[bool]:
    return [
        page.locator(name).first.is_visible() for name in ("#card-v1", "#card-p3", ".ref.to-event", ".ref.to-place")
    ]


@BOTH
def test_events_and_places_are_marked_when_switched_on_by_keyboard(lock: Lock, script: bool) -> None:
    page = lock(script=script)
    before = visible(page)
    page.locator("#show-events").focus()
    page.keyboard.press("Space")
    events = visible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert ([False] * 4, [True, False, True, False], [True] * 4) == (before, events, visible(page))


@BOTH
def test_the_address_of_an_event_shows_its_card_though_events_are_off(lock: Lock, script: bool) -> None:
    page = lock("#card-v1", script=script)

    assert page.locator("#card-v1").is_visible()
    assert not page.locator("#card-p3").is_visible()


@BOTH
def test_the_words_of_the_addressed_event_light_up(lock: Lock, script: bool) -> None:
    page = lock("?show=events#card-v1", script=script)
    outline = "(nodes) => nodes.map((node) => getComputedStyle(node).outlineStyle)"
    lit = page.locator("[data-parts~='v1']").evaluate_all(outline)

    assert {"solid"} == set(lit)
    assert 7 <= len(lit)


@BOTH
def test_a_number_in_the_text_leads_to_the_card_and_back(lock: Lock, script: bool) -> None:
    page = lock("?show=events", script=script)
    page.locator("a.ref.to-event").focus()
    page.keyboard.press("Enter")
    there = page.evaluate("document.activeElement.id")
    page.locator("#card-v1 a.number").focus()
    page.keyboard.press("Enter")

    assert ("card-v1", "v1") == (there, page.evaluate("document.activeElement.id"))


def test_the_marks_switched_on_stand_in_the_address(lock: Lock) -> None:
    page = lock()
    page.locator("#show-places").press("Space")

    assert page.url.endswith("/v/1?show=places&show=times")
    page.goto(page.url)
    assert page.locator("#card-p3").is_visible()


@BOTH
def test_words_grow_on_request(lock: Lock, script: bool) -> None:
    page = lock(script=script)
    size = "parseFloat(getComputedStyle(document.querySelector('.words .block')).fontSize)"
    usual = page.evaluate(size)
    page.locator("#size-largest").focus()
    page.keyboard.press("Space")

    assert usual * 1.4 < page.evaluate(size)


@BOTH
def test_paragraphs_on_attacks_are_blurred_on_request_until_they_are_looked_at(lock: Lock, script: bool) -> None:
    page = lock(script=script)
    blur = "getComputedStyle(document.querySelector('.graphic .block')).filter"
    before = page.evaluate(blur)
    page.locator("#blur").focus()
    page.keyboard.press("Space")
    blurred = page.evaluate(blur)
    page.locator(".graphic .opens").first.focus()

    assert ("none", True, "none") == (before, blurred.startswith("blur"), page.evaluate(blur))


def test_what_suits_the_eyes_is_kept(lock: Lock) -> None:
    page = lock()
    page.locator("#blur").press("Space")
    page.locator("#size-larger").press("Space")
    page.goto(page.url)

    assert [True, True] == [page.locator(name).is_checked() for name in ("#blur", "#size-larger")]


@BOTH
def test_a_narrow_screen_never_scrolls_sideways(lock: Lock, script: bool) -> None:
    page = lock("?show=events&show=places&show=times", width=320, script=script)

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_switch_and_no_card_shuts_a_reader_out(lock: Lock, scheme: str) -> None:
    page = lock("?show=events&show=places&show=times", scheme=scheme)

    assert [] == barriers(page)
