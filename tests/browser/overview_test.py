"""Search, the line of time and the map in a real browser: by keyboard, without scripts, in any script people write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests import linked
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit, served
from tests.browser.shelf import ARABIC, arabic
from tests.linked import DEPOT, MARKET, Told, written
from tests.web.library import claim, keep, marked, reading

from sayso.workspace import Workspace

pytestmark = pytest.mark.browser

HEBREW = marked("[c1|השומר אמר שהגְּשר נסגר] 👩‍🚒 near the quay.")
PAGES = ["/search", "/search?q=depot", "/search?q=none&language=he", "/timeline", "/timeline?undated=yes", "/map"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Reports in three scripts, and incidents in a town, in a province with an Arabic name, and nowhere."""
    folder = tmp_path_factory.mktemp("desk")
    told = (Told(DEPOT), Told(DEPOT, day=20), Told(MARKET, place="Ataq", day=9))
    with pytest.MonkeyPatch.context() as patch, Workspace.open(folder) as opened:
        patch.setattr("sayso.workspace._reading", linked.read)
        list(opened.add(written(folder / "told", told)))
        with opened._store._writing() as connection:
            connection.exec_driver_sql("UPDATE outlines SET radius = 9000 WHERE place = 'Ataq'")
            connection.exec_driver_sql("UPDATE outlines SET radius = 120000, place = 'مأرب' WHERE place = 'Marib'")
    keep(folder, arabic(), name="bridge-ar.txt")
    keep(folder, reading(HEBREW, claim(HEBREW, "c1"), language="he"), name="bridge-he.txt")
    with served(folder) as base:
        yield base


@pytest.fixture
def visit(chromium: Browser, desk: str) -> Iterator[Visit]:
    visiting = Visit(chromium, desk)
    yield visiting
    for context in visiting.contexts:
        context.close()


def drawn(page: Page) -> Page:
    """Wait until the map is drawn; skip where this browser has no WebGL."""
    page.wait_for_selector("[data-drawn], .places > p", timeout=60_000)
    if page.locator(".places > p").count():
        pytest.skip("this browser cannot draw maps")
    return page


@pytest.mark.parametrize("page", PAGES)
def test_no_request_leaves_this_machine_and_nothing_is_refused(visit: Visit, page: str) -> None:
    opened = visit(page)
    if page == "/map":
        drawn(opened)
    assert [] == [url for url in visit.requests if not url.startswith((visit.base, "blob:"))]
    assert [] == [line for line in visit.complaints if "GL Driver Message" not in line]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("page", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(visit: Visit, page: str, script: bool) -> None:
    assert 320 == visit(page, width=320, script=script).evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_shuts_a_reader_out(visit: Visit, page: str, scheme: str) -> None:
    opened = visit(page, scheme=scheme)

    assert [] == barriers(opened)


@pytest.mark.parametrize(
    ("words", "found"), [("جسر", "جسر"), ("גשר", "גְּשר"), ("depot", "depot"), ("quay", "quay"), ("epot", "epot")]
)
def test_a_snippet_opens_at_the_words_and_they_stay_lit(visit: Visit, words: str, found: str) -> None:
    page = visit(f"/search?q={words}")
    page.locator(".snippets a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.hit")
    assert found == "".join(page.locator("mark.hit").all_text_contents())
    assert "hit" == page.evaluate("document.activeElement.className")


def test_an_arabic_search_and_what_it_finds_run_from_right_to_left(visit: Visit) -> None:
    page = visit("/search?q=الجسر")
    direction = "(node) => getComputedStyle(node).direction"
    assert ["rtl", "rtl"] == [page.locator(name).first.evaluate(direction) for name in ("#q", ".snippets li")]
    assert page.locator(".snippets li").first.text_content().strip() in ARABIC.body.replace("\n", " ")  # type: ignore[union-attr]


def test_a_bar_is_followed_by_keyboard_and_narrows_the_list(visit: Visit) -> None:
    page = visit("/timeline", script=False)
    assert 5 == page.locator(".strips > li").count()
    page.locator(".bars a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?**")
    assert 3 == page.locator(".strips > li").count()


def test_without_a_script_the_list_of_places_is_all_there_is(visit: Visit) -> None:
    page = visit("/map", script=False)
    assert [False, True] == [page.locator(name).is_visible() for name in ("#the-map", ".spots")]
    assert 0 == page.locator("button.show:visible").count()
    page.locator(".spots h3 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?**")
    assert 2 == page.locator(".strips > li").count()


def test_the_list_shows_a_place_on_the_map_by_keyboard(visit: Visit) -> None:
    page = drawn(visit("/map"))
    page.locator("#spot-2 button.show").focus()
    page.keyboard.press("Enter")
    assert "true" == page.locator("#spot-2").get_attribute("aria-current")
    assert page.locator("#canvas canvas").is_visible()


def test_a_place_pressed_on_the_map_is_shown_in_the_list(visit: Visit) -> None:
    page = drawn(visit("/map"))
    page.locator("#spot-1 button.show").click()
    page.wait_for_timeout(500)
    page.locator("#spot-2").hover()
    box = page.locator("#canvas canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("document.activeElement.id === 'spot-1'")
