"""What holds for every page: nothing from elsewhere, nothing cut off, nothing that shuts a reader out."""

from __future__ import annotations

import pytest
from tests.browser.barriers import barriers
from tests.browser.conftest import Visit
from tests.browser.shelf import Shelf

pytestmark = pytest.mark.browser

PAGES = ["/", "/?q=nothing", "/about", "/nowhere", "/d/{bridge}/v/1#c5", "/d/{arabic}/v/1", "/d/{harmful}/v/1"]


def path(page: str, shelf: Shelf) -> str:
    return page.format(bridge=shelf.bridge, arabic=shelf.arabic, harmful=shelf.harmful)


@pytest.mark.parametrize("page", PAGES)
def test_no_request_leaves_this_machine_and_nothing_is_refused(visit: Visit, shelf: Shelf, page: str) -> None:
    opened = visit(path(page, shelf))

    assert [] == [url for url in visit.requests if not url.startswith(visit.base)]
    assert [] == [line for line in visit.complaints if "404" not in line]
    assert "sayso" in opened.title()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("page", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(visit: Visit, shelf: Shelf, page: str, script: bool) -> None:
    opened = visit(path(page, shelf), width=320, script=script)

    assert 320 == opened.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_shuts_a_reader_out(visit: Visit, shelf: Shelf, page: str, scheme: str) -> None:
    opened = visit(path(page, shelf), scheme=scheme)

    assert [] == barriers(opened)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_s_theme_is_followed(visit: Visit, scheme: str) -> None:
    opened = visit("/", scheme=scheme)
    paper = opened.evaluate("getComputedStyle(document.body).backgroundColor")

    assert {"light": "rgb(252, 251, 248)", "dark": "rgb(20, 22, 26)"}[scheme] == paper


def test_the_skip_link_comes_first_and_leads_to_the_text(visit: Visit, shelf: Shelf) -> None:
    opened = visit(path("/d/{bridge}/v/1", shelf), script=False)
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")

    assert "main" == opened.evaluate("document.activeElement.id")


def test_on_paper_the_cards_stay_and_the_controls_go(visit: Visit, shelf: Shelf) -> None:
    opened = visit(path("/d/{bridge}/v/1", shelf))
    opened.emulate_media(media="print")

    assert [True, False] == [opened.locator(name).first.is_visible() for name in ("#card-c1", "header.site nav")]
